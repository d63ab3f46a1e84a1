//! Applying every safe fix there is.

use time::UtcDateTime;

use crate::core::analysis::analyze;
use crate::core::diagnostic::{Edit, Fix, Profile, apply};
use crate::core::text::sort_by_place;

/// A fix can bring a new finding to light (a mended text parses at last), so it goes round until nothing is left.
/// The bound only guards against two fixes that undo each other.
const ROUNDS: usize = 16;

/// The text with every safe fix applied.
pub fn fix_all(text: &str, profile: Profile) -> String {
    let mut text = text.to_owned();
    for _ in 0..ROUNDS {
        let analysis = analyze(&text, profile, UtcDateTime::UNIX_EPOCH);
        let firsts = analysis.diagnostics.iter().filter_map(|diagnostic| diagnostic.fixes.iter().find(|fix| fix.safe));
        let edits = compatible(firsts);
        if edits.is_empty() {
            break;
        }
        text = apply(&text, &edits);
    }
    text
}

/// The edits of as many fixes as can be applied together; the others get their turn in the next round.
fn compatible<'f>(fixes: impl Iterator<Item = &'f Fix>) -> Vec<Edit> {
    let mut fixes: Vec<&Fix> = fixes.filter(|fix| !fix.edits.is_empty()).collect();
    sort_by_place(&mut fixes, |fix| fix.edits[0].span.start);
    let mut edits: Vec<Edit> = Vec::new();
    for fix in fixes {
        let free_from = edits.last().map_or(0, |last: &Edit| last.span.end + 1);
        if fix.edits[0].span.start >= free_from {
            edits.extend(fix.edits.iter().cloned());
        }
    }
    edits
}
