//! curl for bash and similar shells on macOS and Linux.

use std::fmt::Write;

use super::Body;
use super::curl::{Shell, command};
use super::plan::Plan;
use crate::core::integration::Secret;

/// Linux limits an argument to 128 KB.
const LONG: usize = 100_000;

const NEXT_LINE: &str = " \\\n  ";

const BASH: Shell = Shell {
    program: "curl",
    next_line: NEXT_LINE,
    quote,
    basic: |client_id| format!("--user {}", quote(&format!("{client_id}:"), Some(Secret::NotionClientSecret))),
    secret_field: |name, secret| format!("--data-urlencode {}", quote(&format!("{name}="), Some(secret))),
    readable: |c| c != '\0',
};

pub(super) fn code(plan: &Plan) -> String {
    let command = command(plan, &BASH);
    match plan.body {
        // `printf` is a builtin of bash, so that limit does not apply.
        Body::Json(json) if json.len() > LONG => {
            format!("printf '%s' {} |\n{command}{NEXT_LINE}--data-binary @-\n", word(json))
        }
        Body::Json(json) => format!("{command}{NEXT_LINE}--data-raw {}\n", word(json)),
        _ => format!("{command}\n"),
    }
}

/// A variable in double quotes is one word, whatever it holds.
fn quote(text: &str, secret: Option<Secret>) -> String {
    let Some(secret) = secret else { return word(text) };
    if text.chars().all(|c| c.is_ascii_alphanumeric() || " :=._-".contains(c)) {
        format!("\"{text}${}\"", secret.variable())
    } else {
        format!("{}\"${}\"", word(text), secret.variable())
    }
}

/// In single quotes, which only an apostrophe ends. A pasted control character would act on the terminal, so it is
/// escaped inside `$'…'`.
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
            _ if c.is_ascii_control() => _ = write!(word, "\\x{:02X}", u32::from(c)),
            _ => word.push(c),
        }
    }
    word.push('\'');
    word
}
