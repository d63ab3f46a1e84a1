//! Tables of patterns and URLs: what is captured, and how far a pattern got.

use super::*;

fn pattern(source: &str) -> Pattern {
    Pattern::new(&units(source), Flags::default()).expect(source)
}

fn units(text: &str) -> Vec<u16> {
    text.encode_utf16().collect()
}

/// The index and the captures as `exec` gives them, `-` for a group that took no part; `null` for no match.
fn exec(pattern: &Pattern, url: &str) -> String {
    let url = units(url);
    match pattern.exec(&url).answer {
        Answer::Matched(found) => {
            let text = |span: &Option<Span>| {
                span.map_or_else(|| "-".to_owned(), |span| String::from_utf16_lossy(&url[span.start..span.end]))
            };
            let start = found.captures[0].map_or(0, |span| span.start);
            format!("{start}:{}", found.captures.iter().map(text).collect::<Vec<_>>().join(","))
        }
        Answer::NotMatched(_) => "null".to_owned(),
        Answer::Unknown => "unknown".to_owned(),
    }
}

#[test]
fn matches_as_javascript_does() {
    for (source, url, wanted) in [
        ("^https:\\/\\/a\\.b\\/(?<n>\\d+)$", "https://a.b/123", "0:https://a.b/123,123"),
        ("^https:\\/\\/a\\.b\\/(?<n>\\d+)$", "https://a.b/12x", "null"),
        ("b+", "aabbc", "2:bb"),
        ("b+?", "aabbc", "2:b"),
        ("a|ab|abc", "xabc", "1:a"),
        ("(?:a|ab)(?:c|bcd)(d*)", "abcd", "0:abcd,"),
        ("(z)((a+)?(b+)?(c))*", "zaacbbbcac", "0:zaacbbbcac,z,ac,a,-,c"),
        ("(a*)*", "b", "0:,-"),
        ("(?:a?)*?$", "aa", "0:aa"),
        ("(?=(a+))", "baaabac", "1:,aaa"),
        ("(?=(a+))a*b\\1", "baaabac", "3:aba,a"),
        ("(.*?)a(?!(a+)b\\2c)\\2(.*)", "baaabaac", "0:baaabaac,ba,-,abaac"),
        ("(?<=\\$)\\d+(\\.\\d*)?", "is $10.53", "4:10.53,.53"),
        ("(?<=(\\d+)(\\d+))$", "1053", "4:,1,053"),
        ("(?<=\\1(a))b", "aab", "2:b,a"),
        ("(?<!abc)\\w\\w\\w", "abcdef", "0:abc"),
        ("(?:a{2,3}){2}", "aaaaaaa", "0:aaaaaa"),
        ("(?:ab|c){2,3}?d", "ababcd", "0:ababcd"),
        ("(a(b)?){2}", "aba", "0:aba,a,-"),
        ("^(?:|a){3}b", "aab", "0:aab"),
        ("\\bfoo\\b", "a foo b", "2:foo"),
        ("[^]", "\n", "0:\n"),
        (".", "\n\u{2028}x", "2:x"),
        ("(?i:É)(?-i:b)", "éb", "0:éb"),
        ("(?i:[^x])y", "Xyay", "2:ay"),
        ("(?m:^b$)(?s:.)", "a\nb\nc", "2:b\n"),
        ("(?:(?<a>x)|(?<a>y))\\k<a>", "yxyy", "2:yy,-,y"),
        ("\\1(a)", "aa", "0:a,a"),
        ("(?!(a))\\1b", "b", "0:b,-"),
    ] {
        assert_eq!(exec(&pattern(source), url), wanted, "{source} on {url}");
    }
}

#[test]
fn ignores_case_as_javascript_does() {
    for (source, url, matches) in [
        ("ä", "Ä", true),
        ("k", "\u{212A}", false),
        ("ſ", "s", false),
        ("ß", "SS", false),
        ("[à-ö]", "É", true),
        ("[^a]", "A", false),
        ("\\W", "ſ", true),
        ("(a)\\1", "aA", true),
    ] {
        let pattern = Pattern::new(&units(source), Flags { ignore_case: true }).unwrap();
        assert_eq!(pattern.matches_in(&mut Buffers::default(), &units(url)), Some(matches), "{source} on {url}");
    }
}

#[test]
fn says_how_far_it_got() {
    for (source, url, at, wanted) in [
        ("^https:\\/\\/a\\.b\\/(\\d+)$", "https://a.c/1", 10, &["b"][..]),
        ("^https:\\/\\/a\\.b\\/(\\d+)$", "https://a.b/12x", 14, &["\\d", "$"]),
        ("^a(?:b|c)d", "axd", 1, &["b", "c"]),
        ("^a(?=b)", "ac", 1, &["(?=b)"]),
        ("^a(?!c)", "ac", 1, &["(?!c)"]),
        ("items", "https", 0, &["i"]),
    ] {
        let pattern = pattern(source);
        let Answer::NotMatched(furthest) = pattern.exec(&units(url)).answer else { panic!("{source} matches {url}") };
        let parts = furthest.wanted.iter().map(|id| {
            let span = pattern.syntax.node(*id).span;
            String::from_utf16_lossy(&pattern.syntax.source[span.start..span.end])
        });
        assert_eq!(
            (furthest.at, parts.collect::<Vec<_>>().as_slice()),
            (at, wanted.iter().map(ToString::to_string).collect::<Vec<_>>().as_slice()),
            "{source} on {url}"
        );
    }
}

/// What an instruction may cost beyond the last step that is counted.
const MOST_STEPS_EVER: u32 = 400_000;

#[test]
fn gives_up_where_there_is_no_end() {
    let run = format!("{}!", "a".repeat(2047));
    for (source, gives_up) in [
        ("^(a+)+$".to_owned(), true),
        ("(a|a)*b".to_owned(), true),
        ("(.*)*x".to_owned(), true),
        ("(?:|b){1000000000}".to_owned(), true),
        ("^(?:(?=(a+))\\1)+!".to_owned(), false),
        ("^a+$".to_owned(), false),
        ("(?:(?:x?){0,1000}){0,1000}".to_owned(), false),
        ("a?".repeat(50_000), false),
        (format!("{}a{}", "(".repeat(5_000), ")".repeat(5_000)), false),
        (format!("{}a{}", "(?:".repeat(30_000), ")".repeat(30_000)), false),
        (format!("{}a{}", "(?=".repeat(15_000), ")".repeat(15_000)), false),
        ("(a*)*".repeat(5_000), false),
    ] {
        let outcome = pattern(&source).exec(&units(&run));
        let start: String = source.chars().take(30).collect();
        assert_eq!(outcome.slow, gives_up, "{start}");
        assert!(outcome.steps < MOST_STEPS_EVER, "{start}: {}", outcome.steps);
    }
}

#[test]
fn buffers_keep_nothing_of_the_url_before() {
    let mut buffers = Buffers::default();
    let (many, one) = (pattern("(a)(b)?(c)?"), pattern("^x"));
    assert_eq!(many.matches_in(&mut buffers, &units("abc")), Some(true));
    assert_eq!(one.matches_in(&mut buffers, &units("y")), Some(false));
    let Answer::Matched(found) = many.exec_in(&mut buffers, &units("za")).answer else { panic!("a match") };
    assert_eq!(found.captures, [Some(Span::new(1, 2)), Some(Span::new(1, 2)), None, None]);
}
