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
            "Matches up to `https://acme.com/items/`, then expects a digit, but the URL has `a`",
        ),
        (
            DOCUMENTED,
            "https://acme.com/items/",
            "",
            "Matches up to `https://acme.com/items/`, then expects a digit, but the URL ends",
        ),
        (
            DOCUMENTED,
            "https://acme.com/tasks/7",
            "tasks",
            "Matches up to `https://acme.com/`, then expects `items`, but the URL has `tasks`",
        ),
        (DOCUMENTED, "http://acme.com/items/7", ":", "Matches up to `http`, then expects `s`, but the URL has `:`"),
        (DOCUMENTED, "ftp://acme.com/items/7", "ftp", "The URL must begin with `https`, but it begins with `ftp`"),
        (DOCUMENTED, "", "", "The URL must begin with `https`, but it is empty"),
        (
            r"^https?:\/\/acme\.com$",
            "https://www.acme.com",
            "www",
            "Matches up to `https://`, then expects `acme`, but the URL has `www`",
        ),
        (r"^a(?:b|[0-9])$", "axy", "x", "Matches up to `a`, then expects `b`, or a digit, but the URL has `x`"),
        (r"^ab$", "ab?x=1", "?x=1", "The pattern ends after `ab`, but the URL goes on with `?x=1`"),
        (r"^é\d$", "éß", "ß", "Matches up to `é`, then expects a digit, but the URL has `ß`"),
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
