//! A first look at a whole pattern: how many groups there are, and whether any has a name.

use super::cursor::Cursor;

/// What must be known of the whole before a part can be read: whether `\2` and `\k` refer to a group.
pub(super) struct Outline {
    pub groups: u32,
    pub has_names: bool,
}

impl Outline {
    pub fn of(source: &[u16]) -> Self {
        let mut cursor = Cursor { source, at: 0 };
        let mut outline = Self { groups: 0, has_names: false };
        let mut in_class = false;
        while let Some(unit) = cursor.peek() {
            cursor.at += 1;
            match unit {
                b'\\' => cursor.at += 1,
                b'[' => in_class = true,
                b']' => in_class = false,
                b'(' if !in_class => outline.open(&cursor),
                _ => {}
            }
        }
        outline
    }

    /// The cursor stands after the bracket.
    fn open(&mut self, cursor: &Cursor) {
        let named = cursor.peek() == Some(b'?')
            && cursor.peek_after(1) == Some(b'<')
            && !matches!(cursor.peek_after(2), Some(b'=' | b'!'));
        self.has_names |= named;
        self.groups += u32::from(named || cursor.peek() != Some(b'?'));
    }
}
