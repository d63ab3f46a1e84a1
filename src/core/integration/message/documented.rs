//! The documents' own examples. Where one contradicts its document, nobody who pastes it is to blame: an info says so and
//! takes the place of the finding.

use super::reader::Reader;
use crate::core::rules::protocol::DOCUMENTED_EXAMPLE;
use crate::core::text::Span;

/// The guide's texts without white space, as they are compared.
macro_rules! body {
    ($operations:expr) => {
        concat!(r#"{"uri":"http://example.com/file/123","operations":["#, $operations)
    };
}

macro_rules! attributes {
    ($title:literal, $rest:expr) => {
        concat!(
            r#"{"path":["attributes"],"set":[{"id":"title","name":"Title","type":"inline","inline":{"title":{"value":"TheLinkPreview's"#,
            $title,
            r#"","section":"title"}}},"#,
            $rest,
            r#"{"id":"color","name":"Color","type":"inline","inline":{"color":{"value":{"r":235,"g":64,"b":52},"section":"background"}}}]}"#
        )
    };
}

macro_rules! error {
    () => {
        r#"{"path":["error"],"set":{"status":404,"message":"Contentnotfound"}}"#
    };
}

const DEV: &str =
    r#"{"id":"dev","name":"DeveloperName","type":"inline","inline":{"plain_text":{"value":"AcmeInc","section":"secondary"}}},"#;

/// A text, what it is, and what the documents contradict there.
struct Example {
    text: &'static str,
    message: &'static str,
    help: &'static str,
    /// Rules that the example breaks.
    breaks: &'static [&'static str],
}

const LINK: &str = "Its link is `http://example.com/file/123`, though the guide’s pattern is for `acme.com`: respond with the link that was requested";
const NO_DEV: &str = "The guide contradicts itself: “The array must include a `title` attribute … and a *dev* attribute”, and an update must \
                      “include all of the same objects”. Add `dev` to yours";

const EXAMPLES: &[Example] = &[
    Example {
        text: r#"{"uri":"http://example.com/file/123"}"#,
        message: "This is the guide’s example of a callback request",
        help: LINK,
        breaks: &["uri-mismatch"],
    },
    Example {
        text: concat!(body!(error!()), "]}"),
        message: "This is the guide’s example of an update with an error",
        help: LINK,
        breaks: &["uri-mismatch"],
    },
    Example {
        text: concat!(body!(error!()), "}"),
        message: "This is the guide’s example of an error, which is not JSON",
        help: "The guide does not close the array `operations`: write `]` before the last `}`",
        breaks: &["json-syntax", "uri-mismatch"],
    },
    Example {
        text: concat!(body!(attributes!("NEWTitle", "")), "]}"),
        message: "This is the guide’s example of an update, which has no `dev`",
        help: NO_DEV,
        breaks: &["missing-dev", "update-drops-attribute", "uri-mismatch"],
    },
    Example {
        text: concat!(body!(attributes!("Title", "")), ",", error!(), "]}"),
        message: "This is the guide’s example of an update with an error, which has no `dev`",
        help: NO_DEV,
        breaks: &["missing-dev", "update-drops-attribute", "uri-mismatch"],
    },
];

/// What the guide gives as `CLIENT_ID` in its example of the header.
const CLIENT_ID: &str = "649374923749238479238479234792374";

pub fn is_example_id(id: &str) -> bool {
    id == CLIENT_ID
}

fn example(text: &str) -> Option<&'static Example> {
    // Longer than each of them with its white space.
    if text.len() > 4000 || !text.contains("example.com/file/123") {
        return None;
    }
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let known = EXAMPLES.iter().find(|example| example.text == plain);
    known.or_else(|| (plain == response()).then_some(&RESPONSE))
}

const RESPONSE: Example =
    Example { text: "", message: "This is the guide’s example of a callback response", help: LINK, breaks: &["uri-mismatch"] };

fn response() -> String {
    let (front, back) = attributes!("Title", "\u{0}").split_once('\u{0}').unwrap_or_default();
    [body!(""), front, DEV, back, "]}"].concat()
}

/// Whether a body is one of the documents' examples.
pub fn is_example(body: &str) -> bool {
    example(body).is_some()
}

/// Greets the body of a message, if it is an example.
pub fn greet(reader: &mut Reader, part: &str) {
    let Some(example) = example(part) else { return };
    reader.forget(example.breaks);
    reader.tell(&DOCUMENTED_EXAMPLE, Span::new(0, 1), example.message.to_owned(), example.help);
}

#[cfg(test)]
mod tests {
    use super::{EXAMPLES, is_example, response};

    #[test]
    fn examples_are_known_whatever_their_layout() {
        for text in EXAMPLES.iter().map(|example| example.text.to_owned()).chain([response()]) {
            assert!(is_example(&text.replace(',', ",\n\t ").replace('{', " { ")), "{text}");
        }
        assert!(!is_example("{\"uri\":\"http://example.com/file/1234\"}"));
    }
}
