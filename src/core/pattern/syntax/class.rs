//! `[…]`: the units, ranges and sets of a character class in the order they are written.

use super::cursor::Cursor;
use super::{ClassItem, ClassKind, NodeKind, Read, escape};

/// Reads a class whose `[` is at the cursor.
pub(super) fn class(cursor: &mut Cursor, has_names: bool) -> Read<NodeKind> {
    let start = cursor.at;
    cursor.at += 1;
    let negated = cursor.eat(b'^');
    let mut items = Vec::new();
    while !matches!(cursor.peek(), None | Some(b']')) {
        item(cursor, has_names, &mut items)?;
    }
    if !cursor.eat(b']') {
        return cursor.error("unterminated character class", start);
    }
    Ok(NodeKind::Class { negated, items })
}

/// A unit, a set, or a range; a hyphen beside a set means itself.
fn item(cursor: &mut Cursor, has_names: bool, items: &mut Vec<ClassItem>) -> Read<()> {
    let first = atom(cursor, has_names)?;
    let hyphen = cursor.at;
    if cursor.peek() != Some(b'-') || matches!(cursor.peek_after(1), None | Some(b']')) {
        items.push(first);
        return Ok(());
    }
    cursor.at += 1;
    let hyphen = ClassItem { span: cursor.span_from(hyphen), kind: ClassKind::Unit(u16::from(b'-')) };
    let last = atom(cursor, has_names)?;
    match (first.kind, last.kind) {
        (ClassKind::Unit(from), ClassKind::Unit(to)) if from > to => {
            cursor.error("range out of order in character class", first.span.start)
        }
        (ClassKind::Unit(from), ClassKind::Unit(to)) => {
            items.push(ClassItem { span: cursor.span_from(first.span.start), kind: ClassKind::Range(from, to) });
            Ok(())
        }
        _ => {
            items.extend([first, hyphen, last]);
            Ok(())
        }
    }
}

fn atom(cursor: &mut Cursor, has_names: bool) -> Read<ClassItem> {
    let start = cursor.at;
    let unit = cursor.unit().unwrap_or_default();
    cursor.at += 1;
    let kind = if unit != u16::from(b'\\') {
        ClassKind::Unit(unit)
    } else if cursor.eat(b'b') {
        ClassKind::Unit(0x08)
    } else if let Some(set) = escape::set(cursor) {
        ClassKind::Set(set)
    } else {
        ClassKind::Unit(escape::unit(cursor, true, has_names)?)
    };
    Ok(ClassItem { span: cursor.span_from(start), kind })
}
