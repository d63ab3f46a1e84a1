//! HTML as text. What a person wrote goes in as text or as the value of an attribute, and both are escaped; tags and
//! names of attributes are the program's own.

use crate::core::text::{slice, slice_from, slice_to};

/// Well-formed HTML: only this file makes it of text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Html(String);

impl Html {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The innermost element that holds all that is other in `new`: its way from the outermost one, each number a
    /// place among the child elements, and its HTML there. Both are one element.
    pub fn difference<'n>(&self, new: &'n Self) -> (Vec<u32>, &'n str) {
        let (old, new) = (self.0.as_bytes(), &*new.0);
        let shorter = old.len().min(new.len());
        let same = |pairs: &mut dyn Iterator<Item = (&u8, &u8)>| pairs.take_while(|(old, new)| old == new).count();
        let before = same(&mut old.iter().zip(new.as_bytes()));
        let after = same(&mut old.iter().rev().zip(new.as_bytes().iter().rev())).min(shorter - before);
        let mut open: Vec<(usize, u32)> = Vec::new();
        // As many elements have begun in the one that is open.
        let mut children = 0;
        for at in (0..old.len()).filter(|at| old[*at] == b'<') {
            let end = at + old.iter().skip(at).position(|byte| *byte == b'>').unwrap_or_default() + 1;
            let ends = old.get(at + 1) == Some(&b'/');
            if !ends {
                open.push((at, children));
                children = 0;
            }
            if !ends && !VOID.iter().any(|tag| old.get(at + 1..).is_some_and(|rest| rest.starts_with(tag.as_bytes()))) {
                continue;
            }
            // The first to end around it is the innermost.
            let Some(&(start, place)) = open.last() else { break };
            if start < before && end > old.len() - after {
                let path = open.iter().skip(1).map(|(_, place)| *place).collect();
                return (path, slice(new, start, new.len() - (old.len() - end)));
            }
            open.pop();
            children = place + 1;
        }
        (Vec::new(), new)
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
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"']) {
        html.push_str(slice_to(rest, at));
        html.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            _ => "&quot;",
        });
        rest = slice_from(rest, at + 1);
    }
    html.push_str(rest);
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
    fn only_what_is_other_is_made_anew() {
        let b = |words: &str| worded("b", "", words);
        let p = |inside: &[Html]| element("p", &[], inside);
        let image = |source: &str| element("img", &[("src", source)], &[]);
        let rows: [(Html, Html, &[u32], &str); 8] = [
            (p(&[b("1"), b("2")]), p(&[b("1"), b("3")]), &[1], "<b>3</b>"),
            (p(&[b("1"), b("2")]), p(&[b("12"), b("2")]), &[0], "<b>12</b>"),
            (p(&[b("1"), p(&[b("2"), b("3")])]), p(&[b("1"), p(&[b("2"), b("")])]), &[1, 1], "<b></b>"),
            (p(&[b("1")]), p(&[b("1"), b("1")]), &[], "<p><b>1</b><b>1</b></p>"),
            (p(&[b("1"), b("1")]), p(&[b("1")]), &[], "<p><b>1</b></p>"),
            (p(&[b("1"), image("2"), b("3")]), p(&[b("1"), image("4"), b("3")]), &[1], "<img src=\"4\">"),
            (p(&[image("1"), b("2")]), p(&[image("1"), b("4")]), &[1], "<b>4</b>"),
            (b("1"), p(&[b("1")]), &[], "<p><b>1</b></p>"),
        ];
        for (old, new, path, html) in rows {
            assert_eq!(old.difference(&new), (path.to_vec(), html), "{old:?} {new:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn what_is_made_anew_in_its_place_makes_the_whole((old, new) in (trees(), trees())) {
            let (path, html) = old.difference(&new);
            let place = place(old.as_str(), &path);
            let made = [slice_to(old.as_str(), place.start), html, slice_from(old.as_str(), place.end)].concat();
            proptest::prop_assert_eq!(made, new.as_str());
        }
    }

    /// Elements of two tags and few words, so that two of them have much in common.
    fn trees() -> impl proptest::strategy::Strategy<Value = Html> {
        use proptest::prelude::*;
        let leaf = prop_oneof!["[a-b]{0,2}".prop_map(|words| worded("b", "", &words)), Just(element("img", &[], &[]))];
        let inner = leaf
            .prop_recursive(4, 24, 4, |inside| prop::collection::vec(inside, 0..4).prop_map(|inside| element("p", &[], &inside)));
        prop::collection::vec(inner, 0..4).prop_map(|inside| element("div", &[], &inside))
    }

    /// Where an element stands.
    fn place(html: &str, path: &[u32]) -> std::ops::Range<usize> {
        let mut range = 0..html.len();
        for index in path {
            let mut at = slice_from(html, range.start).find('>').unwrap_or_default() + range.start + 1;
            for _ in 0..*index {
                at = element_from(html, at).end;
            }
            range = element_from(html, at);
        }
        range
    }

    /// The first element from a place on.
    fn element_from(html: &str, from: usize) -> std::ops::Range<usize> {
        let start = slice_from(html, from).find('<').unwrap_or_default() + from;
        let (mut depth, mut at) = (0_i32, start);
        loop {
            let tag = slice_from(html, at);
            depth += if tag.starts_with("</") { -1 } else { i32::from(!tag.starts_with("<img")) };
            let end = at + tag.find('>').unwrap_or_default() + 1;
            if depth == 0 {
                return start..end;
            }
            at = slice_from(html, end).find('<').unwrap_or_default() + end;
        }
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
