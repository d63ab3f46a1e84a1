//! What expressions mean: texts, tables, and the requests that known functions send.

use std::collections::HashMap;

use super::super::encode;
use super::super::request::{Fault, Request, What};
use super::super::traced::Traced;
use super::super::value::{Value, budget};
use super::expression::{Argument, Expression, Statement};
use crate::core::text::Span;

#[derive(Debug, Clone)]
pub enum Out {
    Value(Value),
    /// A body that is sent as a form.
    Form(Traced),
    /// What sends requests by its methods.
    Client,
    Request(Request),
}

pub struct Evaluator {
    names: HashMap<String, Out>,
    /// How much the values of names may still weigh where they are used: `x = x + x` doubles each time.
    budget: usize,
    pub faults: Vec<Fault>,
}

/// Methods and functions that give back what they are called on or with.
const SAME: [&str; 17] = [
    "encode",
    "decode",
    "as_str",
    "as_bytes",
    "to_string",
    "to_owned",
    "into",
    "unwrap",
    "expect",
    "toString",
    "clone",
    "from",
    "Some",
    "send",
    "build",
    "append",
    "trim",
];

const METHODS: [&str; 7] = ["get", "post", "put", "patch", "delete", "head", "options"];

impl Evaluator {
    pub fn new(source: &str) -> Self {
        Self { names: HashMap::new(), budget: budget(source), faults: Vec::new() }
    }

    pub fn run(&mut self, statement: &Statement) -> Out {
        let out = self.eval(&statement.value);
        if let Some(target) = &statement.target {
            self.names.insert(target.clone(), out.clone());
        }
        out
    }

    fn eval(&mut self, expression: &Expression) -> Out {
        match expression {
            Expression::Text(text) => Out::Value(Value::Text(text.clone())),
            Expression::Number(text) => Out::Value(Value::Plain(text.clone())),
            // Rust: `.await`
            Expression::Member(base, name) if name.as_str() == "await" => self.eval(base),
            Expression::Name(_) | Expression::Member(..) => self.name(expression),
            Expression::Index(base, index) => self.index(base, index),
            Expression::Call(base, arguments) => self.call(base, arguments),
            Expression::Object(fields) => {
                let fields = fields.iter().map(|(name, value)| (self.key(name), self.value(value)));
                Out::Value(Value::Object(fields.collect()))
            }
            Expression::List(items) => Out::Value(Value::List(items.iter().map(|item| self.value(item)).collect())),
            Expression::Sum(terms) => {
                let mut sum = Traced::default();
                for term in terms {
                    match self.value(term) {
                        Value::Text(text) | Value::Plain(text) => sum.append(&text),
                        _ => return unknown(term.at()),
                    }
                }
                Out::Value(Value::Text(sum))
            }
            Expression::Unknown(at) => unknown(*at),
        }
    }

    fn value(&mut self, expression: &Expression) -> Value {
        match self.eval(expression) {
            Out::Value(value) => value,
            Out::Form(text) => Value::Text(text),
            Out::Client | Out::Request(_) => Value::Unknown(expression.at()),
        }
    }

    /// The key of a table: a bare name is a text.
    fn key(&mut self, expression: &Expression) -> Traced {
        match expression {
            Expression::Name(name) => name.clone(),
            _ => match self.value(expression) {
                Value::Text(text) => text,
                _ => Traced::default(),
            },
        }
    }

    fn name(&mut self, expression: &Expression) -> Out {
        let Some(path) = expression.path() else { return unknown(expression.at()) };
        if let Some(known) = self.names.get(&path) {
            let Some(left) = self.budget.checked_sub(known.weight()) else { return unknown(expression.at()) };
            self.budget = left;
            return known.clone();
        }
        let at = expression.at();
        let plain = match path.as_str() {
            "true" | "True" => "true",
            "false" | "False" => "false",
            "null" | "None" | "undefined" => "null",
            "requests" | "axios" => return Out::Client,
            _ => "",
        };
        if !plain.is_empty() {
            return Out::Value(Value::Plain(Traced::constant(plain, at)));
        }
        variable(path.rsplit('.').next().unwrap_or(&path), at)
    }

    /// `os.environ["NAME"]`, `process.env["NAME"]`
    fn index(&mut self, base: &Expression, index: &Expression) -> Out {
        let is_environment = base.path().is_some_and(|path| matches!(path.as_str(), "os.environ" | "process.env"));
        match self.value(index) {
            Value::Text(name) if is_environment => variable(name.as_str(), base.at()),
            _ => unknown(base.at()),
        }
    }

    fn call(&mut self, base: &Expression, arguments: &[Argument]) -> Out {
        let path = base.path().unwrap_or_default();
        let first = |evaluator: &mut Self| arguments.first().map(|one| evaluator.eval(&one.value));
        match path.as_str() {
            "fetch" | "window.fetch" | "globalThis.fetch" => return self.fetch(arguments),
            "urllib.request.Request" | "Request" => return self.urllib(arguments),
            "JSON.stringify" | "json.dumps" | "json" | "serde_json.json" => {
                let value = arguments.first().map(|one| self.value(&one.value));
                return value.map_or_else(|| unknown(base.at()), |value| Out::Value(Value::Text(value.json())));
            }
            "URLSearchParams" | "urllib.parse.urlencode" | "urlencode" => {
                let value = arguments.first().map(|one| self.value(&one.value));
                return value.and_then(|value| value.form()).map_or_else(|| unknown(base.at()), Out::Form);
            }
            "Headers" => return first(self).unwrap_or(Out::Value(Value::Object(Vec::new()))),
            "btoa" | "base64.b64encode" => {
                return match arguments.first().map(|one| self.value(&one.value)) {
                    Some(Value::Text(text)) => Out::Value(Value::Text(encode::base64(&text))),
                    _ => unknown(base.at()),
                };
            }
            "os.getenv" | "os.environ.get" | "std.env.var" | "env.var" | "Deno.env.get" => {
                return match arguments.first().map(|one| self.value(&one.value)) {
                    Some(Value::Text(name)) => variable(name.as_str(), base.at()),
                    _ => unknown(base.at()),
                };
            }
            "Buffer.from" | "Some" | "String.from" | "str" | "urllib.request.urlopen" | "urlopen" => {
                return first(self).unwrap_or_else(|| unknown(base.at()));
            }
            _ => {}
        }
        match base {
            Expression::Member(on, name) => self.method(on, name.as_str(), arguments),
            _ => unknown(base.at()),
        }
    }

    fn method(&mut self, on: &Expression, name: &str, arguments: &[Argument]) -> Out {
        let path = on.path().unwrap_or_default();
        if path.starts_with("reqwest") && matches!(name, "new" | "builder") || path == "requests" && name == "Session" {
            return Out::Client;
        }
        if path == "reqwest" || path == "reqwest.blocking" {
            return self.client(name, arguments, on.at());
        }
        // `headers.append(name, value)`
        if let (Some(Out::Value(Value::Object(_))), "append" | "set", [field, value]) = (self.names.get(&path), name, arguments) {
            let pair = (self.key(&field.value), self.value(&value.value));
            if let Some(Out::Value(Value::Object(fields))) = self.names.get_mut(&path) {
                fields.push(pair);
            }
            return unknown(on.at());
        }
        match (self.eval(on), name) {
            (Out::Client, _) if path == "requests" => self.requests(name, arguments, on.at()),
            (Out::Client, _) => self.client(name, arguments, on.at()),
            (Out::Request(request), _) => self.built(request, name, arguments),
            (Out::Value(Value::Text(text)), "toString") if self.is_base64(arguments) => {
                Out::Value(Value::Text(encode::base64(&text)))
            }
            (same, _) if SAME.contains(&name) => same,
            _ => unknown(on.at()),
        }
    }

    fn is_base64(&mut self, arguments: &[Argument]) -> bool {
        arguments.first().is_some_and(|one| self.value(&one.value).text().is_some_and(|text| text.as_str() == "base64"))
    }

    fn computed(&mut self, at: usize) {
        self.faults.push(Fault { what: What::Computed, span: Span::at(at) });
    }

    fn url(&mut self, expression: Option<&Expression>) -> Option<Traced> {
        match self.value(expression?) {
            Value::Text(url) => Some(url),
            _ => None,
        }
    }

    fn headers(&mut self, request: &mut Request, expression: &Expression) {
        let value = self.value(expression);
        let Some(pairs) = value.pairs() else { return self.computed(expression.at()) };
        for (name, value) in pairs {
            match value {
                Value::Text(value) | Value::Plain(value) => request.push_header(&name, &value),
                _ => self.computed(name.start()),
            }
        }
    }

    fn body(&mut self, request: &mut Request, expression: &Expression, text_type: Option<&str>) {
        let out = self.eval(expression);
        self.send(request, out, expression.at(), text_type);
    }

    fn send(&mut self, request: &mut Request, body: Out, at: usize, text_type: Option<&str>) {
        match body {
            Out::Value(Value::Plain(plain)) if plain.as_str() == "null" => {}
            Out::Value(Value::Text(text)) => {
                if let Some(text_type) = text_type {
                    request.default_header(&format!("Content-Type: {text_type}"), at);
                }
                request.body = Some(text);
            }
            Out::Form(form) => {
                request.default_header(FORM, at);
                request.body = Some(form);
            }
            _ => self.computed(at),
        }
    }

    /// `fetch(url, { method, headers, body })`
    fn fetch(&mut self, arguments: &[Argument]) -> Out {
        let Some(url) = self.url(arguments.first().map(|one| &one.value)) else { return unknown(0) };
        let at = url.start();
        let mut request = Request { method: Traced::constant("GET", at), url, ..Request::default() };
        match arguments.get(1).map(|one| &one.value) {
            Some(Expression::Object(fields)) => {
                let mut ordered: Vec<_> = fields.iter().collect();
                // A body adds its type only where no header has one.
                ordered.sort_by_key(|(name, _)| bare_key(name) == "body");
                for (name, value) in ordered {
                    match bare_key(name) {
                        "method" => request.method = self.value(value).text().cloned().unwrap_or_default(),
                        "headers" => self.headers(&mut request, value),
                        "body" => self.body(&mut request, value, Some("text/plain;charset=UTF-8")),
                        _ => {}
                    }
                }
            }
            Some(options) => self.options(&mut request, options),
            None => {}
        }
        Out::Request(request)
    }

    /// Options that were given a name before.
    fn options(&mut self, request: &mut Request, options: &Expression) {
        let Value::Object(fields) = self.value(options) else { return self.computed(options.at()) };
        for (name, value) in fields {
            match (name.as_str(), value) {
                ("method", Value::Text(method)) => request.method = method,
                ("headers", Value::Object(headers)) => {
                    for (name, value) in headers {
                        match value.text() {
                            Some(value) => request.push_header(&name, value),
                            None => self.computed(name.start()),
                        }
                    }
                }
                ("body", Value::Text(body)) => request.body = Some(body),
                ("headers" | "body" | "method", _) => self.computed(name.start()),
                _ => {}
            }
        }
    }

    /// `requests.post(url, headers=…, json=…)`
    fn requests(&mut self, name: &str, arguments: &[Argument], at: usize) -> Out {
        let named = |name: &str| arguments.iter().find(|one| one.name.as_deref() == Some(name)).map(|one| &one.value);
        let mut plain = arguments.iter().filter(|one| one.name.is_none()).map(|one| &one.value);
        let method = match name {
            "request" => named("method").or_else(|| plain.next()).and_then(|method| self.value(method).text().cloned()),
            _ if METHODS.contains(&name) => Some(Traced::constant(&name.to_ascii_uppercase(), at)),
            _ => None,
        };
        let Some(method) = method else { return unknown(at) };
        let Some(url) = self.url(named("url").or_else(|| plain.next())) else { return unknown(at) };
        let mut request = Request { method, url, ..Request::default() };
        if let Some(headers) = named("headers") {
            self.headers(&mut request, headers);
        }
        if let Some(json) = named("json") {
            let value = self.value(json);
            request.default_header("Content-Type: application/json", at);
            request.body = Some(value.json());
        }
        if let Some(data) = named("data").or_else(|| plain.next()) {
            let body = match self.eval(data) {
                Out::Value(table) => table.form().map_or(Out::Value(table), Out::Form),
                other => other,
            };
            self.send(&mut request, body, data.at(), None);
        }
        if let Some(form) = named("params").and_then(|params| self.value(params).form()) {
            request.url = encode::with_query(&request.url, &form);
        }
        if let Some(auth) = named("auth") {
            self.basic(&mut request, auth);
        }
        Out::Request(request)
    }

    /// `(id, secret)`
    fn basic(&mut self, request: &mut Request, auth: &Expression) {
        let Value::List(pair) = self.value(auth) else { return self.computed(auth.at()) };
        let [Value::Text(id), Value::Text(secret)] = &pair[..] else { return self.computed(auth.at()) };
        push_basic(request, id, secret);
    }

    /// `urllib.request.Request(url, data=…, headers=…, method=…)`
    fn urllib(&mut self, arguments: &[Argument]) -> Out {
        let named = |name: &str| arguments.iter().find(|one| one.name.as_deref() == Some(name)).map(|one| &one.value);
        let mut plain = arguments.iter().filter(|one| one.name.is_none()).map(|one| &one.value);
        let Some(url) = self.url(named("url").or_else(|| plain.next())) else { return unknown(0) };
        let at = url.start();
        let mut request = Request { url, ..Request::default() };
        if let Some(headers) = named("headers") {
            self.headers(&mut request, headers);
        }
        if let Some(data) = named("data").or_else(|| plain.next()) {
            // urllib sends any body as a form unless a header says otherwise.
            self.body(&mut request, data, Some("application/x-www-form-urlencoded"));
        }
        let default = if request.body.is_some() { "POST" } else { "GET" };
        let method = named("method").and_then(|method| self.value(method).text().cloned());
        request.method = method.unwrap_or_else(|| Traced::constant(default, at));
        Out::Request(request)
    }

    /// `client.post(url)`
    fn client(&mut self, name: &str, arguments: &[Argument], at: usize) -> Out {
        let mut values = arguments.iter().map(|one| &one.value);
        let method = match name {
            "request" => values.next().and_then(Expression::path).and_then(|path| path.rsplit('.').next().map(str::to_owned)),
            _ if METHODS.contains(&name) => Some(name.to_ascii_uppercase()),
            _ => return Out::Client,
        };
        match (method, self.url(values.next())) {
            (Some(method), Some(url)) => {
                Out::Request(Request { method: Traced::constant(&method, url.start()), url, ..Request::default() })
            }
            _ => unknown(at),
        }
    }

    /// `.header(name, value)` and the other parts of a request that is built step by step.
    fn built(&mut self, mut request: Request, name: &str, arguments: &[Argument]) -> Out {
        let values: Vec<Value> = arguments.iter().map(|one| self.value(&one.value)).collect();
        match (name, &values[..]) {
            ("header", [Value::Text(name), Value::Text(value)]) => request.push_header(name, value),
            ("bearer_auth", [Value::Text(token)]) => {
                request.authorize(&encode::bearer(token));
            }
            ("basic_auth", [Value::Text(id), Value::Text(secret)]) => push_basic(&mut request, id, secret),
            ("body", [Value::Text(body)]) => request.body = Some(body.clone()),
            ("json", [value]) => {
                request.default_header("Content-Type: application/json", request.url.start());
                // `json!(…)` is a text already.
                request.body = Some(value.text().cloned().unwrap_or_else(|| value.json()));
            }
            ("form" | "query", [value]) => match value.form() {
                Some(form) if name == "query" => request.url = encode::with_query(&request.url, &form),
                Some(form) => {
                    request.default_header(FORM, form.start());
                    request.body = Some(form);
                }
                None => self.computed(request.url.start()),
            },
            ("header" | "headers" | "bearer_auth" | "basic_auth" | "body" | "multipart", _) => {
                let at = arguments.first().map_or(request.url.start(), |one| one.value.at());
                self.computed(at);
            }
            ("status" | "text" | "bytes", _) => return unknown(request.url.start()),
            _ => {}
        }
        Out::Request(request)
    }
}

impl Out {
    fn weight(&self) -> usize {
        match self {
            Self::Value(value) => value.weight(),
            Self::Form(text) => text.as_str().len(),
            Self::Client => 0,
            Self::Request(request) => request.http().as_str().len(),
        }
    }
}

const FORM: &str = "Content-Type: application/x-www-form-urlencoded";

/// A key as it is written.
fn bare_key(expression: &Expression) -> &str {
    match expression {
        Expression::Name(text) | Expression::Text(text) => text.as_str(),
        _ => "",
    }
}

fn unknown(at: usize) -> Out {
    Out::Value(Value::Unknown(at))
}

fn variable(name: &str, at: usize) -> Out {
    let mut text = Traced::default();
    text.push_variable(name, at);
    Out::Value(Value::Text(text))
}

fn push_basic(request: &mut Request, id: &Traced, secret: &Traced) {
    let mut credentials = id.clone();
    credentials.push(':', secret.start());
    credentials.append(secret);
    request.authorize(&encode::basic(&credentials));
}
