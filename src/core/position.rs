//! Lines and columns, as people and editors count them.

use crate::core::utf16::Utf16;

/// A place as the contract prints it. `line` and `column` count from 1, `column` in UTF-16 units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Position {
    pub offset: usize,
    pub line: usize,
    pub column: usize,
}

/// Finds the line and column of an offset. A line ends at `\n`, as in the editor.
///
/// The time for a look-up does not depend on the place, even in a text of one long line.
pub struct LineIndex<'t> {
    text: &'t str,
    utf16: Utf16<'t>,
    starts: Vec<usize>,
}

impl<'t> LineIndex<'t> {
    pub fn new(text: &'t str) -> Self {
        let after_breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        Self { text, utf16: Utf16::new(text), starts: std::iter::once(0).chain(after_breaks).collect() }
    }

    pub fn position(&self, offset: usize) -> Position {
        let line = self.starts.partition_point(|start| *start <= offset);
        let before = self.utf16.from_byte(offset) - self.utf16.from_byte(self.starts[line - 1]);
        Position { offset, line, column: before + 1 }
    }

    /// The offset at which a line, counted from 1, starts.
    pub fn start(&self, line: usize) -> usize {
        self.starts[line - 1]
    }

    /// The text of a line, counted from 1, without its end.
    pub fn line(&self, line: usize) -> &'t str {
        let end = self.starts.get(line).map_or(self.text.len(), |next| next - 1);
        self.text[self.starts[line - 1]..end].trim_end_matches('\r')
    }
}

#[cfg(test)]
mod tests {
    use super::LineIndex;

    fn place(text: &str, offset: usize) -> (usize, usize) {
        let position = LineIndex::new(text).position(offset);
        (position.line, position.column)
    }

    #[test]
    fn columns_count_utf16_units() {
        let text = "ab\r\né🔨x\n";
        assert_eq!(
            [0, 2, 3, 4, 6, 10, 11, 12].map(|at| place(text, at)),
            [(1, 1), (1, 3), (1, 4), (2, 1), (2, 2), (2, 4), (2, 5), (3, 1)]
        );
    }

    #[test]
    fn lines_come_without_their_end() {
        let lines = LineIndex::new("ab\r\né\n");
        assert_eq!([1, 2, 3].map(|line| lines.line(line)), ["ab", "é", ""]);
        assert_eq!([1, 2, 3].map(|line| lines.start(line)), [0, 4, 7]);
    }
}
