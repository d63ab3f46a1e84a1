//! One string of JSON: from its opening quote to its text and its end, with the verdict of `JSON.parse`.
//!
//! An escaped unpaired surrogate is valid JSON, but Rust's strings cannot hold it. It is read as U+FFFD, as every UTF-8
//! encoder would write it.

use std::borrow::Cow;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::core) enum Fault {
    Unclosed,
    /// A raw control character at this offset.
    Control(usize),
    /// A backslash at this offset that does not begin an escape.
    Escape(usize),
}

/// Reads the string that opens at `open`; gives its text and the offset behind its closing quote.
pub(in crate::core) fn read(text: &str, open: usize) -> Result<(Cow<'_, str>, usize), Fault> {
    let bytes = text.as_bytes();
    let mut decoded = String::new();
    let mut copied = open + 1;
    let mut at = copied;
    loop {
        match bytes.get(at) {
            None => return Err(Fault::Unclosed),
            Some(b'"') if copied == open + 1 => return Ok((Cow::Borrowed(&text[copied..at]), at + 1)),
            Some(b'"') => {
                decoded.push_str(&text[copied..at]);
                return Ok((Cow::Owned(decoded), at + 1));
            }
            Some(b'\\') => {
                decoded.push_str(&text[copied..at]);
                let (c, length) = escape(&bytes[at..]).ok_or(Fault::Escape(at))?;
                decoded.push(c);
                at += length;
                copied = at;
            }
            Some(0..0x20) => return Err(Fault::Control(at)),
            Some(_) => at += 1,
        }
    }
}

/// The character that the escape at the start means, and the length of the escape.
pub(in crate::core) fn escape(bytes: &[u8]) -> Option<(char, usize)> {
    if bytes.first() != Some(&b'\\') {
        return None;
    }
    let c = match bytes.get(1)? {
        b'"' => '"',
        b'\\' => '\\',
        b'/' => '/',
        b'b' => '\u{8}',
        b'f' => '\u{C}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'u' => return unicode(bytes),
        _ => return None,
    };
    Some((c, 2))
}

fn unicode(bytes: &[u8]) -> Option<(char, usize)> {
    let first = hex(bytes)?;
    if let (0xD800..0xDC00, Some(second @ 0xDC00..0xE000)) = (first, bytes.get(6..).and_then(hex)) {
        return Some((char::from_u32(0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00))?, 12));
    }
    Some((char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER), 6))
}

/// The number in the `\uXXXX` at the start.
fn hex(bytes: &[u8]) -> Option<u32> {
    let digits = bytes.strip_prefix(b"\\u")?.get(..4)?;
    digits.iter().try_fold(0, |number, digit| Some(number * 16 + char::from(*digit).to_digit(16)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_json_parse_reads() {
        let cases = [
            (r#""""#, ""),
            (r#""a/b" rest"#, "a/b"),
            (r#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t"),
            (r#""x\u0041y\u00e9""#, "xAyé"),
            (r#""\ud83d\uDE00!""#, "😀!"),
            (r#""\ud83d""#, "\u{FFFD}"),
            (r#""\ude00\ud83d\ud83d\ude00""#, "\u{FFFD}\u{FFFD}😀"),
            ("\"\u{7f}\u{2028}\"", "\u{7f}\u{2028}"),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text, 0).map(|(string, _)| string.into_owned()), Ok(expected.to_owned()), "{text}");
        }
    }

    #[test]
    fn says_where_it_breaks() {
        let cases = [
            ("\"a", Fault::Unclosed),
            ("\"a\\", Fault::Escape(2)),
            ("\"a\tb\"", Fault::Control(2)),
            (r#""a\x41""#, Fault::Escape(2)),
            (r#""\u12""#, Fault::Escape(1)),
            (r#""\u+123""#, Fault::Escape(1)),
            (r#""\'""#, Fault::Escape(1)),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text, 0), Err(expected), "{text}");
        }
    }
}
