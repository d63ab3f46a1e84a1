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
pub mod witness;

use super::syntax::Syntax;
use super::{Answer, Flags, Furthest, captured};
use automaton::Plan;

/// The most states of the automaton times places of the URL: some 30 ms at most on the host.
const ROOM: usize = 8_000_000;
/// As many states may be built for a long URL, before those are left out that nothing leads to; for a short one, as many as
/// there is room for.
const STATES: usize = 40_000;

/// As `exec` of the pattern, but without a [`Furthest`].
pub fn exec(syntax: &Syntax, flags: Flags, url: &[u16]) -> Answer {
    let places = url.len() + 1;
    let plan = Plan { fold: flags.ignore_case, room: STATES.max(ROOM / places / 4), longest: url.len(), loosely: false };
    // Each part becomes a state at least, so a large pattern is given up at once.
    if syntax.nodes.len() > plan.room {
        return Answer::Unknown;
    }
    let Some(automaton) = automaton::build(syntax, plan).filter(|built| built.states.len() * places <= ROOM) else {
        return Answer::Unknown;
    };
    match search::search(&automaton, url, 2 * (syntax.groups.len() + 1)) {
        Some(registers) => Answer::Matched(captured(&registers)),
        None => Answer::NotMatched(Furthest::default()),
    }
}
