//! A request as code that sends it, to paste into a terminal, a script or a program.
//!
//! In: a request and a language. Out: code that sends that request and prints the status and body of the response.
//! Secrets are environment variables. No text of the request can break out of its quotes. The code omits what a
//! language cannot express, and says so in a comment.
//!
//! It does not protect dots in a path: most clients send `/a/../b` as `/b`.

mod bash;
mod cmd;
mod curl;
mod fetch;
mod http;
mod literal;
mod plain_json;
mod plan;
mod powershell;
mod python;
mod rust;

use std::fmt::Write;

use super::{Body, Request, Value};
use plan::Plan;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    Bash,
    PowerShell,
    Cmd,
    Fetch,
    Python,
    Rust,
    Http,
}

impl Language {
    pub const ALL: [Self; 7] = [Self::Bash, Self::PowerShell, Self::Cmd, Self::Fetch, Self::Python, Self::Rust, Self::Http];

    pub fn name(self) -> &'static str {
        match self {
            Self::Bash => "bash",
            Self::PowerShell => "powershell",
            Self::Cmd => "cmd",
            Self::Fetch => "fetch",
            Self::Python => "python",
            Self::Rust => "rust",
            Self::Http => "http",
        }
    }

    pub fn label(self) -> &'static str {
        match self {
            Self::Bash => "cURL (bash)",
            Self::PowerShell => "cURL (PowerShell)",
            Self::Cmd => "cURL (cmd)",
            Self::Fetch => "fetch",
            Self::Python => "Python",
            Self::Rust => "Rust",
            Self::Http => "HTTP",
        }
    }

    /// The start of a comment; HTTP has none.
    fn comment(self) -> Option<&'static str> {
        match self {
            Self::Bash | Self::PowerShell | Self::Python => Some("# "),
            Self::Cmd => Some("rem "),
            Self::Fetch | Self::Rust => Some("// "),
            Self::Http => None,
        }
    }
}

pub fn code(request: &Request, language: Language) -> String {
    let plan = Plan::of(request, language);
    let code = match language {
        Language::Bash => bash::code(&plan),
        Language::PowerShell => powershell::code(&plan),
        Language::Cmd => cmd::code(&plan),
        Language::Fetch => fetch::code(&plan),
        Language::Python => python::code(&plan),
        Language::Rust => rust::code(&plan),
        Language::Http => http::code(&plan),
    };
    let Some(comment) = language.comment() else { return code };
    let mut noted = String::new();
    for (applies, note) in [
        (plan.cleaned, "left out: characters that no header can carry"),
        (language == Language::Bash && has_nul(plan.body), "left out: NUL, which no command line can carry"),
        (language == Language::Cmd && code.len() > cmd::LIMIT, "too long for cmd, which takes 8191 characters: use PowerShell"),
    ] {
        if applies {
            _ = writeln!(noted, "{comment}{note}");
        }
    }
    noted.push_str(&code);
    noted
}

/// A form loses nothing: its fields encode NUL as `%00`.
fn has_nul(body: &Body) -> bool {
    matches!(body, Body::Json(text) if text.contains('\0'))
}
