//! The `regex` crate as a third opinion. It reads another dialect, so only patterns that mean the same in both are asked:
//! no look-around, no back-references, nothing that Unicode reads differently, URLs of ASCII.

use link_preview_lab::core::pattern::{Answer, Flags, Pattern};

const PATTERNS: [&str; 16] = [
    r"^(?<site>https://acme\.com)/items/(?<itemNo>[0-9]+)$",
    r"^https?://(?:www\.)?acme\.com/(?<kind>issues|pull)/(?<number>[0-9]+)/?$",
    r"acme\.com/(?<team>[a-z-]+)/(?<slug>[^/?#]+)(?:\?(?<query>[^#]*))?(?:#(?<part>.*))?$",
    r"^https://(?<sub>[a-z0-9]+(?:\.[a-z0-9]+)*)\.acme\.com/",
    r"items/([0-9]{1,3})([0-9]*)",
    r"items/([0-9]{1,3}?)([0-9]*)",
    r"(a|ab)(c|bcd)([a-z]*)",
    r"([a-z]+?)([a-z]*)/",
    r"^(a+)+$",
    r"(?:a|a)*b",
    r"(.*)/(.*)/(.*)",
    r"(.*?)/(.*?)/(.*)",
    r"x*",
    r"(x?)(x?)(x?)y",
    r"^$",
    r"[^a-z:/.]+",
];

const URLS: [&str; 14] = [
    "https://acme.com/items/23487",
    "https://acme.com/items/23487/",
    "http://www.acme.com/pull/7/",
    "https://acme.com/issues/12",
    "https://acme.com/rocket/road-map?sort=new#top",
    "https://a.b.c.acme.com/x",
    "https://acme.com/abcd/abcbcd",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaa!",
    "aaaaaab",
    "xxy",
    "",
    "/",
    "HTTPS://ACME.COM/ITEMS/1",
];

type Spans = Option<Vec<Option<(usize, usize)>>>;

fn ours(pattern: &str, url: &str) -> Spans {
    let units = |text: &str| text.encode_utf16().collect::<Vec<_>>();
    let pattern = Pattern::new(&units(pattern), Flags::default()).expect("a pattern");
    match pattern.exec(&units(url)).answer {
        Answer::Matched(found) => Some(found.captures.iter().map(|span| span.map(|span| (span.start, span.end))).collect()),
        Answer::NotMatched(_) => None,
        Answer::Unknown => panic!("{url}: both engines can tell"),
    }
}

fn theirs(pattern: &str, url: &str) -> Spans {
    let pattern = regex::Regex::new(pattern).expect("a pattern of the other dialect too");
    let found = pattern.captures(url)?;
    Some(found.iter().map(|one| one.map(|one| (one.start(), one.end()))).collect())
}

#[test]
fn the_regex_crate_agrees_where_the_dialects_do() {
    for pattern in PATTERNS {
        for url in URLS {
            assert_eq!(ours(pattern, url), theirs(pattern, url), "{pattern} on {url}");
        }
    }
}
