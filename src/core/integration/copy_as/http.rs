//! The request as HTTP text, for reading; on the wire its lines end with CRLF.
//!
//! A secret is written as `$CLIENT_SECRET`, and `Content-Length` counts the bytes of this text.

use std::fmt::Write;

use super::Body;
use super::plan::Plan;
use crate::core::integration::{Authorization, form};
use crate::core::method::Method;

pub(super) fn code(plan: &Plan) -> String {
    let (host, target) = plan.host_and_target();
    let mut code = format!("{} {target} HTTP/1.1\nHost: {host}\n", plan.method.name());
    match &plan.authorization {
        Some(Authorization::Bearer(secret)) => {
            _ = writeln!(code, "Authorization: Bearer ${}", secret.variable());
        }
        Some(Authorization::Basic { client_id }) => {
            _ = writeln!(code, "Authorization: Basic base64({client_id}:$NOTION_CLIENT_SECRET)");
        }
        None => {}
    }
    for (name, value) in &plan.headers {
        _ = writeln!(code, "{name}: {value}");
    }
    let body = body(plan.body);
    // A method that allows a body states its length even if it has none.
    if !matches!(plan.body, Body::Empty) || matches!(plan.method, Method::Post | Method::Patch) {
        _ = writeln!(code, "Content-Length: {}", body.len());
    }
    code.push('\n');
    code.push_str(&body);
    code
}

fn body(body: &Body) -> String {
    match body {
        Body::Empty => String::new(),
        Body::Json(json) => json.to_string(),
        Body::Form(fields) => {
            let fields: Vec<_> =
                fields.iter().map(|(name, value)| format!("{name}={}", value.expression(form::encode, variable))).collect();
            fields.join("&")
        }
    }
}

fn variable(name: &str) -> String {
    format!("${name}")
}
