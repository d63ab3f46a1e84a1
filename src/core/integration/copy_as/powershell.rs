//! curl for PowerShell 5, which is part of Windows, and 7.
//!
//! Version 5 has another `curl`, hence `curl.exe`. Version 5 loses the double quotes inside a program's arguments and 7
//! keeps them, so no argument has any: a body goes through the pipe, and text with a secret is encoded first. Version 5
//! pipes only ASCII, and appends a line break, which does not change the JSON. A bearer token has no double quotes (RFC
//! 6750), and neither have the headers used here.

use super::Body;
use super::curl::{Shell, command};
use super::plain_json::plain;
use super::plan::Plan;
use crate::core::integration::Authorization;

const NEXT_LINE: &str = " `\n  ";

const POWERSHELL: Shell = Shell {
    program: "curl.exe",
    next_line: NEXT_LINE,
    quote: |text, secret| match secret {
        None => string(text),
        // The text is the name of a header.
        Some(secret) => format!("\"{text}$env:{}\"", secret.variable()),
    },
    basic: |_| "--header \"Authorization: Basic $credentials\"".to_owned(),
    secret_field: |name, secret| format!("--data \"{name}=$([Uri]::EscapeDataString($env:{}))\"", secret.variable()),
    readable: |c| matches!(c, ' '..='~') && !"\"\\".contains(c),
};

pub(super) fn code(plan: &Plan) -> String {
    let mut code = String::new();
    if let Some(Authorization::Basic { client_id }) = &plan.authorization {
        code.push_str("$credentials = [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes(");
        code.push_str(&string(&format!("{client_id}:")));
        code.push_str(" + $env:NOTION_CLIENT_SECRET))\n");
    }
    if let Body::Json(json) = plan.body {
        code.push_str(&string(&plain(json, "", false)));
        code.push_str(" | ");
    }
    code.push_str(&command(plan, &POWERSHELL));
    if matches!(plan.body, Body::Json(_)) {
        code.push_str(NEXT_LINE);
        code.push_str("--data-binary '@-'");
    }
    code.push('\n');
    code
}

/// In single quotes, which any apostrophe ends unless it is doubled, even a curly one.
fn string(text: &str) -> String {
    let mut string = String::from("'");
    for c in text.chars() {
        string.push(c);
        if "'‘’‚‛".contains(c) {
            string.push(c);
        }
    }
    string.push('\'');
    string
}
