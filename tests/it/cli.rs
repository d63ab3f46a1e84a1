//! What scripts rely on: exit status, output streams and formats of `check`, `render` and `rules`.

use serde_json::{Value, json};

use crate::program::{Ran, fixture, program};

const GOOD: &str = r#"[
  { "id": "title", "name": "Title", "type": "inline", "inline": { "title": { "value": "Crane", "section": "title" } } },
  { "id": "dev", "name": "Developer Name", "type": "inline", "inline": { "plain_text": { "value": "Quayside", "section": "secondary" } } }
]"#;

fn parsed(ran: &Ran) -> Value {
    serde_json::from_str(&ran.stdout).expect("the program prints JSON")
}

/// Status 2: the message, and nothing on standard output.
fn refused(arguments: &[&str], input: impl AsRef<[u8]>) -> String {
    let ran = program(arguments, input);
    assert_eq!((ran.status, ran.stdout.as_str()), (Some(2), ""), "{arguments:?}");
    ran.stderr
}

#[test]
fn a_payload_without_problems_has_status_0() {
    let ran = program(&["check", "-"], GOOD);
    assert_eq!((ran.status, ran.stdout.as_str(), ran.stderr.as_str()), (Some(0), "no problems in 1 file\n", ""));
}

#[test]
fn errors_have_status_1_and_are_shown_where_they_are() {
    let ran = program(&["check", "-"], "[\n\t\"漢🔨\", x]");
    let mut lines = ran.stdout.lines();
    let head = lines.next().unwrap_or_default();
    assert!(head.starts_with("-:2:9: error[json-syntax]: "), "{head}");
    assert_eq!(lines.next(), Some("2 |     \"漢🔨\", x]"));
    assert_eq!(lines.next(), Some("  |             ^"));
    assert_eq!(ran.stdout.lines().last(), Some("1 error in 1 file"));
    assert_eq!((ran.status, ran.stderr.as_str()), (Some(1), ""));
}

#[test]
fn json_has_the_promised_keys() {
    let ran = program(&["check", "--format", "json", "-"], "[\n\t\"漢🔨\", x]");
    let report = parsed(&ran);
    let found = &report["files"][0]["diagnostics"][0];
    assert_eq!(ran.status, Some(1));
    assert_eq!((&report["errors"], &report["warnings"], &report["infos"]), (&json!(1), &json!(0), &json!(0)));
    assert_eq!((&report["files"][0]["file"], &report["files"][0]["kind"]), (&json!("-"), &json!("unknown")));
    assert_eq!((&found["rule"], &found["severity"], &found["pointer"]), (&json!("json-syntax"), &json!("error"), &json!(null)));
    assert_eq!(found["start"], json!({"offset": 14, "line": 2, "column": 9}));
    assert!(found["message"].is_string() && found["fixes"].is_array(), "{found}");
    assert!(found.as_object().is_some_and(|found| found.contains_key("help") && found.contains_key("end")), "{found}");
}

#[test]
fn offsets_count_the_byte_order_mark_and_columns_do_not() {
    let report = parsed(&program(&["check", "--format", "json", "-"], "\u{FEFF}x"));
    assert_eq!(report["files"][0]["diagnostics"][0]["start"], json!({"offset": 3, "line": 1, "column": 1}));
    let report = parsed(&program(&["check", "--format", "json", "-"], format!("\u{FEFF}{GOOD}")));
    assert_eq!((&report["errors"], &report["files"][0]["kind"]), (&json!(0), &json!("attributes")));
}

#[test]
fn kinds() {
    let answer = fixture("outside-the-table.json");
    let kinds = |arguments: &[&str]| {
        let report = parsed(&program(arguments, GOOD));
        report["files"].as_array().map(|files| files.iter().map(|file| file["kind"].clone()).collect::<Vec<_>>())
    };
    assert_eq!(kinds(&["check", "--format=json", "-", &answer]), Some(vec![json!("attributes"), json!("response")]));
    assert_eq!(kinds(&["check", "--format=json", "--as", "update", &answer]), Some(vec![json!("update")]));
    assert_eq!(kinds(&["check", "--format=json", "--as=update", "--base", "-", &answer]), Some(vec![json!("update")]));
}

#[test]
fn several_files_are_counted_together() {
    let ran = program(&["check", &fixture("every-section.json"), "-"], "[");
    assert_eq!(ran.status, Some(1));
    assert!(ran.stdout.ends_with(" in 2 files\n"), "{}", ran.stdout);
}

#[test]
fn one_unreadable_file_refuses_all() {
    let good = fixture("every-section.json");
    let message = refused(&["check", &good, "no-such-file.json"], "");
    assert_eq!(message, "error: cannot read `no-such-file.json`: no such file\n");
    let folder = fixture("");
    assert_eq!(refused(&["check", &good, &folder], ""), format!("error: cannot read `{folder}`: it is a folder\n"));
    let message = refused(&["check", &good, "-"], [b'[', 0xFF, b']']);
    assert_eq!(message, "error: `-` is not UTF-8: invalid bytes at offset 1\n");
}

#[test]
fn a_base_must_be_json() {
    let message = refused(&["check", "--as", "update", "--base", "-", &fixture("outside-the-table.json")], "[");
    assert_eq!(message, "error: the base `-` is not JSON: The text ends inside an array\n");
}

#[test]
fn what_an_update_omits_of_its_base_can_be_added() {
    let update = r#"{"uri":"https://acme.com/1","operations":[{"path":["attributes"],"set":[]}]}"#;
    let base = fixture("every-section.json");
    let check = |arguments: &[&str]| {
        let report = parsed(&program(&[&["check", "--format=json", "--as=update", "-"], arguments].concat(), update));
        let found = report["files"][0]["diagnostics"].as_array().cloned().unwrap_or_default();
        found.into_iter().find(|one| one["rule"] == "update-drops-attribute")
    };
    assert_eq!(check(&[]), None);
    let fixes = check(&["--base", &base]).map(|found| found["fixes"].clone()).unwrap_or_default();
    assert_eq!(fixes[0]["title"], "Add them to the update too");
    assert!(fixes[0]["edits"].to_string().contains("\\\"id\\\""), "{fixes}");
}

#[test]
fn a_drawing_has_the_promised_keys() {
    let ran = program(&["render", "-"], format!("\u{FEFF}{GOOD}"));
    let model = parsed(&ran);
    let keys = |value: &Value| value.as_object().map(|object| object.keys().cloned().collect::<Vec<_>>()).unwrap_or_default();
    assert_eq!((ran.status, ran.stderr.as_str()), (Some(0), ""));
    assert_eq!(keys(&model), ["state", "preview", "mention", "error", "not_drawn"]);
    let sections = ["background", "title", "entity", "primary", "secondary", "body", "embed", "avatar", "identifier"];
    assert_eq!(keys(&model["preview"]), sections);
    assert_eq!(keys(&model["mention"]), ["entity", "identifier", "title"]);
    assert_eq!(keys(&model["preview"]["title"][0]), ["attribute", "kind", "text", "value", "src_url", "color"]);
    assert_eq!((&model["state"], &model["error"]), (&json!("loaded"), &json!(null)));
}

#[test]
fn relative_times_count_from_now() {
    let payload = r#"[{"id":"t","inline":{"datetime":{"value":"2026-03-15T09:00Z","section":"primary"}}}]"#;
    let drawn = |arguments: &[&str]| parsed(&program(arguments, payload))["preview"]["primary"][0]["text"].clone();
    assert_eq!(drawn(&["render", "--now", "2026-03-15T12:00:00Z", "-"]), json!("3 hours ago"));
    assert_eq!(drawn(&["render", "--now", "2026-03-15T12:00:00+02:00", "-"]), json!("1 hour ago"));
    assert_ne!(drawn(&["render", "-"]), json!(null));
}

#[test]
fn a_sketch_shows_what_is_asked_for() {
    let sketch = |view: &str| program(&["render", "--format", "text", "--view", view, "-"], GOOD).stdout;
    assert_eq!(sketch("mention"), "Mention: Crane\n");
    assert!(!sketch("preview").contains("Mention"));
    assert_eq!(sketch("both"), sketch("preview") + "\n" + &sketch("mention"));
}

#[test]
fn what_does_not_parse_has_no_drawing() {
    let ran = program(&["render", "-"], "[");
    assert_eq!((ran.status, ran.stdout.as_str()), (Some(1), ""));
    assert!(ran.stderr.starts_with("-:1:") && ran.stderr.contains("error[json-syntax]"), "{}", ran.stderr);
}

#[test]
fn a_very_long_line_stays_cheap_and_short() {
    let ran = program(&["check", "-"], format!("[{}x]", "\"漢\",".repeat(200_000)));
    assert_eq!(ran.status, Some(1));
    assert!(ran.stdout.lines().all(|line| line.chars().count() < 120), "a line is cut");
}

#[test]
fn the_table_of_rules_has_the_promised_keys() {
    let ran = program(&["rules", "--format", "json"], "");
    let table = parsed(&ran);
    let rows = table["rules"].as_array().map_or(&[][..], |rows| rows);
    assert_eq!((ran.status, ran.stderr.as_str()), (Some(0), ""));
    assert!(rows.len() > 40, "all of them");
    for row in rows {
        let keys: Vec<&str> = row.as_object().map(|row| row.keys().map(String::as_str).collect()).unwrap_or_default();
        assert_eq!(keys, ["name", "family", "documented", "wild", "summary", "why", "bad", "good", "document"]);
        assert!(row.as_object().is_some_and(|row| row.values().all(Value::is_string)), "{row}");
    }
    let row = &parsed(&program(&["rules", "--format", "json", "missing-dev"], ""))["rules"][0];
    assert_eq!((&row["family"], &row["documented"], &row["wild"]), (&json!("attribute"), &json!("error"), &json!("info")));
}

#[test]
fn the_contradictions_are_74_with_two_sides_each() {
    let ran = program(&["contradictions", "--format", "json"], "");
    let table = parsed(&ran);
    let rows = table["contradictions"].as_array().map_or(&[][..], |rows| rows);
    assert_eq!((ran.status, ran.stderr.as_str(), rows.len()), (Some(0), "", 74));
    let keys = |row: &Value| row.as_object().map(|row| row.keys().cloned().collect::<Vec<_>>()).unwrap_or_default();
    for row in rows {
        assert_eq!(keys(row), ["number", "group", "title", "places", "sides", "lab"]);
        for side in [&row["sides"][0], &row["sides"][1]] {
            assert_eq!(keys(side), ["document", "section", "url", "text", "quote"]);
        }
    }
}

#[test]
fn a_contradiction_is_shown_with_both_quotes() {
    let ran = program(&["contradictions", "59"], "");
    let expected = "\
59. Two versions of the API: rule:unexpected-value, exchange:Your service asks for Notion’s access token, exchange:Your service updates the preview
  Guide, 2. Authenticate with Notion’s `access_token`: “'Notion-Version: 2022-06-28'”
  Guide, Update Link Previews to reflect data shared in unfurl attributes: “\"Notion-Version: 2021-08-16\"”
  The Lab sends each request with the version that the guide prints for it.
";
    assert_eq!((ran.status, ran.stdout.as_str()), (Some(0), expected));
}

#[test]
fn rules_are_shown_in_the_order_that_is_asked_for() {
    let ran = program(&["rules", "json-depth", "json-syntax"], "");
    let expected = "\
json-depth: json, error as documented, error in the wild
  The text is nested deeper than 512 levels.
  An attribute is four levels deep. The parser stops at 512 so that no text can exhaust the stack.
  document: the Lab's own limit

json-syntax: json, error as documented, error in the wild
  The text is not JSON.
  Notion parses your response as JSON. It cannot show a text that does not parse.
  reported:
    [1,]
  mended:
    [1]
  document: guide, Configure unfurl attributes
";
    assert_eq!((ran.status, ran.stdout.as_str(), ran.stderr.as_str()), (Some(0), expected, ""));
}

#[test]
fn output_and_input_have_limits() {
    let many = format!("[{}]", vec![r#"{"id":5,"zz":1}"#; 6000].join(","));
    let ran = program(&["check", "-"], &many);
    assert!(ran.stdout.len() < 1_000_000, "{} bytes", ran.stdout.len());
    assert!(ran.stdout.contains(" more problems"), "it says how many more there are");
    assert!(ran.stdout.contains("the rest of the file was not checked"));
    let report = parsed(&program(&["check", "--format", "json", "--limit", "3", "-"], &many));
    let file = &report["files"][0];
    assert_eq!(file["diagnostics"].as_array().map(Vec::len), Some(3));
    assert_eq!(
        file["omitted"].as_u64().map(|omitted| omitted + 3),
        report["errors"].as_u64().zip(report["warnings"].as_u64()).map(|(errors, warnings)| errors + warnings)
    );
    let large = vec![b' '; 64 * 1024 * 1024 + 1];
    assert_eq!(refused(&["check", "-"], large).trim_end(), "error: `-` is larger than 64 MB");
}
