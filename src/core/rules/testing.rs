//! Texts with the expected findings marked under the lines: `^^^ rule: message`.

use crate::core::diagnostic::Diagnostic;
use crate::core::edit::apply;
use crate::core::json::Source;
use crate::core::profile::Profile;
use crate::core::rules::check;
use crate::core::unfurl::Payload;

const TITLE_AND_DEV: &str = concat!(
    r#"[{"id": "title", "name": "Title", "type": "inline", "inline": {"title": {"value": "Item 1", "section": "title"}}},"#,
    r#"{"id": "dev", "name": "Developer Name", "type": "inline", "inline": {"plain_text": {"value": "Acme Inc", "section": "secondary"}}},"#,
);

/// Checks attributes behind a title and `dev`.
pub fn marked(attributes: &str) {
    marked_whole(&format!("{TITLE_AND_DEV}\n{}\n]", attributes.trim_matches('\n')));
}

/// Checks a text; all that is found must be marked, and nothing else.
pub fn marked_whole(annotated: &str) {
    let mut text = String::new();
    let mut expected = Vec::new();
    let mut line_start = 0;
    for line in annotated.trim_start_matches('\n').lines() {
        let trimmed = line.trim_start();
        if let Some(carets) = trimmed.split(' ').next().filter(|word| !word.is_empty() && word.chars().all(|c| c == '^')) {
            let column = line.len() - trimmed.len();
            // Carets count characters, as a reader does.
            let offset = |column: usize| line_start + text[line_start..].chars().take(column).map(char::len_utf8).sum::<usize>();
            let found = &text[offset(column)..offset(column + carets.len())];
            expected.push(format!("{} `{found}`: {}", offset(column), trimmed[carets.len()..].trim()));
        } else {
            line_start = text.len();
            text.push_str(line);
            text.push('\n');
        }
    }
    let found = diagnostics(&text);
    let shown = |one: &Diagnostic| {
        format!("{} `{}`: {}: {}", one.span.start, &text[one.span.start..one.span.end], one.rule.name, one.message)
    };
    let mut found: Vec<String> = found.iter().map(shown).collect();
    found.sort();
    expected.sort();
    assert_eq!(found.join("\n"), expected.join("\n"), "\n{text}");
}

/// One voice: each text is a sentence that begins with a capital or with code, and has no full stop.
pub fn keeps_the_style(one: &Diagnostic) {
    let (rule, message) = (one.rule.name, &one.message);
    assert!(one.help.is_some(), "{rule}: {message} has no help");
    let labels = one.labels.iter().map(|label| &label.message);
    for text in [message].into_iter().chain(&one.help).chain(labels).chain(one.fixes.iter().map(|fix| &fix.title)) {
        assert!(text.starts_with(|first: char| first.is_uppercase() || first == '`'), "{rule}: {text}");
        assert!(!text.ends_with('.') && text.matches('`').count() % 2 == 0, "{rule}: {text}");
    }
}

pub fn diagnostics(text: &str) -> Vec<Diagnostic> {
    let source = Source::new(text);
    let root = source.parse().unwrap();
    check(&Payload::new(text, &root, false), Profile::Documented)
}

/// One attribute behind a title and `dev`, after the first fix that is offered.
pub fn fixed(attribute: &str) -> String {
    let text = format!("{TITLE_AND_DEV}\n{attribute}\n]");
    let found = diagnostics(&text);
    let fix = found.iter().find_map(|one| one.fixes.first()).unwrap();
    let mended = apply(&text, &fix.edits);
    mended.trim_start_matches(TITLE_AND_DEV).trim_end_matches(']').trim().to_owned()
}
