use crate::core::pattern::{Answer, Flags, Pattern};

use super::why_not;

#[test]
fn reasons_are_sentences() {
    const DOCUMENTED: &str = r"^(?<site>https\:\/\/acme\.com)\/items\/(?<itemNo>\d+)$";
    for (pattern, url, there, text) in [
        (
            DOCUMENTED,
            "https://acme.com/items/a7",
            "a",
            "matches as far as `https://acme.com/items/`, then wants a digit; the URL has `a` there",
        ),
        (
            DOCUMENTED,
            "https://acme.com/items/",
            "",
            "matches as far as `https://acme.com/items/`, then wants a digit; the URL ends there",
        ),
        (
            DOCUMENTED,
            "https://acme.com/tasks/7",
            "tasks",
            "matches as far as `https://acme.com/`, then wants `items`; the URL has `tasks` there",
        ),
        (DOCUMENTED, "http://acme.com/items/7", ":", "matches as far as `http`, then wants `s`; the URL has `:` there"),
        (DOCUMENTED, "ftp://acme.com/items/7", "ftp", "the URL must begin with `https`; it begins with `ftp`"),
        (DOCUMENTED, "", "", "the URL must begin with `https`; it is empty"),
        (
            r"^https?:\/\/acme\.com$",
            "https://www.acme.com",
            "www",
            "matches as far as `https://`, then wants `acme`; the URL has `www` there",
        ),
        (r"^a(?:b|[0-9])$", "axy", "x", "matches as far as `a`, then wants `b`, or a digit; the URL has `x` there"),
        (r"^ab$", "ab?x=1", "?x=1", "the pattern ends after `ab`, the URL goes on with `?x=1`"),
        (r"^é\d$", "éß", "ß", "matches as far as `é`, then wants a digit; the URL has `ß` there"),
    ] {
        let units = |text: &str| text.encode_utf16().collect::<Vec<_>>();
        let pattern = Pattern::new(&units(pattern), Flags::default()).unwrap();
        let Answer::NotMatched(furthest) = pattern.exec(&units(url)).answer else { panic!("{url} matches") };
        let why = why_not(&pattern.syntax, url, &furthest);
        assert_eq!((&url[why.span.start..why.span.end], why.text.as_str()), (there, text), "{url}: {furthest:?}");
    }
}

#[test]
fn a_reason_is_no_longer_than_a_person_reads() {
    for pattern in ["a".repeat(100_000), format!("[{}]", "a-z".repeat(33_000)), "a|".repeat(50_000) + "a"] {
        let units: Vec<u16> = pattern.encode_utf16().collect();
        let pattern = Pattern::new(&units, Flags::default()).unwrap();
        let Answer::NotMatched(furthest) = pattern.exec(&[0x21]).answer else { panic!("`!` matches") };
        let why = why_not(&pattern.syntax, "!", &furthest);
        assert!(why.text.len() < 400, "{}", why.text);
    }
}
