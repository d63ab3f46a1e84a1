//! The spelling of a group's name.

use unicode_id_start::{is_id_continue, is_id_start};

use super::Read;
use super::cursor::{Cursor, hex_digit};

/// Reads `name>`; the cursor stands after the `<`.
pub(super) fn name(cursor: &mut Cursor) -> Read<String> {
    let start = cursor.at;
    let mut name = String::new();
    loop {
        let escaped = cursor.peek() == Some(b'\\') && cursor.peek_after(1) == Some(b'u');
        let unit = if escaped { escaped_character(cursor)? } else { character(cursor) };
        match unit {
            Some('>') if !escaped && !name.is_empty() => return Ok(name),
            Some(letter) if is_part(letter, name.is_empty()) => name.push(letter),
            _ => return cursor.error("invalid capture group name", start),
        }
    }
}

fn is_part(letter: char, first: bool) -> bool {
    match letter {
        '$' | '_' => true,
        // The zero-width joiner and non-joiner.
        '\u{200C}' | '\u{200D}' => !first,
        _ if first => is_id_start(letter),
        _ => is_id_continue(letter),
    }
}

/// The character here, which may take two units; `None` at the end and for an unpaired surrogate.
fn character(cursor: &mut Cursor) -> Option<char> {
    let rest = cursor.source.get(cursor.at..)?;
    let character = char::decode_utf16(rest.iter().take(2).copied()).next()?;
    cursor.at += character.as_ref().map_or(1, |character| character.len_utf16());
    character.ok()
}

/// `\u0061`, `\u{61}`, or two of the first kind for a surrogate pair.
fn escaped_character(cursor: &mut Cursor) -> Read<Option<char>> {
    let start = cursor.at;
    cursor.at += 2;
    let value = if cursor.eat(b'{') { braced(cursor) } else { cursor.hex(4).map(|unit| joined(cursor, unit)) };
    match value {
        Some(value) => Ok(char::from_u32(value)),
        None => cursor.error("invalid Unicode escape", start),
    }
}

fn braced(cursor: &mut Cursor) -> Option<u32> {
    let mut value = None;
    while let Some(digit) = cursor.peek().and_then(hex_digit) {
        value = Some(value.unwrap_or(0) * 16 + u32::from(digit)).filter(|value| *value <= 0x10_FFFF);
        value?;
        cursor.at += 1;
    }
    cursor.eat(b'}').then_some(value?)
}

/// The unit, joined with the escape after it if the two are a surrogate pair.
fn joined(cursor: &mut Cursor, unit: u16) -> u32 {
    let after = cursor.at;
    if cursor.eat(b'\\') && cursor.eat(b'u') {
        let pair = cursor.hex(4).and_then(|second| char::decode_utf16([unit, second]).next()?.ok());
        if let Some(pair) = pair.filter(|pair| pair.len_utf16() == 2) {
            return u32::from(pair);
        }
    }
    cursor.at = after;
    u32::from(unit)
}
