//! The link rules' rows: every row fires on its `bad`, is silent on its `good`, and mends the one to the other.

use std::collections::HashSet;
use std::sync::Arc;

use serde_json::{Value, json};

use crate::core::analysis::{LinkAnalysis, analyze_links};
use crate::core::diagnostic::Diagnostic;
use crate::core::edit::apply;
use crate::core::json::format::format;
use crate::core::links::Links;
use crate::core::place::Where;
use crate::core::profile::Profile;
use crate::core::project::{Project, from_json};
use crate::core::rule::{Family, Rule};
use crate::core::rules::catalog::{CATALOG, Check};
use crate::core::rules::testing::keeps_the_style;
use crate::core::severity::Severity;
use crate::core::templates::TEMPLATES;

/// Error, warning or info, the same in both profiles; `*` where there is a quick fix.
const TABLE: &str = "
pattern-syntax E dressed-pattern* W sample-not-matched E excluded-sample-matched E expected-group E no-sample W missing-rule-name E
duplicate-rule-name W pattern-not-anchored W unescaped-dot* W outside-domain W rules-overlap W slow-pattern W
flag-dependent-escape I engine-dependent I unused-group I unknown-placeholder* E optional-placeholder W
literal-placeholder W numbered-placeholder I";

/// A project on acme.com with one link rule, or a list of them; placeholders may stand there as JSON.
fn project(rules: &str) -> Project {
    let mut rules: Value = serde_json::from_str(rules).unwrap();
    if rules.is_object() {
        rules = json!([rules]);
    }
    for placeholders in rules.as_array_mut().unwrap().iter_mut().filter_map(|rule| rule.get_mut("placeholders")) {
        if !placeholders.is_string() {
            *placeholders = format(&placeholders.to_string()).unwrap().into();
        }
    }
    from_json(&json!({"version": 1, "rules": rules, "settings": {"domain": "acme.com"}})).unwrap()
}

fn diagnostics(project: &Project) -> Vec<Diagnostic> {
    let analysis = analyze_links(project, &Links::new(project.patterns()), &LinkAnalysis::default());
    analysis.diagnostics.to_vec()
}

fn place(project: &Project, one: &Diagnostic) -> String {
    format!("{} {}..{}", project.pointer(one.source), one.span.start, one.span.end)
}

/// What some rules say of link rules: `/rules/0/pattern 1..2: message`.
pub fn said(rules: &str, names: &[&str]) -> Vec<String> {
    let project = project(rules);
    let found = diagnostics(&project).into_iter().filter(|one| names.contains(&one.rule.name));
    found.map(|one| format!("{}: {}", place(&project, &one), one.message)).collect()
}

/// Everything that is said of link rules: `/rules/0/pattern 1..2 rule: message`.
pub fn all(rules: &str) -> Vec<String> {
    let project = project(rules);
    diagnostics(&project).iter().map(|one| format!("{} {}: {}", place(&project, one), one.rule.name, one.message)).collect()
}

/// What some rules say of a pattern: `rule 1..2: message`.
pub fn of_pattern(pattern: &str, names: &[&str]) -> Vec<String> {
    let project = project(&json!({ "pattern": pattern }).to_string());
    let found = diagnostics(&project).into_iter().filter(|one| names.contains(&one.rule.name));
    found.map(|one| format!("{} {}..{}: {}", one.rule.name, one.span.start, one.span.end, one.message)).collect()
}

/// The placeholders of a rule after the first fix that is offered.
pub fn fixed_placeholders(rules: &str) -> Option<String> {
    let project = project(rules);
    let found = diagnostics(&project);
    let fix = found.iter().find_map(|one| one.fixes.first())?;
    Some(apply(&project.rules[0].placeholders, &fix.edits))
}

fn rows() -> Vec<&'static Rule> {
    CATALOG.iter().map(|(rule, _)| *rule).filter(|rule| rule.family == Family::LinkRule).collect()
}

/// What is found in the text of a row.
fn found(text: &str) -> Vec<Diagnostic> {
    diagnostics(&project(text))
}

/// The names of the rules, each once.
fn names(found: &[Diagnostic]) -> Vec<&'static str> {
    let mut names: Vec<&str> = found.iter().map(|one| one.rule.name).collect();
    names.dedup();
    names
}

#[test]
fn every_rule_stands_in_the_table() {
    let words: Vec<&str> = TABLE.split_whitespace().collect();
    let listed: Vec<(&str, &str)> = words.chunks(2).map(|pair| (pair[0], pair[1])).collect();
    let named = |rule: &Rule| {
        let fixed = found(rule.texts.bad).iter().any(|one| one.rule == rule && !one.fixes.is_empty());
        (format!("{}{}", rule.name, if fixed { "*" } else { "" }), rule.documented, rule.wild)
    };
    let is: HashSet<_> = rows().into_iter().map(named).collect();
    let wanted: HashSet<_> = listed
        .into_iter()
        .map(|(name, letter)| {
            let severity = match letter {
                "E" => Severity::Error,
                "W" => Severity::Warning,
                _ => Severity::Info,
            };
            (name.to_owned(), severity, severity)
        })
        .collect();
    assert_eq!(is, wanted);
}

#[test]
fn each_row_looks_at_link_rules() {
    for (rule, check) in CATALOG {
        let looks = matches!(check, Check::LinkRule(_) | Check::LinkRules(_));
        assert_eq!(looks, rule.family == Family::LinkRule, "{rule:?}");
    }
}

#[test]
fn each_bad_rule_is_reported_by_its_row_alone() {
    for rule in rows() {
        let mut names = names(&found(rule.texts.bad));
        // A dressed pattern matches nothing.
        names.retain(|name| rule.name != "dressed-pattern" || *name != "sample-not-matched");
        assert_eq!(names, [rule.name], "{}", rule.texts.bad);
    }
}

#[test]
fn each_good_rule_is_reported_by_none() {
    for rule in rows() {
        assert_eq!(names(&found(rule.texts.good)), [""; 0], "{}: {}", rule.name, rule.texts.good);
    }
}

#[test]
fn each_fix_makes_the_good_rule_of_the_bad_one() {
    for rule in rows() {
        let mut mended = project(rule.texts.bad);
        let found = diagnostics(&mended);
        let Some((source, fix)) = found.iter().find_map(|one| Some((one.source, one.fixes.first()?))) else { continue };
        let text = apply(mended.text(source), &fix.edits);
        put(&mut mended, source, text);
        assert_eq!(mended, project(rule.texts.good), "{}: {}", rule.name, fix.title);
    }
}

fn put(project: &mut Project, place: Where, mended: String) {
    let Where::Rule { index, text } = place else { panic!("{place:?}") };
    Arc::make_mut(&mut project.rules[index]).put(text, mended);
}

#[test]
fn messages_keep_the_style() {
    for rule in rows() {
        for one in found(rule.texts.bad) {
            keeps_the_style(&one);
        }
        for text in [rule.texts.summary, rule.texts.why] {
            assert!(text.ends_with('.'), "{rule:?}");
        }
        assert!(!rule.texts.document.is_empty(), "{rule:?}");
    }
}

#[test]
fn spans_and_edits_stand_in_their_text() {
    for rule in rows() {
        let project = project(rule.texts.bad);
        for one in diagnostics(&project) {
            let text = project.text(one.source);
            let edits = one.fixes.iter().flat_map(|fix| &fix.edits).map(|edit| edit.span);
            for span in edits.chain(one.labels.iter().map(|label| label.span)).chain([one.span]) {
                assert!(text.get(span.start..span.end).is_some(), "{rule:?}: {span:?} of {text}");
            }
        }
    }
}

/// The documents' own pattern holds `\:` and a group that nothing uses; nothing else is said of any template.
#[test]
fn templates() {
    let own = crate::core::templates::first().rules[0].pattern.clone();
    for template in TEMPLATES {
        let project = template.project();
        let found = diagnostics(&project);
        let problems: Vec<_> = found.iter().filter(|one| one.severity != Severity::Info).map(|one| &one.message).collect();
        assert_eq!(problems, [""; 0], "{}", template.id);
        for one in found {
            assert!(["flag-dependent-escape", "unused-group"].contains(&one.rule.name), "{}: {}", template.id, one.message);
            assert_eq!(project.text(one.source), own, "{}: {}", template.id, one.message);
        }
    }
}

#[test]
fn the_first_visitor_reads_two_notes() {
    let found = diagnostics(&crate::core::templates::first());
    assert_eq!(names(&found), ["unused-group", "flag-dependent-escape"]);
}

#[test]
fn any_text_is_checked() {
    for text in ["", "(", "\\", "[\\", "$<", "\u{FEFF}", "é\\é", "🙂.🙂\\🙂", "^https://", "(?<a", "https://[", "(?<é>🙂)|\\:"]
    {
        let rule = json!({"name": text, "pattern": text, "samples": [text, "🙂"], "excluded": [text], "expected": {text: {text: text}}, "placeholders": text});
        let project = project(&json!([rule, rule]).to_string());
        for profile in Profile::ALL {
            let project = Project { profile, ..project.clone() };
            for one in diagnostics(&project) {
                let text = project.text(one.source);
                assert!(text.get(one.span.start..one.span.end).is_some(), "{}: {text}", one.message);
            }
        }
    }
}

/// A pattern that runs away is tried on a few of a thousand URLs.
#[test]
fn a_slow_pattern_is_given_up() {
    let url = |number: usize| format!("{}{number}!", "a".repeat(2_000));
    let samples: Vec<String> = (0..1_000).map(url).collect();
    let expected: serde_json::Map<String, Value> = (1_000..2_000).map(|number| (url(number), json!({}))).collect();
    let rule = json!({"name": "n", "pattern": r"^(?:(?=(a+))a+)+\1$", "samples": samples, "expected": expected});
    let project = project(&rule.to_string());
    let links = Links::new(project.patterns());
    let analysis = analyze_links(&project, &links, &LinkAnalysis::default());
    assert!(analysis.rules[0].samples.iter().flatten().filter(|verdict| verdict.steps > 0).count() < 10);
    assert!(analysis.problems().any(|one| one.rule.name == "slow-pattern"));
}
