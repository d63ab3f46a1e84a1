//! The request that a command of `HTTPie` sends: `http POST acme.com/unfurl Authorization:'Bearer x' uri=https://acme.com/1`.
//!
//! xh reads the same command lines.

use super::encode;
use super::request::{Fault, Request, What};
use super::shell::Command;
use super::traced::Traced;
use super::value::Value;
use crate::core::text::Span;

pub fn is_httpie(program: &str) -> bool {
    matches!(program, "http" | "https" | "xh" | "xhs")
}

/// Options with a value.
const VALUES: [&str; 24] = [
    "--raw",
    "-a",
    "--auth",
    "-A",
    "--auth-type",
    "--print",
    "-p",
    "--output",
    "-o",
    "--session",
    "--session-read-only",
    "--proxy",
    "--timeout",
    "--max-redirects",
    "--verify",
    "--cert",
    "--cert-key",
    "--ssl",
    "--style",
    "-s",
    "--pretty",
    "--default-scheme",
    "--boundary",
    "--format-options",
];

/// Between the name and the value of an item; of two at one place, the longer one counts.
const SEPARATORS: [&str; 8] = [":=@", "==", ":=", "=@", "@", "=", ":", ";"];

struct Items {
    request: Request,
    fields: Vec<(Traced, Value)>,
    query: Traced,
    is_form: bool,
    raw: Option<Traced>,
    auth: Option<Traced>,
    is_bearer: bool,
}

pub fn read(program: &str, words: &[Traced], command: &Command, faults: &mut Vec<Fault>) -> Option<Request> {
    let mut items = Items {
        request: Request::default(),
        fields: Vec::new(),
        query: Traced::default(),
        is_form: false,
        raw: command.input.clone(),
        auth: None,
        is_bearer: false,
    };
    let mut plain = Vec::new();
    let mut words = words.iter();
    while let Some(word) = words.next() {
        items.option(word, &mut words, &mut plain);
    }
    let is_method = |word: &Traced| word.as_str().len() > 2 && word.as_str().bytes().all(|byte| byte.is_ascii_uppercase());
    let mut plain = plain.into_iter().peekable();
    let method = plain.next_if(|word| is_method(word)).cloned();
    let Some(url) = plain.next() else {
        faults.push(Fault { what: What::NoUrl, span: Span::at(command.at) });
        return None;
    };
    items.request.url = address(program, url);
    for word in plain {
        items.item(word, faults);
    }
    Some(items.request(method))
}

/// `:3000/unfurl` is on this machine, and a scheme may be left out.
fn address(program: &str, word: &Traced) -> Traced {
    let text = word.as_str();
    if text.contains("://") {
        return word.clone();
    }
    let scheme = if matches!(program, "https" | "xhs") { "https://" } else { "http://" };
    let mut url = Traced::constant(scheme, word.start());
    if text.starts_with(':') {
        url.push_str("localhost", word.start());
    }
    // `:/path` has no port.
    url.append(&word.cut(usize::from(text.starts_with(":/")), text.len()));
    url
}

impl Items {
    fn option<'w>(&mut self, word: &'w Traced, rest: &mut std::slice::Iter<'w, Traced>, plain: &mut Vec<&'w Traced>) {
        let text = word.as_str();
        if !text.starts_with('-') || text == "-" {
            return plain.push(word);
        }
        let name = text.split('=').next().unwrap_or(text);
        let value = match VALUES.contains(&name) {
            true if name.len() < text.len() => Some(word.cut(name.len() + 1, text.len())),
            true => rest.next().cloned(),
            false => None,
        };
        match name {
            "--form" | "-f" | "--multipart" => self.is_form = true,
            "--raw" => self.raw = value,
            "-a" | "--auth" => self.auth = value,
            "-A" | "--auth-type" => self.is_bearer = value.is_some_and(|kind| kind.as_str() == "bearer"),
            _ => {}
        }
    }

    fn item(&mut self, word: &Traced, faults: &mut Vec<Fault>) {
        let text = word.as_str();
        let found = SEPARATORS.into_iter().filter_map(|one| Some((text.find(one)?, one)));
        let span = word.span();
        let Some((at, separator)) = found.min_by_key(|(at, one)| (*at, usize::MAX - one.len())) else {
            return faults.push(Fault { what: What::UnknownOption, span });
        };
        let (name, value) = (word.cut(0, at), word.cut(at + separator.len(), text.len()));
        match separator {
            "=" => self.field(name, Value::Text(value)),
            ":=" => self.field(name, Value::Plain(value)),
            "==" => {
                self.query = encode::joined(&self.query, &encode::pair(&name, &value));
            }
            ":" | ";" => {
                self.request.push_header(&name, &value);
            }
            _ => faults.push(Fault { what: What::File, span }),
        }
    }

    /// `external_account[key]=…` is a field in an object.
    fn field(&mut self, name: Traced, value: Value) {
        let text = name.as_str().to_owned();
        match text.find('[').filter(|at| *at > 0 && text.ends_with(']')) {
            Some(at) => {
                let inside = name.cut(at + 1, text.len() - 1);
                let outer = name.cut(0, at);
                let index = self.fields.iter().position(|(known, _)| known.as_str() == outer.as_str());
                match index.map(|index| &mut self.fields[index].1) {
                    Some(Value::Object(fields)) => fields.push((inside, value)),
                    _ => self.fields.push((outer, Value::Object(vec![(inside, value)]))),
                }
            }
            None => self.fields.push((name, value)),
        }
    }

    fn request(self, method: Option<Traced>) -> Request {
        let mut request = self.request;
        let at = request.url.start();
        request.url = encode::with_query(&request.url, &self.query);
        if let Some(auth) = self.auth {
            request.authorize(&if self.is_bearer { encode::bearer(&auth) } else { encode::basic(&auth) });
        }
        let fields = Value::Object(self.fields);
        let is_empty = matches!(&fields, Value::Object(fields) if fields.is_empty());
        request.body = match self.raw {
            Some(raw) if is_empty => Some(raw),
            _ if is_empty => None,
            _ if self.is_form => fields.form(),
            _ => Some(fields.json()),
        };
        if request.body.is_some() {
            let line =
                if self.is_form { "Content-Type: application/x-www-form-urlencoded" } else { "Content-Type: application/json" };
            request.default_header(line, at);
        }
        let default = if request.body.is_some() { "POST" } else { "GET" };
        request.method = method.unwrap_or_else(|| Traced::constant(default, at));
        request
    }
}
