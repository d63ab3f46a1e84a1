//! Keys that work anywhere on the page; the help lists them.

use super::Command;
use crate::app::store::Dialog;

/// A key as it is pressed.
#[expect(clippy::struct_excessive_bools, reason = "a key event has these flags")]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Key<'k> {
    /// What it writes.
    pub writes: &'k str,
    /// Where it is on the keyboard.
    pub code: &'k str,
    /// Control, or Command on a Mac.
    pub control: bool,
    pub shift: bool,
    pub alt: bool,
    /// The focus is in a field that takes text.
    pub in_field: bool,
}

/// The command that a key runs, if any.
pub fn for_key(key: Key) -> Option<Command> {
    match (key.writes, key.code) {
        ("z" | "Z", _) if key.control => Some(if key.shift { Command::Redo } else { Command::Undo }),
        ("y", _) if key.control => Some(Command::Redo),
        ("k" | "K", _) if key.control => Some(Command::Show(Dialog::Palette)),
        ("s", _) if key.control => Some(Command::Save),
        (_, "KeyF") if key.alt && key.shift => Some(Command::Format),
        (_, "KeyA") if key.alt && key.shift => Some(Command::AddAttribute),
        (_, "F8") => Some(if key.shift { Command::PreviousProblem } else { Command::NextProblem }),
        ("?", _) if !key.in_field => Some(Command::Show(Dialog::Help)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_run_their_commands() {
        let control = Key { control: true, ..Key::default() };
        for (key, command) in [
            (Key { writes: "z", ..control }, Some(Command::Undo)),
            (Key { writes: "Z", shift: true, ..control }, Some(Command::Redo)),
            (Key { writes: "y", ..control }, Some(Command::Redo)),
            (Key { writes: "k", ..control }, Some(Command::Show(Dialog::Palette))),
            (Key { writes: "s", ..control }, Some(Command::Save)),
            (Key { writes: "Ï", code: "KeyF", alt: true, shift: true, ..Key::default() }, Some(Command::Format)),
            (Key { writes: "Å", code: "KeyA", alt: true, shift: true, ..Key::default() }, Some(Command::AddAttribute)),
            (Key { writes: "F8", code: "F8", ..Key::default() }, Some(Command::NextProblem)),
            (Key { writes: "F8", code: "F8", shift: true, ..Key::default() }, Some(Command::PreviousProblem)),
            (Key { writes: "?", shift: true, ..Key::default() }, Some(Command::Show(Dialog::Help))),
            (Key { writes: "?", shift: true, in_field: true, ..Key::default() }, None),
            (Key { writes: "z", ..Key::default() }, None),
        ] {
            assert_eq!(for_key(key), command, "{key:?}");
        }
    }
}
