//! Keys that work anywhere on the page; the help lists them.

use super::Command;
use crate::app::store::{Dialog, Pane};
use crate::core::state::State;

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
        (_, code) if key.alt && key.shift && place(code).is_some() => place(code),
        (_, "F8") => Some(if key.shift { Command::PreviousProblem } else { Command::NextProblem }),
        ("?", _) if !key.in_field => Some(Command::Show(Dialog::Help)),
        _ => None,
    }
}

/// The panes by their letters, the states by their numbers in time.
fn place(code: &str) -> Option<Command> {
    if let Some(digit) = code.strip_prefix("Digit").and_then(|digit| digit.parse::<usize>().ok()) {
        return State::IN_TIME.get(digit.checked_sub(1)?).map(|state| Command::State(*state));
    }
    let pane = match code {
        "KeyP" => Pane::Payload,
        "KeyL" => Pane::Rules,
        "KeyI" => Pane::Integration,
        "KeyV" => Pane::Preview,
        "KeyE" => Pane::Problems,
        "KeyT" => Pane::Timeline,
        _ => return None,
    };
    Some(Command::Pane(pane))
}

#[cfg(test)]
mod tests {
    use super::super::entry;
    use super::*;

    #[test]
    fn a_pane_and_a_state_tell_the_keys_that_reach_them() {
        let panes = [Pane::Payload, Pane::Rules, Pane::Integration, Pane::Preview, Pane::Problems, Pane::Timeline];
        let commands = panes.map(Command::Pane).into_iter().chain(State::IN_TIME.map(Command::State));
        for command in commands {
            let keys = entry(&command).keys;
            let last = keys.strip_prefix("Alt Shift ").unwrap_or_default();
            let code = if last.parse::<u8>().is_ok() { format!("Digit{last}") } else { format!("Key{last}") };
            assert_eq!(for_key(Key { code: &code, alt: true, shift: true, ..Key::default() }), Some(command), "{keys}");
        }
    }

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
