//! A text with the origin of each of its bytes, and the variables in it.

use crate::core::text::Span;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Traced {
    text: String,
    /// For each byte, the byte of the source that it came from.
    places: Vec<usize>,
    /// The parts whose value is known only where the code runs.
    variables: Vec<Span>,
}

impl Traced {
    /// A part of the source, as it is written.
    pub fn written(text: &str, at: usize) -> Self {
        Self { text: text.to_owned(), places: (at..at + text.len()).collect(), variables: Vec::new() }
    }

    /// A text that one place of the source stands for.
    pub fn constant(text: &str, at: usize) -> Self {
        Self { text: text.to_owned(), places: vec![at; text.len()], variables: Vec::new() }
    }

    /// A text that stands for the whole of another one.
    pub fn instead(text: &str, of: &Self) -> Self {
        let mut instead = Self::constant(text, of.start());
        if let (Some(place), Some(last)) = (instead.places.last_mut(), of.places.last()) {
            *place = *last;
        }
        instead
    }

    pub fn push(&mut self, c: char, at: usize) {
        self.text.push(c);
        self.places.resize(self.text.len(), at);
    }

    pub fn push_str(&mut self, text: &str, at: usize) {
        self.text.push_str(text);
        self.places.resize(self.text.len(), at);
    }

    /// `$NAME`, however the language writes it.
    pub fn push_variable(&mut self, name: &str, at: usize) {
        let start = self.text.len();
        self.push('$', at);
        self.push_str(name, at);
        self.variables.push(Span::new(start, self.text.len()));
    }

    /// Bytes with their places. What is not UTF-8 becomes U+FFFD.
    pub fn push_bytes(&mut self, bytes: &[(u8, usize)]) {
        let plain: Vec<u8> = bytes.iter().map(|(byte, _)| *byte).collect();
        let mut read = 0;
        for chunk in plain.utf8_chunks() {
            self.text.push_str(chunk.valid());
            self.places.extend(bytes[read..read + chunk.valid().len()].iter().map(|(_, at)| *at));
            read += chunk.valid().len();
            if !chunk.invalid().is_empty() {
                self.push(char::REPLACEMENT_CHARACTER, bytes[read].1);
                read += chunk.invalid().len();
            }
        }
    }

    pub fn append(&mut self, other: &Self) {
        let by = self.text.len();
        self.text.push_str(&other.text);
        self.places.extend_from_slice(&other.places);
        self.variables.extend(other.variables.iter().map(|span| Span::new(span.start + by, span.end + by)));
    }

    pub fn as_str(&self) -> &str {
        &self.text
    }

    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The place of the first byte.
    pub fn start(&self) -> usize {
        self.places.first().copied().unwrap_or_default()
    }

    /// The part of the source from the first byte on; its end may be inside of a character.
    pub fn span(&self) -> Span {
        let start = self.start();
        Span::new(start, self.places.last().map_or(start, |last| (last + 1).max(start)))
    }

    pub fn has_variables(&self) -> bool {
        !self.variables.is_empty()
    }

    /// A part of it.
    pub fn cut(&self, start: usize, end: usize) -> Self {
        let first = self.variables.partition_point(|span| span.start < start);
        let inside = self.variables[first..].iter().take_while(|span| span.end <= end);
        Self {
            text: self.text[start..end].to_owned(),
            places: self.places[start..end].to_vec(),
            variables: inside.map(|span| Span::new(span.start - start, span.end - start)).collect(),
        }
    }

    pub fn split_once(&self, separator: char) -> Option<(Self, Self)> {
        let at = self.text.find(separator)?;
        Some((self.cut(0, at), self.cut(at + separator.len_utf8(), self.text.len())))
    }

    /// Every character but those of variables through a function.
    pub fn mapped(&self, map: impl Fn(&str) -> String) -> Self {
        let mut mapped = Self::default();
        let mut variables = self.variables.iter().peekable();
        let mut at = 0;
        while let Some(c) = self.text[at..].chars().next() {
            if let Some(variable) = variables.next_if(|span| span.start == at) {
                mapped.append(&self.cut(variable.start, variable.end));
                at = variable.end;
            } else {
                let end = at + c.len_utf8();
                mapped.push_str(&map(&self.text[at..end]), self.places[at]);
                at = end;
            }
        }
        mapped
    }

    /// As one line, even if it has line breaks.
    pub fn one_line(&self) -> Self {
        Self { text: self.text.replace(['\n', '\r'], " "), ..self.clone() }
    }

    /// The span in the source of a part of this text.
    pub fn place(&self, span: Span, source: &str) -> Span {
        let at = |byte: usize| source.floor_char_boundary(self.places.get(byte).copied().unwrap_or(source.len()));
        let start = at(span.start);
        if span.end <= span.start {
            return Span::at(start);
        }
        let last = at(span.end - 1);
        let end = last + source[last..].chars().next().map_or(0, char::len_utf8);
        Span::new(start.min(last), end.max(start))
    }
}
