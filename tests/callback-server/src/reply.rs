//! How the server answers, by path:
//!
//! | path | answer |
//! | --- | --- |
//! | `/ok` | the documented one for the link that was asked for |
//! | `/error` | 200 with an `error` operation |
//! | `/not-found` | 404 with an `error` operation |
//! | `/unauthorized` | `/ok` for the bearer [`TOKEN`], else 401 |
//! | `/server-error` | 500 |
//! | `/slow?ms=300` | `/ok`, after so many milliseconds |
//! | `/trickle` | `/ok`, the body a byte a second |
//! | `/trickle-head` | `/ok`, all of it a byte a second |
//! | `/malformed` | JSON that breaks off |
//! | `/html` | a page |
//! | `/latin1` | é as ISO-8859-1 has it |
//! | `/gzip` | a body that says it is compressed |
//! | `/huge` | 11 MB |
//! | `/redirect` | 302 to `/ok` |
//! | `/empty` | 200 and nothing |
//! | `/short` | less than its `Content-Length` |
//! | `/close` | none: the connection ends |

use std::time::Duration;

use serde_json::{Value, json};

use crate::request::Request;

/// The only bearer that `/unauthorized` knows.
pub const TOKEN: &str = "service-token-1";

const JSON: &str = "application/json";
const HUGE: usize = 11 * 1024 * 1024;

pub enum Reply {
    Nothing,
    Answer {
        wait: Duration,
        /// Sent at once; what follows is sent byte by byte.
        at_once: usize,
        bytes: Vec<u8>,
    },
}

/// An answer before it is written.
struct Answer {
    status: &'static str,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
    /// Bytes that are announced and do not come.
    missing: usize,
}

pub fn to(request: &Request) -> Reply {
    let (cors, path) = match request.path.strip_prefix("/cors") {
        Some(path) => (true, path),
        None => (false, request.path.as_str()),
    };
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    if path == "/close" {
        return Reply::Nothing;
    }
    let mut answer = match request.method.as_str() {
        "OPTIONS" if cors => preflight(),
        // A DELETE is answered with nothing where all is well; a path that fails fails it too.
        "DELETE" if path == "/ok" => Answer { status: "204 No Content", headers: Vec::new(), body: Vec::new(), missing: 0 },
        "POST" | "DELETE" => answer(path, request),
        _ => text("405 Method Not Allowed", "text/plain", "POST and DELETE only\n"),
    };
    if cors {
        answer.headers.push(("Access-Control-Allow-Origin", request.header("origin").unwrap_or("*").to_owned()));
        answer.headers.push(("Access-Control-Expose-Headers", "Content-Type, Content-Length, Location".to_owned()));
        answer.headers.push(("Vary", "Origin".to_owned()));
    }
    let milliseconds = query
        .strip_prefix("ms=")
        .and_then(|number| number.parse().ok())
        .filter(|_| path == "/slow" && request.method != "OPTIONS");
    let body = answer.body.len();
    let bytes = answer.written();
    let at_once = match path {
        "/trickle" => bytes.len() - body,
        "/trickle-head" => 0,
        _ => bytes.len(),
    };
    Reply::Answer { wait: Duration::from_millis(milliseconds.unwrap_or(0)), at_once, bytes }
}

fn preflight() -> Answer {
    let allowed = [
        ("Access-Control-Allow-Methods", "POST, DELETE"),
        ("Access-Control-Allow-Headers", "authorization, content-type"),
        // The browser's question before a public page may call a local address.
        ("Access-Control-Allow-Private-Network", "true"),
    ];
    let headers = allowed.map(|(name, value)| (name, value.to_owned())).to_vec();
    Answer { status: "204 No Content", headers, body: Vec::new(), missing: 0 }
}

fn answer(path: &str, request: &Request) -> Answer {
    let uri = uri(&request.body);
    let ok = || text("200 OK", JSON, attributes(&uri).to_string());
    match path {
        "/ok" | "/slow" | "/trickle" | "/trickle-head" => ok(),
        "/error" => text("200 OK", JSON, error(&uri).to_string()),
        "/not-found" => text("404 Not Found", JSON, error(&uri).to_string()),
        "/unauthorized" => match request.header("authorization") {
            Some(given) if given == format!("Bearer {TOKEN}") => ok(),
            _ => text("401 Unauthorized", JSON, r#"{"error": "invalid_token"}"#),
        },
        "/server-error" => text("500 Internal Server Error", "text/html; charset=utf-8", "<h1>Internal Server Error</h1>\n"),
        "/malformed" => text("200 OK", JSON, "{\n  \"uri\": \"https://acme.com/items/1\",\n  \"operations\": [\n"),
        "/html" => text("200 OK", "text/html; charset=utf-8", "<!doctype html>\n<title>Sign in</title>\n"),
        "/latin1" => text("200 OK", JSON, latin1(&error(&uri).to_string())),
        "/gzip" => {
            let mut answer = text("200 OK", JSON, [0x1F, 0x8B, 8, 0]);
            answer.headers.push(("Content-Encoding", "gzip".to_owned()));
            answer
        }
        "/huge" => text("200 OK", JSON, [b"[".as_slice(), &b" ".repeat(HUGE)].concat()),
        "/redirect" => {
            let mut answer = text("302 Found", "text/html", "");
            answer.headers.push(("Location", request.path.replace("/redirect", "/ok")));
            answer
        }
        "/empty" => text("200 OK", JSON, ""),
        "/short" => Answer { missing: 100, ..ok() },
        _ => text("404 Not Found", "text/plain", "there is no such path\n"),
    }
}

fn text(status: &'static str, content_type: &str, body: impl Into<Vec<u8>>) -> Answer {
    Answer { status, headers: vec![("Content-Type", content_type.to_owned())], body: body.into(), missing: 0 }
}

/// The link that a request asks for.
fn uri(body: &str) -> String {
    let body: Value = serde_json::from_str(body).unwrap_or_default();
    body.get("uri").and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn attributes(uri: &str) -> Value {
    let set = json!([
        {"id": "title", "name": "Title", "type": "inline", "inline": {"title": {"value": "The Link Preview’s Title", "section": "title"}}},
        {"id": "dev", "name": "Developer Name", "type": "inline", "inline": {"plain_text": {"value": "Acme Inc", "section": "secondary"}}},
        {"id": "color", "name": "Color", "type": "inline",
            "inline": {"color": {"value": {"r": 235, "g": 64, "b": 52}, "section": "background"}}},
    ]);
    json!({"uri": uri, "operations": [{"path": ["attributes"], "set": set}]})
}

fn error(uri: &str) -> Value {
    json!({"uri": uri, "operations": [{"path": ["error"], "set": {"status": 404, "message": "Content not found"}}]})
}

/// A text with an é that is one byte.
fn latin1(text: &str) -> Vec<u8> {
    text.replace("Content", "Caf\u{e9}").chars().map(|char| u8::try_from(u32::from(char)).unwrap_or(b'?')).collect()
}

impl Answer {
    fn written(self) -> Vec<u8> {
        let headers = self.headers.iter().flat_map(|(name, value)| [name, ": ", value, "\r\n"]).collect::<String>();
        // 204 has no body, so it has no length either.
        let length = if self.status.starts_with("204") {
            String::new()
        } else {
            format!("Content-Length: {}\r\n", self.body.len() + self.missing)
        };
        let head = format!("HTTP/1.1 {}\r\n{headers}{length}Connection: close\r\n\r\n", self.status);
        [head.into_bytes(), self.body].concat()
    }
}
