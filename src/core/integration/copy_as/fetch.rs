//! `fetch`, as a module for Node and, without a secret, the browser.

use std::fmt::Write;

use super::Body;
use super::literal::{literal, push_entries};
use super::plan::Plan;
use crate::core::integration::Authorization;
use crate::core::method::Method;

pub(super) fn code(plan: &Plan) -> String {
    let mut code = String::new();
    if let Some(Authorization::Basic { client_id }) = &plan.authorization {
        code.push_str("const credentials = Buffer.from(");
        code.push_str(&text(&format!("{client_id}:")));
        code.push_str(" + process.env.NOTION_CLIENT_SECRET).toString(\"base64\");\n");
    }
    code.push_str("const response = await fetch(");
    code.push_str(&text(&plan.url));
    let headers = headers(plan);
    if plan.method != Method::Get || !headers.is_empty() {
        _ = writeln!(code, ", {{\n  method: \"{}\",", plan.method.name());
        if !headers.is_empty() {
            code.push_str("  headers: {\n");
            push_entries(&mut code, "    ", headers);
            code.push_str("  },\n");
        }
        push_body(&mut code, plan.body);
        code.push('}');
    }
    code.push_str(");\nconsole.log(response.status, await response.text());\n");
    code
}

fn headers<'p>(plan: &'p Plan) -> Vec<(&'p str, String)> {
    let mut headers = Vec::new();
    match &plan.authorization {
        Some(Authorization::Bearer(secret)) => {
            headers.push(("Authorization", format!("\"Bearer \" + {}", variable(secret.variable()))));
        }
        Some(Authorization::Basic { .. }) => headers.push(("Authorization", "\"Basic \" + credentials".to_owned())),
        None => {}
    }
    headers.extend(plan.headers.iter().map(|(name, value)| (*name, text(value))));
    headers
}

fn push_body(code: &mut String, body: &Body) {
    match body {
        Body::Empty => {}
        Body::Json(json) => _ = writeln!(code, "  body: {},", text(json)),
        Body::Form(fields) => {
            code.push_str("  body: new URLSearchParams({\n");
            push_entries(code, "    ", fields.iter().map(|(name, value)| (*name, value.expression(text, variable))).collect());
            code.push_str("  }),\n");
        }
    }
}

fn text(text: &str) -> String {
    literal(text, "`")
}

fn variable(name: &str) -> String {
    format!("process.env.{name}")
}
