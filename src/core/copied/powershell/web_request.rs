//! The parameters of `Invoke-WebRequest` and `Invoke-RestMethod`.

use std::collections::HashMap;

use super::super::encode;
use super::super::request::{Fault, Request, What};
use super::super::traced::Traced;
use super::super::value::Value;
use super::Word;
use crate::core::text::Span;

pub fn read(words: &[Word], input: Option<&Value>, names: &HashMap<String, Value>, faults: &mut Vec<Fault>) -> Option<Request> {
    let parameters = parameters(words, names);
    let of = |name: &str| parameters.iter().find(|(known, _)| known == name).map(|(_, value)| value);
    let url = of("uri")?.text()?.clone();
    let at = url.start();
    let method = match of("method").and_then(Value::text) {
        Some(method) => method.mapped(str::to_ascii_uppercase),
        None => Traced::constant("GET", at),
    };
    let mut request = Request { method, url, ..Request::default() };
    let mut computed = |at: usize| faults.push(Fault { what: What::Computed, span: Span::at(at) });
    match of("headers").map(|headers| (headers, headers.pairs())) {
        Some((_, Some(pairs))) => {
            for (name, value) in pairs {
                match value {
                    Value::Text(value) | Value::Plain(value) => request.push_header(&name, &value),
                    _ => computed(name.start()),
                }
            }
        }
        Some(_) => computed(at),
        None => {}
    }
    for (parameter, header) in [("contenttype", "Content-Type"), ("useragent", "User-Agent")] {
        if let Some(value) = of(parameter).and_then(Value::text) {
            request.push_header(&Traced::constant(header, value.start()), value);
        }
    }
    if let Some(token) = of("token").and_then(Value::text) {
        request.authorize(&encode::bearer(token));
    }
    if let Some(body) = of("body").or(input) {
        request.body = match body {
            Value::Text(text) => Some(text.clone()),
            table => table.form(),
        };
        match request.body {
            None => computed(at),
            Some(_) if request.method.as_str() == "POST" => {
                request.default_header("Content-Type: application/x-www-form-urlencoded", at);
            }
            Some(_) => {}
        }
    }
    Some(request)
}

/// Parameters by their names in lower case; the first word that has none is the URL. A table may hold them all: `@name`.
fn parameters(words: &[Word], names: &HashMap<String, Value>) -> Vec<(String, Value)> {
    let mut found = Vec::new();
    let mut words = words.iter().peekable();
    while let Some(word) = words.next() {
        let text = word.value.text().filter(|_| word.is_bare).map(Traced::as_str).unwrap_or_default();
        if let Some(name) = text.strip_prefix('-') {
            let is_parameter =
                |word: &&Word| word.is_bare && word.value.text().is_some_and(|text| text.as_str().starts_with('-'));
            if let Some(value) = words.next_if(|next| !is_parameter(next) && !SWITCHES.contains(&&*name.to_ascii_lowercase())) {
                found.push((name.to_ascii_lowercase(), value.value.clone()));
            }
        } else if let Some(Value::Object(fields)) = text.strip_prefix('@').and_then(|name| names.get(&name.to_ascii_lowercase()))
        {
            found.extend(fields.iter().map(|(name, value)| (name.as_str().to_ascii_lowercase(), value.clone())));
        } else if !found.iter().any(|(name, _)| name == "uri") {
            found.push(("uri".to_owned(), word.value.clone()));
        }
    }
    found
}

/// Parameters without a value.
const SWITCHES: [&str; 8] = [
    "usebasicparsing",
    "skiphttperrorcheck",
    "skipcertificatecheck",
    "disablekeepalive",
    "usedefaultcredentials",
    "passthru",
    "skipheadervalidation",
    "allowunencryptedauthentication",
];
