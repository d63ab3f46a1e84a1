//! Where an edit is tried, and where its mark goes.

use super::reader::{Reader, Step};
use crate::core::json::lex;

/// Places are kept for twice as many tokens before the fault, at most. An attribute has some 40.
const WINDOW: usize = 200;
/// And for as many at the start: a bracket that is doubled there shows only at the end.
const START: usize = 24;

/// The reader before each token in the window, and at the start; `None` if the text parses.
pub(super) fn places(text: &str, from: usize) -> Option<Vec<Reader<'_>>> {
    let mut reader = Reader::new(text, from);
    let mut kept = Vec::new();
    let (mut window, mut next) = (None, None);
    let mut count = 0;
    let before = |reader: &Reader, kept: &[Reader]| kept.last().is_none_or(|last| last.at < reader.at);
    loop {
        if count < START {
            kept.push(reader.clone());
        } else if (count - START).is_multiple_of(WINDOW) {
            window = next.replace(reader.clone());
        }
        match reader.step() {
            Step::Token => count += 1,
            Step::End => return None,
            Step::Fault => break,
        }
    }
    let Some(mut reader) = window.or(next) else { return Some(kept) };
    loop {
        if before(&reader, &kept) {
            kept.push(reader.clone());
        }
        if reader.step() != Step::Token {
            return Some(kept);
        }
    }
}

/// Where a mark goes between two tokens, and how well the layout vouches for the place: a mark that is gone may have left
/// a line without one.
pub(super) fn gap(text: &str, start: usize, mark: u8) -> (usize, usize) {
    let end = lex::skip_blanks(text, start);
    let blanks = &text[start..end];
    let opens = matches!(mark, b'{' | b'[');
    let closes = matches!(mark, b'}' | b']');
    let mut lines = blanks.split('\n').map(|line| line.trim_end_matches('\r').len());
    let first = lines.next().unwrap_or_default();
    match blanks.find('\n') {
        None => (if opens { end } else { start }, 0),
        Some(at) if blanks[at + 1..].contains('\n') => (start + at + 1 + lines.next().unwrap_or_default(), 2),
        Some(_) if closes && (end == text.len() || text[end..].starts_with(',')) => (end, 1),
        Some(_) if opens && text[..start].ends_with(':') => (start + first, 0),
        Some(_) if opens && start > 0 => (end, 0),
        Some(_) => (start, 0),
    }
}
