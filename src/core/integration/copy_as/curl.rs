//! The curl command that the three shells share; each quotes the options in its own way.
//!
//! `--include` prints status and headers before the body.

use super::plan::Plan;
use super::{Body, Value};
use crate::core::integration::{Authorization, Secret, form};
use crate::core::method::Method;

pub(super) struct Shell {
    pub program: &'static str,
    /// The separator between options.
    pub next_line: &'static str,
    /// A text, and a secret at its end, as one argument.
    pub quote: fn(&str, Option<Secret>) -> String,
    /// The option for `Basic`, with a client id.
    pub basic: fn(&str) -> String,
    /// The option for a form's field that is a secret.
    pub secret_field: fn(&str, Secret) -> String,
    /// Whether a character of a form's field needs no encoding.
    pub readable: fn(char) -> bool,
}

/// The command, without a body unless that is a form.
pub(super) fn command(plan: &Plan, shell: &Shell) -> String {
    let mut command = String::from(shell.program);
    command.push_str(" --include ");
    if plan.method != Method::Get {
        command.push_str("--request ");
        command.push_str(plan.method.name());
        command.push(' ');
    }
    // Without these options curl reads brackets as a range of URLs and a leading dash as an option. The URL may be
    // anybody's.
    if plan.url.contains(['[', ']']) {
        command.push_str("--globoff ");
    }
    if plan.url.starts_with('-') {
        command.push_str("--url ");
    }
    command.push_str(&(shell.quote)(&plan.url, None));
    for option in options(plan, shell) {
        command.push_str(shell.next_line);
        command.push_str(&option);
    }
    command
}

fn options(plan: &Plan, shell: &Shell) -> Vec<String> {
    let quoted = |option: &str, text: &str, secret| format!("{option}{}", (shell.quote)(text, secret));
    let mut options = Vec::new();
    match &plan.authorization {
        Some(Authorization::Bearer(secret)) => options.push(quoted("--header ", "Authorization: Bearer ", Some(*secret))),
        Some(Authorization::Basic { client_id }) => options.push((shell.basic)(client_id)),
        None => {}
    }
    for (name, value) in &plan.headers {
        // A name and a colon without a value would remove the header.
        let header = if value.is_empty() { format!("{name};") } else { format!("{name}: {value}") };
        options.push(quoted("--header ", &header, None));
    }
    if let Body::Form(fields) = plan.body {
        options.extend(fields.iter().map(|(name, value)| match value {
            Value::Secret(secret) => (shell.secret_field)(name, *secret),
            Value::Text(text) if text.chars().all(shell.readable) => quoted("--data-urlencode ", &format!("{name}={text}"), None),
            Value::Text(text) => quoted("--data ", &format!("{name}={}", form::encode(text)), None),
        }));
    }
    options
}
