//! Any size: what the core does with lists and texts that nobody would write, as a table of figures.
//!
//! It asserts nothing on time, which depends on the machine. It asserts that nothing panics, that lists have their caps, and
//! that what is left out is counted. A debug build takes a tenth of each size.

use std::io::Write;
use std::sync::Arc;
use std::time::Instant;

use link_preview_lab::core::analysis::{Analysis, LinkAnalysis, analyze, analyze_links};
use link_preview_lab::core::event::Event;
use link_preview_lab::core::integration::message::{Known, understand};
use link_preview_lab::core::integration::simulator::{Scene, play};
use link_preview_lab::core::json::Source;
use link_preview_lab::core::links::Links;
use link_preview_lab::core::preview;
use link_preview_lab::core::profile::Profile;
use link_preview_lab::core::project::{Project, from_json};
use link_preview_lab::core::repair::repair;
use link_preview_lab::core::rules::{MOST_PROBLEMS, check};
use link_preview_lab::core::templates::first;
use link_preview_lab::core::unfurl::Payload;
use serde_json::json;
use time::UtcDateTime;

use crate::program::program;

const SIZES: [usize; 2] = if cfg!(debug_assertions) { [1_000, 10_000] } else { [10_000, 100_000] };
const NOW: UtcDateTime = UtcDateTime::UNIX_EPOCH;

/// Past the test harness, which shows what `println` says of failed tests only.
fn say(line: &str) {
    writeln!(std::io::stderr(), "{line}").expect("stderr");
}

/// Prints a row of the table: what, how many, the milliseconds, and what came of it.
fn row<T>(what: &str, size: usize, run: impl FnOnce() -> T, came: impl FnOnce(&T) -> String) -> T {
    let start = Instant::now();
    let made = run();
    say(&format!("{what:<34} {size:>8} {:>10.1} ms  {}", start.elapsed().as_secs_f64() * 1000.0, came(&made)));
    made
}

fn attributes(count: usize, one: impl Fn(usize) -> String) -> String {
    format!("[{}]", (0..count).map(one).collect::<Vec<_>>().join(",\n"))
}

/// Valid ones, most of them in a section with room for many.
fn good(count: usize) -> String {
    attributes(count, |index| {
        match index {
        0 => r#"{"id":"title","name":"Title","type":"inline","inline":{"title":{"value":"Item","section":"title"}}}"#.to_owned(),
        1 => r#"{"id":"dev","name":"Developer Name","type":"inline","inline":{"plain_text":{"value":"Acme","section":"secondary"}}}"#
            .to_owned(),
        _ => format!(
            r#"{{"id":"a{index}","name":"A","type":"inline","inline":{{"plain_text":{{"value":"Text {index}","section":"primary"}}}}}}"#
        ),
    }
    })
}

fn problems(analysis: &Analysis) -> String {
    format!("{} problems", analysis.diagnostics.len())
}

#[test]
fn attributes_of_any_number() {
    for size in SIZES {
        let text = good(size);
        let source = Source::new(&text);
        let root = row("parse", size, || source.parse().expect("JSON"), |_| format!("{} KB", text.len() / 1000));
        let payload = row("read as a payload", size, || Payload::new(&text, &root, false), |_| String::new());
        row("check", size, || check(&payload, Profile::Documented), |found| format!("{} problems", found.len()));
        row("draw", size, || preview::draw(&payload, NOW), |drawn| format!("{} parts", drawn.preview.primary.len()));
        let analysis = row("analyze", size, || analyze(&text, Profile::Documented, NOW), problems);
        let render = analysis.render.expect("JSON");
        row(
            "draw as JSON",
            size,
            || serde_json::to_string(&*render).expect("JSON").len(),
            |length| format!("{} KB", length / 1000),
        );
    }
}

#[test]
fn problems_of_any_number() {
    type Bad = fn(usize) -> String;
    let kinds: [(&str, Bad); 5] = [
        ("only ids", |index| format!(r#"{{"id":"{index}"}}"#)),
        ("one id", |_| r#"{"id":"x"}"#.to_owned()),
        ("unknown keys", |index| format!(r#"{{"id":"{index}","zz":1,"id":5}}"#)),
        ("numbers", |index| index.to_string()),
        ("titles", |index| {
            format!(r#"{{"id":"t{index}","name":"T","type":"inline","inline":{{"title":{{"value":"T","section":"title"}}}}}}"#)
        }),
    ];
    for size in SIZES {
        for (kind, bad) in kinds {
            let text = attributes(size, bad);
            let analysis = row(&format!("problems: {kind}"), size, || analyze(&text, Profile::Documented, NOW), problems);
            assert!(analysis.diagnostics.len() <= MOST_PROBLEMS, "{kind}");
        }
    }
}

#[test]
fn events_of_any_number() {
    use Event::{Allow, Delete, Error, FirstPaste, Paste, Revisit, Update};
    let some = [Revisit, Update, Error, Paste, Delete, Event::Wait(3)];
    for size in SIZES {
        for (what, payload) in [("timeline", good(10)), ("timeline of 1,000 attributes", good(1_000))] {
            let mut project = first();
            project.events = [FirstPaste, Allow].into_iter().chain(some.into_iter().cycle()).take(size).collect();
            project.payload = payload.into();
            let scene = Scene { project: &project, taken: true, answer: &project.payload };
            let steps = row(
                what,
                size,
                || play(&scene, &project.events),
                |steps| format!("{} exchanges", steps.iter().map(|step| step.exchanges.len()).sum::<usize>()),
            );
            assert_eq!(steps.len(), size);
        }
    }
}

fn project(rules: &serde_json::Value) -> Project {
    let mut project = first();
    let json = json!({"version": 1, "name": "n", "settings": {"domain": "acme.com"}, "rules": rules, "link": "", "payload": "[]",
        "profile": "documented", "state": "loaded"});
    project.clone_from(&from_json(&json).expect("a project"));
    project
}

fn links(what: &str, size: usize, project: &Project) -> LinkAnalysis {
    let run = || analyze_links(project, &Links::default().following(project.patterns()), &LinkAnalysis::default());
    let found = row(what, size, run, |found| format!("{} problems", found.diagnostics.len()));
    assert!(found.rules.iter().all(|rule| rule.diagnostics.len() <= MOST_PROBLEMS), "{what}");
    found
}

#[test]
fn link_rules_of_any_size() {
    let pattern = r"^https:\/\/acme\.com\/items\/(?<id>\d+)$";
    for size in SIZES {
        let matching: Vec<String> = (0..size).map(|index| format!("https://acme.com/items/{index}")).collect();
        links("samples that match", size, &project(&json!([{"name": "item", "pattern": pattern, "samples": &matching}])));
        let other: Vec<String> = (0..size).map(|index| format!("https://acme.com/{index}")).collect();
        links("samples that do not", size, &project(&json!([{"name": "item", "pattern": pattern, "samples": &other}])));
        let expected: serde_json::Map<_, _> = other.iter().map(|url| (url.clone(), json!({"id": "1"}))).collect();
        links(
            "expected groups",
            size,
            &project(&json!([{"name": "item", "pattern": pattern, "samples": &matching, "expected": expected}])),
        );
        let rules: Vec<_> = (0..size / 10)
            .map(|index| json!({"name": format!("r{index}"), "pattern": pattern, "samples": [&matching[0]]}))
            .collect();
        links("rules", size / 10, &project(&json!(rules)));
        for (what, pattern) in [
            ("pattern of letters", "a".repeat(size)),
            ("pattern of alternatives", vec!["a"; size].join("|")),
            ("pattern of open groups", "(".repeat(size)),
            ("pattern of named groups", (0..size / 10).map(|index| format!("(?<g{index}>a)?")).collect::<Vec<_>>().concat()),
        ] {
            links(what, size, &project(&json!([{"name": "item", "pattern": pattern, "samples": ["https://acme.com/a"]}])));
        }
    }
}

#[test]
fn broken_texts_of_any_length() {
    for size in SIZES {
        let text = good(size);
        let cut = &text[..text.len() - 1];
        let quote = text.replacen("\"id\"", "id", 1);
        let python = text.replace('"', "'");
        for (what, broken) in [("repair: no end", cut), ("repair: a bare name", &quote), ("repair: other quotes", &python)] {
            row(what, size, || repair(broken), |fix| fix.as_ref().map_or("no fix".to_owned(), |fix| fix.title.clone()));
        }
        row("analyze: no end", size, || analyze(cut, Profile::Documented, NOW), problems);
    }
}

#[test]
fn messages_of_any_length() {
    let settings = first().settings;
    let known = Known { settings: &settings, link: "", state: None, base_ids: None, profile: Profile::Documented, now: NOW };
    for size in SIZES {
        let body = good(size);
        let fields = (0..size).map(|index| format!("a{index}=1")).collect::<Vec<_>>().join("&");
        let object = (0..size).map(|index| format!("\"a{index}\":1")).collect::<Vec<_>>().join(",");
        for (what, text) in [
            ("message: a response", format!("HTTP/1.1 200 OK\nContent-Type: application/json\n\n{body}")),
            ("message: a form", format!("grant_type=authorization_code&{fields}")),
            ("message: an object", format!("{{\"access_token\":\"x\",{object}}}")),
            ("message: headers", format!("POST / HTTP/1.1\n{}\n{{}}", "A: b\n".repeat(size))),
            ("message: a command", format!("curl https://acme.com {}", "-H 'A: b' ".repeat(size))),
        ] {
            row(what, size, || understand(&text, None, &known), |read| format!("{} problems", read.diagnostics.len()));
        }
    }
}

#[test]
fn the_program_says_what_it_leaves_out() {
    let text = attributes(2 * MOST_PROBLEMS, |_| "1".to_owned());
    let ran = program(&["check", "-"], &text);
    let last = ran.stdout.trim_end().rsplit("\n\n").nth(1).unwrap_or_default();
    assert_eq!(last, "-: 9000 more problems; the rest of the file was not checked", "{last}");
}

/// What a project shares, it shares however often it is played.
#[test]
fn steps_share_the_payload() {
    let mut project = first();
    project.events = [Event::FirstPaste, Event::Allow, Event::Revisit, Event::Revisit].to_vec();
    let scene = Scene { project: &project, taken: true, answer: &project.payload };
    let steps = play(&scene, &project.events);
    let body = |step: usize| &steps[step].exchanges.last().expect("a request").response.body;
    assert!(Arc::ptr_eq(body(2), body(3)) && Arc::ptr_eq(&steps[2].after.ids, &steps[3].after.ids));
}
