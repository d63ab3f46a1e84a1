//! curl for bash and its kin, macOS and Linux.

use super::curl::{Shell, command};
use super::plan::Plan;
use super::{Body, push_hex};
use crate::core::integration::Secret;
use crate::core::text::has;

/// Linux takes no argument of 128 KB.
const LONG: usize = 100_000;

const NEXT_LINE: &str = " \\\n  ";

const BASH: Shell = Shell {
    program: "curl",
    next_line: NEXT_LINE,
    quote,
    basic: |client_id| ["--user ", &quote(&[client_id, ":"].concat(), Some(Secret::ClientSecret))].concat(),
    secret_field: |name, secret| ["--data-urlencode ", &quote(&[name, "="].concat(), Some(secret))].concat(),
    readable: |c| c != '\0',
};

pub(super) fn code(plan: &Plan) -> String {
    let command = command(plan, &BASH);
    match plan.body {
        // `printf` is no program but bash itself, which has no limit.
        Body::Json(json) if json.len() > LONG => {
            ["printf '%s' ", &word(json), " |\n", &command, NEXT_LINE, "--data-binary @-\n"].concat()
        }
        Body::Json(json) => [&command, NEXT_LINE, "--data-raw ", &word(json), "\n"].concat(),
        _ => [&command, "\n"].concat(),
    }
}

/// A variable in double quotes is one word, whatever it holds.
fn quote(text: &str, secret: Option<Secret>) -> String {
    let Some(secret) = secret else { return word(text) };
    if text.chars().all(|c| c.is_ascii_alphanumeric() || has(" :=._-", c)) {
        ["\"", text, "$", secret.variable(), "\""].concat()
    } else {
        [&word(text), "\"$", secret.variable(), "\""].concat()
    }
}

/// In single quotes, which only an apostrophe ends. Control characters, which a terminal would act upon when pasted, need
/// the quotes that know escapes.
fn word(text: &str) -> String {
    let escapes = text.bytes().any(|byte| byte.is_ascii_control() && !matches!(byte, b'\0' | b'\n' | b'\t'));
    let mut word = String::from(if escapes { "$'" } else { "'" });
    for c in text.chars() {
        match c {
            '\0' => {}
            '\'' => word.push_str(if escapes { "\\'" } else { "'\\''" }),
            '\\' if escapes => word.push_str("\\\\"),
            '\r' => word.push_str("\\r"),
            '\n' | '\t' => word.push(c),
            _ if c.is_ascii_control() => {
                word.push_str("\\x");
                push_hex(&mut word, c.into(), 2);
            }
            _ => word.push(c),
        }
    }
    word.push('\'');
    word
}
