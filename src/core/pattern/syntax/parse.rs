//! The parser: a text in, the tree or the first error out. It keeps a stack of open groups instead of recursing.
//!
//! The files beside read escapes, classes and names.

use std::collections::HashMap;
use std::sync::Arc;

use super::cursor::Cursor;
use super::names;
use super::outline::Outline;
use super::{
    EngineDependent, Group, Modifiers, NewSyntax, Node, NodeId, NodeKind, Read, Syntax, SyntaxError, class, escape, quantifier,
};
use crate::core::text::Span;

/// V8's limit.
const MOST_GROUPS: u32 = 32_767;

/// Reads a pattern as `new RegExp(pattern)` does.
pub fn parse(source: &[u16]) -> Result<Syntax, SyntaxError> {
    let outline = Outline::of(source);
    let mut parser = Parser {
        cursor: Cursor { source, at: 0 },
        outline,
        nodes: Vec::new(),
        groups: Vec::new(),
        engine_dependent: Vec::new(),
        names: HashMap::new(),
        references: Vec::new(),
        outside: Vec::new(),
        here: Frame::new(Opener::Pattern, Span::at(0), 0),
    };
    let root = parser.pattern().and_then(|root| parser.resolve_references().map(|()| root)).map_err(|error| *error)?;
    let Parser { nodes, groups, mut engine_dependent, .. } = parser;
    engine_dependent.sort_by_key(|part| part.span.start);
    Ok(Syntax { source: source.to_vec(), nodes, root, groups, engine_dependent })
}

#[derive(Clone, Copy)]
enum Opener {
    Pattern,
    Capture(u32),
    Group(Modifiers),
    Look { behind: bool, negated: bool },
}

/// A group that is not closed yet.
struct Frame {
    opener: Opener,
    /// Its opening bracket and what belongs to it: `(?<name>`.
    opening: Span,
    alternatives: Vec<NodeId>,
    terms: Vec<NodeId>,
    /// The start of the current alternative.
    start: usize,
    /// The number of groups opened before this one, and before its current alternative.
    groups_before: usize,
    groups_before_alternative: usize,
}

impl Frame {
    fn new(opener: Opener, opening: Span, groups: usize) -> Self {
        Self {
            opener,
            opening,
            alternatives: Vec::new(),
            terms: Vec::new(),
            start: opening.end,
            groups_before: groups,
            groups_before_alternative: groups,
        }
    }
}

struct Parser<'s> {
    cursor: Cursor<'s>,
    outline: Outline,
    nodes: Vec<Node>,
    groups: Vec<Group>,
    engine_dependent: Vec<EngineDependent>,
    /// The numbers of the groups of each name, in order.
    names: HashMap<String, Vec<u32>>,
    /// `\k<name>`, which may stand before the group.
    references: Vec<(NodeId, String)>,
    outside: Vec<Frame>,
    here: Frame,
}

impl Parser<'_> {
    fn pattern(&mut self) -> Read<NodeId> {
        while let Some(unit) = self.cursor.peek() {
            match unit {
                b'(' => self.open()?,
                b')' => self.close()?,
                b'|' => self.next_alternative(),
                _ => self.term(unit)?,
            }
        }
        if let Opener::Pattern = self.here.opener {
            return Ok(self.alternatives());
        }
        Err(SyntaxError::boxed("unterminated group", self.here.opening))
    }

    fn push(&mut self, kind: NodeKind, start: usize) -> NodeId {
        let id = NodeId(u32::try_from(self.nodes.len()).unwrap_or(u32::MAX));
        self.nodes.push(Node { span: self.cursor.span_from(start), kind });
        id
    }

    /// The alternative that ends here.
    fn sequence(&mut self) -> NodeId {
        match self.here.terms[..] {
            [] => self.push(NodeKind::Empty, self.here.start),
            // The next alternative reuses the list: a pattern may have thousands of them, of a letter each.
            [only] => {
                self.here.terms.clear();
                only
            }
            _ => {
                let terms = std::mem::take(&mut self.here.terms);
                self.push(NodeKind::Sequence(terms), self.here.start)
            }
        }
    }

    fn next_alternative(&mut self) {
        let sequence = self.sequence();
        self.here.alternatives.push(sequence);
        self.cursor.at += 1;
        self.here.start = self.cursor.at;
        self.here.groups_before_alternative = self.groups.len();
    }

    /// All alternatives of the group that ends here.
    fn alternatives(&mut self) -> NodeId {
        let last = self.sequence();
        if self.here.alternatives.is_empty() {
            return last;
        }
        let mut alternatives = std::mem::take(&mut self.here.alternatives);
        alternatives.push(last);
        self.push(NodeKind::Alternatives(alternatives), self.here.opening.end)
    }

    fn open(&mut self) -> Read<()> {
        let start = self.cursor.at;
        let groups = self.groups.len();
        self.cursor.at += 1;
        let opener = if self.cursor.eat(b'?') { self.special(start)? } else { self.capture(start, None)? };
        let frame = Frame::new(opener, self.cursor.span_from(start), groups);
        self.outside.push(std::mem::replace(&mut self.here, frame));
        Ok(())
    }

    /// What follows `(?`.
    fn special(&mut self, start: usize) -> Read<Opener> {
        let behind = self.cursor.peek() == Some(b'<') && matches!(self.cursor.peek_after(1), Some(b'=' | b'!'));
        self.cursor.at += usize::from(behind);
        if self.cursor.eat(b'=') {
            return Ok(Opener::Look { behind, negated: false });
        }
        if self.cursor.eat(b'!') {
            return Ok(Opener::Look { behind, negated: true });
        }
        if self.cursor.eat(b'<') {
            let name = names::name(&mut self.cursor)?;
            return self.capture(start, Some(name));
        }
        self.modifiers(start).map(Opener::Group)
    }

    /// `:`, `i:`, `im-s:`
    fn modifiers(&mut self, start: usize) -> Read<Modifiers> {
        let flags = self.cursor.at;
        let mut modifiers = Modifiers::default();
        let mut on = true;
        loop {
            let unit = self.cursor.peek();
            self.cursor.at += usize::from(unit.is_some());
            let flag = match unit {
                Some(b':') if on || modifiers != Modifiers::default() => break,
                Some(b'-') if on => {
                    on = false;
                    continue;
                }
                Some(b'i') => &mut modifiers.ignore_case,
                Some(b'm') => &mut modifiers.multiline,
                Some(b's') => &mut modifiers.dot_all,
                _ => return self.cursor.error("invalid group", start),
            };
            if flag.replace(on).is_some() {
                return self.cursor.error("invalid group", start);
            }
        }
        if modifiers != Modifiers::default() {
            let span = Span::new(flags, self.cursor.at - 1);
            self.engine_dependent.push(EngineDependent { span, what: NewSyntax::Modifiers });
        }
        Ok(modifiers)
    }

    fn capture(&mut self, start: usize, name: Option<String>) -> Read<Opener> {
        let group = u32::try_from(self.groups.len()).unwrap_or(u32::MAX).saturating_add(1);
        if group > MOST_GROUPS {
            return self.cursor.error("too many captures", start);
        }
        self.groups.push(Group { name, span: self.cursor.span_from(start), node: NodeId(0) });
        Ok(Opener::Capture(group))
    }

    /// Two groups may share a name if they can never both take part in a match, so if they are in different alternatives.
    ///
    /// Only the last group of that name is checked: an earlier one that could take part together with the new group could
    /// also do so with the last one.
    fn check_name(&mut self, name: &str, span: Span) -> Read<()> {
        let Some(last) = self.names.get(name).and_then(|groups| groups.last()) else { return Ok(()) };
        let last = *last as usize;
        let inside = self.outside.partition_point(|frame| frame.groups_before < last);
        let around = if self.here.groups_before < last { Some(&self.here) } else { self.outside.get(inside.saturating_sub(1)) };
        if around.is_none_or(|frame| frame.groups_before_alternative < last) {
            return Err(SyntaxError::boxed("duplicate capture group name", span));
        }
        self.engine_dependent.push(EngineDependent { span, what: NewSyntax::DuplicateName });
        Ok(())
    }

    fn close(&mut self) -> Read<()> {
        let at = self.cursor.at;
        let inside = self.alternatives();
        self.cursor.at += 1;
        let Some(outside) = self.outside.pop() else { return self.cursor.error("unmatched ')'", at) };
        let frame = std::mem::replace(&mut self.here, outside);
        let start = frame.opening.start;
        let kind = match frame.opener {
            Opener::Capture(group) => NodeKind::Capture { group, inside },
            Opener::Look { behind, negated } => NodeKind::Look { behind, negated, inside },
            Opener::Group(modifiers) => NodeKind::Group { modifiers, inside },
            Opener::Pattern => return self.cursor.error("unmatched ')'", at),
        };
        let node = self.push(kind, start);
        if let Opener::Capture(number) = frame.opener {
            self.close_capture(number, node, frame.opening)?;
        }
        self.quantified(node, !matches!(frame.opener, Opener::Look { behind: true, .. }))
    }

    fn close_capture(&mut self, number: u32, node: NodeId, opening: Span) -> Read<()> {
        let Some(group) = self.groups.get_mut(number as usize - 1) else { return Ok(()) };
        group.span = self.cursor.span_from(opening.start);
        group.node = node;
        let Some(name) = group.name.clone() else { return Ok(()) };
        self.check_name(&name, Span::new(opening.start + "(?<".len(), opening.end - 1))?;
        self.names.entry(name).or_default().push(number);
        Ok(())
    }

    /// A term that is not a group.
    fn term(&mut self, unit: u8) -> Read<()> {
        let start = self.cursor.at;
        let kind = match unit {
            b'[' => class::class(&mut self.cursor, self.outline.has_names)?,
            b'\\' => self.escape()?,
            b'*' | b'+' | b'?' => return self.nothing_to_repeat(),
            b'{' if quantifier::braces(&mut self.cursor).is_some() => return self.nothing_to_repeat_from(start),
            _ => {
                let literal = self.cursor.unit().unwrap_or_default();
                self.cursor.at += 1;
                match unit {
                    b'^' => NodeKind::Start,
                    b'$' => NodeKind::End,
                    b'.' => NodeKind::Any,
                    _ => NodeKind::Unit(literal),
                }
            }
        };
        let assertion = matches!(kind, NodeKind::Start | NodeKind::End | NodeKind::Boundary { .. });
        let node = self.push(kind, start);
        if assertion {
            self.here.terms.push(node);
            return Ok(());
        }
        self.quantified(node, true)
    }

    fn nothing_to_repeat(&mut self) -> Read<()> {
        let start = self.cursor.at;
        self.cursor.at += 1;
        self.nothing_to_repeat_from(start)
    }

    fn nothing_to_repeat_from(&self, start: usize) -> Read<()> {
        self.cursor.error("nothing to repeat", start)
    }

    fn escape(&mut self) -> Read<NodeKind> {
        let start = self.cursor.at;
        self.cursor.at += 1;
        match self.cursor.peek() {
            Some(b'b' | b'B') => {
                let negated = self.cursor.peek() == Some(b'B');
                self.cursor.at += 1;
                return Ok(NodeKind::Boundary { negated });
            }
            Some(b'1'..=b'9') => {
                if let Some(group) = self.cursor.number().filter(|group| *group <= self.outline.groups) {
                    return Ok(NodeKind::BackReference(Arc::from([group])));
                }
                self.cursor.at = start + 1;
            }
            Some(b'k') if self.outline.has_names => return self.named_reference(start),
            _ => {}
        }
        if let Some(set) = escape::set(&mut self.cursor) {
            return Ok(NodeKind::Set(set));
        }
        escape::unit(&mut self.cursor, false, self.outline.has_names).map(NodeKind::Unit)
    }

    /// `\k<name>`. Its groups are known at the end of the pattern; the next node gets them then.
    fn named_reference(&mut self, start: usize) -> Read<NodeKind> {
        self.cursor.at += 1;
        if !self.cursor.eat(b'<') {
            return self.cursor.error("invalid named reference", start);
        }
        let name = names::name(&mut self.cursor)?;
        let node = NodeId(u32::try_from(self.nodes.len()).unwrap_or(u32::MAX));
        self.references.push((node, name));
        Ok(NodeKind::BackReference(Arc::from([])))
    }

    fn resolve_references(&mut self) -> Read<()> {
        let names: HashMap<&str, Arc<[u32]>> =
            self.names.iter().map(|(name, groups)| (name.as_str(), Arc::from(groups.as_slice()))).collect();
        for (id, name) in &self.references {
            let Some(node) = self.nodes.get_mut(id.0 as usize) else { continue };
            let Some(groups) = names.get(name.as_str()) else {
                return Err(SyntaxError::boxed("invalid named capture referenced", node.span));
            };
            node.kind = NodeKind::BackReference(groups.clone());
        }
        Ok(())
    }

    /// The term with the quantifier after it, if there is one.
    fn quantified(&mut self, inside: NodeId, allowed: bool) -> Read<()> {
        let start = self.cursor.at;
        let Some((min, max)) = quantifier::quantifier(&mut self.cursor) else {
            self.here.terms.push(inside);
            return Ok(());
        };
        if max.is_some_and(|max| max < min) {
            return self.cursor.error("numbers out of order in {} quantifier", start);
        }
        let lazy = self.cursor.eat(b'?');
        if !allowed {
            return self.cursor.error("invalid quantifier", start);
        }
        let term_start = self.nodes.get(inside.0 as usize).map_or(start, |node| node.span.start);
        let repeat = self.push(NodeKind::Repeat { min, max, lazy, inside }, term_start);
        self.here.terms.push(repeat);
        Ok(())
    }
}
