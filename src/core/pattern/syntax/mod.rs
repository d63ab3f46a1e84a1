//! The syntax of a pattern: its text in, a tree with the place of every part out, or the error that a JavaScript engine
//! would give.
//!
//! ECMAScript 2025 with Annex B, as `new RegExp(pattern)` reads it: no `u`, no `v`. Texts are UTF-16 units and places count
//! them, since a pattern without those flags sees units. The tree is one flat list, so that deep nesting cannot exhaust the
//! stack.
//!
//! The parser is our own: the package that could replace it knows neither lone surrogates nor an engine's messages, and it
//! recurses.

mod class;
mod cursor;
mod escape;
mod names;
mod outline;
mod parse;
mod quantifier;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use crate::core::text::Span;

pub use parse::parse;

/// A part of a pattern, by its place in [`Syntax::nodes`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub u32);

/// A pattern that was understood.
#[derive(Debug, Clone)]
pub struct Syntax {
    pub source: Vec<u16>,
    pub nodes: Vec<Node>,
    pub root: NodeId,
    /// The capturing groups in order; the first is group 1.
    pub groups: Vec<Group>,
    /// Parts that only newer engines accept, in text order.
    pub engine_dependent: Vec<EngineDependent>,
}

#[derive(Debug, Clone)]
pub struct Node {
    /// In UTF-16 units.
    pub span: Span,
    pub kind: NodeKind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NodeKind {
    /// An empty alternative or group.
    Empty,
    /// `a|b`: at least two.
    Alternatives(Vec<NodeId>),
    /// `ab`: at least two.
    Sequence(Vec<NodeId>),
    /// One unit, however it is written: `a`, `\:`, `\x61`, `\n`, `\cA`, `\101`.
    Unit(u16),
    /// `.`
    Any,
    /// `\d`, `\W`
    Set(Set),
    /// `[^a-z\d]`
    Class { negated: bool, items: Vec<ClassItem> },
    /// `^`
    Start,
    /// `$`
    End,
    /// `\b`; negated: `\B`
    Boundary { negated: bool },
    /// `(?=a)`, `(?!a)`, `(?<=a)`, `(?<!a)`
    Look { behind: bool, negated: bool, inside: NodeId },
    /// `(a)`, `(?<name>a)`; the number of the group counts from 1.
    Capture { group: u32, inside: NodeId },
    /// `(?:a)`, `(?i-m:a)`
    Group { modifiers: Modifiers, inside: NodeId },
    /// `a*`, `a{2,3}?`; no `max`: unbounded.
    Repeat { min: u32, max: Option<u32>, lazy: bool, inside: NodeId },
    /// `\1`, `\k<name>`: the groups it may mean; several if groups share a name.
    BackReference(Arc<[u32]>),
}

impl NodeKind {
    /// The direct children, in order.
    pub fn children(&self) -> &[NodeId] {
        match self {
            Self::Alternatives(inside) | Self::Sequence(inside) => inside,
            Self::Look { inside, .. }
            | Self::Capture { inside, .. }
            | Self::Group { inside, .. }
            | Self::Repeat { inside, .. } => std::slice::from_ref(inside),
            _ => &[],
        }
    }
}

/// `(?im-s:…)`; `None`: as outside.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Modifiers {
    pub ignore_case: Option<bool>,
    pub multiline: Option<bool>,
    pub dot_all: Option<bool>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Set {
    pub name: SetName,
    /// Written in upper case: everything outside the set.
    pub negated: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SetName {
    Digit,
    Space,
    Word,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassItem {
    pub span: Span,
    pub kind: ClassKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClassKind {
    Unit(u16),
    /// Both ends included.
    Range(u16, u16),
    Set(Set),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    pub name: Option<String>,
    /// The whole group with its brackets.
    pub span: Span,
    pub node: NodeId,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EngineDependent {
    pub span: Span,
    pub what: NewSyntax,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NewSyntax {
    /// `(?<a>x)|(?<a>y)`
    DuplicateName,
    /// `(?i:x)`
    Modifiers,
}

/// Why `new RegExp(pattern)` throws.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxError {
    /// In an engine's words, lower case: `unterminated group`.
    pub message: String,
    /// In UTF-16 units.
    pub span: Span,
}

/// The result of a step of parsing. Boxing the error keeps the results of the many nested steps small.
type Read<T> = Result<T, Box<SyntaxError>>;

impl SyntaxError {
    fn boxed(message: &str, span: Span) -> Box<Self> {
        Box::new(Self { message: message.to_owned(), span })
    }
}

impl Syntax {
    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.0 as usize]
    }

    /// The parent of each part.
    pub fn parents(&self) -> Vec<Option<NodeId>> {
        let mut parents = vec![None; self.nodes.len()];
        for (index, node) in self.nodes.iter().enumerate() {
            let parent = u32::try_from(index).ok().map(NodeId);
            for child in node.kind.children() {
                if let Some(slot) = parents.get_mut(child.0 as usize) {
                    *slot = parent;
                }
            }
        }
        parents
    }

    /// Whether any group has a name, which decides what `\k` and `$<` mean.
    pub fn has_names(&self) -> bool {
        self.groups.iter().any(|group| group.name.is_some())
    }

    /// The numbers of the groups with this name.
    pub fn numbers(&self, name: &str) -> impl Iterator<Item = usize> {
        let named = move |group: &Group| group.name.as_deref() == Some(name);
        self.groups.iter().enumerate().filter(move |(_, group)| named(group)).map(|(index, _)| index + 1)
    }
}
