//! Repair against real payloads: every quote, comma, colon and bracket of theirs taken away or doubled.

use std::collections::BTreeMap;
use std::io::Write;

use link_preview_lab::core::analysis::fix_all;
use link_preview_lab::core::edit::apply;
use link_preview_lab::core::json::{Source, format::format, to_serde};
use link_preview_lab::core::profile::Profile;
use link_preview_lab::core::repair::repair;
use link_preview_lab::core::templates::{TEMPLATES, first};

/// Past the test harness, which shows what `println` says of failed tests only.
fn say(line: &str) {
    writeln!(std::io::stderr(), "{line}").expect("stderr");
}

/// The payloads, updates and placeholders of the templates, pretty and compact.
fn payloads() -> Vec<String> {
    let mut texts: Vec<String> = TEMPLATES
        .iter()
        .flat_map(|template| {
            let project = template.project();
            let rules: Vec<String> = project
                .rules
                .iter()
                .flat_map(|rule| [Some(rule.placeholders.to_string()), rule.payload.as_ref().map(ToString::to_string)])
                .flatten()
                .collect();
            let own = [Some(project.payload.to_string()), project.update.as_ref().map(ToString::to_string)];
            own.into_iter().flatten().chain(rules).collect::<Vec<String>>()
        })
        .filter(|text| !text.is_empty())
        .collect();
    texts.push(TRICKY.to_owned());
    texts.sort();
    texts.dedup();
    let compact: Vec<String> = texts.iter().map(|text| value(text).expect("a payload").to_string()).collect();
    let pretty: Vec<String> = texts.iter().map(|text| format(text).expect("a payload")).collect();
    let windows = pretty.iter().map(|text| text.replace('\n', "\r\n").replace("  ", "\t"));
    let lines = compact.iter().map(|text| text.replace("},{", "},\n  {").replace("\":", "\": ").replace(",\"", ", \""));
    windows.chain(lines).chain(pretty.clone()).chain(compact.clone()).collect()
}

/// Values that hold JSON's own characters.
const TRICKY: &str = r#"[
    {"id": "title", "name": "Title", "type": "inline", "inline": {"title": {"value": "[WIP] {core}: a, b", "section": "title"}}},
    {"id": "dev", "name": "", "type": "inline", "inline": {"plain_text": {"value": "Acme, Inc.", "section": "secondary"}}},
    {"id": "size", "name": "Size, in inches", "type": "inline", "inline": {"plain_text": {"value": "Monitor 24\"", "section": "primary"}}},
    {"id": "said", "name": "Said", "type": "inline", "inline": {"plain_text": {"value": "He said \"no\", and: \"never\"", "section": "body"}}},
    {"id": "path", "name": "Path", "type": "inline", "inline": {"plain_text": {"value": "C:\\new\\", "section": "identifier"}}},
    {"id": "due", "name": "24", "type": "inline", "inline": {"plain_text": {"value": "true", "section": "secondary"}}},
    {"id": "count", "name": "Item 1", "type": "inline", "inline": {"plain_text": {"value": "12", "section": "secondary"}}},
    {"id": "mark", "name": ":", "type": "inline", "inline": {"plain_text": {"value": ",", "section": "primary"}}},
    {"id": "icon", "name": "{}", "type": "inline", "inline": {"color": {"value": {"r": 1, "g": 22, "b": 3}, "section": "entity"}}},
    {"id": "page", "type": "embed", "name": "A page", "embed": {"html": {"section": "embed"}, "src_url": "https://a.example/?a=1,2&b={x}"}}
]"#;

/// The value with its doubled keys apart.
fn value(text: &str) -> Option<serde_json::Value> {
    Source::new(text).parse().ok().map(|root| to_serde(&root))
}

/// The offsets of all structural characters; a quote inside a string is none.
fn marks(text: &str) -> Vec<usize> {
    let mut marks = Vec::new();
    let (mut inside, mut escaped) = (false, false);
    for (at, byte) in text.bytes().enumerate() {
        let is_quote = byte == b'"' && !escaped;
        if is_quote || (!inside && b",:{}[]".contains(&byte)) {
            marks.push(at);
        }
        inside ^= is_quote;
        escaped = inside && byte == b'\\' && !escaped;
    }
    marks
}

#[derive(Default, Clone, Copy)]
struct Row {
    damages: usize,
    same_text: usize,
    same_value: usize,
    none: usize,
    wrong: usize,
    wrong_and_safe: usize,
}

impl Row {
    fn add(&mut self, other: Self) {
        self.damages += other.damages;
        self.same_text += other.same_text;
        self.same_value += other.same_value;
        self.none += other.none;
        self.wrong += other.wrong;
        self.wrong_and_safe += other.wrong_and_safe;
    }

    fn print(&self, name: &str) {
        let Self { damages, same_text, same_value, none, wrong, wrong_and_safe } = self;
        say(&format!("{name:<16}{damages:>9}{same_value:>12}{same_text:>12}{none:>9}{wrong:>9}{wrong_and_safe:>16}"));
    }
}

/// What the first fix of a damaged text comes to.
fn judge(original: &serde_json::Value, text: &str, damaged: &str) -> Row {
    let mut row = Row { damages: 1, ..Row::default() };
    match repair(damaged) {
        None => row.none = 1,
        Some(fix) => {
            let mended = apply(damaged, &fix.edits);
            if value(&mended).as_ref() == Some(original) {
                row.same_value = 1;
                row.same_text = usize::from(mended == text);
            } else {
                row.wrong = 1;
                row.wrong_and_safe = usize::from(fix.safe);
            }
        }
    }
    row
}

/// One damage in so many is tried, in every payload at other places. All 72,544 take two minutes.
const EVERY: usize = 23;

#[test]
fn the_first_fix_gives_the_payload_back_or_there_is_none() {
    let mut rows: BTreeMap<(String, bool), Row> = BTreeMap::new();
    let mut count = 0;
    for text in payloads() {
        let original = value(&text).expect("a payload");
        let layout = if text.contains('\n') { "pretty" } else { "compact" };
        for at in marks(&text) {
            for doubled in [false, true] {
                count += 1;
                if count % EVERY != 0 {
                    continue;
                }
                let mut damaged = text.clone();
                if doubled {
                    damaged.insert_str(at, &text[at..=at]);
                } else {
                    damaged.replace_range(at..=at, "");
                }
                // A comma between two numbers is not missed.
                if Source::new(&damaged).parse().is_ok() {
                    continue;
                }
                let name = format!("{layout} {}", &text[at..=at]);
                rows.entry((name, doubled)).or_default().add(judge(&original, &text, &damaged));
            }
        }
    }
    say("\n                  damages  given back   same text   no fix    wrong  wrong and safe");
    let mut all = Row::default();
    for ((name, doubled), row) in &rows {
        row.print(&format!("{name} {}", if *doubled { "doubled" } else { "gone" }));
        all.add(*row);
    }
    all.print("all");
    assert!(all.damages > 2_000, "{}", all.damages);
    assert!(all.same_value * 100 >= all.damages * 80);
    assert_eq!(all.wrong_and_safe, 0);
}

/// Texts that people write, with quotes and backslashes that nobody escaped.
const WRITTEN: [&str; 17] = [
    r#"Fix the 24" monitor"#,
    r#"Monitor 24""#,
    r#"The "OG""#,
    r#""OG" first"#,
    r#"He said "hi" to me"#,
    r#"a "b" and "c""#,
    r#"say "yes", then go"#,
    r#"key: "value""#,
    r#"5" x 7" print"#,
    r#"""#,
    r#""quoted""#,
    r#"{"a": 1}"#,
    r#"["x", "y"]"#,
    r"C:\Users\new",
    r"\d+ of \w+",
    r"a\b",
    r"back\ slash",
];

#[test]
fn a_text_with_bare_quotes_is_never_mended_safely_to_another() {
    let payload = |value: &str| {
        format!(
            r#"[{{"id":"dev","name":"Dev","type":"inline","inline":{{"plain_text":{{"value":"Acme","section":"secondary"}}}}}},{{"id":"title","name":"Title","type":"inline","inline":{{"title":{{"value":{value},"section":"title"}}}}}}]"#
        )
    };
    let mut all = Row::default();
    for written in WRITTEN {
        let encoded = serde_json::to_string(written).expect("a string");
        let compact = payload(&encoded);
        let pretty = format(&compact).expect("a payload");
        for text in [compact, pretty.clone(), pretty.replace('\n', "\r\n"), pretty.replace("\n        ", " ")] {
            let damaged = text.replace(&encoded, &format!("\"{written}\""));
            if Source::new(&damaged).parse().is_err() {
                all.add(judge(&value(&text).expect("a payload"), &text, &damaged));
            }
        }
    }
    say("\n                  damages  given back   same text   no fix    wrong  wrong and safe");
    all.print("bare quotes");
    assert!(all.same_value * 2 >= all.damages);
    assert_eq!(all.wrong_and_safe, 0);
}

#[test]
fn two_damages_are_never_mended_safely_to_another_payload() {
    let mut all = Row::default();
    for (index, text) in payloads().iter().enumerate() {
        let original = value(text).expect("a payload");
        let marks = marks(text);
        for turn in 0..8 {
            let (one, other) = ((index * 7 + turn * 31) % marks.len(), (index * 13 + turn * 47 + 5) % marks.len());
            let (first, second) = (marks[one.min(other)], marks[one.max(other)]);
            let mut damaged = text.clone();
            damaged.replace_range(second..=second, &text[second..=second].repeat(if turn % 2 == 0 { 0 } else { 2 }));
            damaged.replace_range(first..=first, "");
            if Source::new(&damaged).parse().is_err() {
                all.add(judge(&original, text, &damaged));
            }
        }
    }
    say("\n                  damages  given back   same text   no fix    wrong  wrong and safe");
    all.print("two damages");
    assert_eq!(all.wrong_and_safe, 0);
}

/// What one slip of a key does to the project that a first visitor meets.
#[test]
fn fix_all_gives_the_first_project_back_or_changes_nothing() {
    let text = first().payload.to_string();
    let mut given_back = 0;
    for at in marks(&text).into_iter().step_by(3) {
        let mut damaged = text.clone();
        damaged.replace_range(at..=at, "");
        let fixed = fix_all(&damaged, Profile::Documented);
        given_back += usize::from(value(&fixed) == value(&text));
        assert!(fixed == damaged || value(&fixed) == value(&text), "{damaged}\n{fixed}");
    }
    assert!(given_back > 80, "{given_back}");
}
