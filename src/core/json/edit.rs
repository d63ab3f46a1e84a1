//! Edits that keep the layout of the text around them.
//!
//! Values are given as JSON and laid out like their neighbors: over several lines beside a neighbor of several lines,
//! else on one line, and without spaces in a text without spaces.

use super::format::{self, Layout};
use super::{Array, Object, ObjectProp, Source, Value, written};
use crate::core::edit::Edit;
use crate::core::text::Span;

/// Inserts `"key": value` into an object, behind the property `after` or at its start.
pub fn insert_property(text: &str, object: &Object, after: Option<&ObjectProp>, key: &str, json: &str) -> Edit {
    let layout = object.properties.first().map_or(Layout::Line, |first| beside(text, first.span));
    let print = |indent: &str, layout: Layout| {
        let colon = if matches!(layout, Layout::Dense) { ":" } else { ": " };
        format!("{}{colon}{}", written(key), laid_out(json, layout, indent))
    };
    let first = object.properties.first().map(|node| node.span);
    insert(text, object.span, first, after.map(|node| node.span), layout, &print)
}

/// Appends a value to an array.
pub fn push_element(text: &str, array: &Array, json: &str) -> Edit {
    // An empty list gets its first attribute, which people write over several lines.
    let layout = array.elements.last().map_or_else(|| lines(text), |last| beside(text, last.span()));
    let (first, last) = (array.elements.first().map(Value::span), array.elements.last().map(Value::span));
    insert(text, array.span, first, last, layout, &|indent, layout| laid_out(json, layout, indent))
}

/// Replaces a value by a string.
pub fn replace(value: &Value, by: &str) -> Edit {
    Edit { span: value.span(), text: written(by) }
}

/// Replaces a value by a number.
pub fn replace_by_number(value: &Value, by: u8) -> Edit {
    Edit { span: value.span(), text: by.to_string() }
}

/// Replaces a value by an object or an array.
pub fn restructure(text: &str, value: &Value, json: &str) -> Edit {
    let span = value.span();
    let before = line_before(text, span.start).trim_start();
    // The value has its line to itself, or shares it with its key only. An object keeps its layout.
    let key = before.trim_end().strip_suffix(':').map(str::trim_end);
    let is_key = key.is_some_and(|key| Source::new(key).parse().is_ok_and(|key| key.as_str().is_some()));
    let alone = head(text).contains('\n') && value.as_object().is_none() && (before.is_empty() || is_key);
    let layout = if alone { lines(text) } else { beside(text, span) };
    Edit { span, text: laid_out(json, layout, indent(text, span.start)) }
}

/// Renames a property.
pub fn rename(property: &ObjectProp, name: &str) -> Edit {
    Edit { span: property.name.span, text: written(name) }
}

/// Removes a property, with its comma and white space.
pub fn remove_property(object: &Object, property: &ObjectProp) -> Option<Edit> {
    let spans: Vec<Span> = object.properties.iter().map(|property| property.span).collect();
    remove(&spans, spans.iter().position(|span| *span == property.span)?)
}

/// Removes an element, with its comma and white space.
pub fn remove_element(array: &Array, index: usize) -> Option<Edit> {
    let spans: Vec<Span> = array.elements.iter().map(Value::span).collect();
    remove(&spans, index)
}

fn remove(members: &[Span], index: usize) -> Option<Edit> {
    let member = *members.get(index)?;
    let before = index.checked_sub(1).and_then(|index| members.get(index));
    let span = match (before, members.get(index + 1)) {
        (_, Some(next)) => Span::new(member.start, next.start),
        (Some(before), None) => Span::new(before.end, member.end),
        (None, None) => member,
    };
    Some(Edit { span, text: String::new() })
}

/// Inserts a text, as it stands, behind an element; the white space between the two is that before the first element.
pub fn insert_after(text: &str, array: &Array, index: usize, written: &str) -> Option<Edit> {
    let (first, last) = (array.elements.first()?.span(), array.elements.get(index)?.span());
    let gap = &text[array.span.start + 1..first.start];
    let gap = match array.elements.get(1) {
        Some(second) if !gap.contains('\n') => text[first.end..second.span().start].split_once(',').map_or("", |(_, gap)| gap),
        None if !gap.contains('\n') && head(text).contains([' ', '\n']) => " ",
        _ => gap,
    };
    Some(Edit { span: Span::at(last.end), text: format!(",{gap}{written}") })
}

/// Moves an element to the place of another. The elements change places; what stands between them stays.
pub fn move_element(text: &str, array: &Array, from: usize, to: usize) -> Option<Edit> {
    let (first, last) = (from.min(to), from.max(to));
    let spans: Vec<Span> = array.elements.get(first..=last)?.iter().map(Value::span).collect();
    let mut order: Vec<Span> = spans.clone();
    if from < to {
        order.rotate_left(1);
    } else {
        order.rotate_right(1);
    }
    let mut moved = String::new();
    for (index, place) in order.iter().enumerate() {
        moved.push_str(&text[place.start..place.end]);
        if let Some(next) = spans.get(index + 1) {
            moved.push_str(&text[spans[index].end..next.start]);
        }
    }
    Some(Edit { span: Span::new(spans.first()?.start, spans.last()?.end), text: moved })
}

type Print<'p> = &'p dyn Fn(&str, Layout) -> String;

fn insert(text: &str, parent: Span, first: Option<Span>, after: Option<Span>, layout: Layout, print: Print) -> Edit {
    let Some(first) = first else {
        let indent = indent(text, parent.start);
        let (open, close) = (&text[parent.start..=parent.start], &text[parent.end - 1..parent.end]);
        let inside = match layout {
            Layout::Lines { newline, step } => {
                let inner = format!("{indent}{step}");
                format!("{newline}{inner}{}{newline}{indent}", print(&inner, layout))
            }
            _ => print(indent, layout),
        };
        return Edit { span: parent, text: format!("{open}{inside}{close}") };
    };
    let gap = &text[parent.start + 1..first.start];
    let gap = match layout {
        _ if gap.contains('\n') => gap,
        Layout::Dense => "",
        _ => " ",
    };
    let entry = print(indent(text, first.start), layout);
    match after {
        Some(after) => Edit { span: Span::at(after.end), text: format!(",{gap}{entry}") },
        None => Edit { span: Span::at(first.start), text: format!("{entry},{gap}") },
    }
}

/// The layout of a value beside a neighbor.
fn beside(text: &str, neighbour: Span) -> Layout<'_> {
    let opens_line = head(text).contains('\n') && line_before(text, neighbour.start).trim_start().is_empty();
    let neighbour = &text[neighbour.start..neighbour.end];
    if neighbour.contains('\n') || opens_line && neighbour.starts_with('"') {
        lines(text)
    } else if head(text).contains([' ', '\n']) {
        Layout::Line
    } else {
        Layout::Dense
    }
}

fn lines(text: &str) -> Layout<'_> {
    Layout::Lines { newline: format::newline(head(text)), step: step(text) }
}

/// The indentation of the line of an offset.
fn indent(text: &str, offset: usize) -> &str {
    blanks(line_before(text, offset))
}

fn blanks(line: &str) -> &str {
    &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
}

/// One level of indentation: that of the first indented line.
fn step(text: &str) -> &str {
    let mut indents = head(text).split('\n').skip(1).map(blanks);
    indents.find(|indent| !indent.is_empty()).filter(|indent| indent.len() <= 8).unwrap_or("  ")
}

/// How many bytes of a text decide on its layout. Without a bound, many edits of one long line would take quadratic
/// time.
const NEAR: usize = 2_000;

/// The beginning of a text, which shows the layout of the whole.
fn head(text: &str) -> &str {
    &text[..text.floor_char_boundary(NEAR)]
}

/// The text on the line before an offset.
fn line_before(text: &str, offset: usize) -> &str {
    let near = &text[text.ceil_char_boundary(offset.saturating_sub(NEAR))..offset];
    near.rfind('\n').map_or(near, |at| &near[at + 1..])
}

/// JSON laid out for a place: over several lines if it begins a line, else on one.
pub fn spread(text: &str, offset: usize, json: &str) -> String {
    let opens_line = line_before(text, offset).trim_start().is_empty();
    laid_out(json, if opens_line { lines(text) } else { Layout::Line }, indent(text, offset))
}

fn laid_out(json: &str, layout: Layout, indent: &str) -> String {
    let mut out = String::new();
    if let Ok(node) = Source::new(json).parse() {
        format::print(json, &node, layout, indent, &mut out);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::edit::apply;

    fn pushed(text: &str) -> String {
        let root = Source::new(text).parse().unwrap();
        apply(text, &[push_element(text, root.as_array().unwrap(), r#"{"a":[1,2]}"#)])
    }

    #[test]
    fn pushes_in_the_manner_of_the_neighbour() {
        for (text, expected) in [
            ("[]", "[\n  {\n    \"a\": [\n      1,\n      2\n    ]\n  }\n]"),
            ("[{\"b\":1}]", "[{\"b\":1},{\"a\":[1,2]}]"),
            ("[ {\"b\": 1} ]", "[ {\"b\": 1}, {\"a\": [1, 2]} ]"),
            ("[\n  {\"b\": 1}\n]", "[\n  {\"b\": 1},\n  {\"a\": [1, 2]}\n]"),
            (
                "[\r\n\t{\r\n\t\t\"b\": 1\r\n\t}\r\n]",
                "[\r\n\t{\r\n\t\t\"b\": 1\r\n\t},\r\n\t{\r\n\t\t\"a\": [\r\n\t\t\t1,\r\n\t\t\t2\r\n\t\t]\r\n\t}\r\n]",
            ),
        ] {
            assert_eq!(pushed(text), expected, "{text}");
        }
    }

    #[test]
    fn inserts_and_removes_properties() {
        let inserted = |text: &str, after: bool| {
            let root = Source::new(text).parse().unwrap();
            let object = root.as_object().unwrap();
            let after = object.properties.first().filter(|_| after);
            apply(text, &[insert_property(text, object, after, "k", r#""v""#)])
        };
        assert_eq!(inserted("{}", false), "{\"k\": \"v\"}");
        assert_eq!(inserted("{\"a\":1}", false), "{\"k\":\"v\",\"a\":1}");
        assert_eq!(inserted("{\"a\": 1}", true), "{\"a\": 1, \"k\": \"v\"}");
        assert_eq!(inserted("{\n  \"a\": 1,\n  \"b\": 2\n}", true), "{\n  \"a\": 1,\n  \"k\": \"v\",\n  \"b\": 2\n}");

        let text = r#"{"a": 1, "b": 2}"#;
        let root = Source::new(text).parse().unwrap();
        let object = root.as_object().unwrap();
        let without = |index: usize| apply(text, &[remove_property(object, &object.properties[index]).unwrap()]);
        assert_eq!((without(0).as_str(), without(1).as_str()), (r#"{"b": 2}"#, r#"{"a": 1}"#));
    }

    #[test]
    fn replaces_over_lines_what_has_a_line_to_itself() {
        let replaced = |text: &str| {
            let root = Source::new(text).parse().unwrap();
            let value = &root.as_object().unwrap().properties[0].value;
            apply(text, &[restructure(text, value, r#"{"v":"x"}"#)])
        };
        assert_eq!(replaced("{\n    \"a\": \"x\"\n}"), "{\n    \"a\": {\n        \"v\": \"x\"\n    }\n}");
        assert_eq!(replaced("{\"a\": \"x\"}"), "{\"a\": {\"v\": \"x\"}}");
        assert_eq!(replaced("{\"a\":\"x\"}"), "{\"a\":{\"v\":\"x\"}}");
    }
}
