//! What a backslash and the units after it mean, in a class and out of it. Back-references, assertions and what only a
//! class knows are left to those who call.

use super::cursor::Cursor;
use super::{Read, Set, SetName};

/// `\d` and its like; the cursor stands on the letter.
pub(super) fn set(cursor: &mut Cursor) -> Option<Set> {
    let letter = cursor.peek()?;
    let name = match letter.to_ascii_lowercase() {
        b'd' => SetName::Digit,
        b's' => SetName::Space,
        b'w' => SetName::Word,
        _ => return None,
    };
    cursor.at += 1;
    Some(Set { name, negated: letter.is_ascii_uppercase() })
}

/// The one unit that an escape stands for; the cursor stands after the backslash, which is not the pattern's end.
///
/// Where names have a meaning, `\k` has no other.
pub(super) fn unit(cursor: &mut Cursor, in_class: bool, has_names: bool) -> Read<u16> {
    let backslash = cursor.at - 1;
    let Some(unit) = cursor.unit() else { return cursor.error("\\ at end of pattern", backslash) };
    if let Some(b'c') = cursor.peek() {
        return Ok(control(cursor, in_class));
    }
    if let Some(b'0'..=b'7') = cursor.peek() {
        return Ok(octal(cursor));
    }
    cursor.at += 1;
    match u8::try_from(unit) {
        Ok(b'f') => Ok(0x0C),
        Ok(b'n') => Ok(0x0A),
        Ok(b'r') => Ok(0x0D),
        Ok(b't') => Ok(0x09),
        Ok(b'v') => Ok(0x0B),
        Ok(b'x') => Ok(cursor.hex(2).unwrap_or(unit)),
        Ok(b'u') => Ok(cursor.hex(4).unwrap_or(unit)),
        Ok(b'k') if has_names => cursor.error("invalid escape", backslash),
        _ => Ok(unit),
    }
}

/// `\cA`. Before anything but a letter (in a class: a digit or `_` too) the backslash means itself and `c` is read again.
fn control(cursor: &mut Cursor, in_class: bool) -> u16 {
    match cursor.peek_after(1) {
        Some(letter) if letter.is_ascii_alphabetic() || in_class && (letter.is_ascii_digit() || letter == b'_') => {
            cursor.at += 2;
            u16::from(letter & 0x1F)
        }
        _ => u16::from(b'\\'),
    }
}

/// Up to three octal digits, below 256.
fn octal(cursor: &mut Cursor) -> u16 {
    let mut value = 0;
    for _ in 0..3 {
        let Some(digit @ b'0'..=b'7') = cursor.peek() else { break };
        let longer = value * 8 + u16::from(digit - b'0');
        if longer > 0xFF {
            break;
        }
        value = longer;
        cursor.at += 1;
    }
    value
}
