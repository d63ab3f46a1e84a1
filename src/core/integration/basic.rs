//! HTTP Basic Authentication: base64 of `CLIENT_ID:CLIENT_SECRET`.
//!
//! In: the two, or what stands behind `Basic`. Out: the one or the other. What is written in a wrong way is read as it was
//! meant, and each fault told. Base64 is our own: these few lines do less than a package and say more of what is wrong.

use crate::core::text::Span;

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credentials {
    pub client_id: String,
    pub secret: String,
}

/// What is wrong with the encoded text; bytes are its.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BasicFault {
    /// A character that base64 does not have.
    Alphabet(Span),
    /// `-` and `_`, which stand for `+` and `/` in URLs only.
    UrlSafe(Span),
    /// `=` is missing at the end, or there is too much of it.
    Padding,
    Utf8,
    Colon,
    /// A line break at the end, as `echo` adds one.
    LineBreak,
}

/// The value of the header `Authorization`.
pub fn encode(client_id: &str, client_secret: &str) -> String {
    let mut plain = client_id.to_owned();
    plain.push(':');
    plain.push_str(client_secret);
    let mut header = "Basic ".to_owned();
    for three in plain.as_bytes().chunks(3) {
        let bits = three.iter().fold(0, |bits, byte| bits << 8 | usize::from(*byte)) << (8 * (3 - three.len()));
        for place in 0..4 {
            let letter = ALPHABET.get(bits >> (18 - 6 * place) & 63).copied().unwrap_or_default();
            header.push(if place > three.len() { '=' } else { char::from(letter) });
        }
    }
    header
}

/// What stands behind `Basic`, taken apart as far as it can be.
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

/// The bytes, where all letters are base64's.
fn bytes(encoded: &str) -> (Option<Vec<u8>>, Vec<BasicFault>) {
    let letters = encoded.trim_end_matches('=');
    let mut faults = Vec::new();
    let mut bytes = Vec::with_capacity(letters.len());
    let mut bits: usize = 0;
    for (place, (at, letter)) in letters.char_indices().enumerate() {
        let span = Span::new(at, at + letter.len_utf8());
        let standard = match letter {
            '-' => '+',
            '_' => '/',
            _ => letter,
        };
        if standard != letter && faults.is_empty() {
            faults.push(BasicFault::UrlSafe(span));
        }
        let Some(six) = ALPHABET.iter().position(|known| char::from(*known) == standard) else {
            return (None, vec![BasicFault::Alphabet(span)]);
        };
        bits = (bits << 6 | six) & 0xFF_FFFF;
        // Of the four letters for three bytes the first completes none.
        let spare = [8, 4, 2, 0][place % 4];
        if spare < 8 {
            bytes.push(u8::try_from(bits >> spare & 255).unwrap_or_default());
        }
    }
    if letters.len() % 4 == 1 || encoded.len() != letters.len().next_multiple_of(4) {
        faults.push(BasicFault::Padding);
    }
    (Some(bytes), faults)
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
