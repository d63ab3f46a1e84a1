//! Pretty-printing: one member a line. Every token stays as the person wrote it (numbers, escapes, repeated keys), and
//! so do a byte-order mark, the kind of line break and a break at the end.

use super::{Object, Source, Value};
use crate::core::text::Span;

/// How the members of a container are separated.
#[derive(Debug, Clone, Copy)]
pub(super) enum Layout<'t> {
    /// `{"a":1}`
    Dense,
    /// `{"a": 1}`
    Line,
    /// One member a line.
    Lines { newline: &'t str, step: &'t str },
}

/// The text in two-space layout; `None` while it does not parse.
pub fn format(text: &str) -> Option<String> {
    let root = Source::new(text).parse().ok()?;
    let newline = newline(text);
    let mut formatted = String::with_capacity(text.len() * 2);
    if text.starts_with('\u{FEFF}') {
        formatted.push('\u{FEFF}');
    }
    print(text, &root, Layout::Lines { newline, step: "  " }, "", &mut formatted);
    if text.ends_with('\n') {
        formatted.push_str(newline);
    }
    Some(formatted)
}

/// The kind of line break that a text uses.
pub(super) fn newline(text: &str) -> &'static str {
    let at = text.find('\n');
    if at.is_some_and(|at| text[..at].ends_with('\r')) { "\r\n" } else { "\n" }
}

/// Prints a node of `text`; lines after the first begin with `indent`.
pub(super) fn print(text: &str, node: &Value, layout: Layout, indent: &str, out: &mut String) {
    match node {
        Value::Array(array) => members(out, "[]", array.elements.len(), layout, indent, |index, inner, out| {
            print(text, &array.elements[index], layout, inner, out);
        }),
        Value::Object(object) => members(out, "{}", object.properties.len(), layout, indent, |index, inner, out| {
            property(text, object, index, layout, inner, out);
        }),
        _ => out.push_str(written(text, node.span())),
    }
}

fn property(text: &str, object: &Object, index: usize, layout: Layout, indent: &str, out: &mut String) {
    let property = &object.properties[index];
    out.push_str(written(text, property.name.span));
    out.push_str(if matches!(layout, Layout::Dense) { ":" } else { ": " });
    print(text, &property.value, layout, indent, out);
}

fn members(
    out: &mut String,
    brackets: &str,
    count: usize,
    layout: Layout,
    indent: &str,
    mut member: impl FnMut(usize, &str, &mut String),
) {
    let inner = match layout {
        Layout::Lines { step, .. } => format!("{indent}{step}"),
        _ => String::new(),
    };
    out.push_str(&brackets[..1]);
    for index in 0..count {
        if index > 0 {
            out.push(',');
        }
        match layout {
            Layout::Lines { newline, .. } => out.extend([newline, &inner]),
            Layout::Line if index > 0 => out.push(' '),
            _ => {}
        }
        member(index, &inner, out);
    }
    if let (Layout::Lines { newline, .. }, true) = (layout, count > 0) {
        out.extend([newline, indent]);
    }
    out.push_str(&brackets[1..]);
}

fn written(text: &str, span: Span) -> &str {
    &text[span.start..span.end]
}

#[cfg(test)]
mod tests {
    use super::format;

    #[test]
    fn puts_one_member_on_a_line() {
        let formatted = "{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": []\n}";
        assert_eq!(format("{\"a\":[1,{ }],\r\"b\" : [ ]}").as_deref(), Some(formatted));
        assert_eq!(format(formatted).as_deref(), Some(formatted));
    }

    #[test]
    fn keeps_every_token_as_written() {
        let text = r#"{"a":1.50e+2,"a":-0,"\u0061":"\ud83d\/é","n":123456789012345678901234567890}"#;
        let tight: String = format(text).unwrap().split('\n').map(str::trim_start).collect();
        assert_eq!(tight.replace("\": ", "\":"), text);
    }

    #[test]
    fn keeps_the_mark_and_the_line_breaks() {
        assert_eq!(format("\u{FEFF}[\r\n1]\r\n").as_deref(), Some("\u{FEFF}[\r\n  1\r\n]\r\n"));
        assert_eq!(format(" 1 \n").as_deref(), Some("1\n"));
    }

    #[test]
    fn leaves_alone_what_does_not_parse() {
        assert_eq!(format("[1,]"), None);
    }
}
