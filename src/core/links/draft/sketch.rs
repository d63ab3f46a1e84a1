//! The pattern while it is drafted. Text is appended; group names are unique.

use super::Draft;
use super::part::{DraftPart, Part};

#[derive(Debug, Default)]
pub struct Sketch<'c> {
    /// The parts that the person turned over.
    turned: &'c [Part],
    parts: Vec<DraftPart>,
    pattern: String,
    names: Vec<String>,
    assumed: Vec<String>,
}

impl<'c> Sketch<'c> {
    pub fn new(turned: &'c [Part]) -> Self {
        Self { turned, ..Self::default() }
    }

    /// Whether a part becomes a group. `texts`: what the samples have there; where they differ, it must.
    pub fn varies(&mut self, part: Part, texts: &[&str], by_itself: bool) -> bool {
        let [text] = texts else { return true };
        // A group takes at least one character.
        if text.is_empty() {
            return by_itself;
        }
        let varies = by_itself != self.turned.contains(&part);
        self.parts.push(DraftPart { part, text: (*text).to_owned(), varies });
        varies
    }

    /// Whether the person chose what is not drafted by itself.
    pub fn chosen(&mut self, part: Part, text: &str) -> bool {
        let varies = self.turned.contains(&part);
        self.parts.push(DraftPart { part, text: text.to_owned(), varies });
        varies
    }

    /// Appends pattern text.
    pub fn push(&mut self, pattern: &str) {
        self.pattern.push_str(pattern);
    }

    /// Appends literal text of the URL.
    pub fn literal(&mut self, text: &str) {
        for character in text.chars() {
            if r"^$\.*+?()[]{}|/".contains(character) {
                self.pattern.push('\\');
            }
            self.pattern.push(character);
        }
    }

    /// Appends a choice of texts.
    pub fn choice(&mut self, texts: &[&str]) {
        self.push("(?:");
        self.alternatives(texts);
        self.push(")");
    }

    /// Appends a group that captures one of some texts, and returns its name.
    pub fn choice_group(&mut self, name: &str, texts: &[&str]) -> String {
        let name = self.open(name);
        self.alternatives(texts);
        self.push(")");
        name
    }

    /// Appends a group with a pattern, and returns its name, numbered if it was taken.
    pub fn group(&mut self, name: &str, pattern: &str) -> String {
        let name = self.open(name);
        self.push(pattern);
        self.push(")");
        name
    }

    pub fn assume(&mut self, sentence: &str) {
        self.assumed.push(sentence.to_owned());
    }

    pub fn done(self) -> Draft {
        Draft { pattern: self.pattern, assumed: self.assumed, parts: self.parts }
    }

    fn alternatives(&mut self, texts: &[&str]) {
        for (index, text) in texts.iter().enumerate() {
            if index > 0 {
                self.push("|");
            }
            self.literal(text);
        }
    }

    fn open(&mut self, name: &str) -> String {
        let mut free = name.to_owned();
        let mut number = 2;
        while self.names.contains(&free) {
            free = format!("{name}{number}");
            number += 1;
        }
        self.push("(?<");
        self.push(&free);
        self.push(">");
        self.names.push(free.clone());
        free
    }
}
