//! Texts: something to read, not too much of it, and no markup.

use crate::core::rule::{Family, Rule, rule};
use crate::core::rules::finding::Finding;
use crate::core::rules::place::{is_blank, naming, text_of};
use crate::core::rules::report::Report;
use crate::core::severity::Severity;
use crate::core::text::Span;
use crate::core::unfurl::{Attribute, Payload, Section, SubType};

const TITLE_LIMIT: usize = 120;
const BODY_LIMIT: usize = 300;

pub static BLANK_TEXT: Rule = rule! {
    name: "blank-text",
    family: Family::Value,
    documented: Severity::Warning,
    wild: Severity::Warning,
    summary: "The value of a `title`, `plain_text` or `enum`, or the `message` of an error, shows nothing.",
    why: "An empty text leaves an empty heading, an empty pill or a gap, and an error without words helps nobody.",
    bad: payload![
        r#"{"id": "label", "name": "Label", "type": "inline", "inline": {"enum": {"value": " ", "section": "primary"}}}"#
    ],
    good: payload![
        r#"{"id": "label", "name": "Label", "type": "inline", "inline": {"enum": {"value": "Ready", "section": "primary"}}}"#
    ],
    document: "reference, Inline sub-type objects",
};

pub static LONG_TEXT: Rule = rule! {
    name: "long-text",
    family: Family::Value,
    documented: Severity::Info,
    wild: Severity::Info,
    summary: "A title has more than 120 characters, or a body more than 300.",
    why: "The limits are the Lab's own; the documents name none. A card has one line for the title and about three for the body, the \
          rest is cut.",
    bad: payload![
        r#"{"id": "body", "name": "Body", "type": "inline", "inline": {"plain_text": {"value": "A preview shows the first lines of a text. What follows is cut, and nobody can read it without opening the page. So a body says in two or three sentences what the page is about, and leaves the rest to the page. This body goes on and on, until it has more characters than three lines of a card can hold, and then some more.", "section": "body"}}}"#
    ],
    good: payload![
        r#"{"id": "body", "name": "Body", "type": "inline", "inline": {"plain_text": {"value": "A body says in two or three sentences what the page is about.", "section": "body"}}}"#
    ],
    document: "the Lab's own limit",
};

pub static MARKUP_IN_TEXT: Rule = rule! {
    name: "markup-in-text",
    family: Family::Value,
    documented: Severity::Info,
    wild: Severity::Info,
    summary: "A text holds HTML or Markdown.",
    why: "Texts are plain: tags and asterisks are shown as they are.",
    bad: payload![
        r#"{"id": "body", "name": "Body", "type": "inline", "inline": {"plain_text": {"value": "A <b>wooden</b> desk", "section": "body"}}}"#
    ],
    good: payload![
        r#"{"id": "body", "name": "Body", "type": "inline", "inline": {"plain_text": {"value": "A wooden desk", "section": "body"}}}"#
    ],
    document: "reference, Inline sub-type objects",
};

const TEXTS: &[SubType] = &[SubType::Title, SubType::PlainText, SubType::Enum];

pub fn blank(_: &Payload, attribute: &Attribute, report: &mut Report) {
    let Some((leaf, _, span)) = text_of(attribute, TEXTS).filter(|(_, text, _)| is_blank(text)) else { return };
    let message = format!("`value` of {} is blank", naming(attribute));
    report.add(Finding::new(span, leaf.at("value"), message).help("Write a text, or remove the attribute"));
}

pub fn long(_: &Payload, attribute: &Attribute, report: &mut Report) {
    let Some((leaf, text, span)) = text_of(attribute, TEXTS) else { return };
    let in_body = || leaf.get("section").and_then(|section| section.value.as_str()) == Some(Section::Body.name());
    let (what, limit) = match leaf.sub_type {
        SubType::Title => ("title", TITLE_LIMIT),
        _ if in_body() => ("body", BODY_LIMIT),
        _ => return,
    };
    let length = text.chars().count();
    if length > limit {
        let message = format!("The {what} has {length} characters, more than {limit}");
        let finding = Finding::new(span, leaf.at("value"), message);
        report.add(finding.help(format!("Shorten it to {limit} characters; the card cuts off the rest")));
    }
}

pub fn markup(payload: &Payload, attribute: &Attribute, report: &mut Report) {
    let Some((leaf, _, span)) = text_of(attribute, TEXTS) else { return };
    // The text as it is written, so that the place is right whatever is escaped before it.
    let Some((found, what)) = payload.text.get(span.start..span.end).and_then(find_markup) else { return };
    let place = Span::new(span.start + found.start, span.start + found.end);
    let message = format!("`value` of {} contains {what}, which Notion shows as plain text", naming(attribute));
    report.add(Finding::new(place, leaf.at("value"), message).help("Write plain text"));
}

/// The first markup in a text. Every character that it looks for is ASCII, so every end is between characters.
fn find_markup(text: &str) -> Option<(Span, &'static str)> {
    let bytes = text.as_bytes();
    (0..bytes.len()).find_map(|at| {
        let rest = &bytes[at..bytes.len().min(at + 300)];
        let (length, what) = match bytes[at] {
            // `$<b>` is a placeholder.
            b'<' if at == 0 || bytes[at - 1] != b'$' => (tag(rest)?, "an HTML tag"),
            b'&' => (entity(rest)?, "an HTML entity"),
            b'[' => (link(rest)?, "a Markdown link"),
            b'*' | b'~' => (emphasis(rest)?, "Markdown emphasis"),
            _ => return None,
        };
        Some((Span::new(at, at + length), what))
    })
}

const TAGS: &[&[u8]] = &[
    b"a",
    b"b",
    b"i",
    b"u",
    b"s",
    b"p",
    b"br",
    b"hr",
    b"em",
    b"h1",
    b"h2",
    b"h3",
    b"h4",
    b"h5",
    b"h6",
    b"ul",
    b"ol",
    b"li",
    b"td",
    b"tr",
    b"th",
    b"div",
    b"img",
    b"pre",
    b"sub",
    b"sup",
    b"del",
    b"code",
    b"font",
    b"mark",
    b"span",
    b"small",
    b"table",
    b"strong",
    b"strike",
    b"iframe",
    b"script",
    b"style",
    b"svg",
    b"blockquote",
];

fn tag(rest: &[u8]) -> Option<usize> {
    let slash = rest[1..].iter().take_while(|byte| matches!(byte, b'/' | b'\\')).count();
    let name: Vec<u8> =
        rest[1 + slash..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).map(u8::to_ascii_lowercase).collect();
    let after = *rest.get(1 + slash + name.len())?;
    let known = TAGS.contains(&&name[..]) && (matches!(after, b'>' | b'/') || after.is_ascii_whitespace());
    let end = rest.iter().position(|byte| *byte == b'>')?;
    known.then_some(end + 1)
}

fn entity(rest: &[u8]) -> Option<usize> {
    let end = rest.iter().take(10).position(|byte| *byte == b';')?;
    let name = &rest[1..end];
    let numbered = name.strip_prefix(b"#").is_some_and(|number| !number.is_empty() && number.iter().all(u8::is_ascii_hexdigit));
    let named: [&[u8]; 8] = [b"amp", b"lt", b"gt", b"quot", b"apos", b"nbsp", b"mdash", b"hellip"];
    (numbered || named.contains(&name)).then_some(end + 1)
}

fn link(rest: &[u8]) -> Option<usize> {
    let middle = rest.windows(2).position(|pair| pair == b"](")?;
    let target = &rest[middle + 2..];
    let end = target.iter().position(|byte| *byte == b')')?;
    let is_address = [&b"http"[..], b"/", b"mailto:", b"#"].iter().any(|start| target.starts_with(start));
    (middle > 1 && is_address).then_some(middle + 2 + end + 1)
}

fn emphasis(rest: &[u8]) -> Option<usize> {
    let mark = [rest[0], rest[0]];
    let inner = rest.strip_prefix(&mark)?;
    let end = inner.windows(2).position(|pair| pair == mark)?;
    // `2 ** 3 ** 4` and a row of asterisks are no emphasis.
    let first = *inner.first()?;
    let is_text = end > 0 && !first.is_ascii_whitespace() && first != rest[0] && !inner[end - 1].is_ascii_whitespace();
    is_text.then_some(2 + end + 2)
}

#[cfg(test)]
mod tests {
    use super::find_markup;
    use crate::core::rules::testing::marked;

    #[test]
    fn tells_markup_from_text() {
        for (text, found) in [
            ("a <b>c</b>", Some("<b>")),
            ("a <br/> c", Some("<br/>")),
            (r#"<a href=\"x\">y</a>"#, Some(r#"<a href=\"x\">"#)),
            (r"x<\/p>", Some(r"<\/p>")),
            ("Tom &amp; Tim", Some("&amp;")),
            ("it&#39;s", Some("&#39;")),
            ("see [docs](https://acme.com)!", Some("[docs](https://acme.com)")),
            ("é **very** nice", Some("**very**")),
            ("~~gone~~", Some("~~gone~~")),
            ("#$<b>", None),
            ("List<String>", None),
            ("1 < 2 > 0", None),
            ("AT&T; R&D", None),
            ("[x] done (y)", None),
            ("f[0](x)", None),
            ("2 ** 3 ** 4", None),
            ("*****", None),
            ("#23487", None),
        ] {
            assert_eq!(find_markup(text).map(|(span, _)| &text[span.start..span.end]), found, "{text}");
        }
    }

    #[test]
    fn says_what_is_wrong() {
        marked(
            r#"
{"id": "a", "name": "A", "type": "inline", "inline": {"plain_text": {"value": "", "section": "primary"}}},
                                                                              ^^ blank-text: `value` of attribute `a` is blank
{"id": "b", "name": "B", "type": "inline", "inline": {"plain_text": {"value": "\u00e9 **x** y", "section": "body"}}}
                                                                                      ^^^^^ markup-in-text: `value` of attribute `b` contains Markdown emphasis, which Notion shows as plain text
"#,
        );
    }

    #[test]
    fn counts_characters() {
        let body = |length: usize| {
            let text = "é".repeat(length);
            format!(
                r#"{{"id": "a", "name": "A", "type": "inline", "inline": {{"plain_text": {{"value": "{text}", "section": "body"}}}}}}"#
            )
        };
        marked(&body(300));
        let carets = format!("{}{} long-text: The body has 301 characters, more than 300", " ".repeat(78), "^".repeat(303));
        marked(&format!("{}\n{carets}", body(301)));
    }
}
