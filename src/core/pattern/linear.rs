//! Patterns in linear time: this answers when backtracking takes too many steps.
//!
//! In: a pattern's syntax and a URL. Out: the match that the backtracking matcher would find, or that there is none.
//! It leaves out look-around, back-references, nesting too deep for the automaton, and whatever would take too long (see
//! [`ROOM`]).
//!
//! The engine is our own because JavaScript forgets captures at each turn of a repeat (`(?:(a)|b)*`) and works on UTF-16
//! units; the regex project's engines keep the captures and read bytes.

mod automaton;
mod search;

use super::syntax::Syntax;
use super::{Answer, Flags, Furthest, captured};

/// The most states of the automaton times places of the URL; in the page this takes at most 5 ms and 20 MB.
const ROOM: usize = 2_000_000;

/// As `exec` of the pattern, but without a [`Furthest`].
pub fn exec(syntax: &Syntax, flags: Flags, url: &[u16]) -> Answer {
    let room = ROOM / (url.len() + 1);
    // Each part becomes a state at least, so a large pattern is given up at once.
    if syntax.nodes.len() > room {
        return Answer::Unknown;
    }
    let Some(automaton) = automaton::build(syntax, flags.ignore_case, room) else { return Answer::Unknown };
    match search::search(&automaton, url, 2 * (syntax.groups.len() + 1)) {
        Some(registers) => Answer::Matched(captured(&registers)),
        None => Answer::NotMatched(Furthest::default()),
    }
}
