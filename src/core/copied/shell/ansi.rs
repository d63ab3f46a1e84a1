//! `$'…'`: the inside of ANSI-C quotes, as bash reads it.

use super::super::traced::Traced;

/// Bytes with the places of their escapes. Half a surrogate pair waits for the other half, since Chrome writes both as `\u`.
#[derive(Default)]
struct Bytes {
    bytes: Vec<(u8, usize)>,
    high: Option<(u32, usize)>,
}

impl Bytes {
    fn push(&mut self, code: u32, at: usize) {
        if let Some((high, place)) = self.high.take() {
            if (0xDC00..0xE000).contains(&code) {
                return self.push_char(0x1_0000 + ((high - 0xD800) << 10) + (code - 0xDC00), place);
            }
            self.push_char(0xFFFD, place);
        }
        if (0xD800..0xDC00).contains(&code) { self.high = Some((code, at)) } else { self.push_char(code, at) }
    }

    fn push_char(&mut self, code: u32, at: usize) {
        let c = char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER);
        self.bytes.extend(c.encode_utf8(&mut [0; 4]).bytes().map(|byte| (byte, at)));
    }

    fn push_byte(&mut self, byte: u32, at: usize) {
        // Digits of an octal escape may say more than a byte, of which bash keeps the low one.
        self.bytes.push((byte.to_le_bytes()[0], at));
    }
}

/// Appends the inside of the quotes, which begins at a byte of the source; returns the byte behind the closing quote, or
/// `None` where there is none.
pub fn read(source: &str, start: usize, word: &mut Traced) -> Option<usize> {
    let mut bytes = Bytes::default();
    let mut at = start;
    let mut end = None;
    while let Some(c) = source[at..].chars().next() {
        match c {
            '\'' => {
                end = Some(at + 1);
                break;
            }
            '\\' => at = escape(source, at, &mut bytes),
            _ => {
                bytes.push(u32::from(c), at);
                at += c.len_utf8();
            }
        }
    }
    if let Some((_, place)) = bytes.high.take() {
        bytes.push_char(0xFFFD, place);
    }
    word.push_bytes(&bytes.bytes);
    end
}

/// Reads an escape; returns the byte behind it.
fn escape(source: &str, at: usize, bytes: &mut Bytes) -> usize {
    let Some(c) = source[at + 1..].chars().next() else {
        bytes.push(u32::from('\\'), at);
        return at + 1;
    };
    let behind = at + 1 + c.len_utf8();
    let number = |start: usize, most: usize, radix: u32| {
        let digits = source[start..].chars().take(most).take_while(|digit| digit.is_digit(radix)).count();
        (u32::from_str_radix(&source[start..start + digits], radix).ok(), start + digits)
    };
    let plain = match c {
        'a' => 0x07,
        'b' => 0x08,
        'e' | 'E' => 0x1B,
        'f' => 0x0C,
        'n' => 0x0A,
        'r' => 0x0D,
        't' => 0x09,
        'v' => 0x0B,
        '\\' | '\'' | '"' | '?' => u32::from(c),
        '0'..='7' | 'x' => {
            let (byte, end) = if c == 'x' { number(behind, 2, 16) } else { number(at + 1, 3, 8) };
            match byte {
                Some(byte) => bytes.push_byte(byte, at),
                None => bytes.push(u32::from('\\'), at),
            }
            return if byte.is_some() { end } else { at + 1 };
        }
        'u' | 'U' => {
            let (code, end) = number(behind, if c == 'u' { 4 } else { 8 }, 16);
            bytes.push(code.unwrap_or(u32::from('\\')), at);
            return if code.is_some() { end } else { at + 1 };
        }
        _ => {
            // bash keeps both characters.
            bytes.push(u32::from('\\'), at);
            return at + 1;
        }
    };
    bytes.push(plain, at);
    behind
}
