//! The settings' rows: every row fires on its `bad`, is silent on its `good`, and mends the one to the other.

use serde_json::{Value, json};

use super::{field, url};
use crate::core::diagnostic::Diagnostic;
use crate::core::edit::apply;
use crate::core::place::{Setting, Where};
use crate::core::profile::Profile;
use crate::core::project::{Project, Settings, from_json};
use crate::core::rule::Rule;
use crate::core::rules::catalog::{CATALOG, Check};
use crate::core::rules::check_settings as check;
use crate::core::rules::testing::keeps_the_style;
use crate::core::severity::Severity;
use crate::core::templates::TEMPLATES;

/// As documented and in the wild; `*` where there is a quick fix.
const TABLE: [(&Rule, &str); 8] = [
    (&field::MISSING_FIELD, "E/E"),
    (&url::INVALID_URL, "E/E"),
    (&url::INSECURE_URL, "E/W"),
    (&url::UNREACHABLE_HOST, "W/W"),
    (&url::URL_OUTSIDE_DOMAIN, "W/I"),
    (&field::INVALID_DOMAIN, "E/E*"),
    (&field::INVALID_CLIENT_ID, "E/E"),
    (&field::SCOPE_SEPARATOR, "I/I"),
];

fn project(settings: &str) -> Project {
    let settings: Value = serde_json::from_str(settings).unwrap();
    from_json(&json!({"version": 1, "settings": settings})).unwrap()
}

fn found(settings: &str) -> Vec<Diagnostic> {
    check(&project(settings).settings, Profile::Documented)
}

/// `domain 0..3 invalid-domain: message`
fn said(settings: &str) -> Vec<String> {
    let project = project(settings);
    let told = |one: &Diagnostic| {
        let place = project.pointer(one.source);
        let field = place.trim_start_matches("/settings/");
        format!("{field} {}..{} {}: {}", one.span.start, one.span.end, one.rule.name, one.message)
    };
    check(&project.settings, Profile::Documented).iter().map(told).collect()
}

#[test]
fn the_table_is_whole() {
    let rows: Vec<&str> =
        CATALOG.iter().filter(|(_, check)| matches!(check, Check::Settings(_))).map(|(rule, _)| rule.name).collect();
    assert_eq!(rows, TABLE.map(|(rule, _)| rule.name));
    for (rule, severities) in TABLE {
        let letter = |severity: Severity| severity.name()[..1].to_uppercase();
        let fixed = found(rule.texts.bad).iter().any(|one| !one.fixes.is_empty());
        let is = format!("{}/{}{}", letter(rule.documented), letter(rule.wild), if fixed { "*" } else { "" });
        assert_eq!(is, severities, "{rule:?}");
    }
}

#[test]
fn each_row_reports_its_bad_settings_alone_and_never_its_good_ones() {
    for (rule, _) in TABLE {
        let names = |text: &str| found(text).iter().map(|one| one.rule.name).collect::<Vec<_>>();
        assert_eq!(names(rule.texts.bad), [rule.name], "{}", rule.texts.bad);
        assert_eq!(names(rule.texts.good), [""; 0], "{}", rule.texts.good);
    }
}

#[test]
fn each_fix_makes_the_good_settings_of_the_bad_ones() {
    for (rule, _) in TABLE {
        let mut mended = project(rule.texts.bad);
        for one in found(rule.texts.bad) {
            let Some(fix) = one.fixes.first() else { continue };
            let Where::Setting(setting) = one.source else { panic!("{one:?}") };
            let text = apply(mended.settings.text(setting), &fix.edits);
            mended.settings.put(setting, text);
            assert_eq!(mended, project(rule.texts.good), "{rule:?}");
        }
    }
}

#[test]
fn messages_keep_the_style() {
    for (rule, _) in TABLE {
        for one in found(rule.texts.bad) {
            keeps_the_style(&one);
        }
        assert!(rule.texts.summary.ends_with('.') && rule.texts.why.ends_with('.'), "{rule:?}");
    }
}

#[test]
fn says_what_is_wrong_with_which_field() {
    for (settings, expected) in [
        ("{}", &[][..]),
        (r#"{"domain": "acme.com"}"#, &[]),
        (
            r#"{"scopes": "a"}"#,
            &[
                "authorize_url 0..0 missing-field: The OAuth Authorize URL is blank",
                "token_url 0..0 missing-field: The OAuth Token URL is blank",
                "client_id 0..0 missing-field: The OAuth Client ID is blank",
            ],
        ),
        (r#"{"callback_url": "https://acme.com/"}"#, &["domain 0..0 missing-field: The Unfurl URL Domain is blank"]),
        (
            r#"{"domain": "acme.com", "callback_url": " https://acme.com/#a "}"#,
            &["callback_url 1..20 invalid-url: The Unfurl Callback URL is `https://acme.com/#a`, which has a fragment"],
        ),
        (
            r#"{"domain": "acme.com", "callback_url": "https://me:pass@acme.com/"}"#,
            &["callback_url 0..25 invalid-url: The Unfurl Callback URL is `acme.com/`, which has a user before `@`"],
        ),
        (
            r#"{"domain": "acme.com", "callback_url": "https://acme.com/a b"}"#,
            &["callback_url 0..20 invalid-url: The Unfurl Callback URL is `https://acme.com/a b`, which contains white space"],
        ),
        (
            r#"{"domain": "acme.com", "callback_url": "ftp://acme.com/"}"#,
            &[
                "callback_url 0..15 invalid-url: The Unfurl Callback URL is `ftp://acme.com/`, whose scheme `ftp` is neither `https` nor `http`",
            ],
        ),
        (
            r#"{"domain": "acme.com", "callback_url": "http://10.0.0.1/"}"#,
            &[
                "callback_url 0..16 unreachable-host: Host `10.0.0.1` of the Unfurl Callback URL is reachable only from your own network",
            ],
        ),
        (
            r#"{"authorize_url": "https://a.b/", "token_url": "https://a.b/", "client_id": "mRkZGFjM "}"#,
            &["client_id 8..9 invalid-client-id: The OAuth Client ID contains white space"],
        ),
        (
            r#"{"authorize_url": "https://a.b/", "token_url": "https://a.b/", "client_id": "a\u00A0b:"}"#,
            &["client_id 1..3 invalid-client-id: The OAuth Client ID contains white space"],
        ),
        (r#"{"domain": " Acme.COM "}"#, &[]),
        (r#"{"domain": "münchen.de"}"#, &[]),
        (r#"{"domain": "*.acme.com"}"#, &["domain 0..10 invalid-domain: The domain is `*.acme.com`, which is not a bare domain"]),
        (
            r#"{"domain": "acme.com:443"}"#,
            &["domain 0..12 invalid-domain: The domain is `acme.com:443`, which is not a bare domain"],
        ),
        (r#"{"domain": "localhost"}"#, &["domain 0..9 invalid-domain: The domain is `localhost`, which is not a bare domain"]),
        (r#"{"domain": "127.0.0.1"}"#, &["domain 0..9 invalid-domain: The domain is `127.0.0.1`, which is not a bare domain"]),
        (r#"{"domain": "a b.com"}"#, &["domain 0..7 invalid-domain: The domain is `a b.com`, which is not a bare domain"]),
    ] {
        assert_eq!(said(settings), expected, "{settings}");
    }
}

/// The help shows what the form of the documents shows.
#[test]
fn a_url_that_is_none_is_told_the_example_of_its_field() {
    for setting in url::URLS {
        let mut settings = Settings { domain: "acme.com".to_owned(), ..Settings::default() };
        settings.put(setting, "acme.com".to_owned());
        let found = check(&settings, Profile::Documented);
        let help = found.iter().find(|one| one.rule.name == "invalid-url").and_then(|one| one.help.as_deref());
        assert_eq!(help, Some(&*format!("Write a full URL, such as `{}`", setting.example())));
    }
}

#[test]
fn any_text_is_checked() {
    for text in
        ["", " ", "\u{FEFF}", "é", "🙂.🙂", "https://", "https://[", "@", "https://@", "#", "https://é🙂/#é@🙂", "…", ",é,"]
    {
        let mut settings = Settings::default();
        for setting in Setting::ALL {
            settings.put(setting, text.to_owned());
        }
        for one in check(&settings, Profile::Wild) {
            assert!(text.get(one.span.start..one.span.end).is_some(), "{text}: {one:?}");
        }
    }
}

#[test]
fn the_templates_settings_are_good() {
    for template in TEMPLATES {
        let found = check(&template.project().settings, Profile::Documented);
        assert!(found.is_empty(), "{}: {found:?}", template.id);
    }
}
