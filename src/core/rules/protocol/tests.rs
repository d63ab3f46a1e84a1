//! The rows of messages: every row fires on its `bad`, and is silent on its `good`. What they are is recognized.

use time::UtcDateTime;

use crate::core::diagnostic::Diagnostic;
use crate::core::integration::message::{Known, understand};
use crate::core::profile::Profile;
use crate::core::rule::Rule;
use crate::core::rules::catalog::{CATALOG, Check};
use crate::core::rules::testing::keeps_the_style;
use crate::core::severity::Severity;
use crate::core::templates;

/// As documented and in the wild.
const TABLE: &str = "
redirect-uri W/W state-mismatch E/E missing-code E/E unknown-error-code W/W oauth-error I/I missing-access-token E/E
missing-expires-in E/E invalid-expires-in E/E invalid-external-account E/E invalid-authorization E/E message-shape E/E
missing-parameter E/E unexpected-value E/W duplicate-parameter W/W unknown-parameter W/I uuid-format I/I percent-escape W/W
undocumented-body I/I raw-plus W/W documented-example I/I unknown-message E/E shell-syntax E/E unread-part W/W";

fn rows() -> Vec<&'static Rule> {
    CATALOG.iter().filter(|(_, check)| matches!(check, Check::Message)).map(|(rule, _)| *rule).collect()
}

fn found(text: &str, profile: Profile) -> Vec<Diagnostic> {
    let settings = &templates::first().settings;
    let state = Some("tga@YNV9cfw4yrv0thw");
    let link = "https://acme.com/items/1";
    let known = Known { settings, link, state, base_ids: None, profile, now: UtcDateTime::UNIX_EPOCH };
    understand(text, None, &known).diagnostics
}

#[test]
fn the_table_is_whole() {
    let letter = |severity: Severity| severity.name()[..1].to_uppercase();
    let is: Vec<String> =
        rows().iter().map(|rule| format!("{} {}/{}", rule.name, letter(rule.documented), letter(rule.wild))).collect();
    let words: Vec<&str> = TABLE.split_whitespace().collect();
    assert_eq!(is, words.chunks(2).map(|pair| pair.join(" ")).collect::<Vec<_>>());
}

#[test]
fn each_row_reports_its_bad_message_alone_and_never_its_good_one() {
    for rule in rows() {
        let names = |text: &str| found(text, Profile::Documented).iter().map(|one| one.rule.name).collect::<Vec<_>>();
        assert_eq!(names(rule.texts.bad), [rule.name], "{}", rule.texts.bad);
        assert_eq!(names(rule.texts.good), [""; 0], "{}", rule.texts.good);
    }
}

#[test]
fn both_profiles_give_their_severity() {
    for rule in rows() {
        for profile in Profile::ALL {
            let found = found(rule.texts.bad, profile);
            assert!(found.iter().all(|one| one.severity == rule.severity(profile)), "{rule:?}");
        }
    }
}

#[test]
fn messages_keep_the_style() {
    for rule in rows() {
        for one in found(rule.texts.bad, Profile::Documented) {
            keeps_the_style(&one);
        }
        let texts = &rule.texts;
        assert!(texts.summary.ends_with('.') && texts.why.ends_with('.') && !texts.document.is_empty(), "{rule:?}");
    }
}
