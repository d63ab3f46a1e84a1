//! YAML, as far as it is lists, maps and one-line values.
//!
//! In: a text. Out: the same as JSON, with its digits. A word is a value of JSON only if JSON reads it so: `no` stays a
//! text. Whatever is more than that (anchors, tags, block texts, a key without a value) is not converted, so nothing is
//! guessed.

use super::whole::{Json, Recognized, Whole};
use crate::core::json::{format, literal, number, written};

/// Texts of another kind have such lines too: headers, notes.
const KEYS: [&str; 6] = ["id:", "inline:", "embed:", "section:", "operations:", "path:"];

pub(super) fn recognize(text: &str) -> Option<Recognized> {
    let mut lines = lines(text);
    let first = lines.next()??;
    let has_keys = KEYS.iter().any(|key| text.lines().any(|line| line.trim_start_matches([' ', '-']).starts_with(key)));
    let is_yaml =
        has_keys && (is_item(first.text) || split_key(first.text).is_some()) && !text.lines().any(|line| line.ends_with(','));
    is_yaml.then(|| Recognized::new(Whole::Yaml, json(text).map_or(Json::None, Json::Written)))
}

fn json(text: &str) -> Option<String> {
    let mut reader = YamlReader { lines: lines(text).collect::<Option<Vec<Line>>>()?, at: 0 };
    let mut json = String::new();
    reader.block(reader.lines.first()?.indent, &mut json, 0)?;
    if reader.at < reader.lines.len() {
        return None;
    }
    format::format(&json)
}

#[derive(Clone, Copy)]
struct Line<'t> {
    indent: usize,
    text: &'t str,
}

/// The lines with content; `None` for one that is indented by a tab.
fn lines(text: &str) -> impl Iterator<Item = Option<Line<'_>>> {
    let body = text.trim_start_matches('\u{FEFF}');
    let has_content = |line: &&str| !matches!(line.trim(), "" | "---" | "...") && !line.trim_start().starts_with('#');
    body.lines().filter(has_content).map(|line| {
        let text = line.trim_start_matches(' ');
        let indent = line.len() - text.len();
        (!text.starts_with('\t')).then(|| Line { indent, text: without_comment(text).trim_end() })
    })
}

/// A `#` behind white space begins a comment, outside of quotes.
fn without_comment(line: &str) -> &str {
    let mut quote = None;
    let mut before = ' ';
    for (at, c) in line.char_indices() {
        match (quote, c) {
            (None, '#') if before.is_whitespace() => return &line[..at],
            (None, '"' | '\'') if before.is_whitespace() || "[{,:".contains(before) => quote = Some(c),
            (Some(open), _) if c == open && before != '\\' => quote = None,
            _ => {}
        }
        before = c;
    }
    line
}

fn is_item(line: &str) -> bool {
    line == "-" || line.starts_with("- ")
}

/// The key of a line, and what follows it.
fn split_key(line: &str) -> Option<(String, &str)> {
    if line.starts_with(['"', '\'']) {
        let mut flow = Flow { rest: line };
        let key = flow.quoted()?;
        let rest = flow.rest.trim_start().strip_prefix(':')?;
        return (rest.is_empty() || rest.starts_with(' ')).then(|| (key, rest.trim_start()));
    }
    let at = line.find(": ").or_else(|| line.ends_with(':').then(|| line.len() - 1))?;
    let key = line[..at].trim_end();
    let is_plain = !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || "_-. ".contains(c)) && !key.starts_with('-');
    is_plain.then(|| (key.to_owned(), line[at + 1..].trim_start()))
}

struct YamlReader<'t> {
    lines: Vec<Line<'t>>,
    at: usize,
}

/// An attribute has four levels.
const DEPTH: usize = 64;

impl<'t> YamlReader<'t> {
    fn line(&self) -> Option<Line<'t>> {
        self.lines.get(self.at).copied()
    }

    fn block(&mut self, indent: usize, json: &mut String, depth: usize) -> Option<()> {
        let line = self.line().filter(|_| depth < DEPTH)?;
        if is_item(line.text) {
            self.items(indent, json, depth)
        } else if split_key(line.text).is_some() {
            self.map(indent, json, depth)
        } else {
            self.at += 1;
            scalar(line.text, json)
        }
    }

    fn items(&mut self, indent: usize, json: &mut String, depth: usize) -> Option<()> {
        let mut open = '[';
        while let Some(line) = self.line().filter(|line| line.indent == indent && is_item(line.text)) {
            json.push(open);
            open = ',';
            let text = line.text[1..].trim_start();
            if text.is_empty() {
                self.at += 1;
                self.below(indent + 1, json, depth)?;
            } else {
                // `- id: title` begins a map whose keys are as deep as `id`.
                let indent = indent + line.text.len() - text.len();
                self.lines[self.at] = Line { indent, text };
                self.block(indent, json, depth + 1)?;
            }
        }
        json.push(']');
        self.ends(indent)
    }

    fn map(&mut self, indent: usize, json: &mut String, depth: usize) -> Option<()> {
        let mut open = '{';
        while let Some(line) = self.line().filter(|line| line.indent == indent && !is_item(line.text)) {
            let (key, value) = split_key(line.text)?;
            json.push(open);
            open = ',';
            json.push_str(&written(&key));
            json.push(':');
            self.at += 1;
            if value.is_empty() {
                // A list may be as deep as its key.
                let is_list = self.line().is_some_and(|line| line.indent == indent && is_item(line.text));
                self.below(if is_list { indent } else { indent + 1 }, json, depth)?;
            } else {
                scalar(value, json)?;
            }
        }
        json.push('}');
        self.ends(indent)
    }

    fn below(&mut self, least: usize, json: &mut String, depth: usize) -> Option<()> {
        let indent = self.line().map(|line| line.indent).filter(|indent| *indent >= least)?;
        self.block(indent, json, depth + 1)
    }

    /// A deeper line here would continue a text.
    fn ends(&self, indent: usize) -> Option<()> {
        self.line().is_none_or(|line| line.indent <= indent).then_some(())
    }
}

fn scalar(text: &str, json: &mut String) -> Option<()> {
    if !text.starts_with(['[', '{', '"', '\'']) {
        let is_text = !text.contains(": ") && !text.ends_with(':');
        return is_text.then(|| plain(text, json)).flatten();
    }
    let mut flow = Flow { rest: text };
    flow.value(json, 0)?;
    flow.rest.trim().is_empty().then_some(())
}

/// A word without quotes.
fn plain(word: &str, json: &mut String) -> Option<()> {
    let is_special = word.starts_with(|c: char| "&*!|>%@`?#,]}".contains(c)) || matches!(word, "~" | "" | "-");
    if is_special {
        return None;
    }
    let is_json = matches!(word, "true" | "false" | "null") || number::is_number(word);
    json.push_str(&if is_json { word.to_owned() } else { written(word) });
    Some(())
}

/// `[a, b]`, `{r: 1}` and quoted texts.
struct Flow<'t> {
    rest: &'t str,
}

impl Flow<'_> {
    fn take(&mut self, mark: char) -> bool {
        let rest = self.rest.trim_start();
        let found = rest.strip_prefix(mark);
        self.rest = found.unwrap_or(rest);
        found.is_some()
    }

    fn value(&mut self, json: &mut String, depth: usize) -> Option<()> {
        let is_list = self.rest.trim_start().starts_with('[');
        if self.take('[') || self.take('{') {
            return if depth < DEPTH { self.members(is_list, json, depth + 1) } else { None };
        }
        if self.rest.starts_with(['"', '\'']) {
            json.push_str(&written(&self.quoted()?));
            return Some(());
        }
        let end = self.rest.find([',', ']', '}', ':'])?;
        let word = self.rest[..end].trim_end();
        self.rest = &self.rest[end..];
        plain(word, json)
    }

    fn members(&mut self, is_list: bool, json: &mut String, depth: usize) -> Option<()> {
        let close = if is_list { ']' } else { '}' };
        json.push(if is_list { '[' } else { '{' });
        let mut first = true;
        while !self.take(close) {
            if !first && !self.take(',') {
                return None;
            }
            if !first {
                json.push(',');
            }
            first = false;
            if !is_list {
                self.key(json)?;
            }
            self.take(' ');
            self.value(json, depth)?;
        }
        json.push(close);
        Some(())
    }

    fn key(&mut self, json: &mut String) -> Option<()> {
        self.rest = self.rest.trim_start();
        let key = if self.rest.starts_with(['"', '\'']) {
            self.quoted()?
        } else {
            let end = self.rest.find(':')?;
            let key = self.rest[..end].trim_end().to_owned();
            self.rest = &self.rest[end..];
            key
        };
        let is_key = !key.is_empty() && !key.contains(|c: char| ",[]{}\n".contains(c));
        json.push_str(&written(&key));
        json.push(':');
        (is_key && self.take(':')).then_some(())
    }

    fn quoted(&mut self) -> Option<String> {
        if self.rest.starts_with('"') {
            let (text, end) = literal::read(self.rest, 0).ok()?;
            let text = text.into_owned();
            self.rest = &self.rest[end..];
            return Some(text);
        }
        let mut text = String::new();
        let mut chars = self.rest.char_indices().skip(1).peekable();
        while let Some((at, c)) = chars.next() {
            if c != '\'' {
                text.push(c);
            } else if chars.next_if(|(_, next)| *next == '\'').is_some() {
                text.push('\'');
            } else {
                self.rest = &self.rest[at + 1..];
                return Some(text);
            }
        }
        None
    }
}
