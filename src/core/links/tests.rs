use std::sync::Arc;

use serde_json::{Value, json};

use super::{Captured, Compiled, Difference, Links};
use crate::core::pattern::Buffers;
use crate::core::text::Span;

const ITEM: &str = r"^(?<site>https\:\/\/acme\.com)\/items\/(?<itemNo>\d+)$";

#[test]
fn the_first_listed_takes_a_url() {
    let links = Links::new([r"^https:\/\/acme\.com\/x$", ITEM, "acme", "("]);
    let url = "https://acme.com/items/23487";
    let taken = links.take(url);
    assert_eq!((taken.rule, taken.also, taken.nearest), (Some(1), vec![2], None));
    let captures: Vec<_> = taken.captures.iter().map(|one| (one.group, one.name.as_deref(), one.span)).collect();
    assert_eq!(captures, [(1, Some("site"), Some(Span::new(0, 16))), (2, Some("itemNo"), Some(Span::new(23, 28)))]);
}

#[test]
fn no_rule_is_a_nearest_miss() {
    let links = Links::new([r"^https:\/\/acme\.com\/x$", ITEM, "("]);
    let nearest = links.take("https://acme.com/items/é").nearest.unwrap();
    assert_eq!((nearest.rule, nearest.why.span), (1, Span::new(23, 25)));
    assert_eq!(nearest.why.text, "Matches up to `https://acme.com/items/`, then expects a digit, but the URL has `é`");
    assert_eq!(Links::default().take("https://acme.com/").nearest, None);
}

#[test]
fn captures_count_bytes() {
    let links = Links::new(["^(é)(🔨)?(?<x>x)(y)?$"]);
    let spans: Vec<_> = links.take("é🔨x").captures.iter().map(|capture| capture.span).collect();
    assert_eq!(spans, [Some(Span::new(0, 2)), Some(Span::new(2, 6)), Some(Span::new(6, 7)), None]);
}

fn differences(pattern: &str, url: &str, expected: &Value) -> Vec<Difference> {
    Compiled::new(pattern).verdict(url, Some(expected)).unwrap().differences
}

#[test]
fn a_verdict_says_what_is_not_as_expected() {
    let difference = |group: &str, expected: Option<&str>, captured| Difference {
        group: group.to_owned(),
        expected: expected.map(str::to_owned),
        captured,
    };
    let expected = json!({"itemNo": "2", "site": "https://acme.com", "who": null});
    assert_eq!(
        differences(ITEM, "https://acme.com/items/1", &expected),
        [difference("itemNo", Some("2"), Captured::Text("1".to_owned())), difference("who", None, Captured::NoGroup)]
    );
    assert_eq!(differences(ITEM, "https://acme.com/items/", &expected), []);
    assert_eq!(
        differences("^a(?<b>b)?(?<c>c)?(?<d>d)?$", "ac", &json!({"b": null, "c": null, "d": "d"})),
        [difference("c", None, Captured::Text("c".to_owned())), difference("d", Some("d"), Captured::NoPart)]
    );
    assert_eq!(differences("^(?:(?<n>a)|(?<n>b))$", "b", &json!({"n": "b"})), []);
}

#[test]
fn a_verdict_says_whether_it_matches() {
    let item = Compiled::new(ITEM);
    for (url, matched) in [("https://acme.com/items/1", true), ("https://acme.com/items/", false), ("", false)] {
        assert_eq!(item.verdict(url, None).unwrap().matched(), Some(matched), "{url}");
        assert_eq!(item.run(&mut Buffers::default()).unwrap().matches(&url.encode_utf16().collect::<Vec<_>>()), matched, "{url}");
    }
    assert_eq!(Compiled::new("(").verdict("", None), None);
}

#[test]
fn patterns_are_kept_wherever_they_go() {
    let first = Links::new(["^a$", "^b$", "^c$"]);
    let second = first.following(["^c$", "^d$", "^a$"]);
    let kept: Vec<_> = [(0, 2), (1, 1), (2, 0)].map(|(old, new)| Arc::ptr_eq(&first.rules[old], &second.rules[new])).into();
    assert_eq!(kept, [true, false, true]);
    assert_eq!(second.take("d").rule, Some(1));
}

#[test]
fn a_slow_pattern_is_asked_a_few_times_only() {
    let evil = Compiled::new(r"^(?=(\w+)+$)(a+)+$");
    let url = "a".repeat(60) + "!";
    let mut buffers = Buffers::default();
    let mut run = evil.run(&mut buffers).unwrap();
    let verdicts: Vec<_> = (0..1000).map(|_| run.verdict(&url, None)).collect();
    let asked = verdicts.iter().filter(|verdict| verdict.steps > 0).count();
    assert!((1..10).contains(&asked) && verdicts.iter().all(|verdict| verdict.slow), "{asked}");
    assert!(!run.matches(&[0x61]));
}

#[test]
fn an_attack_is_found_with_the_rule() {
    let links = Links::new(["^(a+)+$", ITEM, "("]);
    let attacked: Vec<_> = links.rules.iter().map(|rule| rule.attack(&[]).is_some()).collect();
    assert_eq!(attacked, [true, false, false]);
}
