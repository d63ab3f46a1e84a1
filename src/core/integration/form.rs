//! `application/x-www-form-urlencoded`, in which queries and the bodies of token requests are written (RFC 6749,
//! appendix B): text in, encoded text out.

use crate::core::text::{has, split};

/// The encoded text: a space is `+`, whatever a browser's form would escape is `%` and two digits for each byte.
pub fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        let letter = char::from(byte);
        match letter {
            ' ' => encoded.push('+'),
            'a'..='z' | 'A'..='Z' | '0'..='9' | '*' | '-' | '.' | '_' => encoded.push(letter),
            _ => {
                let digit = |nibble: u8| char::from_digit(nibble.into(), 16).unwrap_or('0').to_ascii_uppercase();
                encoded.extend(['%', digit(byte >> 4), digit(byte & 15)]);
            }
        }
    }
    encoded
}

/// The URL with pairs behind what its query holds already; a fragment stays at the end.
pub fn with_query(url: &str, pairs: &[(&str, &str)]) -> String {
    let (address, fragment) = split(url, url.find('#').unwrap_or(url.len()));
    let mut whole = address.to_owned();
    let mut joint = match address {
        open if open.ends_with(['?', '&']) => "",
        query if has(query, '?') => "&",
        _ => "?",
    };
    for (name, value) in pairs {
        whole.extend([joint, name, "=", &encode(value)]);
        joint = "&";
    }
    whole.push_str(fragment);
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodes_as_a_form_does() {
        for (text, encoded) in [
            ("tga@YNV9cfw4yrv0thw", "tga%40YNV9cfw4yrv0thw"),
            ("The user has denied your application access", "The+user+has+denied+your+application+access"),
            ("https://notion.so/a", "https%3A%2F%2Fnotion.so%2Fa"),
            ("a+b&c=d%~", "a%2Bb%26c%3Dd%25%7E"),
            ("é🔨\n\u{0}", "%C3%A9%F0%9F%94%A8%0A%00"),
            ("*-._", "*-._"),
            ("", ""),
        ] {
            assert_eq!(encode(text), encoded);
        }
    }

    #[test]
    fn a_query_is_joined_to_what_the_url_has() {
        for (url, whole) in [
            ("https://acme.com/a", "https://acme.com/a?x=1&y=%26"),
            ("https://acme.com/a?b=c", "https://acme.com/a?b=c&x=1&y=%26"),
            ("https://acme.com/a?", "https://acme.com/a?x=1&y=%26"),
            ("https://acme.com/a?b&", "https://acme.com/a?b&x=1&y=%26"),
            ("https://acme.com/a#f?g", "https://acme.com/a?x=1&y=%26#f?g"),
            ("", "?x=1&y=%26"),
        ] {
            assert_eq!(with_query(url, &[("x", "1"), ("y", "&")]), whole);
        }
    }
}
