//! The request as it travels, to be read; on the wire its lines end with a carriage return too.
//!
//! A secret is `$CLIENT_SECRET`; `Content-Length` is that of what stands here.

use super::Body;
use super::plan::Plan;
use crate::core::integration::{Authorization, form};
use crate::core::method::Method;
use crate::core::text::push;

pub(super) fn code(plan: &Plan) -> String {
    let (host, target) = plan.host_and_target();
    let mut code = [plan.method.name(), " ", &target, " HTTP/1.1\nHost: ", host, "\n"].concat();
    match &plan.authorization {
        Some(Authorization::Bearer(secret)) => {
            push(&mut code, &["Authorization: Bearer $", secret.variable(), "\n"]);
        }
        Some(Authorization::Basic { client_id }) => {
            push(&mut code, &["Authorization: Basic base64(", client_id, ":$CLIENT_SECRET)\n"]);
        }
        None => {}
    }
    for (name, value) in &plan.headers {
        push(&mut code, &[name, ": ", value, "\n"]);
    }
    let body = body(plan.body);
    // A request that may have a body says that it has none.
    if !matches!(plan.body, Body::Empty) || matches!(plan.method, Method::Post | Method::Patch) {
        push(&mut code, &["Content-Length: ", &body.len().to_string(), "\n"]);
    }
    code.push('\n');
    code.push_str(&body);
    code
}

fn body(body: &Body) -> String {
    match body {
        Body::Empty => String::new(),
        Body::Json(json) => json.clone(),
        Body::Form(fields) => {
            let fields: Vec<_> =
                fields.iter().map(|(name, value)| [name, "=", &value.expression(form::encode, variable)].concat()).collect();
            fields.join("&")
        }
    }
}

fn variable(name: &str) -> String {
    ["$", name].concat()
}
