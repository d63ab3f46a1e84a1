//! The header `Authorization`: the credentials of `Basic`, the token of `Bearer`.

use super::http::strip_prefix;
use super::reader::Reader;
use crate::core::integration::basic::{self, BasicFault};
use crate::core::rules::place::quoted;
use crate::core::rules::protocol::{INVALID_AUTHORIZATION, UNEXPECTED_VALUE};
use crate::core::text::Span;

pub fn read(reader: &mut Reader, text: &str) {
    let value = strip_prefix(text, "Authorization:").map_or(text, str::trim_start);
    let at = text.len() - value.len();
    let (scheme, rest) = value.split_at(value.find(' ').unwrap_or(value.len()));
    let rest = rest.trim_start();
    let rest_at = text.len() - rest.len();
    if scheme.eq_ignore_ascii_case("Basic") {
        reader.fact("scheme", scheme, "the client ID and secret in base64", false);
        credentials(reader, rest, rest_at);
    } else if scheme.eq_ignore_ascii_case("Bearer") {
        reader.fact("scheme", scheme, "whoever has the token may ask", false);
        reader.fact("token", rest, "", true);
        if rest.is_empty() {
            wrong(reader, Span::new(at, text.len()), "`Bearer` has no token", "put the access token behind it");
        }
    } else {
        let span = Span::new(at, text.len());
        if rest.is_empty() && basic::decode(scheme).0.is_some() {
            wrong(reader, span, "`Basic` is missing", "write the word and a space before the base64");
            credentials(reader, scheme, at);
        } else {
            let help = "write `Basic` and base64 of `CLIENT_ID:CLIENT_SECRET`, or `Bearer` and the token";
            wrong(reader, span, "the header begins neither with `Basic` nor with `Bearer`", help);
        }
    }
}

fn wrong(reader: &mut Reader, span: Span, message: &str, help: &str) {
    reader.tell(&INVALID_AUTHORIZATION, span, message.to_owned(), help);
}

fn credentials(reader: &mut Reader, encoded: &str, at: usize) {
    // A shell variable: its value is unknown.
    if encoded.starts_with('$') {
        return reader.fact("base64", encoded, "a variable: base64 of `CLIENT_ID:CLIENT_SECRET`", false);
    }
    let whole = Span::new(at, at + encoded.len());
    let inside = |span: Span| Span::new(at + span.start, at + span.end);
    let (credentials, faults) = basic::decode(encoded);
    for fault in faults {
        let (span, message, help) = match fault {
            BasicFault::Alphabet(span) => (
                inside(span),
                format!("{} is no letter of base64", quoted(&encoded[span.start..span.end])),
                "encode `CLIENT_ID:CLIENT_SECRET` in base64",
            ),
            BasicFault::UrlSafe(span) => {
                (inside(span), "this is the alphabet for URLs".to_owned(), "write `+` for `-` and `/` for `_`")
            }
            BasicFault::Padding => {
                (whole, "the length is no multiple of four".to_owned(), "end it with one or two `=` where the encoder puts them")
            }
            BasicFault::Utf8 => (whole, "what is encoded is not UTF-8".to_owned(), "encode `CLIENT_ID:CLIENT_SECRET`"),
            BasicFault::Colon => (whole, "what is encoded has no `:`".to_owned(), "encode `CLIENT_ID:CLIENT_SECRET`"),
            BasicFault::LineBreak => {
                (whole, "what is encoded ends with a line break".to_owned(), "`echo` adds it: use `printf '%s'`")
            }
        };
        wrong(reader, span, &message, help);
    }
    let Some(credentials) = credentials else { return };
    let wanted = reader.known.settings.client_id.trim();
    // Any other value may be the secret, if the two were swapped.
    let known = wanted == credentials.client_id;
    if !wanted.is_empty() && !known {
        let message = format!("what stands before `:` is not the client ID {} of the settings", quoted(wanted));
        reader.tell(&UNEXPECTED_VALUE, whole, message, "encode `CLIENT_ID:CLIENT_SECRET`, with the Client ID of the settings");
    }
    reader.fact("client_id", &credentials.client_id, "the OAuth Client ID", !known);
    reader.fact("client_secret", credentials.secret.trim_end(), "the OAuth Client Secret", true);
}
