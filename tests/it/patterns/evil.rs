//! Patterns that run away in other engines: they are answered, within the budget of steps.

use link_preview_lab::core::pattern::{Answer, Flags, Pattern};

/// The backtracking matcher's budget, and some room for the step that passes it.
const STEPS: u32 = 500_000;

fn units(text: &str) -> Vec<u16> {
    text.encode_utf16().collect()
}

#[derive(Debug, PartialEq, Eq)]
enum Verdict {
    Matched,
    NotMatched,
    Unknown,
}

/// The verdict, and whether backtracking alone passed its budget.
fn verdict(pattern: &str, url: &str) -> (Verdict, bool) {
    let outcome = Pattern::new(&units(pattern), Flags::default()).expect("a pattern").exec(&units(url));
    assert!(outcome.steps <= STEPS, "{} steps", outcome.steps);
    let verdict = match outcome.answer {
        Answer::Matched(_) => Verdict::Matched,
        Answer::NotMatched(_) => Verdict::NotMatched,
        Answer::Unknown => Verdict::Unknown,
    };
    (verdict, outcome.slow)
}

const LONGEST: usize = 2_048;

#[test]
fn regular_ones_are_answered_by_the_linear_engine() {
    let (a, host) = ("a".repeat(LONGEST), format!("https://{}", "a".repeat(LONGEST - 8)));
    let wrong = format!("{}!", "a".repeat(LONGEST - 1));
    let cases = [
        ("^(a+)+$", wrong.as_str(), Verdict::NotMatched),
        ("(a|a)*b", &a, Verdict::NotMatched),
        ("(.*)*x", &a, Verdict::NotMatched),
        (r"^https?:\/\/(?<domain>[a-z\d]+(\.?[a-z\d]+)*)\.", &host, Verdict::NotMatched),
        ("(?:.*a){20}x", &a, Verdict::NotMatched),
        ("(?:a*)*(?:a*)*b", &wrong, Verdict::NotMatched),
    ];
    for (pattern, url, expected) in cases {
        assert_eq!(verdict(pattern, url), (expected, true), "{pattern}");
    }
    let (x, xy) = ("x".repeat(LONGEST), format!("{}y", "x".repeat(LONGEST - 1)));
    let cases = [
        ("(?:x?){0,1000}y", x.as_str(), Verdict::NotMatched),
        ("(?:x?){0,1000}y", &xy, Verdict::Matched),
        ("^(?:x?){0,1000}y", &xy, Verdict::NotMatched),
        ("(?:x??){3,1000}y", &x, Verdict::NotMatched),
        ("(?:(x)?|a*){0,300}?y", &x, Verdict::NotMatched),
        ("(?:(?:x?|a){0,3000}){0,3000}y", &x, Verdict::NotMatched),
        ("(?:x?|a){0,1000}y", &x, Verdict::NotMatched),
        ("(?:x?|a){0,1000}y", &a, Verdict::NotMatched),
    ];
    for (pattern, url, expected) in cases {
        let (found, _) = verdict(pattern, url);
        assert_eq!(found, expected, "{pattern}");
    }
    let many = format!("^{}{}$", "a?".repeat(30), "a".repeat(30));
    assert_eq!(verdict(&many, &"a".repeat(30)), (Verdict::Matched, true));
}

#[test]
fn the_others_say_that_they_cannot_tell() {
    let a = "a".repeat(LONGEST);
    let nested = format!("{}a{}b", "(?:".repeat(5_000), ")*".repeat(5_000));
    let large = format!("(?:{}b)*c", "a|".repeat(50_000));
    for pattern in ["^(?:(?=(a|a))\\1|a)+!", "(?:(?:x?|a){0,1000}){0,1000}y", &nested, &large] {
        assert_eq!(verdict(pattern, &a), (Verdict::Unknown, true), "{}", &pattern[..pattern.len().min(40)]);
    }
}

#[test]
fn what_only_looks_evil_is_quick() {
    let a = "a".repeat(LONGEST);
    let wrong = format!("{}b", &a[1..]);
    let nested = |levels: usize| format!("^{}a+{}$", "(".repeat(levels), ")".repeat(levels));
    let class = format!("^[{}]+$", "a-c".repeat(33_000));
    let long = format!("^{}$", "a".repeat(100_000));
    let cases = [
        ("^(?:(?=(a+))\\1)+!", &a, Verdict::NotMatched),
        (&nested(50), &a, Verdict::Matched),
        (&nested(5_000), &a, Verdict::Matched),
        (&nested(5_000), &wrong, Verdict::NotMatched),
        (&class, &wrong, Verdict::Matched),
        (&long, &a, Verdict::NotMatched),
    ];
    for (pattern, url, expected) in cases {
        assert_eq!(verdict(pattern, url), (expected, false), "{}", &pattern[..pattern.len().min(40)]);
    }
}
