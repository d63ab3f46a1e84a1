//! The body that curl's options make: the data options joined by `&`, JSON joined as it is, or the parts of a form.

use super::super::encode;
use super::super::request::{Fault, What};
use super::super::traced::Traced;

#[derive(Default)]
pub struct Data {
    pieces: Option<Traced>,
    kind: Kind,
    /// Names of headers that curl is told not to add.
    pub without: Vec<String>,
}

#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Kind {
    #[default]
    UrlEncoded,
    Json,
    Multipart,
}

impl Data {
    pub fn is_some(&self) -> bool {
        self.pieces.is_some()
    }

    pub fn text(&self) -> Traced {
        self.pieces.clone().unwrap_or_default()
    }

    pub fn at(&self) -> usize {
        self.pieces.as_ref().map_or(0, Traced::start)
    }

    /// The headers that curl adds.
    pub fn headers(&self) -> &'static [&'static str] {
        match self.kind {
            Kind::UrlEncoded => &["Content-Type: application/x-www-form-urlencoded"],
            Kind::Json => &["Content-Type: application/json", "Accept: application/json"],
            Kind::Multipart => &["Content-Type: multipart/form-data"],
        }
    }

    /// Adds the value of an option, if it is one with data.
    pub fn add(&mut self, option: &str, value: &Traced, input: Option<&Traced>, faults: &mut Vec<Fault>) {
        let known = |text: Traced| (text, "&");
        let (text, joint) = match option {
            "data-raw" => known(value.clone()),
            "data" | "data-ascii" => known(unwrapped(&from_file(value, input, faults), value)),
            "data-binary" => known(from_file(value, input, faults)),
            "data-urlencode" => known(match value.as_str().find(['=', '@']) {
                Some(at) if value.as_str()[at..].starts_with('@') => {
                    let file = from_file(&value.cut(at, value.as_str().len()), input, faults);
                    named(&value.cut(0, at), &encode::form(&file))
                }
                _ => encoded(value),
            }),
            "json" => {
                self.kind = Kind::Json;
                (from_file(value, input, faults), "")
            }
            "form" | "form-string" => {
                self.kind = Kind::Multipart;
                known(part(option, value, faults))
            }
            _ => return,
        };
        let before = self.pieces.take();
        self.pieces = Some(match before {
            None => text,
            Some(mut before) => {
                before.push_str(joint, value.start());
                before.append(&text);
                before
            }
        });
    }
}

/// `name=content`, of which curl encodes the content.
pub fn encoded(value: &Traced) -> Traced {
    match value.split_once('=') {
        Some((name, content)) => named(&name, &encode::form(&content)),
        None => encode::form(value),
    }
}

fn named(name: &Traced, content: &Traced) -> Traced {
    let mut pair = name.clone();
    if !name.is_empty() {
        pair.push('=', content.start());
    }
    pair.append(content);
    pair
}

/// `@-` is the input, and `@file` a file, which nobody reads here.
fn from_file(value: &Traced, input: Option<&Traced>, faults: &mut Vec<Fault>) -> Traced {
    match (value.as_str(), input) {
        ("@-", Some(input)) => input.clone(),
        (file, _) if file.starts_with('@') => {
            faults.push(Fault { what: What::File, span: value.span() });
            Traced::default()
        }
        _ => value.clone(),
    }
}

/// `--data` takes the line breaks out of what it reads from a file or the input.
fn unwrapped(text: &Traced, value: &Traced) -> Traced {
    if value.as_str().starts_with('@') { text.mapped(|piece| piece.replace(['\n', '\r'], "")) } else { text.clone() }
}

/// A part of a multipart form, read as a field of a form.
fn part(option: &str, value: &Traced, faults: &mut Vec<Fault>) -> Traced {
    let Some((name, content)) = value.split_once('=') else { return encode::form(value) };
    if option == "form" && content.as_str().starts_with(['@', '<']) {
        faults.push(Fault { what: What::File, span: value.span() });
        return encode::pair(&name, &Traced::default());
    }
    // `;type=…` says how the part is sent.
    let end = content.as_str().find(";type=").filter(|_| option == "form").unwrap_or(content.as_str().len());
    encode::pair(&name, &content.cut(0, end))
}
