//! A place in a text that is read from its start to its end.

#[derive(Debug, Clone, Copy)]
pub struct Cursor<'s> {
    pub source: &'s str,
    /// In bytes; between characters.
    pub at: usize,
}

impl<'s> Cursor<'s> {
    /// What is not read yet.
    pub fn rest(self) -> &'s str {
        &self.source[self.at..]
    }

    pub fn peek(self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Goes behind a text that comes next. Whether it does.
    pub fn take(&mut self, text: &str) -> bool {
        let found = self.rest().starts_with(text);
        self.at += if found { text.len() } else { 0 };
        found
    }
}
