use super::{explain, parts};
use crate::core::pattern::syntax::{Syntax, parse};

fn syntax(pattern: &str) -> Syntax {
    parse(&pattern.encode_utf16().collect::<Vec<_>>()).unwrap()
}

/// What is said innermost of the first place at which `part` stands.
fn innermost(pattern: &str, part: &str) -> String {
    let offset = pattern[..pattern.find(part).unwrap()].encode_utf16().count();
    explain(&syntax(pattern), offset).into_iter().next().map(|explanation| explanation.text).unwrap_or_default()
}

#[test]
fn every_part_is_explained() {
    for (pattern, part, text) in [
        ("^a", "^", "`^`: the start of the URL"),
        ("a$", "$", "`$`: the end of the URL"),
        ("^items$", "ems", "`items`: this text, letter for letter"),
        ("^a$", "a", "`a`: this character"),
        ("a.c", ".", "`.`: any character but a line break"),
        (r"a\.c", r"\.", r"`\.`: a dot"),
        (r"\/", r"\/", r"`\/`: a slash"),
        (r"a\:b", r"\:", r"`\:`: a colon; the backslash is not needed (with the flag `u` it would be an error)"),
        (r"\p{N}", r"\p", r"`\p`: `p`: the escape has no meaning without flags, so it matches the letter"),
        (r"\A", r"\A", r"`\A`: `A`: the escape has no meaning without flags, so it matches the letter"),
        (r"\u{41}", "{", r"`\u{41}`: 41 `u`"),
        (r"\n", r"\n", r"`\n`: a line feed"),
        (r"\x61", r"\x61", r"`\x61`: `a`"),
        ("\u{1F528}", "\u{1F528}", "`\u{1F528}`: this text, letter for letter"),
        (r"x\d+", "+", r"`\d+`: one or more digits"),
        (r"x\d+", r"\d", r"`\d`: a digit"),
        (r"\d*?", "?", r"`\d*?`: any number of digits, or none, as few as possible"),
        (r"\d{3}", "{", r"`\d{3}`: 3 digits"),
        (r"\d{2,}", "{", r"`\d{2,}`: 2 or more digits"),
        (r"\d{0,4}", "{", r"`\d{0,4}`: up to 4 digits"),
        (r"\d{1,4}", "{", r"`\d{1,4}`: 1 to 4 digits"),
        (r"\d{0}", "{", r"`\d{0}`: nothing"),
        ("https?", "?", "`s?`: `s` or nothing"),
        ("https?", "s", "`s?`: `s` or nothing"),
        ("a??", "?", "`a??`: `a` or nothing, preferably none"),
        (r"\w+", "+", r"`\w+`: one or more letters, digits and `_`"),
        (r"\W", r"\W", r"`\W`: any character but a letter, a digit or `_`"),
        (r"\S\s", r"\S", r"`\S`: any character but white space"),
        (r"\D\s", r"\s", r"`\s`: white space"),
        (".*", "*", "`.*`: any number of characters, any but a line break, or none"),
        ("[a-z_]", "]", "`[a-z_]`: a character out of `a` to `z` or `_`"),
        ("[a-z_]", "a", "`a-z`: `a` to `z`"),
        ("[0-9]+", "+", "`[0-9]+`: one or more digits"),
        ("[A-Za-z0-9_-]", "]", "`[A-Za-z0-9_-]`: a character out of letters, digits, `_` or `-`"),
        ("[A-Za-z0-9_-]", "0", "`0-9`: a digit"),
        (r"[\d]", "]", r"`[\d]`: a digit"),
        (r"[^\/?#]+", "+", r"`[^\/?#]+`: one or more characters, any but `/`, `?` or `#`"),
        (r"[^\/]", "^", r"`[^\/]`: any character but `/`"),
        ("[^]", "^", "`[^]`: any character"),
        ("[]", "]", "`[]`: a character out of none"),
        (r"(?<itemNo>\d+)", "(", r"The group `itemNo`: one or more digits. Write `$<itemNo>` in placeholders"),
        ("(ab)", "(", "Group 1: `ab`. Write `$1` in placeholders"),
        ("(?:ab|c|d)", "(", "`(?:ab|c|d)`: either `ab`, `c` or `d`"),
        ("ab|cd", "|", "`ab|cd`: either `ab` or `cd`"),
        (r"(www\.)?", "?", r"`(www\.)?`: once or not at all: group 1: `www.`"),
        ("(?:ab)*", "*", "`(?:ab)*`: any number of times, or never: `ab`"),
        ("(?:ab){2}", "{", "`(?:ab){2}`: 2 times: `ab`"),
        ("(?:ab){2,3}?", "{", "`(?:ab){2,3}?`: 2 to 3 times, as few as possible: `ab`"),
        ("(?=ab)", "=", "`(?=ab)`: what follows must begin with `ab`; this checks the text without consuming it"),
        ("(?!ab)", "!", "`(?!ab)`: what follows must not begin with `ab`; this checks the text without consuming it"),
        ("(?<=ab)", "=", "`(?<=ab)`: what stands before must end with `ab`; this checks the text without consuming it"),
        ("(?<!ab)", "!", "`(?<!ab)`: what stands before must not end with `ab`; this checks the text without consuming it"),
        ("(?i:ab)", "i", "`(?i:ab)`: upper and lower case alike: `ab`"),
        (r"(?<a>x)\k<a>", "k", r"`\k<a>`: once more what the group `a` captured"),
        (r"(x)\1", r"\1", r"`\1`: once more what group 1 captured"),
        (r"\bx", r"\b", r"`\b`: the edge of a word"),
        ("a|", "|", "`a|`: either `a` or nothing"),
        (r"(a\/\d)", "(", r"Group 1: `a/`, then a digit. Write `$1` in placeholders"),
    ] {
        assert_eq!(innermost(pattern, part), text, "{part} of {pattern}");
    }
}

#[test]
fn what_is_around_follows() {
    let texts: Vec<_> = explain(&syntax(r"^x(?<n>a(?:b|[c-d]))$"), 14).into_iter().map(|part| (part.span, part.text)).collect();
    let texts: Vec<_> = texts.iter().map(|(span, text)| (span.start, span.end, text.as_str())).collect();
    assert_eq!(
        texts,
        [
            (14, 17, "`c-d`: `c` to `d`"),
            (13, 18, "`[c-d]`: a character out of `c` to `d`"),
            (8, 19, "`(?:b|[c-d])`: either `b` or a character out of `c` to `d`"),
            (2, 20, "The group `n`: `a`, then either `b` or a character out of `c` to `d`. Write `$<n>` in placeholders"),
        ]
    );
}

#[test]
fn beside_the_pattern_there_is_nothing() {
    assert_eq!(explain(&syntax("abc"), 3), []);
    assert_eq!(explain(&syntax(""), 0), []);
}

#[test]
fn the_parts_of_the_documented_pattern() {
    let texts: Vec<_> =
        parts(&syntax(r"^(?<site>https\:\/\/acme\.com)\/items\/(?<itemNo>\d+)$")).into_iter().map(|part| part.text).collect();
    assert_eq!(
        texts,
        [
            "`^`: the start of the URL",
            "The group `site`: `https://acme.com`. Write `$<site>` in placeholders",
            "`/items/`: this text, letter for letter",
            r"The group `itemNo`: one or more digits. Write `$<itemNo>` in placeholders",
            "`$`: the end of the URL",
        ]
    );
}

#[test]
fn nothing_is_said_at_length() {
    let deep = "(?:".repeat(50_000) + "a" + &")".repeat(50_000);
    let long = format!("[{}]+(?:{})", "ab_".repeat(30_000), "x|".repeat(30_000));
    let text = format!("^{}", "a".repeat(100_000));
    let many = r"\d".repeat(50_000);
    for pattern in [deep, long, text, many] {
        let syntax = syntax(&pattern);
        assert!(parts(&syntax).len() <= 100);
        for explanation in explain(&syntax, 60_000).iter().chain(&explain(&syntax, 150_001)).chain(&parts(&syntax)) {
            assert!(explanation.text.len() < 400, "{}", explanation.text);
        }
    }
}
