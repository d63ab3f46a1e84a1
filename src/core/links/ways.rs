//! The ways in which what a pattern matches may begin, up to the end of the host.
//!
//! In: a syntax tree. Out: for every way through its choices the literal units, unescaped dots and unknown stretches
//! in order, with their places in the pattern. It leaves out everything after the host, and gives up where a pattern has
//! more than a few ways. Places count UTF-16 units, as the tree does.

use crate::core::pattern::syntax::{ClassKind, NodeId, NodeKind, Syntax};
use crate::core::text::Span;

const MANY_WAYS: usize = 64;
const LONG: usize = 300;
const DEEP: usize = 60;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    pub span: Span,
    pub what: What,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    Unit(u16),
    /// `.`, once: in a host most likely meant as a dot.
    Dot,
    /// Anything whose text is not known, of any length.
    Wild,
}

impl What {
    fn is(self, wanted: u8) -> bool {
        self == Self::Unit(u16::from(wanted))
    }

    fn is_dot(self) -> bool {
        self == Self::Dot || self.is(b'.')
    }
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Way {
    pieces: Vec<Piece>,
    /// Where the host starts: after `://`.
    host: Option<usize>,
    ended: bool,
}

impl Way {
    /// The host: what stands after `://`, or at the beginning where there is no scheme and it reads like a host.
    pub fn host(&self) -> Option<&[Piece]> {
        let from = self.pieces.get(self.host.unwrap_or(0)..)?;
        let end = from.iter().position(|piece| b"/?#:".iter().any(|byte| piece.what.is(*byte))).unwrap_or(from.len());
        let host = &from[..end];
        let dotted = host.iter().any(|piece| piece.what.is_dot());
        (dotted || (self.host.is_some() && !host.is_empty())).then_some(host)
    }

    fn push(&mut self, span: Span, what: What) {
        let before = |back: usize| self.pieces.len().checked_sub(back).and_then(|at| self.pieces.get(at)).map(|piece| piece.what);
        let after = |byte: u8, back: usize| before(back).is_some_and(|what| what.is(byte));
        if self.host.is_none() && what.is(b'/') && after(b'/', 1) && after(b':', 2) {
            self.host = Some(self.pieces.len() + 1);
        } else if what.is(b'?') || what.is(b'#') || what.is(b'/') && (self.host.is_some() || !after(b':', 1)) {
            self.ended = true;
        }
        self.pieces.push(Piece { span, what });
        self.ended |= self.pieces.len() >= LONG;
    }
}

/// `None` where there are too many ways.
pub fn ways(syntax: &Syntax) -> Option<Vec<Way>> {
    extend(syntax, syntax.root, vec![Way::default()], 0)
}

/// Every way so far, gone on with a part of the pattern.
fn extend(syntax: &Syntax, id: NodeId, mut ways: Vec<Way>, depth: usize) -> Option<Vec<Way>> {
    if ways.len() > MANY_WAYS {
        return None;
    }
    let node = syntax.node(id);
    let what = match &node.kind {
        _ if depth > DEEP => What::Wild,
        NodeKind::Empty | NodeKind::Start | NodeKind::Boundary { .. } | NodeKind::Look { .. } => return Some(ways),
        NodeKind::End => {
            for way in &mut ways {
                way.ended = true;
            }
            return Some(ways);
        }
        NodeKind::Sequence(parts) => {
            for part in parts {
                if ways.iter().all(|way| way.ended) {
                    break;
                }
                ways = extend(syntax, *part, ways, depth + 1)?;
            }
            return Some(ways);
        }
        NodeKind::Alternatives(choices) => {
            let (mut all, open): (Vec<_>, _) = ways.into_iter().partition(|way| way.ended);
            for choice in choices {
                all.extend(extend(syntax, *choice, open.clone(), depth + 1)?);
                if all.len() > MANY_WAYS {
                    return None;
                }
            }
            return Some(all);
        }
        NodeKind::Capture { inside, .. }
        | NodeKind::Group { inside, .. }
        | NodeKind::Repeat { min: 1, max: Some(1), inside, .. } => {
            return extend(syntax, *inside, ways, depth + 1);
        }
        NodeKind::Repeat { min: 0, max: Some(1), inside, .. } => {
            let (mut all, open): (Vec<_>, _) = ways.into_iter().partition(|way| way.ended);
            all.extend(extend(syntax, *inside, open.clone(), depth + 1)?);
            all.extend(open);
            return Some(all);
        }
        NodeKind::Unit(unit) => What::Unit(*unit),
        NodeKind::Any => What::Dot,
        NodeKind::Class { negated: false, items } => match items.as_slice() {
            [item] => match item.kind {
                ClassKind::Unit(unit) => What::Unit(unit),
                _ => What::Wild,
            },
            _ => What::Wild,
        },
        NodeKind::Class { .. } | NodeKind::Set(_) | NodeKind::BackReference(_) | NodeKind::Repeat { .. } => What::Wild,
    };
    for way in ways.iter_mut().filter(|way| !way.ended) {
        way.push(node.span, what);
    }
    Some(ways)
}
