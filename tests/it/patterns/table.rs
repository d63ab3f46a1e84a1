//! The project's own tables, with Node's answers, which `tests/patterns/answers.mjs` has written.

use link_preview_lab::core::json::Source;
use link_preview_lab::core::pattern::syntax::parse;
use link_preview_lab::core::pattern::{Answer, Flags, Pattern, linear};
use link_preview_lab::core::placeholders;

use super::row::{self, Line, Said, ours};

fn read(name: &str) -> String {
    let path = format!("{}/tests/patterns/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).expect(name)
}

#[test]
fn answers_are_those_of_javascript() {
    let text = read("answers.jsonl");
    let mut wrong = Vec::new();
    for line in text.lines() {
        let row = Line::new(line);
        let ours = ours(&row.units("source"), row.flags(), &row.units("url"));
        let same = match (&ours, &row.said(&row.object)) {
            (Said::Error(ours), Said::Error(node)) => ours.eq_ignore_ascii_case(node),
            (ours, node) => ours == node,
        };
        if !same {
            wrong.push(format!("{line}\n    ours: {ours:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(text.lines().count() >= 300);
}

#[test]
fn the_linear_engine_gives_the_same_answers() {
    let text = read("answers.jsonl");
    let (mut wrong, mut answered) = (Vec::new(), 0);
    for line in text.lines() {
        let row = Line::new(line);
        let Ok(syntax) = parse(&row.units("source")) else { continue };
        let Some(ours) = row::linear(&syntax, row.flags(), &row.units("url")) else { continue };
        answered += 1;
        if ours != row.said(&row.object) {
            wrong.push(format!("{line}\n    ours: {ours:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(answered > 300, "it answered {answered}");
}

#[test]
fn what_the_linear_engine_leaves_out() {
    let deep = format!("{}a{}", "(?:".repeat(1_000), ")".repeat(1_000));
    let large = "(?:a{1000}){1000}".to_owned();
    let left_out = ["a(?=b)", "(?<!a)b", "(a)\\1", &deep, &large, "(?:a{0}){4294967295}"];
    for pattern in left_out {
        assert_eq!(linear_exec(pattern, "aaab"), Answer::Unknown, "{pattern}");
    }
    for pattern in ["(a)?b", "(?:(a+)b)*", "(?:a|(b)){1}", "((a+)(b|c))+", "(?m:^)a", "(?i:A)+", "(?:(a)|b)*", "(?:(a){0,2}b)+"] {
        assert_ne!(linear_exec(pattern, "aaab"), Answer::Unknown, "{pattern}");
    }
}

fn linear_exec(pattern: &str, url: &str) -> Answer {
    let units = |text: &str| text.encode_utf16().collect::<Vec<_>>();
    linear::exec(&parse(&units(pattern)).expect(pattern), Flags::default(), &units(url))
}

#[test]
fn replacements_are_those_of_javascript() {
    for line in read("replacements.jsonl").lines() {
        let row = Line::new(line);
        let (source, url) = (row.units("source"), row.units("url"));
        let pattern = Pattern::new(&source, Flags::default()).expect(line);
        let Answer::Matched(found) = pattern.exec(&url).answer else { panic!("not matched: {line}") };
        let mut json = String::from("\"");
        json += &row::shown(&row.units("text"));
        json += "\"";
        let root = Source::new(&json).parse().expect(line);
        let filled = placeholders::expand(&json, &root, &pattern.syntax, &found, &url).text;
        let filled = format!("{{\"result\":{filled}}}");
        assert_eq!(row::shown(&Line::new(&filled).units("result")), row::shown(&row.units("result")), "{line}");
    }
}
