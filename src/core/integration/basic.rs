//! HTTP Basic Authentication: base64 of `CLIENT_ID:CLIENT_SECRET`.
//!
//! In: the two, or the text behind `Basic`. Out: the other. Text that is encoded wrongly is read as it was meant, and each
//! fault is reported.

use base64::DecodeError;
use base64::prelude::{BASE64_STANDARD as STANDARD, Engine};

use crate::core::text::Span;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credentials {
    pub client_id: String,
    pub secret: String,
}

/// What is wrong with the encoded text. Spans are bytes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BasicFault {
    /// A character outside of base64's alphabet.
    Alphabet(Span),
    /// `-` or `_`, which replace `+` and `/` in URLs only.
    UrlSafe(Span),
    /// Too few or too many `=` at the end.
    Padding,
    Utf8,
    Colon,
    /// A line break at the end, as `echo` adds one.
    LineBreak,
}

/// The value of the header `Authorization`.
pub fn encode(client_id: &str, client_secret: &str) -> String {
    format!("Basic {}", STANDARD.encode(format!("{client_id}:{client_secret}")))
}

/// Decodes the text behind `Basic` as far as possible.
pub fn decode(encoded: &str) -> (Option<Credentials>, Vec<BasicFault>) {
    let (bytes, mut faults) = bytes(encoded);
    let Some(plain) = bytes.and_then(|bytes| String::from_utf8(bytes).map_err(|_| faults.push(BasicFault::Utf8)).ok()) else {
        return (None, faults);
    };
    if plain.ends_with(['\n', '\r']) {
        faults.push(BasicFault::LineBreak);
    }
    let Some((client_id, secret)) = plain.split_once(':') else {
        faults.push(BasicFault::Colon);
        return (None, faults);
    };
    (Some(Credentials { client_id: client_id.to_owned(), secret: secret.to_owned() }), faults)
}

/// The encoded bytes, unless a character is not base64.
fn bytes(encoded: &str) -> (Option<Vec<u8>>, Vec<BasicFault>) {
    let letters = encoded.trim_end_matches('=');
    // Filled up to groups of four, so that a wrong length does not hide a wrong character.
    let filled = letters.len().next_multiple_of(4);
    let mut standard = letters.replace('-', "+").replace('_', "/");
    standard.extend(std::iter::repeat_n('A', filled - letters.len()));
    let mut bytes = match STANDARD.decode(standard) {
        Ok(bytes) => bytes,
        Err(DecodeError::InvalidByte(at, _)) => return (None, vec![BasicFault::Alphabet(character(letters, at))]),
        Err(_) => return (None, vec![BasicFault::Padding]),
    };
    bytes.truncate(letters.len() * 3 / 4);
    let url_safe = letters.find(['-', '_']).map(|at| BasicFault::UrlSafe(Span::new(at, at + 1)));
    let padded = letters.len() % 4 != 1 && encoded.len() == filled;
    (Some(bytes), url_safe.into_iter().chain((!padded).then_some(BasicFault::Padding)).collect())
}

fn character(text: &str, at: usize) -> Span {
    Span::new(at, at + text[at..].chars().next().map_or(0, char::len_utf8))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{BasicFault, Credentials, decode, encode};
    use crate::core::text::Span;

    fn credentials(client_id: &str, secret: &str) -> Credentials {
        Credentials { client_id: client_id.to_owned(), secret: secret.to_owned() }
    }

    #[test]
    fn encodes() {
        for (client_id, secret, expected) in [
            ("", "", "Basic Og=="),
            ("a", "", "Basic YTo="),
            ("a", "b", "Basic YTpi"),
            ("mRkZGFjM", "ZGVmMjMz", "Basic bVJrWkdGak06WkdWbU1qTXo="),
            ("é", "🙂?>", "Basic w6k68J+Zgj8+"),
        ] {
            assert_eq!(encode(client_id, secret), expected);
        }
    }

    #[test]
    fn decodes_and_says_what_is_wrong() {
        let at = |at: usize, length: usize| Span::new(at, at + length);
        for (encoded, expected, faults) in [
            ("YTpi", Some(credentials("a", "b")), &[][..]),
            ("YTo=", Some(credentials("a", "")), &[]),
            ("YTo", Some(credentials("a", "")), &[BasicFault::Padding]),
            ("YTpi=", Some(credentials("a", "b")), &[BasicFault::Padding]),
            ("YTpiY", Some(credentials("a", "b")), &[BasicFault::Padding]),
            ("w6k68J-Zgj8-", Some(credentials("é", "🙂?>")), &[BasicFault::UrlSafe(at(6, 1))]),
            ("YTpi\u{e9}", None, &[BasicFault::Alphabet(at(4, 2))]),
            ("a:b", None, &[BasicFault::Alphabet(at(1, 1))]),
            ("YT=pi", None, &[BasicFault::Alphabet(at(2, 1))]),
            ("YTpiY=b", None, &[BasicFault::Alphabet(at(5, 1))]),
            ("a:b!c", None, &[BasicFault::Alphabet(at(1, 1))]),
            ("YTpi\n", None, &[BasicFault::Alphabet(at(4, 1))]),
            ("YWI=", None, &[BasicFault::Colon]),
            ("/w==", None, &[BasicFault::Utf8]),
            ("YTpiCg==", Some(credentials("a", "b\n")), &[BasicFault::LineBreak]),
            ("", None, &[BasicFault::Colon]),
            ("====", None, &[BasicFault::Padding, BasicFault::Colon]),
        ] {
            assert_eq!(decode(encoded), (expected, faults.to_vec()), "{encoded}");
        }
    }

    proptest! {
        #[test]
        fn what_is_encoded_is_read(client_id in "[^:]{0,9}", secret in ".{0,9}x") {
            let header = encode(&client_id, &secret);
            prop_assert_eq!(decode(header.trim_start_matches("Basic ")), (Some(credentials(&client_id, &secret)), vec![]));
        }
    }
}
