//! Patterns in linear time: where backtracking would run away, an engine of the regex project answers instead.
//!
//! In: a pattern's syntax and a URL. Out: what `exec` finds, the same as the backtracking matcher would find, or
//! [`Answer::Unknown`]. Left out are look-around, back-references, `^` and `$` of lines, groups that JavaScript resets in
//! a repeat (`(?:(a)|b)*`), nesting deeper than [`MAX_DEPTH`], and what would take
//! long (see [`ROOM`]).
//!
//! The engine is `regex-automata`'s bounded backtracker, which visits each place of the automaton at each place of the
//! URL once: as small as its `PikeVM` and five times as fast here. The automaton is built from our own syntax tree, so neither
//! the regex project's parser nor its Unicode tables come along. It reads bytes: see [`letters`].

mod automaton;
mod letters;
mod survey;

use regex_automata::Input;
use regex_automata::nfa::thompson::backtrack::BoundedBacktracker;
use regex_automata::util::primitives::NonMaxUsize;

use super::syntax::Syntax;
use super::{Answer, Flags, Furthest, Match};
use crate::core::text::Span;
use letters::Letters;

/// Deeper patterns are left out, since this recurses.
const MAX_DEPTH: u32 = 250;

/// States of the automaton and their transitions, times places of the URL: what the engine does at most. In the page that
/// takes 5 ms and 12 MB at worst.
const ROOM: usize = 2_000_000;

/// As `exec` of the pattern; a [`Furthest`] is not known here.
pub fn exec(syntax: &Syntax, flags: Flags, url: &[u16]) -> Answer {
    find(syntax, flags, url).unwrap_or(Answer::Unknown)
}

fn find(syntax: &Syntax, flags: Flags, url: &[u16]) -> Option<Answer> {
    let room = ROOM / (url.len() + 1);
    // Each part takes room; so a large pattern costs nothing here.
    if syntax.nodes.len() > room {
        return None;
    }
    let letters = Letters::of(url)?;
    let parts = survey::survey(syntax, flags, &letters)?;
    let nfa = automaton::build(syntax, &parts, room)?;
    let engine = BoundedBacktracker::new_from_nfa(nfa).ok()?;
    let bytes = letters.spell(url);
    let mut slots = vec![None; 2 * (syntax.groups.len() + 1)];
    let found = engine.try_search_slots(&mut engine.create_cache(), &Input::new(&bytes), &mut slots).ok()?;
    if found.is_none() {
        return Some(Answer::NotMatched(Furthest::default()));
    }
    let span = |slots: &[Option<_>]| match slots {
        [Some(start), Some(end)] => Some(place(*start, *end)),
        _ => None,
    };
    Some(Answer::Matched(Match { captures: slots.chunks(2).map(span).collect() }))
}

fn place(start: NonMaxUsize, end: NonMaxUsize) -> Span {
    Span::new(start.get(), end.get())
}
