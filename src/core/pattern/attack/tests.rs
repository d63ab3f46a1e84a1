use super::{Suspects, attack};
use crate::core::pattern::{Flags, Pattern};

fn pattern(source: &str) -> Pattern {
    Pattern::new(&source.encode_utf16().collect::<Vec<_>>(), Flags::default()).unwrap()
}

fn units(text: &str) -> Vec<u16> {
    text.encode_utf16().collect()
}

#[test]
fn evil_patterns_are_attacked() {
    for source in [
        "^(a+)+$",
        "(a|a)*b",
        "(.*)*x",
        r"^https?:\/\/(?<domain>[a-z\d]+(\.?[a-z\d]+)*)\.",
        r"^https:\/\/acme\.com\/(?:\w+\s?)+$",
        r"^https:\/\/acme\.com\/(?:\w|\d)*$",
        r"^https:\/\/acme\.com\/(?:[a-z]|[x-z0-9])+$",
        r"^https:\/\/acme\.com\/(?:a|b|ab)+$",
        r"^https:\/\/acme\.com\/(?:[^/]+)*$",
        r"^https:\/\/acme\.com\/(?:[a-z]+){10}$",
        r"^(?:https:\/\/acme\.com|https:\/\/beta\.com)\/(x+x+)+y$",
        r"^(?=https:\/\/acme\.com).*?\/(a*)*$",
        r"^(.*)(.*)(.*)(.*)x$",
        r"(\w)\1(?:a+)+$",
        r"^(?:-[a-z-]+)*$",
        r"^(?:-(?:a|a))*$",
        r"^(?:(?:-[a-z]+)*)*$",
        r"^(?i:a[A]+)*$",
        r"^(?:x[^X/]*)+$",
        r"^(?:a[^A-Z]*)*Z$",
        r"^(?:[^A-Z]+x)*Z$",
        r"^(?:\n(?s:.)*)*x$",
        "^a*b*a*$",
        "^[a-z]+-*[a-z]+$",
        r"^https:\/\/acme\.com\/\w*-*\w*\/$",
        r"^https:\/\/acme\.com\/\d*-*\d*-*\d*$",
        r"^[a-z]*(?:-[a-z]+)*[a-z]*$",
    ] {
        let pattern = pattern(source);
        let url = attack(&pattern, &["https://acme.com/a"]).unwrap_or_else(|| panic!("{source}"));
        assert!(pattern.exec(&units(&url)).slow, "{source}: {url}");
        assert!(units(&url).len() <= 2048, "{source}");
    }
}

#[test]
fn samples_lead_where_a_specimen_does_not() {
    let source = r"^(?=https:\/\/acme\.com\/)(?!.*evil)[\s\S]{17}items\/(?<path>(?:\w+-?)+)$";
    assert_eq!(attack(&pattern(source), &[]), None);
    assert!(attack(&pattern(source), &["https://acme.com/items/a"]).is_some());
}

#[test]
fn ordinary_patterns_are_left_alone() {
    for source in [
        "",
        "^a$",
        r"^(?<site>https\:\/\/acme\.com)\/items\/(?<itemNo>\d+)$",
        r"^https?:\/\/(www\.)?acme\.com\/(?<kind>issues|pull)\/(?<number>\d+)(?:\/.*)?(?:\?.*)?(?:#.*)?$",
        r"^https:\/\/([a-z\d-]+\.)*acme\.com\/(?<path>.*)$",
        r"^https:\/\/acme\.com\/(?:[a-z]|-|\d)+$",
        r"^https:\/\/acme\.com\/(?:[\w-]+\/)*(?<last>[\w-]+)\/?$",
        r"^https:\/\/acme\.com\/(?<slug>[\w-]+)-(?<id>[a-f\d]+)$",
        r"^https:\/\/acme\.com\/(?:\w+-)+\d+$",
        r"^https:\/\/.*\.acme\.com\/.*\/items\/.*$",
        r"^(?:(?=(a+))\1)+!",
        r"^https:\/\/acme\.com\/\?(?:[^#]*&)?id=(?<id>[^&#]+)(?:&[^#]*)?$",
    ] {
        assert_eq!(attack(&pattern(source), &["https://acme.com/items/1"]), None, "{source}");
    }
}

#[test]
fn what_cannot_run_away_is_not_run() {
    for source in [
        "^a+b+$",
        r"^https:\/\/acme\.com\/(?<path>.*)$",
        "^(?:ab){2,5}c*$",
        "(?:ab)*",
        r"^[a-z0-9]+(?:-[a-z0-9]+)*$",
        r"^https:\/\/(?:([a-z\d-]+)\.)*acme\.com\/",
    ] {
        let suspects = Suspects::of(&pattern(source).syntax, Flags::default());
        assert_eq!(suspects.nested, [], "{source}");
    }
}

#[test]
fn huge_patterns_are_searched_in_bounds() {
    for source in ["(?:a+)*".repeat(10_000), "(?:".repeat(30_000) + "a+" + &")*".repeat(30_000), "a?".repeat(50_000)] {
        let pattern = pattern(&source);
        if let Some(url) = attack(&pattern, &[]) {
            assert!(pattern.exec(&units(&url)).slow);
        }
    }
}
