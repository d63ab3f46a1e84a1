//! A question to a pattern and its answer, as JavaScript engines and the Lab give it.

use link_preview_lab::core::json::{self, Object, Source, Value};
use link_preview_lab::core::pattern::syntax::Syntax;
use link_preview_lab::core::pattern::{Answer, Flags, Match, Pattern, linear};
use link_preview_lab::core::text::Span;

type Units = Vec<u16>;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    Error(String),
    NotMatched,
    /// No engine could tell.
    TooSlow,
    Matched {
        index: usize,
        captures: Vec<Option<Units>>,
        /// In the order of their first group.
        groups: Vec<(String, Option<Units>)>,
    },
}

/// A line of JSON, read to the unit.
pub struct Line<'l> {
    text: &'l str,
    pub object: Object<'l>,
}

impl<'l> Line<'l> {
    pub fn new(text: &'l str) -> Self {
        match Source::new(text).parse().expect(text) {
            Value::Object(object) => Self { text, object },
            _ => panic!("no object: {text}"),
        }
    }

    pub fn get(&self, name: &str) -> Option<&Value<'l>> {
        json::property(&self.object, name).map(|property| &property.value)
    }

    pub fn units(&self, name: &str) -> Units {
        self.value(self.get(name).unwrap_or_else(|| panic!("no `{name}`: {}", self.text))).expect("a string")
    }

    /// `None`: null.
    fn value(&self, value: &Value) -> Option<Units> {
        value.as_str().map(|_| json::units(self.text, value.span()))
    }

    pub fn flags(&self) -> Flags {
        Flags { ignore_case: self.get("flags").and_then(Value::as_str).is_some_and(|flags| flags.contains('i')) }
    }

    /// The answer in this object or in one of its values.
    pub fn said(&self, answer: &Object<'l>) -> Said {
        let get = |name: &str| json::property(answer, name).map(|property| &property.value);
        if let Some(error) = get("error").and_then(Value::as_str) {
            return Said::Error(error.to_owned());
        }
        if get("slow").is_some() {
            return Said::TooSlow;
        }
        let Some(index) = get("index").and_then(Value::as_number) else { return Said::NotMatched };
        let captures = get("captures").and_then(Value::as_array).expect("captures");
        let groups = get("groups").and_then(Value::as_object).map(|groups| groups.properties.as_slice()).unwrap_or_default();
        Said::Matched {
            index: index.text.parse().expect("an index"),
            captures: captures.elements.iter().map(|capture| self.value(capture)).collect(),
            groups: groups.iter().map(|group| (group.name.as_str().to_owned(), self.value(&group.value))).collect(),
        }
    }
}

/// What the Lab says.
pub fn ours(source: &[u16], flags: Flags, url: &[u16]) -> Said {
    match Pattern::new(source, flags) {
        Err(error) => Said::Error(error.message),
        Ok(pattern) => said(&pattern.syntax, &pattern.exec(url).answer, url).unwrap_or(Said::TooSlow),
    }
}

/// What the linear-time engine alone says, where it can.
pub fn linear(syntax: &Syntax, flags: Flags, url: &[u16]) -> Option<Said> {
    said(syntax, &linear::exec(syntax, flags, url), url)
}

fn said(syntax: &Syntax, answer: &Answer, url: &[u16]) -> Option<Said> {
    match answer {
        Answer::Matched(found) => Some(matched(syntax, found, url)),
        Answer::NotMatched(_) => Some(Said::NotMatched),
        Answer::Unknown => None,
    }
}

fn matched(syntax: &Syntax, found: &Match, url: &[u16]) -> Said {
    let text = |span: Span| url[span.start..span.end].to_vec();
    let captures: Vec<_> = found.captures.iter().map(|capture| capture.map(text)).collect();
    let mut groups: Vec<(String, Option<Units>)> = Vec::new();
    for name in syntax.groups.iter().filter_map(|group| group.name.as_ref()) {
        if groups.iter().all(|(known, _)| known != name) {
            groups.push((name.clone(), syntax.numbers(name).find_map(|number| captures[number].clone())));
        }
    }
    Said::Matched { index: found.captures[0].expect("the whole match").start, captures, groups }
}

/// As people read it.
pub fn shown(units: &[u16]) -> String {
    let mut text = String::new();
    json::push_escaped(&mut text, units);
    text
}
