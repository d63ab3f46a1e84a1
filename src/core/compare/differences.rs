//! What differs between two states of a project besides the payload that answers, in words.

use std::collections::HashMap;
use std::sync::Arc;

use crate::core::place::Setting;
use crate::core::project::{LinkRule, Project, Settings};

/// A sentence a difference. The name is none, since all versions of a project share it.
pub fn differences(before: &Project, after: &Project) -> Vec<String> {
    let mut found = Vec::new();
    if before.link != after.link {
        found.push(format!("Link: {} → {}", shown(&before.link), shown(&after.link)));
    }
    found.extend(rules(&before.rules, &after.rules));
    found.extend(settings(&before.settings, &after.settings));
    found.extend(choices(before, after));
    found
}

fn shown(text: &str) -> &str {
    if text.trim().is_empty() { "none" } else { text }
}

/// Rules correspond by name; those that share one, in their order.
fn rules(before: &[Arc<LinkRule>], after: &[Arc<LinkRule>]) -> Vec<String> {
    let (old, new) = (named(before), named(after));
    let place = |key: &Key| old.iter().position(|(one, _)| one == key);
    let mut found = Vec::new();
    for (key, rule) in &new {
        match place(key) {
            None => found.push(format!("Link rule added: {}", label(rule))),
            Some(at) if !old[at].1.says_the_same_as(rule) => found.push(format!("Link rule changed: {}", label(rule))),
            Some(_) => {}
        }
    }
    let gone = old.iter().filter(|(key, _)| !new.iter().any(|(one, _)| one == key));
    found.extend(gone.map(|(_, rule)| format!("Link rule removed: {}", label(rule))));
    let places: Vec<usize> = new.iter().filter_map(|(key, _)| place(key)).collect();
    if !places.is_sorted() {
        found.push("Link rules are in another order".to_owned());
    }
    found
}

/// The name of a rule, and how many before it have the same.
type Key<'r> = (&'r str, usize);

fn named(rules: &[Arc<LinkRule>]) -> Vec<(Key<'_>, &LinkRule)> {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    let keyed = rules.iter().map(|rule| {
        let before = seen.entry(&rule.name).or_default();
        *before += 1;
        ((&*rule.name, *before), &**rule)
    });
    keyed.collect()
}

fn label(rule: &LinkRule) -> String {
    if rule.name.trim().is_empty() && !rule.pattern.is_empty() { rule.pattern.clone() } else { rule.shown_name() }
}

fn settings(before: &Settings, after: &Settings) -> Option<String> {
    let changed = Setting::ALL.into_iter().filter(|setting| before.text(*setting) != after.text(*setting));
    let labels: Vec<&str> = changed.map(Setting::label).collect();
    (!labels.is_empty()).then(|| format!("Settings changed: {}", labels.join(", ")))
}

fn choices(before: &Project, after: &Project) -> Option<String> {
    let parts = [
        (before.update != after.update, "update"),
        (before.events != after.events, "timeline"),
        (before.service != after.service, "simulated answers"),
        (before.done != after.done, "checklist"),
        (before.profile != after.profile, "strictness"),
        (before.state != after.state, "state"),
        (before.now != after.now, "clock"),
    ];
    let names: Vec<&str> = parts.into_iter().filter(|(differs, _)| *differs).map(|(_, name)| name).collect();
    (!names.is_empty()).then(|| format!("Also changed: {}", names.join(", ")))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::differences;
    use crate::core::project::{Project, from_json};

    fn project(mut fields: Value) -> Project {
        fields["version"] = json!(1);
        from_json(&fields).unwrap()
    }

    #[test]
    fn what_differs_in_words() {
        let rule = |name: &str, pattern: &str| json!({"name": name, "pattern": pattern, "samples": ["u"]});
        let (a, b, nameless) = (rule("a", "^a"), rule("b", "^b"), rule("", "^n"));
        let cases = [
            (json!({"payload": "[]", "name": "x"}), json!({"payload": "[1]", "name": "y"}), vec![]),
            (json!({"link": " "}), json!({"link": "https://a.b"}), vec!["Link: none → https://a.b"]),
            (json!({"rules": [a]}), json!({"rules": [b, a]}), vec!["Link rule added: “b”"]),
            (
                json!({"rules": [a, b]}),
                json!({"rules": [rule("a", "^x")]}),
                vec!["Link rule changed: “a”", "Link rule removed: “b”"],
            ),
            (json!({"rules": [a, b]}), json!({"rules": [b, a]}), vec!["Link rules are in another order"]),
            (json!({"rules": [a, nameless]}), json!({"rules": [a]}), vec!["Link rule removed: ^n"]),
            (json!({"rules": [a, a]}), json!({"rules": [a]}), vec!["Link rule removed: “a”"]),
            (
                json!({"settings": {"domain": "a", "scopes": "s"}, "profile": "wild"}),
                json!({"settings": {"domain": "b"}, "state": "error", "now": "2026-01-01T00:00:00Z"}),
                vec!["Settings changed: OAuth Scopes, Unfurl URL Domain", "Also changed: strictness, state, clock"],
            ),
        ];
        for (before, after, said) in cases {
            assert_eq!(differences(&project(before), &project(after)), said);
        }
    }
}
