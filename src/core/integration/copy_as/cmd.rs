//! curl for the prompt of cmd; in a batch file, `%` means something else.
//!
//! Two readers parse the line, one after the other. To cmd, every double quote opens or closes, and `%NAME%` is a
//! variable even in quotes. To the program, `\"` is a double quote. cmd inserts a secret before it reads the quotes, so
//! here, and only here, a secret must not contain double quotes.

use super::Body;
use super::curl::{Shell, command};
use super::plain_json::plain;
use super::plan::Plan;
use crate::core::integration::Secret;

/// The most characters of a line in cmd.
pub(super) const LIMIT: usize = 8191;

/// The special characters of cmd. JSON has escapes for them, so it does not matter whether cmd believes to be inside
/// quotes.
const TAKEN: &str = "\"%&<>^|";

const NEXT_LINE: &str = " ^\n  ";

const CMD: Shell = Shell {
    program: "curl",
    next_line: NEXT_LINE,
    quote,
    basic: |client_id| format!("--user {}", quote(&format!("{client_id}:"), Some(Secret::NotionClientSecret))),
    secret_field: |name, secret| format!("--data-urlencode {}", quote(&format!("{name}="), Some(secret))),
    readable: |c| matches!(c, ' '..='~') && !TAKEN.contains(c),
};

pub(super) fn code(plan: &Plan) -> String {
    let command = command(plan, &CMD);
    match plan.body {
        Body::Json(json) => format!("{command}{NEXT_LINE}--data-raw \"{}\"\n", argument(&plain(json, TAKEN, true), "\\\"")),
        _ => format!("{command}\n"),
    }
}

/// A double quote: leaves the quotes, is escaped for both readers, and opens the quotes again.
fn quote(text: &str, secret: Option<Secret>) -> String {
    let argument = argument(text, "\"\\^\"\"");
    match secret {
        None => format!("\"{argument}\""),
        Some(secret) => format!("\"{argument}%{}%\"", secret.variable()),
    }
}

/// The inside of quotes. Backslashes before a double quote are doubled. The letter behind `%` is moved out of the
/// quotes, so that no variable has such a name: `%"^P"ATH%`. Names never begin with a digit, so `%20` stays.
fn argument(text: &str, double_quote: &str) -> String {
    let mut argument = String::new();
    let mut backslashes = 0;
    let mut before = ' ';
    for c in text.chars() {
        match c {
            '"' => {
                argument.extend(std::iter::repeat_n('\\', backslashes));
                argument.push_str(double_quote);
            }
            _ if before == '%' && (c.is_ascii_alphabetic() || "_=".contains(c)) => {
                argument.push_str("\"^");
                argument.push(c);
                argument.push('"');
            }
            _ => argument.push(c),
        }
        backslashes = if c == '\\' { backslashes + 1 } else { 0 };
        before = c;
    }
    argument.extend(std::iter::repeat_n('\\', backslashes));
    argument
}
