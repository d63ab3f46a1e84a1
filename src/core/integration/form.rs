//! `application/x-www-form-urlencoded`, in which queries and the bodies of token requests are written (RFC 6749,
//! appendix B): text in, encoded text out.

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
}
