//! What is other in HTML that is shown already, so that no more than that is made anew.

use super::{Html, VOID};
use crate::core::text::in_common;

/// A change of a list of elements, at a place in it as the edits before have left it.
#[derive(Debug)]
pub enum Edit<'p> {
    Insert(usize, &'p [Html]),
    /// From a place on, these.
    Remove(usize, &'p [Html]),
    /// From one element to another.
    Change(usize, &'p Html, &'p Html),
}

/// So far it is looked for an element that has moved.
const AHEAD: usize = 40;

/// What makes one list of another. What stays is not touched, wherever it comes to stand in order: one more row is one
/// more element.
pub fn edits<'p>(mut old: &'p [Html], new: &'p [Html]) -> Vec<Edit<'p>> {
    let mut edits = Vec::new();
    let mut done = 0;
    loop {
        let place = |of: &Html, among: &[Html]| among.iter().take(AHEAD).position(|one| one == of);
        let left = rest(new, done);
        let (olds, news) = match (old.first(), left.first()) {
            (None, None) => return edits,
            (None, Some(_)) => (0, left.len()),
            (Some(_), None) => (old.len(), 0),
            (Some(from), Some(to)) => match place(from, left) {
                Some(0) => (1, 1),
                Some(many) => (0, many),
                None => place(to, old).map_or((1, 1), |many| (many, 0)),
            },
        };
        match (old.first(), left.first()) {
            _ if olds == 0 => edits.push(Edit::Insert(done, left.get(..news).unwrap_or_default())),
            _ if news == 0 => edits.push(Edit::Remove(done, old.get(..olds).unwrap_or_default())),
            (Some(from), Some(to)) if from != to => edits.push(Edit::Change(done, from, to)),
            _ => {}
        }
        old = rest(old, olds);
        done += news;
    }
}

fn rest(list: &[Html], from: usize) -> &[Html] {
    list.get(from..).unwrap_or_default()
}

impl Html {
    /// The innermost element that holds all that is other in `new`: its way from the outermost one, each number a
    /// place among the child elements, and the HTML that comes in its place: one element, or several where it has
    /// become several.
    pub fn difference<'n>(&self, new: &'n Self) -> (Vec<u32>, &'n str) {
        let (old, new) = (self.0.as_bytes(), &*new.0);
        let (before, after) = in_common(old, new.as_bytes());
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
                return (path, &new[start..new.len() - (old.len() - end)]);
            }
            open.pop();
            children = place + 1;
        }
        (Vec::new(), new)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{element, worded};
    use super::*;

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
            let made = [&old.as_str()[..place.start], html, &old.as_str()[place.end..]].concat();
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
            let mut at = html[range.start..].find('>').unwrap_or_default() + range.start + 1;
            for _ in 0..*index {
                at = element_from(html, at).end;
            }
            range = element_from(html, at);
        }
        range
    }

    /// The first element from a place on.
    fn element_from(html: &str, from: usize) -> std::ops::Range<usize> {
        let start = html[from..].find('<').unwrap_or_default() + from;
        let (mut depth, mut at) = (0_i32, start);
        loop {
            let tag = &html[at..];
            depth += if tag.starts_with("</") { -1 } else { i32::from(!tag.starts_with("<img")) };
            let end = at + tag.find('>').unwrap_or_default() + 1;
            if depth == 0 {
                return start..end;
            }
            at = html[end..].find('<').unwrap_or_default() + end;
        }
    }

    proptest::proptest! {
        #[test]
        fn edits_make_one_list_of_another(old in proptest::collection::vec("[a-f]", 0..9), new in proptest::collection::vec("[a-f]", 0..9)) {
            let list = |words: &[String]| words.iter().map(|word| worded("b", "", word)).collect::<Vec<_>>();
            let (old, new) = (list(&old), list(&new));
            let mut shown = old.clone();
            for edit in edits(&old, &new) {
                match edit {
                    Edit::Insert(at, more) => _ = shown.splice(at..at, more.iter().cloned()),
                    Edit::Remove(at, gone) => {
                        let drained: Vec<Html> = shown.drain(at..at + gone.len()).collect();
                        proptest::prop_assert_eq!(drained, gone);
                    }
                    Edit::Change(at, from, to) => {
                        proptest::prop_assert_eq!(&shown[at], from);
                        shown[at] = to.clone();
                    }
                }
            }
            proptest::prop_assert_eq!(shown, new);
        }
    }

    #[test]
    fn rows_that_stay_are_not_touched() {
        let row = |name: usize| worded("li", "", &name.to_string());
        let many: Vec<Html> = (0..100).map(row).collect();
        let first_gone = many[10..].to_vec();
        let one_more: Vec<Html> = std::iter::once(row(200)).chain(many[..99].iter().cloned()).collect();
        let other: Vec<Html> = many.iter().enumerate().map(|(at, one)| if at == 50 { row(200) } else { one.clone() }).collect();
        let told = |old: &[Html], new: &[Html]| {
            edits(old, new)
                .iter()
                .map(|edit| match edit {
                    Edit::Insert(at, more) => format!("+{} at {at}", more.len()),
                    Edit::Remove(at, gone) => format!("-{} at {at}", gone.len()),
                    Edit::Change(at, ..) => format!("other at {at}"),
                })
                .collect::<Vec<_>>()
                .join(", ")
        };
        assert_eq!(told(&many, &many), "");
        assert_eq!(told(&many, &first_gone), "-10 at 0");
        assert_eq!(told(&many, &one_more), "+1 at 0, -1 at 100");
        assert_eq!(told(&many, &other), "other at 50");
    }
}
