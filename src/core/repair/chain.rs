//! Several faults: the edit that brings the reader furthest, again and again.
//!
//! In: a text that no single edit mends. Out: the edits that make a payload of it that fits the documents, or nothing.

use super::nearest::{Nearest, Reading, furthest, nearest};
use super::reader::fits;
use super::{Mend, What};
use crate::core::edit::{Edit, apply};
use crate::core::text::Span;

const FAULTS: usize = 8;
/// Every fault is a search of its own.
const MAX_LENGTH: usize = 100_000;

pub(super) fn chain(text: &str, from: usize) -> Option<Vec<Mend>> {
    if text.len() > MAX_LENGTH {
        return None;
    }
    let mut now = text.to_owned();
    let mut edits: Vec<(Edit, What)> = Vec::new();
    for _ in 0..FAULTS {
        let (mends, done) = match nearest(&now, from) {
            Nearest::One(Reading { mends, documented: true, .. }) => (mends, true),
            Nearest::None => (furthest(&now, from)?, false),
            _ => return None,
        };
        let [mend] = &mends[..] else { return None };
        let moved = original(&mend.edit, &edits)?;
        edits.push((moved, mend.what?));
        edits.sort_by_key(|(edit, _)| edit.span.start);
        now = apply(&now, std::slice::from_ref(&mend.edit));
        if done {
            return taken(text, &now, edits);
        }
    }
    None
}

fn taken(text: &str, mended: &str, edits: Vec<(Edit, What)>) -> Option<Vec<Mend>> {
    let plain: Vec<Edit> = edits.iter().map(|(edit, _)| edit.clone()).collect();
    let apart = plain.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start);
    let same = apart && apply(text, &plain) == mended;
    let is_good = same && fits(mended) == Some(true) && !wraps_an_expression(text, &edits);
    is_good.then(|| edits.into_iter().map(|(edit, what)| Mend { edit, what: Some(what) }).collect())
}

/// Whether a value gets both of its quotes: `'a' + 1` is an expression and no text.
fn wraps_an_expression(text: &str, edits: &[(Edit, What)]) -> bool {
    edits.windows(2).any(|pair| {
        let [(open, What::OpenString), (close, What::CloseString)] = pair else { return false };
        !text[open.span.end..close.span.start].contains('"')
    })
}

/// An edit of the text after `edits`, as an edit of the text before them; `None` if it undoes one of them.
fn original(edit: &Edit, edits: &[(Edit, What)]) -> Option<Edit> {
    let (mut added, mut removed) = (0, 0);
    for (earlier, _) in edits {
        if (earlier.span.start + added).checked_sub(removed)? >= edit.span.start {
            break;
        }
        added += earlier.text.len();
        removed += earlier.span.end - earlier.span.start;
    }
    let back = |at: usize| (at + removed).checked_sub(added);
    Some(Edit { span: Span::new(back(edit.span.start)?, back(edit.span.end)?), text: edit.text.clone() })
}
