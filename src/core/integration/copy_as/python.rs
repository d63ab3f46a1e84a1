//! Python 3, with the standard library only.

use std::fmt::Write;

use super::literal::{literal, push_entries};
use super::plan::Plan;
use super::{Body, Value};
use crate::core::integration::Authorization;

pub(super) fn code(plan: &Plan) -> String {
    let mut code = imports(plan);
    if let Some(Authorization::Basic { client_id }) = &plan.authorization {
        code.push_str("credentials = ");
        code.push_str(&text(&format!("{client_id}:")));
        code.push_str(" + os.environ[\"NOTION_CLIENT_SECRET\"]\n");
    }
    _ = writeln!(code, "request = urllib.request.Request(\n    {},", text(&plan.url));
    _ = writeln!(code, "    method=\"{}\",", plan.method.name());
    let headers = headers(plan);
    if !headers.is_empty() {
        code.push_str("    headers={\n");
        push_entries(&mut code, "        ", headers);
        code.push_str("    },\n");
    }
    push_data(&mut code, plan.body);
    // An error response is raised as an exception, which is also the response.
    code.push_str(
        ")\ntry:\n    response = urllib.request.urlopen(request)\nexcept urllib.error.HTTPError as error:\n    \
         response = error\nprint(response.status, response.read().decode())\n",
    );
    code
}

fn imports(plan: &Plan) -> String {
    let fields: &[_] = if let Body::Form(fields) = plan.body { fields } else { &[] };
    let basic = matches!(plan.authorization, Some(Authorization::Basic { .. }));
    let secret = plan.authorization.is_some() || fields.iter().any(|(_, value)| matches!(value, Value::Secret(_)));
    let mut imports = String::new();
    for (needed, module) in [
        (basic, "base64"),
        (secret, "os"),
        (true, "urllib.error"),
        (!fields.is_empty(), "urllib.parse"),
        (true, "urllib.request"),
    ] {
        if needed {
            _ = writeln!(imports, "import {module}");
        }
    }
    imports.push('\n');
    imports
}

fn headers<'p>(plan: &'p Plan) -> Vec<(&'p str, String)> {
    let mut headers = Vec::new();
    match &plan.authorization {
        Some(Authorization::Bearer(secret)) => {
            headers.push(("Authorization", format!("\"Bearer \" + {}", variable(secret.variable()))));
        }
        Some(Authorization::Basic { .. }) => {
            headers.push(("Authorization", "\"Basic \" + base64.b64encode(credentials.encode()).decode()".to_owned()));
        }
        None => {}
    }
    headers.extend(plan.headers.iter().map(|(name, value)| (*name, text(value))));
    headers
}

fn push_data(code: &mut String, body: &Body) {
    match body {
        Body::Empty => {}
        Body::Json(json) => _ = writeln!(code, "    data={}.encode(),", text(json)),
        Body::Form(fields) => {
            code.push_str("    data=urllib.parse.urlencode({\n");
            push_entries(
                code,
                "        ",
                fields.iter().map(|(name, value)| (*name, value.expression(text, variable))).collect(),
            );
            code.push_str("    }).encode(),\n");
        }
    }
}

fn text(text: &str) -> String {
    literal(text, "'''")
}

fn variable(name: &str) -> String {
    ["os.environ[\"", name, "\"]"].concat()
}
