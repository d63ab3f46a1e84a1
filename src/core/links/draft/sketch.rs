//! The pattern while it is drafted: what is written goes to its end; group names are given once.

use super::Draft;

#[derive(Debug, Default)]
pub struct Sketch {
    pattern: String,
    names: Vec<String>,
    assumed: Vec<String>,
}

impl Sketch {
    /// Pattern text as it stands.
    pub fn push(&mut self, pattern: &str) {
        self.pattern.push_str(pattern);
    }

    /// Text that must stand in the URL.
    pub fn literal(&mut self, text: &str) {
        for character in text.chars() {
            if r"^$\.*+?()[]{}|/".contains(character) {
                self.pattern.push('\\');
            }
            self.pattern.push(character);
        }
    }

    /// One of some texts.
    pub fn choice(&mut self, texts: &[&str]) {
        self.push("(?:");
        self.alternatives(texts);
        self.push(")");
    }

    /// A group that captures one of some texts. Answers its name.
    pub fn choice_group(&mut self, name: &str, texts: &[&str]) -> String {
        let name = self.open(name);
        self.alternatives(texts);
        self.push(")");
        name
    }

    /// A group that captures what a pattern takes. Answers its name, which has a number where it was given before.
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
        Draft { pattern: self.pattern, assumed: self.assumed }
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
