//! Places in a text: byte spans, and the lines and columns that people and editors count.

use jsonc_parser::common::{Range, Ranged};

/// A half-open range of bytes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

impl Span {
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The empty span at an offset.
    pub fn at(offset: usize) -> Self {
        Self::new(offset, offset)
    }

    /// Where a node of the parsed text stands.
    pub fn of(node: &impl Ranged) -> Self {
        node.range().into()
    }

    pub fn contains(self, offset: usize) -> bool {
        self.start <= offset && offset < self.end
    }

    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

impl From<Range> for Span {
    fn from(range: Range) -> Self {
        Self::new(range.start, range.end)
    }
}

/// A place as the contract prints it: `line` and `column` count from 1, `column` in UTF-16 units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Position {
    pub offset: usize,
    pub line: usize,
    pub column: usize,
}

/// Finds the line and column of an offset. A line ends at `\n`, as in the editor.
pub struct LineIndex<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> LineIndex<'t> {
    pub fn new(text: &'t str) -> Self {
        let after_breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        Self { text, starts: std::iter::once(0).chain(after_breaks).collect() }
    }

    pub fn position(&self, offset: usize) -> Position {
        let line = self.starts.partition_point(|start| *start <= offset);
        let before = &self.text[self.starts[line - 1]..offset];
        let column = before.encode_utf16().count() + 1;
        Position { offset, line, column }
    }

    /// The text of a line, counted from 1, without its end.
    pub fn line(&self, line: usize) -> &'t str {
        let end = self.starts.get(line).map_or(self.text.len(), |next| next - 1);
        self.text[self.starts[line - 1]..end].trim_end_matches('\r')
    }
}
