//! Patterns in linear time: where backtracking would run away, this answers instead.
//!
//! In: a pattern's syntax and a URL. Out: what `exec` finds, the same as the backtracking matcher would find, or nothing.
//! Left out are look-around, back-references, nesting deeper than the automaton can be built for, and what would take
//! long (see [`ROOM`]).
//!
//! The engine is our own: the regex project's takes 12 KB of brotli more than the 100 lines here, reads bytes, and keeps
//! what groups captured where JavaScript forgets it (`(?:(a)|b)*`).

mod automaton;
mod search;

use super::syntax::Syntax;
use super::{Answer, Flags, Furthest, captured};

/// States of the automaton, times places of the URL: what the engine does at most. In the page that takes 5 ms and 20 MB
/// at worst.
const ROOM: usize = 2_000_000;

/// As `exec` of the pattern; a [`Furthest`] is not known here.
pub fn exec(syntax: &Syntax, flags: Flags, url: &[u16]) -> Answer {
    let room = ROOM / (url.len() + 1);
    // Each part takes room; so a large pattern costs nothing here.
    if syntax.nodes.len() > room {
        return Answer::Unknown;
    }
    let Some(automaton) = automaton::build(syntax, flags.ignore_case, room) else { return Answer::Unknown };
    match search::search(&automaton, url, 2 * (syntax.groups.len() + 1)) {
        Some(registers) => Answer::Matched(captured(&registers)),
        None => Answer::NotMatched(Furthest::default()),
    }
}
