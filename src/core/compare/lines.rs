//! The lines of two payloads in pairs.
//!
//! Payloads that parse are compared as "Format" writes them, so a layout is no difference. Long runs of equal lines are
//! folded. The pairs are at most [`MOST_PAIRS`]; the rest is counted.

use imara_diff::{Algorithm, Diff, InternedInput};

use crate::core::json::format::format;
use crate::core::text::beginning;

/// Equal lines that are shown around a difference.
const AROUND: usize = 3;
/// Pairs that are shown: a browser lays out no more in one frame, and nobody reads more.
const MOST_PAIRS: usize = 600;
/// Bytes of a line that are shown.
const MOST_OF_LINE: usize = 2000;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pair {
    /// The same line in both.
    Same(String),
    /// A line of the first text and its counterpart in the second. `None` means that a text has none.
    Differs(Option<String>, Option<String>),
    /// So many equal lines.
    Folded(usize),
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Comparison {
    pub pairs: Vec<Pair>,
    /// Lines that only the one before has.
    pub removed: usize,
    /// Lines that only the one after has.
    pub added: usize,
    /// Pairs that are not among `pairs`.
    pub left_out: usize,
}

/// Compares two payloads, line by line.
pub fn compare_payloads(before: &str, after: &str) -> Comparison {
    match (format(before), format(after)) {
        (Some(before), Some(after)) => compare(&before, &after),
        _ => compare(before, after),
    }
}

fn compare(before: &str, after: &str) -> Comparison {
    let mut input = InternedInput::default();
    input.update_before(before.lines());
    input.update_after(after.lines());
    let mut diff = Diff::compute(Algorithm::Histogram, &input);
    diff.postprocess_lines(&input);
    let old: Vec<&str> = before.lines().collect();
    let new: Vec<&str> = after.lines().collect();
    let mut pairs = Vec::new();
    let mut at = 0;
    for hunk in diff.hunks() {
        let (from, to) = (hunk.before.start as usize, hunk.before.end as usize);
        same(&mut pairs, &old[at..from], at > 0, true);
        differing(&mut pairs, &old[from..to], &new[hunk.after.start as usize..hunk.after.end as usize]);
        at = to;
    }
    same(&mut pairs, &old[at..], at > 0, false);
    let left_out = pairs.len().saturating_sub(MOST_PAIRS);
    pairs.truncate(MOST_PAIRS);
    Comparison { pairs, removed: diff.count_removals() as usize, added: diff.count_additions() as usize, left_out }
}

/// Equal lines, of which those far from a difference are folded.
fn same(pairs: &mut Vec<Pair>, lines: &[&str], differs_above: bool, differs_below: bool) {
    let above = if differs_above { AROUND } else { 0 };
    let below = if differs_below { AROUND } else { 0 };
    let shown =
        |lines: &[&str]| lines.iter().map(|line| Pair::Same(beginning(line, MOST_OF_LINE).to_owned())).collect::<Vec<_>>();
    // One line is not longer than the words that stand for it.
    if lines.len() <= above + below + 1 {
        pairs.extend(shown(lines));
        return;
    }
    pairs.extend(shown(&lines[..above]));
    pairs.push(Pair::Folded(lines.len() - above - below));
    pairs.extend(shown(&lines[lines.len() - below..]));
}

fn differing(pairs: &mut Vec<Pair>, old: &[&str], new: &[&str]) {
    let line = |lines: &[&str], at: usize| lines.get(at).map(|line| beginning(line, MOST_OF_LINE).to_owned());
    pairs.extend((0..old.len().max(new.len())).map(|at| Pair::Differs(line(old, at), line(new, at))));
}

#[cfg(test)]
mod tests {
    use super::{Comparison, MOST_PAIRS, Pair, compare_payloads};

    fn written(comparison: &Comparison) -> Vec<String> {
        let side = |line: &Option<String>| line.clone().unwrap_or_default();
        let pair = |pair: &Pair| match pair {
            Pair::Same(line) => line.clone(),
            Pair::Differs(old, new) => format!("-{} +{}", side(old), side(new)),
            Pair::Folded(lines) => format!("({lines})"),
        };
        comparison.pairs.iter().map(pair).collect()
    }

    #[test]
    fn lines_stand_beside_what_replaces_them() {
        let comparison = compare_payloads(r#"["a","b"]"#, r#"["a","c","d"]"#);
        assert_eq!(written(&comparison), ["[", "  \"a\",", "-  \"b\" +  \"c\",", "- +  \"d\"", "]"]);
        assert_eq!((comparison.removed, comparison.added, comparison.left_out), (1, 2, 0));
    }

    #[test]
    fn a_layout_is_no_difference_but_for_a_text_that_does_not_parse() {
        let comparison = compare_payloads("[1,2]", "[\n1,\n\n2]\r\n");
        assert_eq!((comparison.removed, comparison.added, &*written(&comparison)), (0, 0, &["(4)".to_owned()][..]));
        assert_eq!(written(&compare_payloads("[1,2", "[\n1,2")), ["-[1,2 +[", "- +1,2"]);
        assert_eq!(compare_payloads("", ""), Comparison::default());
    }

    #[test]
    fn what_is_far_from_a_difference_is_folded() {
        let numbers = |changed: usize| (1..=20).map(move |at| if at == changed { "x".to_owned() } else { at.to_string() });
        let text = |changed| format!("({}", numbers(changed).collect::<Vec<_>>().join("\n"));
        assert_eq!(written(&compare_payloads(&text(0), &text(10))), ["(6)", "7", "8", "9", "-10 +x", "11", "12", "13", "(7)"]);
    }

    #[test]
    fn any_size_is_compared_and_the_rest_is_counted() {
        let text = |from: usize| format!("[{}]", (from..from + 20_000).map(|at| at.to_string()).collect::<Vec<_>>().join(","));
        let comparison = compare_payloads(&text(0), &text(50_000));
        assert_eq!((comparison.removed, comparison.added), (20_000, 20_000));
        assert_eq!((comparison.pairs.len(), comparison.left_out), (MOST_PAIRS, 20_002 - MOST_PAIRS));
        let line = "x".repeat(100_000);
        let pairs = compare_payloads(&line, "").pairs;
        assert!(matches!(&*pairs, [Pair::Differs(Some(shown), None)] if shown.len() == 2000), "a long line is cut");
    }
}
