//! Names of groups: how one is spelled, and which groups have it.

use super::cursor::{Cursor, hex_digit};
use super::{Read, identifier};

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
        '\u{200C}' | '\u{200D}' => !first,
        _ => identifier::is_start(letter) || !first && identifier::only_continues(letter),
    }
}

/// The character here, of two units perhaps; none at the end and for half a pair.
fn character(cursor: &mut Cursor) -> Option<char> {
    let rest = cursor.source.get(cursor.at..)?;
    let character = char::decode_utf16(rest.iter().take(2).copied()).next()?;
    cursor.at += character.as_ref().map_or(1, |character| character.len_utf16());
    character.ok()
}

/// `\u0061`, `\u{61}`, and two of the first kind for a pair.
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

/// The unit, together with the escape after it if they are the halves of a pair.
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

const BUCKETS: usize = 256;

/// The groups of each name. Patterns of thousands of names are found in no time, without the page paying for a hash map.
#[derive(Default)]
pub(super) struct Names {
    entries: Vec<(String, Vec<u32>)>,
    buckets: Vec<Vec<usize>>,
}

impl Names {
    /// The group that had this name last.
    pub fn last(&self, name: &str) -> Option<usize> {
        let (_, groups) = self.entries.get(self.place(name)?)?;
        groups.last().map(|group| *group as usize)
    }

    /// Which of the names this is.
    pub fn place(&self, name: &str) -> Option<usize> {
        let same = |place: &usize| self.entries.get(*place).is_some_and(|(other, _)| other == name);
        self.buckets.get(bucket(name))?.iter().copied().find(same)
    }

    pub fn add(&mut self, name: String, group: u32) {
        let known = self.place(&name);
        if let Some((_, groups)) = known.and_then(|place| self.entries.get_mut(place)) {
            groups.push(group);
            return;
        }
        self.buckets.resize(BUCKETS, Vec::new());
        if let Some(places) = self.buckets.get_mut(bucket(&name)) {
            places.push(self.entries.len());
        }
        self.entries.push((name, vec![group]));
    }

    pub fn entries(&self) -> impl Iterator<Item = &[u32]> {
        self.entries.iter().map(|(_, groups)| groups.as_slice())
    }
}

fn bucket(name: &str) -> usize {
    name.bytes().fold(0, |hash: usize, byte| hash.wrapping_mul(31) ^ usize::from(byte)) % BUCKETS
}
