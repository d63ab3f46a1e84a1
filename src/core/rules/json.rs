//! Rules on the text as JSON.

use std::collections::HashMap;

use crate::core::diagnostic::{Diagnostic, Label};
use crate::core::edit::{Edit, Fix};
use crate::core::json::pointer;
use crate::core::json::{Object, ObjectProp, StringLit, SyntaxError, SyntaxErrorKind, Value};
use crate::core::place::Where;
use crate::core::repair::{Repair, examine};
use crate::core::rule::{Family, Rule, rule};
use crate::core::rules::finding::Finding;
use crate::core::rules::place::quoted;
use crate::core::rules::report::Report;
use crate::core::severity::Severity;
use crate::core::text::Span;
use crate::core::unfurl::Payload;

pub static JSON_SYNTAX: Rule = rule! {
    name: "json-syntax",
    family: Family::Json,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "The text is not JSON.",
    why: "Notion parses your response as JSON. It cannot show a text that does not parse.",
    bad: "[1,]",
    good: "[1]",
    document: "guide, Configure unfurl attributes",
};

pub static JSON_DEPTH: Rule = rule! {
    name: "json-depth",
    family: Family::Json,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "The text is nested deeper than 512 levels.",
    why: "An attribute is four levels deep. The parser stops at 512 so that no text can exhaust the stack.",
    bad: "",
    good: "[]",
    document: "the Lab's own limit",
};

pub static JSON_DUPLICATE_KEY: Rule = rule! {
    name: "json-duplicate-key",
    family: Family::Json,
    documented: Severity::Warning,
    wild: Severity::Warning,
    summary: "An object has two properties with the same name.",
    why: "JSON parsers keep the last one and ignore the first.",
    bad: r#"[{"id": "title", "id": "dev"}]"#,
    good: r#"[{"id": "dev"}]"#,
    document: "RFC 8259, Objects",
};

/// The diagnostic of a text that does not parse.
pub fn syntax(text: &str, error: SyntaxError) -> Diagnostic {
    let rule = match error.kind {
        SyntaxErrorKind::Syntax => &JSON_SYNTAX,
        SyntaxErrorKind::Depth => &JSON_DEPTH,
    };
    let repair = if error.kind == SyntaxErrorKind::Depth { Repair::default() } else { examine(text) };
    Diagnostic {
        rule,
        severity: rule.documented,
        source: Where::Payload,
        message: repair.message.map_or(error.message, str::to_owned),
        help: repair.help.or(error.help),
        pointer: None,
        span: repair.span.unwrap_or(error.span),
        labels: error.opened.map(|span| Label { span, message: "Opened here".to_owned() }).into_iter().collect(),
        fixes: repair.fix.or_else(|| start(text)).into_iter().collect(),
    }
}

/// What an empty text begins with. Not safe: the last drawing stays until somebody wants another.
fn start(text: &str) -> Option<Fix> {
    let edits = vec![Edit { span: Span::new(0, text.len()), text: "[]".to_owned() }];
    text.trim().is_empty().then(|| Fix { title: "Start with `[]`".to_owned(), edits, safe: false })
}

pub fn duplicate_keys(payload: &Payload, report: &mut Report) {
    visit(payload.root, &mut Vec::new(), report);
}

/// A step of a JSON Pointer, which is only written if there is a finding.
enum Step<'n> {
    Index(usize),
    Name(&'n str),
}

fn visit<'n>(value: &'n Value, path: &mut Vec<Step<'n>>, report: &mut Report) {
    match value {
        _ if report.is_full() => {}
        Value::Array(array) => {
            for (index, element) in array.elements.iter().enumerate() {
                path.push(Step::Index(index));
                visit(element, path, report);
                path.pop();
            }
        }
        Value::Object(object) => {
            let mut names = HashMap::new();
            for (index, property) in object.properties.iter().enumerate() {
                path.push(Step::Name(property.name.as_str()));
                if let Some(first) = earlier(object, index, &mut names) {
                    report.add(doubled(&property.name, first.name.span, written(path)));
                }
                visit(&property.value, path, report);
                path.pop();
            }
        }
        _ => {}
    }
}

/// The first property with the name of the one at `index`. Comparing a few names is faster than hashing them.
fn earlier<'n>(object: &'n Object, index: usize, names: &mut HashMap<&'n str, usize>) -> Option<&'n ObjectProp<'n>> {
    let properties = &object.properties;
    let name = properties[index].name.as_str();
    if properties.len() <= 8 {
        return properties[..index].iter().find(|earlier| earlier.name.as_str() == name);
    }
    let first = *names.entry(name).or_insert(index);
    (first < index).then(|| &properties[first])
}

fn doubled(name: &StringLit, first: Span, pointer: String) -> Finding {
    let name_text = quoted(name.as_str());
    Finding::new(name.span, pointer, format!("{name_text} appears twice in one object"))
        .help("Remove one of them; the last one counts")
        .label(first, format!("{name_text} appears here first"))
}

fn written(path: &[Step]) -> String {
    let mut pointer = String::new();
    for step in path {
        match step {
            Step::Index(index) => pointer::push(&mut pointer, &index.to_string()),
            Step::Name(name) => pointer::push(&mut pointer, name),
        }
    }
    pointer
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::edit::apply;
    use crate::core::json::Source;
    use crate::core::profile::Profile;
    use crate::core::rules;

    fn doubled_keys(text: &str) -> Vec<Diagnostic> {
        let root = Source::new(text).parse().expect(text);
        let all = rules::check(&Payload::new(text, &root, false), Profile::Documented);
        all.into_iter().filter(|diagnostic| diagnostic.rule == &JSON_DUPLICATE_KEY).collect()
    }

    #[test]
    fn finds_doubled_keys_with_the_first_place() {
        let text = r#"[1, {"a/b": {"x~": 1, "\u0078~": 2, "x~": 3}}]"#;
        let found = doubled_keys(text);
        assert_eq!(found.len(), 2);
        for (diagnostic, marked) in found.iter().zip([r#""\u0078~""#, r#""x~""#]) {
            assert_eq!(&text[diagnostic.span.start..diagnostic.span.end], marked);
            assert_eq!(diagnostic.message, "`x~` appears twice in one object");
            assert_eq!(diagnostic.help.as_deref(), Some("Remove one of them; the last one counts"));
            assert_eq!(diagnostic.pointer.as_deref(), Some("/1/a~1b/x~0"));
            assert_eq!(diagnostic.labels, [Label { span: Span::new(13, 17), message: "`x~` appears here first".to_owned() }]);
        }
        assert_eq!(doubled_keys(r#"[{"a": 1}, {"a": {"a": 1}}]"#).len(), 0);
    }

    #[test]
    fn takes_many_keys_in_one_object() {
        let keys: Vec<String> = (0..100_000).map(|key| format!("\"{key}\":0")).collect();
        assert_eq!(doubled_keys(&format!("{{{},\"7\":1}}", keys.join(","))).len(), 1);
    }

    #[test]
    fn labels_the_open_bracket() {
        let text = "[{\"a\": 1]";
        let found = rules::syntax(text, Source::new(text).parse().expect_err(text));
        assert_eq!(found.rule, &JSON_SYNTAX);
        assert_eq!(found.labels, [Label { span: Span::new(1, 2), message: "Opened here".to_owned() }]);
    }

    #[test]
    fn mends_almost_json() {
        let found = rules::syntax(JSON_SYNTAX.texts.bad, Source::new(JSON_SYNTAX.texts.bad).parse().expect_err("bad"));
        assert_eq!(found.message, "Trailing comma before `]`");
        assert_eq!(found.fixes.len(), 1);
        assert_eq!(found.fixes[0].title, "Remove the trailing comma");
        assert_eq!(apply(JSON_SYNTAX.texts.bad, &found.fixes[0].edits), JSON_SYNTAX.texts.good);
    }

    #[test]
    fn offers_a_start_for_an_empty_text() {
        for text in ["", " \n"] {
            let found = rules::syntax(text, Source::new(text).parse().expect_err(text));
            assert_eq!(apply(text, &found.fixes[0].edits), "[]");
        }
    }

    #[test]
    fn says_what_is_too_deep() {
        let text = "[".repeat(600);
        let found = rules::syntax(&text, Source::new(&text).parse().expect_err("deep"));
        assert_eq!((found.rule, found.message.as_str()), (&JSON_DEPTH, "Nested deeper than 512 levels"));
        assert_eq!(found.fixes, []);
    }
}
