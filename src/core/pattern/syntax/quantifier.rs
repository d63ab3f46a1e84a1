//! `*`, `+?`, `{2,3}`: how often a term may come. Lazy or not is left to the parser.

use super::cursor::Cursor;

/// What is at the cursor.
pub(super) fn quantifier(cursor: &mut Cursor) -> Option<(u32, Option<u32>)> {
    let bounds = match cursor.peek()? {
        b'*' => (0, None),
        b'+' => (1, None),
        b'?' => (0, Some(1)),
        b'{' => return braces(cursor),
        _ => return None,
    };
    cursor.at += 1;
    Some(bounds)
}

/// `{2}`, `{2,}`, `{2,3}`; what only looks like it stays where it is, since it means itself.
pub(super) fn braces(cursor: &mut Cursor) -> Option<(u32, Option<u32>)> {
    let start = cursor.at;
    let bounds = bounds(cursor);
    if bounds.is_none() {
        cursor.at = start;
    }
    bounds
}

fn bounds(cursor: &mut Cursor) -> Option<(u32, Option<u32>)> {
    cursor.at += 1;
    let min = cursor.number()?;
    if cursor.eat(b'}') {
        return Some((min, Some(min)));
    }
    if !cursor.eat(b',') {
        return None;
    }
    let max = cursor.number();
    cursor.eat(b'}').then_some((min, max))
}
