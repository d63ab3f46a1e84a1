use std::sync::Arc;

use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::{from_json, to_json};
use crate::core::event::Event;
use crate::core::history::{History, Join};
use crate::core::place::ServiceField;
use crate::core::profile::Profile;
use crate::core::project::{
    ApiSample, HiddenAttribute, LinkRule, MappedField, Project, RuleId, Sample, Service, Settings, UrlId, Version, VersionId,
};
use crate::core::state::State;

fn complete() -> Value {
    json!({
        "version": 1, "name": "a\0b", "later": {"key": [1, null]},
        "settings": {
            "authorize_url": "a", "token_url": "b", "client_id": "c", "scopes": "d", "deleted_token_url": "e",
            "callback_url": "f", "domain": "g", "later": true
        },
        "rules": [
            {"name": "", "pattern": "^$", "samples": ["x"], "excluded": [], "expected": {"x": {"g": "1", "h": null}},
             "placeholders": "\u{feff}[]\r\n", "payload": "", "hidden": [{"place": 0, "attribute": "["}], "later": 0.5},
            {"name": "", "pattern": "", "samples": [], "excluded": ["y", "y"], "expected": {}, "placeholders": ""}
        ],
        "link": "𝕏 👩‍💻", "payload": "[\t", "hidden": [{"place": 7, "attribute": "{}", "later": []}], "update": "{}", "events": ["first-paste", "wait:60"],
        "service": {"account_key": "", "account_name": "b", "expires_in": "x", "error_status": "", "error_message": "c",
            "denial": "d", "denial_description": "e", "later": 1},
        "done": ["access"], "now": "2026-01-01T00:00:00Z",
        "sample": {
            "text": "{\"state\": 1e5}\r\n", "later": {},
            "fields": [{"word": "Status", "path": "state", "attribute": "status", "later": 2}, {"word": "Link", "path": "url"}]
        },
        "profile": "wild", "state": "loaded-with-error",
        "versions": [{"name": "One", "at": "2026-01-01T00:00:00Z", "later": [1], "project": {
            "version": 1, "name": "a", "settings": to_json(&Project::default())["settings"], "rules": [], "link": "",
            "payload": "[1]", "profile": "documented", "state": "loaded", "later": 2
        }}]
    })
}

/// The value of [`complete`] with `pointer` set to `value`.
fn with(pointer: &str, value: Value) -> Value {
    let mut project = complete();
    *project.pointer_mut(pointer).unwrap() = value;
    project
}

fn error(value: &Value) -> String {
    from_json(value).unwrap_err()
}

#[test]
fn a_complete_project_comes_back_whole() {
    assert_eq!(to_json(&from_json(&complete()).unwrap()), complete());
}

#[test]
fn absent_keys_that_may_be_absent_stay_absent() {
    let mut value = complete();
    for key in ["update", "events", "service", "done", "now", "sample", "versions"] {
        value.as_object_mut().unwrap().remove(key);
    }
    assert_eq!(to_json(&from_json(&value).unwrap()), value);
}

#[test]
fn other_absent_keys_get_what_an_empty_project_has() {
    assert_eq!(from_json(&json!({"version": 1})).unwrap(), Project::default());
    let project = from_json(&json!({"version": 1, "rules": [{}]})).unwrap();
    assert_eq!(project.rules, [Arc::new(Project::default().new_rule())]);
}

#[test]
fn what_is_no_project_is_refused() {
    assert_eq!(error(&json!([])), "not a project: an object is wanted");
    assert_eq!(error(&Value::Null), "not a project: an object is wanted");
    assert_eq!(error(&json!({})), "not a project: `version` is missing");
    assert_eq!(error(&json!({"version": "1"})), "`version` is a string, a number is wanted");
    assert_eq!(error(&json!({"version": 3})), "this is version 3 of a project; this Lab reads version 1");
}

#[test]
fn an_error_says_where() {
    let cases = [
        ("/name", json!(null), "`name` is null, a string is wanted"),
        ("/settings", json!([]), "`settings` is an array, an object is wanted"),
        ("/events/0", json!("Allow"), "`events[0]` is `Allow`, the name of an event is wanted"),
        ("/service/denial", json!(1), "`service.denial` is a number, a string is wanted"),
        ("/settings/domain", json!(false), "`settings.domain` is a boolean, a string is wanted"),
        ("/rules", json!({}), "`rules` is an object, an array of objects is wanted"),
        ("/rules/1", json!("item"), "`rules[1]` is a string, an object is wanted"),
        ("/rules/1/samples", json!(3), "`rules[1].samples` is a number, an array of strings is wanted"),
        ("/rules/0/samples/0", json!(3), "`rules[0].samples[0]` is a number, a string is wanted"),
        ("/rules/0/payload", json!([]), "`rules[0].payload` is an array, a string is wanted"),
        ("/rules/0/expected/x", json!("1"), "`rules[0].expected[\"x\"]` is a string, an object is wanted"),
        ("/rules/0/expected/x/g", json!(1), "`rules[0].expected[\"x\"].g` is a number, a string or null is wanted"),
        ("/hidden/0/place", json!(-1), "`hidden[0].place` is a number, a whole number is wanted"),
        ("/rules/0/hidden/0/attribute", json!({}), "`rules[0].hidden[0].attribute` is an object, a string is wanted"),
        ("/versions", json!("One"), "`versions` is a string, an array of objects is wanted"),
        ("/versions/0", json!(null), "`versions[0]` is null, an object is wanted"),
        ("/versions/0/name", json!(1), "`versions[0].name` is a number, a string is wanted"),
        ("/versions/0/project", json!([]), "`versions[0].project` is an array, an object is wanted"),
        ("/versions/0/project/link", json!(true), "`versions[0].project.link` is a boolean, a string is wanted"),
        ("/versions/0/project/version", json!("1"), "`versions[0].project.version` is a string, a number is wanted"),
        ("/now", json!(0), "`now` is a number, a string is wanted"),
        ("/sample", json!([]), "`sample` is an array, an object is wanted"),
        ("/sample/text", json!({}), "`sample.text` is an object, a string is wanted"),
        ("/sample/fields", json!({}), "`sample.fields` is an object, an array of objects is wanted"),
        ("/sample/fields/1", json!("state"), "`sample.fields[1]` is a string, an object is wanted"),
        ("/sample/fields/0/path", json!(1), "`sample.fields[0].path` is a number, a string is wanted"),
        ("/sample/fields/0/attribute", json!(null), "`sample.fields[0].attribute` is null, a string is wanted"),
        ("/profile", json!("strict"), "`profile` is `strict`, one of `documented`, `wild` is wanted"),
    ];
    for (pointer, value, message) in cases {
        assert_eq!(error(&with(pointer, value)), message);
    }
}

#[test]
fn a_version_has_a_project_and_no_versions() {
    let mut value = complete();
    value["versions"][0]["project"]["versions"] = json!([[]]);
    assert_eq!(to_json(&from_json(&value).unwrap()), complete());
    value["versions"][0]["project"] = json!({});
    assert_eq!(error(&value), "not a project: `versions[0].project.version` is missing");
    value["versions"][0] = json!({"name": "One"});
    assert_eq!(error(&value), "`versions[0].project` is missing");
}

#[test]
fn every_state_has_a_name() {
    let message = "`state` is `gone`, one of `plain`, `placeholder`, `connect`, `loaded`, `error`, `loaded-with-error`, \
                   `updated`, `deleted` is wanted";
    assert_eq!(error(&with("/state", json!("gone"))), message);
    for state in State::ALL {
        let read = from_json(&with("/state", json!(state.name()))).unwrap().state;
        assert_eq!((read, json!(state)), (state, json!(state.name())));
    }
}

fn text() -> impl Strategy<Value = String> {
    vec(any::<char>(), 0..6).prop_map(String::from_iter)
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        text().prop_map(Value::from)
    ];
    leaf.prop_recursive(2, 6, 3, |inner| vec(inner, 0..3).prop_map(Value::from))
}

/// Keys that no version knows begin with `~` here.
fn other() -> impl Strategy<Value = Map<String, Value>> {
    btree_map(text().prop_map(|key| format!("~{key}")), value(), 0..3).prop_map(Map::from_iter)
}

fn settings() -> impl Strategy<Value = Settings> {
    (vec(text(), 7), other()).prop_map(|(texts, other)| {
        let mut texts = texts.into_iter();
        let mut next = || texts.next().unwrap();
        Settings {
            authorize_url: next(),
            token_url: next(),
            notion_client_id: String::new(),
            client_id: next(),
            scopes: next(),
            deleted_token_url: next(),
            callback_url: next(),
            domain: next(),
            other,
        }
    })
}

fn expected() -> impl Strategy<Value = Map<String, Value>> {
    let groups = btree_map(text(), option::of(text()).prop_map(Value::from), 0..3);
    btree_map(text(), groups.prop_map(|groups| Value::Object(Map::from_iter(groups))), 0..3).prop_map(Map::from_iter)
}

fn without_ids(urls: Vec<String>) -> Vec<Sample> {
    urls.into_iter().map(|url| Sample { id: UrlId::default(), url }).collect()
}

/// The project with the ids that reading it gives out.
fn numbered(mut project: Project) -> Project {
    for rule in &mut project.rules {
        let rule = Arc::make_mut(rule);
        rule.id = project.ids.rule();
        for sample in rule.samples.iter_mut().chain(&mut rule.excluded) {
            sample.id = project.ids.url();
        }
    }
    for version in &mut project.versions {
        let version = Arc::make_mut(version);
        version.id = project.ids.version();
        version.project = Arc::new(numbered(Project::clone(&version.project)));
    }
    project
}

fn rule() -> impl Strategy<Value = LinkRule> {
    (text(), text(), vec(text(), 0..3), vec(text(), 0..3), expected(), text(), option::of(text()), other()).prop_map(
        |(name, pattern, samples, excluded, expected, placeholders, payload, other)| LinkRule {
            name,
            pattern,
            id: RuleId::default(),
            samples: without_ids(samples),
            excluded: without_ids(excluded),
            expected,
            placeholders: placeholders.into(),
            payload: payload.map(Into::into),
            hidden: Vec::new(),
            other,
        },
    )
}

fn service() -> impl Strategy<Value = Service> {
    (vec(text(), 7), other()).prop_map(|(texts, other)| {
        let mut service = Service { other, ..Service::default() };
        for (field, text) in ServiceField::ALL.into_iter().zip(texts) {
            service.put(field, text);
        }
        service
    })
}

fn hidden() -> impl Strategy<Value = Vec<HiddenAttribute>> {
    let one = (0..9_usize, text(), other()).prop_map(|(place, text, other)| HiddenAttribute { place, text, other });
    vec(one, 0..3)
}

fn events() -> impl Strategy<Value = Vec<Event>> {
    vec(prop_oneof![proptest::sample::select(Event::ALL.to_vec()), any::<u32>().prop_map(Event::Wait)], 0..4)
}

fn sample() -> impl Strategy<Value = ApiSample> {
    let field = (text(), text(), option::of(text()), other()).prop_map(|(word, path, attribute, other)| MappedField {
        word,
        path,
        attribute,
        other,
    });
    (text(), vec(field, 0..3), other()).prop_map(|(text, fields, other)| ApiSample { text: text.into(), fields, other })
}

/// What a project holds of the conversation around the preview.
fn played() -> impl Strategy<Value = Project> {
    let rest = (hidden(), option::of(sample()));
    (option::of(text()), events(), service(), vec(text(), 0..3), rest).prop_map(
        |(update, events, service, done, (hidden, sample))| Project {
            update: update.map(Into::into),
            hidden,
            sample: sample.map(Arc::new),
            events,
            service,
            done,
            ..Project::default()
        },
    )
}

fn version() -> impl Strategy<Value = Version> {
    (text(), text(), other(), bare()).prop_map(|(name, at, other, project)| Version {
        id: VersionId::default(),
        name,
        at,
        project: Arc::new(project),
        other,
    })
}

fn project() -> impl Strategy<Value = Project> {
    (bare(), vec(version().prop_map(Arc::new), 0..3)).prop_map(|(project, versions)| Project { versions, ..project })
}

/// One without versions.
fn bare() -> impl Strategy<Value = Project> {
    let profile = prop_oneof![Just(Profile::Documented), Just(Profile::Wild)];
    let state = prop_oneof![Just(State::Plain), Just(State::LoadedWithError), Just(State::Deleted)];
    (text(), settings(), vec(rule(), 0..3), text(), text(), profile, state, (option::of(text()), other()), played()).prop_map(
        |(name, settings, rules, link, payload, profile, state, (now, other), played)| Project {
            name,
            settings,
            rules: rules.into_iter().map(Arc::new).collect(),
            link,
            payload: payload.into(),
            profile,
            state,
            now,
            other,
            ..played
        },
    )
}

proptest! {
    #[test]
    fn what_was_saved_comes_back_whole(project in project()) {
        let text = to_json(&project).to_string();
        let value: Value = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(&to_json(&from_json(&value).unwrap()), &value);
        prop_assert_eq!(from_json(&value).unwrap(), numbered(project));
    }

    #[test]
    fn taking_a_version_over_loses_nothing(project in project(), present in bare()) {
        let present = Arc::new(numbered(Project { versions: project.versions.clone(), ..present }));
        for version in &present.versions {
            let taken = Arc::new(present.taking_over(version));
            prop_assert!(taken.is_as(version) && taken.versions == present.versions);
            let mut history = History::default();
            history.record(&present, &taken, Join::Never);
            prop_assert_eq!(history.undo(&taken).unwrap(), present.clone());
            prop_assert_eq!(history.redo(&present).unwrap(), taken);
        }
    }

    #[test]
    fn a_known_key_is_taken_as_it_is_or_named(mut fields in other(), key in "name|settings|rules|link|payload|now|sample|state", value in value()) {
        fields.insert("version".to_owned(), json!(1));
        fields.insert(key.clone(), value.clone());
        match from_json(&Value::Object(fields)) {
            Ok(project) => prop_assert_eq!(&to_json(&project)[key], &value),
            Err(message) => prop_assert!(message.starts_with(&format!("`{key}")), "{message}"),
        }
    }
}
