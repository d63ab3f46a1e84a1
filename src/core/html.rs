//! HTML as text. What a person wrote goes in as text or as the value of an attribute, and both are escaped; tags and
//! names of attributes are the program's own.

mod difference;

pub use difference::{Edit, edits};

/// Well-formed HTML: only this file makes it of text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Html(String);

impl Html {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Elements without an inside and an end.
const VOID: [&str; 2] = ["img", "input"];

/// An attribute that is empty is left out.
pub fn element(tag: &'static str, attributes: &[(&'static str, &str)], inside: &[Html]) -> Html {
    let mut html = String::with_capacity(32 + inside.iter().map(|html| html.0.len()).sum::<usize>());
    html.push('<');
    html.push_str(tag);
    for (name, value) in attributes.iter().filter(|(_, value)| !value.is_empty()) {
        html.push(' ');
        html.push_str(name);
        html.push_str("=\"");
        escape(value, &mut html);
        html.push('"');
    }
    html.push('>');
    if !VOID.contains(&tag) {
        html.extend(inside.iter().map(Html::as_str));
        html.push_str("</");
        html.push_str(tag);
        html.push('>');
    }
    Html(html)
}

pub fn text(text: &str) -> Html {
    let mut html = String::with_capacity(text.len());
    escape(text, &mut html);
    Html(html)
}

/// A message: names in backticks become code.
pub fn prose(message: &str) -> Html {
    let pieces: Vec<Html> = message
        .split('`')
        .enumerate()
        .map(|(index, piece)| if index % 2 == 1 { worded("code", "", piece) } else { text(piece) })
        .collect();
    joined(&pieces)
}

/// A decoration from the page's sprite: the element around it carries the name.
pub fn icon(name: &str) -> Html {
    let reference = element("use", &[("href", &format!("#icon-{name}"))], &[]);
    element("svg", &[("class", "icon"), ("aria-hidden", "true")], &[reference])
}

/// An element with a class and words. Most are such, so the page holds this once.
#[inline(never)]
pub fn worded(tag: &'static str, class: &str, words: &str) -> Html {
    element(tag, &[("class", class)], &[text(words)])
}

pub fn joined(pieces: &[Html]) -> Html {
    Html(pieces.iter().map(Html::as_str).collect())
}

fn escape(text: &str, html: &mut String) {
    let mut written = 0;
    for (at, byte) in text.bytes().enumerate() {
        let escaped = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => continue,
        };
        html.push_str(&text[written..at]);
        html.push_str(escaped);
        written = at + 1;
    }
    html.push_str(&text[written..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_text() {
        let written = r#"<img src=x onerror="alert(1)"> & 'é' 🔨"#;
        assert_eq!(text(written).as_str(), "&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; 'é' 🔨");
        let link = element("a", &[("title", "\"><script>"), ("class", "")], &[text("<b>")]);
        assert_eq!(link.as_str(), "<a title=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt;</a>");
    }

    #[test]
    fn an_image_has_no_inside() {
        assert_eq!(element("img", &[("alt", "a")], &[]).as_str(), "<img alt=\"a\">");
    }

    #[test]
    fn names_in_backticks_are_code() {
        assert_eq!(prose("add `<x>` here").as_str(), "add <code>&lt;x&gt;</code> here");
    }
}
