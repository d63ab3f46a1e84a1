//! Patterns against public collections of them: test262's, and link patterns in public use.

use std::path::Path;

use link_preview_lab::core::json::Value;
use link_preview_lab::core::pattern::{Flags, Pattern};

use super::engine::Engine;
use super::row::{Line, Said, ours};
use super::say;

fn read(name: &str) -> Option<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus").join(name);
    let text = std::fs::read_to_string(path).ok();
    if text.is_none() {
        say(&format!("skipped: there is no ../shared/corpus/{name}"));
    }
    text
}

fn assert_none(wrong: &[String]) {
    assert!(wrong.is_empty(), "{} differ\n{}", wrong.len(), wrong[..wrong.len().min(20)].join("\n"));
}

#[test]
fn test262_is_refused_where_it_must_be() {
    let Some(text) = read("regexp/reject.jsonl") else { return };
    let accepted = |line: &&str| Pattern::new(&Line::new(line).units("source"), Flags::default()).is_ok();
    assert_none(&text.lines().filter(accepted).map(str::to_owned).collect::<Vec<_>>());
}

/// All rows: those too that V8 11.3 refuses, since duplicate names and modifiers are in the standard now.
#[test]
fn test262_is_accepted_where_it_must_be() {
    let Some(text) = read("regexp/accept.jsonl") else { return };
    let refused = |line: &str| {
        let error = Pattern::new(&Line::new(line).units("source"), Flags::default()).err()?;
        Some(format!("{line}\n    {}", error.message))
    };
    assert_none(&text.lines().filter_map(refused).collect::<Vec<_>>());
}

/// The sources of rows with another answer here. This one was recorded of a pattern that the flag `u` was added to, where
/// it cannot match half a pair; without flags it does.
const UNICODE: &str = r"\udf06";

/// All rows, half surrogate pairs in a source too.
#[test]
fn test262_is_matched_as_recorded() {
    let Some(text) = read("regexp/exec.jsonl") else { return };
    let wrong = text.lines().filter_map(|line| {
        let row = Line::new(line);
        let expected = row.get("result").and_then(Value::as_object).map_or(Said::NotMatched, |result| row.said(result));
        let source = row.units("source");
        if source.iter().copied().eq(UNICODE.encode_utf16()) {
            return None;
        }
        let ours = ours(&source, Flags::default(), &row.units("input"));
        (ours != expected).then(|| format!("{line}\n    {ours:?}"))
    });
    assert_none(&wrong.collect::<Vec<_>>());
}

/// All rows whose flags the Lab knows. One source is refused by V8 11.3 and not here: it names a group twice in different
/// alternatives, which is in the standard now.
const NEWER: &str = "youtu.be";

#[test]
fn link_patterns_are_matched_as_recorded() {
    let Some(text) = read("patterns/url-cases.jsonl") else { return };
    let (mut wrong, mut other_flags) = (Vec::new(), 0);
    for line in text.lines() {
        let row = Line::new(line);
        if !matches!(row.get("flags").and_then(Value::as_str), None | Some("" | "i")) {
            other_flags += 1;
            continue;
        }
        if row.get("syntax_error").is_some() {
            let refused = Pattern::new(&row.units("source"), row.flags()).is_err();
            if refused == String::from_utf16_lossy(&row.units("source")).contains(NEWER) {
                wrong.push(line.to_owned());
            }
            continue;
        }
        let ours = ours(&row.units("source"), row.flags(), &row.units("url"));
        if ours != row.said(&row.object) {
            wrong.push(format!("{line}\n    {ours:?}"));
        }
    }
    say(&format!("{} link patterns with URLs, of these left out for flags other than `i`: {other_flags}", text.lines().count()));
    assert_none(&wrong);
}

/// What is recorded is the answer of one V8. This asks the engine that is chosen.
#[test]
fn link_patterns_are_matched_as_an_engine_matches_them() {
    let Some(text) = read("patterns/url-cases.jsonl") else { return };
    let engine = Engine::chosen();
    // A row that was refused has no URL.
    let asked = |line: &&str| {
        let row = Line::new(line);
        row.get("url").is_some() && matches!(row.get("flags").and_then(Value::as_str), None | Some("" | "i"))
    };
    let rows: Vec<&str> = text.lines().filter(asked).collect();
    let Some(answers) = engine.ask(&(rows.join("\n") + "\n")) else {
        return say(&format!("skipped: there is no {} to compare link patterns with", engine.name));
    };
    assert_eq!(answers.lines().count(), rows.len());
    let (mut wrong, mut unanswered) = (Vec::new(), 0);
    for (line, answer) in rows.iter().zip(answers.lines()) {
        let (row, answer) = (Line::new(line), Line::new(answer));
        let theirs = answer.said(&answer.object);
        let ours = ours(&row.units("source"), row.flags(), &row.units("url"));
        match (&theirs, &ours) {
            (Said::Error(_), Said::Error(_)) => {}
            // A name in two alternatives: engines of before 2025 refuse it.
            (Said::Error(_), _) if String::from_utf16_lossy(&row.units("source")).contains(NEWER) => {}
            (Said::TooSlow, _) => unanswered += 1,
            _ if theirs == ours => {}
            _ => wrong.push(format!("{line}\n    {theirs:?}\n    {ours:?}")),
        }
    }
    say(&format!(
        "{} link patterns with URLs asked of {}: {unanswered} take too long there, {} differ",
        rows.len(),
        engine.name,
        wrong.len()
    ));
    assert_none(&wrong);
}
