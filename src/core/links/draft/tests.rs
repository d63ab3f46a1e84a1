use proptest::prelude::*;

use super::{Part, draft, draft_with, takes};

fn pattern(samples: &[&str]) -> String {
    draft(samples).unwrap_or_else(|reason| panic!("{samples:?}: {reason}")).pattern
}

#[test]
fn patterns_of_samples() {
    for (samples, expected) in [
        (&["https://acme.com/items/23487"][..], r"^https:\/\/acme\.com\/items\/(?<itemNo>\d+)$"),
        (&["https://acme.com/items/1", "https://acme.com/items/23"], r"^https:\/\/acme\.com\/items\/(?<itemNo>\d+)$"),
        (&["http://acme.com/t/1", "https://acme.com/t/2"], r"^https?:\/\/acme\.com\/t\/(?<tNo>\d+)$"),
        (&["https://acme.com/a", "https://www.acme.com/a"], r"^https:\/\/(?:www\.)?acme\.com\/a$"),
        (
            &["https://one.acme.com/items/1", "https://two.acme.com/items/2"],
            r"^https:\/\/(?<site>[A-Za-z\d-]+)\.acme\.com\/items\/(?<itemNo>\d+)$",
        ),
        (
            &[
                "https://git.example/kit/lab/issues/1",
                "https://git.example/kit/press/pull/22",
                "https://git.example/ada/lab/issues/3",
            ],
            r"^https:\/\/git\.example\/(?<part>[\w-]+)\/(?<part2>[\w-]+)\/(?<kind>issues|pull)\/(?<number>\d+)$",
        ),
        (
            &["https://acme.com/designs/9fceb02d0ae598e95dc970b74767f193/Home"],
            r"^https:\/\/acme\.com\/designs\/(?<designId>[\da-f]{32})\/Home$",
        ),
        (
            &["https://acme.com/files/3f2504e0-4f89-11d3-9a0c-0305e82c3301"],
            r"^https:\/\/acme\.com\/files\/(?<fileId>[\da-f-]{36})$",
        ),
        (&["https://acme.com/browse/LAB-12"], r"^https:\/\/acme\.com\/browse\/(?<browseKey>[A-Z][A-Z\d]*-\d+)$"),
        (
            &["https://acme.com/projects/alpha", "https://acme.com/projects/beta_2"],
            r"^https:\/\/acme\.com\/projects\/(?<project>[\w-]+)$",
        ),
        (&["https://acme.com/tags/caf%C3%A9", "https://acme.com/tags/tea"], r"^https:\/\/acme\.com\/tags\/(?<tag>[^\/?#]+)$"),
        (
            &["https://acme.com/items/1", "https://acme.com/items/2/edit"],
            r"^https:\/\/acme\.com\/items\/(?<itemNo>\d+)(?:\/edit)?$",
        ),
        (
            &["https://acme.com/items/1", "https://acme.com/items/2/log/7/"],
            r"^https:\/\/acme\.com\/items\/(?<itemNo>\d+)(?:\/log(?:\/(?<logNo>\d+))?)?\/?$",
        ),
        (&["https://acme.com/a", "https://acme.com/a/b/c/d"], r"^https:\/\/acme\.com\/a(?:\/[^?#]*)?$"),
        (&["https://acme.com/a/", "https://acme.com/a/"], r"^https:\/\/acme\.com\/a\/$"),
        (&["https://acme.com", "https://acme.com/"], r"^https:\/\/acme\.com\/?$"),
        (&["https://acme.com/v?id=12&tab=all"], r"^https:\/\/acme\.com\/v\?id=(?<id>\d+)&tab=all$"),
        (
            &["https://acme.com/v?id=ab&t=1", "https://acme.com/v?x=1&id=cd"],
            r"^https:\/\/acme\.com\/v\?(?:[^#]*&)?id=(?<id>[\w-]+)(?:&[^#]*)?$",
        ),
        (&["https://acme.com/v", "https://acme.com/v?x=1"], r"^https:\/\/acme\.com\/v(?:\?[^#]*)?$"),
        (&["https://acme.com/v#a"], r"^https:\/\/acme\.com\/v#a$"),
        (&["https://acme.com/v#a", "https://acme.com/v#b"], r"^https:\/\/acme\.com\/v#(?<hash>.*)$"),
        (&["https://acme.com/v#a", "https://acme.com/v"], r"^https:\/\/acme\.com\/v(?:#.*)?$"),
        (&["https://acme.com:8080/v"], r"^https:\/\/acme\.com:8080\/v$"),
        (&["https://acme.com:8080/v", "https://acme.com/v"], r"^https:\/\/acme\.com(?::\d+)?\/v$"),
        (&["https://acme.com/a(b)+c"], r"^https:\/\/acme\.com\/a\(b\)\+c$"),
    ] {
        assert_eq!(pattern(samples), expected, "{samples:?}");
    }
}

#[test]
fn assumptions_are_said() {
    let assumed = draft(&["https://acme.com/items/1", "https://acme.com/items/2/"]).unwrap().assumed;
    assert_eq!(
        assumed,
        ["Only `https:`", "`itemNo` is a number, such as `1`", "A slash at the end, or none", "No query", "Nothing after `#`"]
    );
}

#[test]
fn some_samples_have_nothing_in_common() {
    for (samples, reason) in [
        (&[][..], "There is no sample URL to draft from"),
        (&["acme.com/1"], "`acme.com/1` is not a URL with `https://`"),
        (&["https://acme.com/1", "mailto:a@acme.com"], "`mailto:a@acme.com` is not a URL with `https://`"),
        (
            &["https://acme.com/1", "https://beta.com/1"],
            "The hosts `acme.com` and `beta.com` have nothing in common: add a rule for each",
        ),
        (
            &["https://127.0.0.1/1", "https://128.0.0.1/1"],
            "The hosts `127.0.0.1` and `128.0.0.1` have nothing in common: add a rule for each",
        ),
    ] {
        assert_eq!(draft(samples).map(|draft| draft.pattern), Err(reason.to_owned()), "{samples:?}");
    }
}

#[test]
fn a_person_chooses_the_parts_that_vary() {
    use Part::{Hash, Query, Segment, Value};
    let sample = "https://acme.com/teams/acme/ABC-123?tab=files&v=2#c1";
    for (turned, expected) in [
        (&[][..], r"^https:\/\/acme\.com\/teams\/acme\/(?<acmeKey>[A-Z][A-Z\d]*-\d+)\?tab=files&v=(?<v>\d+)#c1$"),
        (
            &[Segment(1), Query, Hash],
            r"^https:\/\/acme\.com\/teams\/(?<team>[\w-]+)\/(?<key>[A-Z][A-Z\d]*-\d+)(?:\?[^#]*)?(?:#.*)?$",
        ),
        (&[Segment(2), Value(0), Value(1)], r"^https:\/\/acme\.com\/teams\/acme\/ABC-123\?tab=(?<tab>[\w-]+)&v=2#c1$"),
        (&[Segment(9), Value(9)], r"^https:\/\/acme\.com\/teams\/acme\/(?<acmeKey>[A-Z][A-Z\d]*-\d+)\?tab=files&v=(?<v>\d+)#c1$"),
    ] {
        let draft = draft_with(&[sample], turned).unwrap();
        assert_eq!(draft.pattern, expected, "{turned:?}");
        assert!(draft.parts.iter().all(|one| takes(&draft.pattern, sample) && !one.text.is_empty()));
    }
    let draft = draft_with(&[sample], &[Segment(1)]).unwrap();
    let parts: Vec<_> = draft.parts.iter().map(|one| (one.text.as_str(), one.varies)).collect();
    let expected = [
        ("teams", false),
        ("acme", true),
        ("ABC-123", true),
        ("any query", false),
        ("files", false),
        ("2", true),
        ("any hash", false),
    ];
    assert_eq!(parts, expected);
    assert!(draft.assumed.contains(&"`key` is a key, such as `ABC-123`".to_owned()), "{:?}", draft.assumed);
}

fn urls() -> impl Strategy<Value = Vec<String>> {
    let segment = prop_oneof![
        Just("items".to_owned()),
        Just("pull".to_owned()),
        Just(String::new()),
        "[0-9]{1,9}",
        "[0-9a-f]{7,12}",
        "[A-Z]{2,3}-[0-9]{1,3}",
        "[a-zA-Z0-9_-]{1,8}",
        r"[a-z.~%+$()\[\]|*é🔨]{1,6}",
    ];
    let query = prop_oneof![
        Just(String::new()),
        Just("?".to_owned()),
        Just("?id=7".to_owned()),
        r"\?[a-z]{1,2}=[a-zA-Z0-9é?/=]{0,5}(&[a-z]{0,2}(=[0-9]{0,3})?){0,2}",
    ];
    let fragment = prop_oneof![Just(String::new()), "#[a-z0-9/?#]{0,6}"];
    let host = prop_oneof![Just("acme.com"), Just("www.acme.com")];
    let port = prop_oneof![Just(""), Just(":8080"), Just(":1")];
    let scheme = prop_oneof![Just("https"), Just("http"), Just("HTTPS")];
    let path = (prop::collection::vec(segment, 0..6), prop_oneof![Just(""), Just("/")]);
    let url = (scheme, host, port, path, query, fragment).prop_map(|(scheme, host, port, (segments, slash), query, fragment)| {
        let path: String = segments.iter().flat_map(|segment| ["/", segment]).collect();
        format!("{scheme}://{host}{port}{path}{slash}{query}{fragment}")
    });
    prop::collection::vec(url, 1..5)
}

proptest! {
    #[test]
    fn every_sample_of_one_host_is_taken(urls in urls()) {
        let samples: Vec<&str> = urls.iter().map(String::as_str).collect();
        let draft = draft(&samples);
        prop_assert!(draft.is_ok(), "{samples:?}: {draft:?}");
        let pattern = draft.unwrap().pattern;
        for sample in samples {
            prop_assert!(takes(&pattern, sample), "{pattern} {sample}");
        }
    }
}
