//! The texts that are measured: attributes like those of the documents' example, again and again with other ids.
//!
//! The one in the middle is `typed`, the only description, so that it is drawn at every size: the browser's bench types
//! after the words `Typed here: ` in its value, and every key changes the drawing.

use std::fmt::Write;

/// A payload of so many attributes, laid out as the documents print theirs.
pub fn of(attributes: usize) -> String {
    array(attributes, "body", attribute)
}

/// A payload of a thousand bodies, of which a card has room for one; five megabytes in all.
pub fn long() -> String {
    let words = "words ".repeat(800);
    array(1050, "secondary", |index| inline(&format!("body{index}"), "plain_text", &format!("\"{words}\""), "", "body"))
}

/// `section`: of the attribute that is typed into.
fn array(attributes: usize, section: &str, attribute: impl Fn(usize) -> String) -> String {
    let at = |index| match index {
        0 => inline("title", "title", "\"Feature Request: Link Previews\"", "", "title"),
        1 => inline("dev", "plain_text", "\"Acme Inc\"", "", "secondary")
            .replace("\"name\": \"dev\"", "\"name\": \"Developer Name\""),
        _ if index == attributes / 2 => inline("typed", "plain_text", "\"Typed here: \"", "", section),
        _ => attribute(index),
    };
    format!("[\n{}\n]\n", (0..attributes).map(at).collect::<Vec<_>>().join(",\n"))
}

/// The other kinds of the example in turn.
fn attribute(index: usize) -> String {
    let color = |of: usize| format!("{{ \"r\": {}, \"g\": {}, \"b\": {} }}", of * 7 % 256, of * 31 % 256, of * 97 % 256);
    let second = index % 60;
    match index % 7 {
        0 => inline(&format!("state{index}"), "enum", "\"Open\"", &color(index), "primary"),
        1 => inline(&format!("item{index}"), "plain_text", &format!("\"#{index}\""), "", "identifier"),
        2 => inline(&format!("icon{index}"), "color", &color(index), "", "entity"),
        3 => inline(&format!("owner{index}"), "plain_text", "\"Maybe an open item?\"", "", "secondary"),
        4 => inline(&format!("updated{index}"), "datetime", &format!("\"2022-01-11T19:53:{second:02}.829Z\""), "", "secondary"),
        5 => inline(&format!("due{index}"), "date", "\"2022-01-14\"", "", "secondary"),
        _ => image(&format!("media{index}")),
    }
}

fn inline(id: &str, sub_type: &str, value: &str, color: &str, section: &str) -> String {
    let mut fields = format!("        \"value\": {value},\n");
    if !color.is_empty() {
        // Writing to a string cannot fail.
        let _ = writeln!(fields, "        \"color\": {color},");
    }
    format!(
        "  {{
    \"id\": \"{id}\",
    \"name\": \"{id}\",
    \"type\": \"inline\",
    \"inline\": {{
      \"{sub_type}\": {{
{fields}        \"section\": \"{section}\"
      }}
    }}
  }}"
    )
}

fn image(id: &str) -> String {
    format!(
        "  {{
    \"id\": \"{id}\",
    \"name\": \"{id}\",
    \"type\": \"embed\",
    \"embed\": {{
      \"src_url\": \"https://media.example/typing.svg\",
      \"image\": {{
        \"section\": \"embed\"
      }}
    }}
  }}"
    )
}
