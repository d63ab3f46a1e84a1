//! The table as a whole: every row fires on its `bad`, is silent on its `good`, and mends the one to the other.

use std::collections::HashSet;
use std::path::PathBuf;

use super::catalog::{CATALOG, Check};
use super::testing::diagnostics;
use super::{all, check};
use crate::core::analysis::fix_all;
use crate::core::diagnostic::Diagnostic;
use crate::core::edit::apply;
use crate::core::json::Source;
use crate::core::profile::Profile;
use crate::core::rule::Rule;
use crate::core::rules::testing::keeps_the_style;
use crate::core::severity::Severity;
use crate::core::templates::TEMPLATES;
use crate::core::unfurl::{Payload, Section, SubType};

/// The table of the specification: error, warning or info as documented and in the wild, `*` where there is a quick fix.
const TABLE: &str = "
payload-shape* E/E        unknown-key W/I
missing-uri E/W           uri-mismatch W/I          invalid-operation E/E     unknown-path W/W
invalid-error E/E         error-with-attributes I/I update-drops-attribute W/W
attribute-shape* E/E      missing-title* E/E        missing-dev* E/I          dev-shape* W/I
missing-id* E/E           duplicate-id* W/W         missing-name* W/I         missing-type* W/I
unknown-type* E/E         undocumented-relation I/I type-mismatch* E/E        missing-sub-type E/E
several-sub-types E/E     unknown-sub-type* E/W     several-titles W/W
missing-value E/E         value-type* E/E           invalid-color E/E         color-range* W/W
color-alpha* W/W          invalid-date E/E          invalid-datetime E/E      datetime-offset W/W
blank-text W/W            long-text I/I             markup-in-text I/I        missing-src-url* E/E
invalid-src-url E/E       insecure-src-url W/W      media-extension I/I       private-host W/W
undocumented-pdf I/I
missing-section E/E       unknown-section* E/W      section-not-allowed* W/I  crowded-section I/I
";

/// What a `bad` cannot be without: a second title crowds the section `title`.
const COMPANY: &[(&str, &str)] = &[("several-titles", "crowded-section")];

/// The rows that look at payloads, save those on the text as JSON.
fn rows() -> Vec<&'static Rule> {
    let named: HashSet<&str> = table().into_iter().map(|(name, ..)| name).collect();
    all().filter(|rule| named.contains(rule.name)).collect()
}

fn table() -> Vec<(&'static str, bool, Severity, Severity)> {
    let words: Vec<&str> = TABLE.split_whitespace().collect();
    let severity = |letter: u8| match letter {
        b'E' => Severity::Error,
        b'W' => Severity::Warning,
        _ => Severity::Info,
    };
    let row = |pair: &[&'static str]| {
        let both = pair[1].as_bytes();
        (pair[0].trim_end_matches('*'), pair[0].ends_with('*'), severity(both[0]), severity(both[2]))
    };
    words.chunks(2).map(row).collect()
}

/// Checks the text of a row in the circumstances that its rule needs.
fn found(rule: &Rule, text: &str, profile: Profile) -> Vec<Diagnostic> {
    let source = Source::new(text);
    let root = source.parse().unwrap();
    let mut payload = Payload::new(text, &root, rule.name == "update-drops-attribute");
    payload.link = Some("https://acme.com/items/1").filter(|_| rule.name == "uri-mismatch");
    payload.base_ids = Some(["title", "dev", "label"].map(str::to_owned).to_vec());
    check(&payload, profile)
}

fn names(found: &[Diagnostic]) -> Vec<&'static str> {
    found.iter().map(|one| one.rule.name).collect()
}

#[test]
fn every_rule_stands_in_the_table() {
    let listed: HashSet<&str> = table().into_iter().map(|(name, ..)| name).collect();
    assert_eq!(listed.len(), rows().len());
    for (name, _, documented, wild) in table() {
        let rule = super::find(name).unwrap();
        assert_eq!((rule.documented, rule.wild), (documented, wild), "{name}");
    }
}

#[test]
fn names_are_unique_and_kebab_case() {
    let names: HashSet<&str> = all().map(|rule| rule.name).collect();
    assert_eq!(names.len(), CATALOG.len());
    for name in names {
        assert!(name.split('-').all(|word| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase())), "{name}");
    }
}

#[test]
fn rows_say_something() {
    for rule in rows() {
        for text in [rule.texts.summary, rule.texts.why, rule.texts.bad, rule.texts.good, rule.texts.document] {
            assert!(!text.trim().is_empty(), "{rule:?}");
        }
        assert!(rule.texts.summary.ends_with('.') && rule.texts.why.ends_with('.'), "{rule:?}");
        let mut looks = CATALOG.iter().filter(|(_, check)| matches!(check, Check::Payload(_) | Check::Attribute(_)));
        assert!(looks.any(|(row, _)| *row == rule), "{rule:?}");
    }
}

#[test]
fn each_bad_text_reports_its_rule_and_no_other() {
    for rule in rows() {
        let mut found = names(&found(rule, rule.texts.bad, Profile::Documented));
        found.retain(|name| !COMPANY.contains(&(rule.name, name)));
        assert_eq!(found, [rule.name], "{}", rule.texts.bad);
    }
}

#[test]
fn each_good_text_reports_nothing() {
    for rule in rows() {
        let found = found(rule, rule.texts.good, Profile::Documented);
        assert_eq!(names(&found), [""; 0], "{rule:?}: {}", rule.texts.good);
    }
}

#[test]
fn each_fix_makes_the_good_text_of_the_bad_one() {
    for (name, fixed, ..) in table() {
        let rule = super::find(name).unwrap();
        let found = found(rule, rule.texts.bad, Profile::Documented);
        let fix = found.iter().find(|one| one.rule == rule).and_then(|one| one.fixes.first());
        assert_eq!(fix.is_some(), fixed, "{name}");
        if let Some(fix) = fix {
            let mended = apply(rule.texts.bad, &fix.edits);
            assert_eq!(mended, rule.texts.good, "{name}: {}", fix.title);
        }
    }
}

#[test]
fn both_profiles_give_their_severity() {
    for (name, _, documented, wild) in table() {
        let rule = super::find(name).unwrap();
        for (profile, severity) in [(Profile::Documented, documented), (Profile::Wild, wild)] {
            let found = found(rule, rule.texts.bad, profile);
            let one = found.iter().find(|one| one.rule == rule).unwrap();
            assert_eq!(one.severity, severity, "{name}");
        }
    }
}

#[test]
fn messages_keep_the_style() {
    for rule in rows() {
        for one in found(rule, rule.texts.bad, Profile::Documented) {
            keeps_the_style(&one);
        }
    }
}

/// "Fix all", again and again until it finds nothing more to do.
#[test]
fn safe_fixes_come_to_rest() {
    for rule in rows() {
        let mut text = rule.texts.bad.to_owned();
        for _ in 0..5 {
            let found = found(rule, &text, Profile::Documented);
            let Some(fix) = found.iter().flat_map(|one| &one.fixes).find(|fix| fix.safe) else { break };
            text = apply(&text, &fix.edits);
        }
        let left = found(rule, &text, Profile::Documented);
        assert!(left.iter().all(|one| one.fixes.iter().all(|fix| !fix.safe)), "{rule:?}: {text}");
    }
}

/// The templates are without a problem, save those that show one.
#[test]
fn templates() {
    for template in TEMPLATES {
        let project = template.project();
        let found = diagnostics(&project.payload);
        let expected: &[&str] = match template.id {
            "documented-nine-as-printed" => &["undocumented-relation", "missing-type"],
            "attributes-with-error" => &["error-with-attributes"],
            "seven-mistakes" => &[
                "value-type",
                "section-not-allowed",
                "unknown-sub-type",
                "missing-name",
                "unknown-section",
                "color-range",
                "missing-type",
            ],
            _ => &[],
        };
        assert_eq!(names(&found), expected, "{}", template.id);
    }
}

/// Seven mistakes, each with a fix that "Fix all" dares to apply.
#[test]
fn fix_all_mends_the_seven_mistakes() {
    let template = TEMPLATES.iter().find(|template| template.id == "seven-mistakes").unwrap();
    let mended = fix_all(&template.project().payload, Profile::Documented);
    assert_eq!(names(&diagnostics(&mended)), [""; 0], "{mended}");
}

/// Each sub-type in each section that lists it: nothing to say.
#[test]
fn every_cell_of_the_matrix_is_good() {
    for sub_type in SubType::ALL {
        for section in Section::listing(sub_type).into_iter().filter(|section| *section != Section::Title) {
            let (name, section) = (sub_type.name(), section.name());
            let value = match sub_type {
                SubType::Color => r#"{"r": 1, "g": 2, "b": 3}"#,
                SubType::Date => r#""2022-01-11""#,
                SubType::Datetime => r#""2022-01-11T19:53:18.829Z""#,
                _ => r#""x""#,
            };
            let (carrier, inner) = if sub_type.is_embed() {
                ("embed", format!(r#"{{"src_url": "https://acme.com/1", "{name}": {{"section": "{section}"}}}}"#))
            } else {
                ("inline", format!(r#"{{"{name}": {{"value": {value}, "section": "{section}"}}}}"#))
            };
            let attribute = format!(r#"{{"id": "a", "name": "A", "type": "{carrier}", "{carrier}": {inner}}}"#);
            let text = payload![].replace("\n]", &format!(",\n{attribute}\n]"));
            let expected: &[&str] = if sub_type == SubType::Pdf { &["undocumented-pdf"] } else { &[] };
            assert_eq!(names(&diagnostics(&text)), expected, "{text}");
        }
    }
}

/// Real payloads, and what a person should be told of them.
#[test]
fn real_payloads() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/payloads");
    if !folder.is_dir() {
        println!("skipped: real payloads, no ../shared/corpus");
        return;
    }
    for (file, expected) in [
        ("docs-reference-example.json", &["undocumented-relation", "missing-type"][..]),
        ("docs-guide-response.json", &[]),
        ("docs-guide-patch-no-dev.json", &["missing-dev"]),
        ("docs-guide-patch-attributes-and-error.json", &["missing-dev", "error-with-attributes"]),
        ("docs-regex-attributes-placeholder.json", &[]),
        ("exponential-issue.json", &["section-not-allowed"]),
        ("gumroad-error-404.json", &[]),
        ("gumroad-product.json", &["missing-dev", "missing-type"]),
        ("notionmaps-error-404.json", &[]),
        ("wiki-preview.json", &["missing-dev"]),
    ] {
        let text = std::fs::read_to_string(folder.join(file)).unwrap();
        let source = Source::new(&text);
        let root = source.parse().unwrap();
        let found = check(&Payload::new(&text, &root, false), Profile::Documented);
        assert_eq!(names(&found), expected, "{file}");
        let in_the_wild = check(&Payload::new(&text, &root, false), Profile::Wild);
        assert!(in_the_wild.iter().all(|one| one.severity == Severity::Info), "{file}");
    }
}
