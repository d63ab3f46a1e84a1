//! The header `Authorization`: the credentials of `Basic`, the token of `Bearer`.

use super::documented;
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
        reader.fact("scheme", scheme, "your integration’s client ID and secret at Notion, in base64", false);
        credentials(reader, rest, rest_at);
    } else if scheme.eq_ignore_ascii_case("Bearer") {
        reader.fact("scheme", scheme, "anyone who has the token may ask", false);
        reader.fact("token", rest, "", true);
        reader.secret(Span::new(rest_at, text.len()));
        token(reader, rest, rest_at, at);
    } else {
        let span = Span::new(at, text.len());
        if rest.is_empty() && basic::decode(scheme).0.is_some() {
            wrong(reader, span, "`Basic` is missing", "Write the word and a space before the base64");
            credentials(reader, scheme, at);
        } else {
            reader.secret(span);
            let help = "Write `Basic` and base64 of `CLIENT_ID:CLIENT_SECRET`, or `Bearer` and the token";
            wrong(reader, span, "The header begins neither with `Basic` nor with `Bearer`", help);
        }
    }
}

fn wrong(reader: &mut Reader, span: Span, message: &str, help: &str) {
    reader.tell(&INVALID_AUTHORIZATION, span, message.to_owned(), help);
}

/// A token has no space in it (RFC 6750, 2.1); most often another scheme is in front of it.
fn token(reader: &mut Reader, token: &str, at: usize, header_at: usize) {
    let end = at + token.len();
    if token.is_empty() {
        return wrong(reader, Span::new(header_at, end), "`Bearer` has no token", "Put the access token after it");
    }
    let Some(space) = token.find(char::is_whitespace).filter(|_| !token.starts_with(['$', '<', '{'])) else { return };
    let second = ["Basic", "Bearer"].into_iter().find(|scheme| scheme.eq_ignore_ascii_case(&token[..space]));
    if let Some(scheme) = second {
        let message = format!("The header has two schemes, `Bearer` and `{scheme}`");
        wrong(reader, Span::new(at, at + space), &message, "Write one of them");
    } else {
        wrong(reader, Span::new(at + space, at + space + 1), "The token contains white space", "A token has none: copy it again");
    }
}

/// What is known of the credentials without decoding: a variable, or the Lab's own `base64(ID:$SECRET)`.
fn unencoded(reader: &mut Reader, encoded: &str, at: usize) -> bool {
    // A shell variable or a placeholder: its value is unknown.
    if encoded.starts_with(['$', '<']) {
        reader.fact("base64", encoded, "a variable with base64 of `CLIENT_ID:CLIENT_SECRET`", false);
        return true;
    }
    let inside = encoded.strip_prefix("base64(").and_then(|inside| inside.strip_suffix(')'));
    let Some((id, secret)) = inside.and_then(|inside| inside.split_once(':')) else { return false };
    client_id(reader, id, Span::new(at, at + encoded.len()));
    if !secret.starts_with('$') {
        reader.secret(Span::new(at, at + encoded.len()));
    }
    reader.fact("client_secret", secret, SECRET, !secret.starts_with('$'));
    true
}

fn credentials(reader: &mut Reader, encoded: &str, at: usize) {
    if unencoded(reader, encoded, at) {
        return;
    }
    let whole = Span::new(at, at + encoded.len());
    reader.secret(whole);
    let inside = |span: Span| Span::new(at + span.start, at + span.end);
    let line_break = encoded.find(['\r', '\n']);
    if let Some(line_break) = line_break {
        let help = "Encode without line breaks, as `base64 -w0` does";
        wrong(reader, inside(Span::new(line_break, line_break + 1)), "The base64 contains a line break", help);
    }
    let (credentials, faults) = basic::decode(&encoded.replace(['\r', '\n'], ""));
    for fault in faults {
        let (span, message, help) = match fault {
            BasicFault::Alphabet(span) if line_break.is_none() => (
                inside(span),
                format!("{} is not a character of base64", quoted(&encoded[span.start..span.end])),
                "Encode `CLIENT_ID:CLIENT_SECRET` in base64",
            ),
            BasicFault::Alphabet(_) => {
                (whole, "A character is not one of base64".to_owned(), "Encode `CLIENT_ID:CLIENT_SECRET` in base64")
            }
            BasicFault::UrlSafe(span) => (
                if line_break.is_none() { inside(span) } else { whole },
                "This is the base64 alphabet for URLs".to_owned(),
                "Write `+` for `-` and `/` for `_`",
            ),
            BasicFault::Padding => {
                (whole, "The length is not a multiple of four".to_owned(), "End it with one or two `=`, as encoders do")
            }
            BasicFault::Utf8 => (whole, "The decoded text is not UTF-8".to_owned(), "Encode `CLIENT_ID:CLIENT_SECRET`"),
            BasicFault::Colon => (whole, "The decoded text has no `:`".to_owned(), "Encode `CLIENT_ID:CLIENT_SECRET`"),
            BasicFault::LineBreak => (
                whole,
                "The decoded text ends with a line break".to_owned(),
                "`echo` adds the line break: print the text with `printf '%s'`",
            ),
        };
        wrong(reader, span, &message, help);
    }
    let Some(credentials) = credentials else { return };
    client_id(reader, &credentials.client_id, whole);
    reader.fact("client_secret", credentials.secret.trim_end(), SECRET, true);
}

const SECRET: &str = "the client secret of your integration at Notion";

/// Compares the ID with the one that Notion shows under "View integration". The form's ID is the other pair.
fn client_id(reader: &mut Reader, id: &str, span: Span) {
    let wanted = reader.known.settings.notion_client_id.trim();
    let form = reader.known.settings.client_id.trim();
    let is_form = !form.is_empty() && form == id && form != wanted;
    // Any other value may be the secret, if the two were swapped.
    let known = wanted == id || is_form;
    if is_form {
        let message = format!("{} is the client ID that Notion uses at your URLs", quoted(form));
        let help = "Use the ID and secret that Notion shows under “View integration” on your integration’s page";
        reader.tell(&UNEXPECTED_VALUE, span, message, help);
    } else if !wanted.is_empty() && !known && !documented::is_example_id(id) {
        let message = format!("The ID before `:` is not the Notion client ID {} of the settings", quoted(wanted));
        let help = "Encode `CLIENT_ID:CLIENT_SECRET`, as Notion shows them under “View integration”";
        reader.tell(&UNEXPECTED_VALUE, span, message, help);
    }
    let is_secret = !known && !id.starts_with(['$', '<']) && !documented::is_example_id(id);
    reader.fact("client_id", id, "the client ID of your integration at Notion", is_secret);
}
