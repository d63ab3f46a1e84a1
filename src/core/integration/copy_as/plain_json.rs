//! Equivalent JSON in the characters that Windows' shells pass on: printable ASCII, everything else as `\uXXXX`.
//!
//! A text that is not JSON stays invalid.

use std::fmt::Write;

/// `taken`: the special characters of the shell; a double quote among them is one inside a string. `one_line`: line
/// breaks between tokens become spaces.
pub(super) fn plain(json: &str, taken: &str, one_line: bool) -> String {
    let mut plain = String::with_capacity(json.len());
    let mut chars = json.chars().peekable();
    let mut in_string = false;
    while let Some(c) = chars.next() {
        match c {
            '"' => {
                in_string = !in_string;
                plain.push(c);
            }
            '\\' if in_string => match chars.next() {
                Some('"') if taken.contains('"') => push_unit(&mut plain, 0x22),
                next => {
                    plain.push(c);
                    plain.extend(next.filter(char::is_ascii_graphic));
                }
            },
            '\n' if !in_string && one_line => {
                plain.push(' ');
                while chars.next_if(char::is_ascii_whitespace).is_some() {}
            }
            '\n' if !in_string => plain.push(c),
            '\r' if !in_string => {}
            '\t' if !in_string => plain.push(' '),
            ' '..='~' if !taken.contains(c) => plain.push(c),
            _ => c.encode_utf16(&mut [0; 2]).iter().for_each(|unit| push_unit(&mut plain, *unit)),
        }
    }
    plain
}

fn push_unit(plain: &mut String, unit: u16) {
    _ = write!(plain, "\\u{unit:04X}");
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn means_the_same() {
        let json = "{\r\n\t\"a\": \"ü😀 \\\" \\\\ 100% & 'b'\",\n\n  \"c\": [1, 2]\n}";
        assert_eq!(plain(json, "", false), "{\n \"a\": \"\\u00FC\\uD83D\\uDE00 \\\" \\\\ 100% & 'b'\",\n\n  \"c\": [1, 2]\n}");
        assert_eq!(plain(json, "\"%&", true), r#"{ "a": "\u00FC\uD83D\uDE00 \u0022 \\ 100\u0025 \u0026 'b'", "c": [1, 2] }"#);
    }

    #[test]
    fn takes_what_is_no_json() {
        for text in ["", "\"", "\"\\", "\"\\ü", "\"\n", "\0", "{\"a\": “b”}"] {
            assert!(plain(text, "\"", true).bytes().all(|byte| matches!(byte, b' '..=b'~')), "{text}");
        }
    }
}
