//! Rust with reqwest, a whole `main.rs`.

use std::fmt::Write;

use super::Body;
use super::plan::Plan;
use crate::core::integration::Authorization;
use crate::core::method::Method;

pub(super) fn code(plan: &Plan) -> String {
    let form = if matches!(plan.body, Body::Form(_)) { ", \"form\"" } else { "" };
    let method = match plan.method {
        Method::Get => "get",
        Method::Post => "post",
        Method::Patch => "patch",
        Method::Delete => "delete",
    };
    let mut code = [
        "// Cargo.toml: reqwest = { version = \"0.13\", features = [\"blocking\"",
        form,
        "] }\n\nfn main() -> Result<(), Box<dyn std::error::Error>> {\n    let response = reqwest::blocking::Client::new()",
    ]
    .concat();
    push_call(&mut code, method, &text(&plan.url));
    match &plan.authorization {
        Some(Authorization::Bearer(secret)) => push_call(&mut code, "bearer_auth", &variable(secret.variable())),
        Some(Authorization::Basic { client_id }) => {
            push_call(&mut code, "basic_auth", &format!("{}, Some({})", text(client_id), variable("NOTION_CLIENT_SECRET")));
        }
        None => {}
    }
    for (name, value) in &plan.headers {
        push_call(&mut code, "header", &format!("\"{name}\", {}", text(value)));
    }
    push_body(&mut code, plan.body);
    code.push_str(
        "\n        .send()?;\n    println!(\"{}\", response.status());\n    println!(\"{}\", response.text()?);\n    \
         Ok(())\n}\n",
    );
    code
}

fn push_call(code: &mut String, method: &str, arguments: &str) {
    _ = write!(code, "\n        .{method}({arguments})");
}

fn push_body(code: &mut String, body: &Body) {
    match body {
        Body::Empty => {}
        Body::Json(json) => push_call(code, "body", &text(json)),
        Body::Form(fields) => {
            let mut pairs = String::from("&[\n");
            for (name, value) in fields {
                let value = value.expression(text, |name| format!("{}.as_str()", variable(name)));
                _ = writeln!(pairs, "            (\"{name}\", {value}),");
            }
            pairs.push_str("        ]");
            push_call(code, "form", &pairs);
        }
    }
}

fn variable(name: &str) -> String {
    format!("std::env::var(\"{name}\")?")
}

/// A raw string if that avoids escapes. Rust refuses carriage returns and bidirectional controls in literals.
fn text(text: &str) -> String {
    let refused = |c: char| {
        (c.is_ascii_control() && c != '\n' && c != '\t') || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    if text.contains(['"', '\\']) && !text.chars().any(refused) {
        let mut hashes = String::from("#");
        while text.contains(&format!("\"{hashes}")) {
            hashes.push('#');
        }
        return format!("r{hashes}\"{text}\"{hashes}");
    }
    let mut literal = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => literal.extend(['\\', c]),
            '\r' => literal.push_str("\\r"),
            _ if refused(c) => _ = write!(literal, "\\u{{{:04X}}}", u32::from(c)),
            _ => literal.push(c),
        }
    }
    literal.push('"');
    literal
}
