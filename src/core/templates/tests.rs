use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

use serde_json::Value;

use super::read::{BASE, read};
use super::{GROUPS, TEMPLATES, Template, find, first, media_name};
use crate::core::analysis::analyze;
use crate::core::profile::Profile;
use crate::core::project::{LinkRule, Project, to_json};

/// The rules that a template's texts are expected to be reported by, payloads of link rules included. A template that
/// is not named here has no problem at all.
const REPORTED: &[(&str, &[&str])] = &[
    ("documented-nine-as-printed", &["undocumented-relation", "missing-type"]),
    ("every-section", &["undocumented-pdf"]),
    ("attributes-with-error", &["error-with-attributes"]),
    (
        "seven-mistakes",
        &[
            "value-type",
            "section-not-allowed",
            "unknown-sub-type",
            "missing-name",
            "unknown-section",
            "color-range",
            "missing-type",
        ],
    ),
];

fn project(template: &Template) -> Project {
    read(template.json).unwrap_or_else(|error| panic!("{}: {error}", template.id))
}

/// The JSON texts of a project: payload, update, and of every rule placeholders and payload.
fn texts(project: &Project) -> Vec<String> {
    let mut texts = vec![project.payload.to_string()];
    texts.extend(project.other.get("update").and_then(Value::as_str).map(str::to_owned));
    for rule in &project.rules {
        texts.push(rule.placeholders.to_string());
        texts.extend(rule.payload.as_deref().map(str::to_owned));
    }
    texts
}

fn strings(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(items) => items.iter().flat_map(strings).collect(),
        Value::Object(map) => map.values().flat_map(strings).collect(),
        _ => Vec::new(),
    }
}

/// Names of the media files that the templates show.
fn shown() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for text in TEMPLATES.iter().flat_map(|template| texts(&project(template))) {
        let value: Value = serde_json::from_str(&text).unwrap();
        names.extend(strings(&value).into_iter().filter_map(media_name).map(str::to_owned));
    }
    names
}

#[test]
fn all_are_there_in_order() {
    let ids: Vec<_> = TEMPLATES.iter().map(|template| template.id).collect();
    let wanted = [
        "pull-request",
        "task",
        "design-board",
        "chart",
        "message",
        "product",
        "issue-tracker",
        "documented-placeholder",
        "error-404",
        "attributes-with-error",
        "smallest",
        "every-section",
        "scripts",
        "seven-mistakes",
        "documented-reply",
        "documented-nine-as-printed",
        "documented-nine-corrected",
    ];
    assert_eq!(ids, wanted);
}

#[test]
fn every_file_is_a_template() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/core/templates");
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut files: Vec<_> = names.filter_map(|name| name.strip_suffix(".json").map(str::to_owned)).collect();
    let mut wanted: Vec<_> =
        TEMPLATES.iter().map(|template| template.id.to_owned()).chain(["base", "blank"].map(str::to_owned)).collect();
    files.sort();
    wanted.sort();
    assert_eq!(files, wanted);
}

#[test]
fn every_template_has_a_place_and_a_name_of_its_own() {
    let titles: BTreeSet<_> = TEMPLATES.iter().map(|template| template.title).collect();
    assert_eq!(titles.len(), TEMPLATES.len());
    for template in TEMPLATES {
        assert!(GROUPS.contains(&template.group), "{}", template.group);
    }
}

#[test]
fn every_template_carries_all_its_data() {
    let has = |rule: &LinkRule, url: &str| rule.samples.iter().any(|sample| sample.url == url);
    for template in TEMPLATES {
        let project = project(template);
        let settings = to_json(&project)["settings"].clone();
        assert_eq!(settings, serde_json::from_str::<Value>(BASE).unwrap()["settings"], "{}", template.id);
        assert!(project.now.is_some() && !project.rules.is_empty(), "{}", template.id);
        assert!(project.rules.iter().any(|rule| has(rule, &project.link)), "{}", template.id);
        for rule in &project.rules {
            assert!(!rule.name.is_empty() && !rule.excluded.is_empty() && !rule.expected.is_empty(), "{}", template.id);
            assert!(rule.expected.keys().all(|url| has(rule, url)), "{}", template.id);
        }
    }
}

#[test]
fn every_text_is_json_as_the_lab_lays_it_out() {
    for template in TEMPLATES {
        for text in texts(&project(template)) {
            let value: Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", template.id));
            assert_eq!(text, serde_json::to_string_pretty(&value).unwrap(), "{}", template.id);
        }
    }
}

#[test]
fn the_answer_is_for_the_link() {
    for template in TEMPLATES {
        let project = project(template);
        let payload: Value = serde_json::from_str(&project.payload).unwrap();
        if let Some(uri) = payload.get("uri") {
            assert_eq!(uri, project.link.as_str(), "{}", template.id);
        }
    }
}

#[test]
fn a_rule_with_its_own_payload_answers_for_the_first_link() {
    let project = find("issue-tracker").unwrap().project();
    assert_eq!(project.rules.len(), 3);
    assert!(project.rules.iter().all(|rule| rule.payload.is_some()));
    assert_eq!(Some(&project.payload), project.rules[0].payload.as_ref());
}

#[test]
fn a_first_visitor_meets_the_corrected_example() {
    let project = first();
    assert_eq!(project.name, "Acme items");
    assert_eq!(project.link, "https://acme.com/items/23487");
    assert_eq!(project.rules[0].name, "item");
    let payload: Value = serde_json::from_str(&project.payload).unwrap();
    let attributes = payload.as_array().unwrap();
    assert_eq!(attributes.len(), 9);
    assert!(attributes.iter().all(|attribute| attribute["type"] == "inline" || attribute["type"] == "embed"));
}

#[test]
fn the_printed_example_is_as_the_documents_have_it() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/payloads/docs-reference-example.json");
    let Ok(text) = fs::read_to_string(&file) else {
        // Not `eprintln`, which the test harness keeps to itself when a test passes.
        writeln!(io::stderr(), "skipped: {} is absent", file.display()).unwrap();
        return;
    };
    // But for the address of its picture: a template asks the network for nothing.
    let text = text.replace("https://c.tenor.com/XgaU95K_XiwAAAAC/kermit-typing.gif", "https://media.example/typing.svg");
    let printed: Value = serde_json::from_str(&text).unwrap();
    let project = find("documented-nine-as-printed").unwrap().project();
    assert_eq!(serde_json::from_str::<Value>(&project.payload).unwrap(), printed);
}

#[test]
fn media_is_there_and_nothing_else() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/media");
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    let files: BTreeSet<_> = entries.map(|entry| entry.file_name().into_string().unwrap()).collect();
    assert_eq!(files, shown());
}

#[test]
fn media_is_named_by_one_plain_name() {
    assert_eq!(media_name("https://media.example/board.svg"), Some("board.svg"));
    for url in
        ["https://media.example/", "https://media.example/../x", "https://media.example/a/b", "https://media.example.com/a"]
    {
        assert_eq!(media_name(url), None, "{url}");
    }
}

#[test]
fn every_problem_of_a_template_is_meant() {
    let now = time::UtcDateTime::UNIX_EPOCH;
    for template in TEMPLATES {
        let project = project(template);
        let mut texts = texts(&project);
        // What the patterns have not filled in yet is checked with the link rules.
        texts.retain(|text| !project.rules.iter().any(|rule| *rule.placeholders == **text));
        let found = texts.iter().flat_map(|text| analyze(text, Profile::Documented, now).diagnostics);
        let found: BTreeSet<&str> = found.map(|one| one.rule.name).collect();
        let expected = REPORTED.iter().find(|(id, _)| *id == template.id).map_or(&[][..], |(_, rules)| rules);
        assert_eq!(found, expected.iter().copied().collect(), "{}", template.id);
    }
}
