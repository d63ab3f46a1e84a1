//! The drawing while data is on its way: a rule's placeholder attributes, filled from what its pattern captured.
//!
//! In: their text, the pattern, a URL that it matches, the clock. Out: the drawing, with places in the text as typed. It
//! leaves out who has to connect first and how long the answer takes, which are the page's to choose.

use std::sync::Arc;

use time::UtcDateTime;

use super::draw::draw_text;
use super::model::{Mention, Preview, Render};
use crate::core::json::Source;
use crate::core::links::Compiled;
use crate::core::pattern::Answer;
use crate::core::placeholders::{Filled, expand};
use crate::core::state::State;

/// `None` where the text does not parse or the pattern does not match. A blank text draws nothing but the URL.
pub fn placeholder(text: &str, pattern: &Compiled, url: &str, now: UtcDateTime) -> Option<Render> {
    let waiting = |render: Render| Some(Render { state: State::Placeholder, ..render });
    let Answer::Matched(found) = pattern.verdict(url, None)?.answer else { return None };
    if text.trim().is_empty() {
        return waiting(Render::default());
    }
    let source = Source::new(text);
    let units: Vec<u16> = url.encode_utf16().collect();
    let filled = expand(text, &source.parse().ok()?, pattern.syntax()?, &found, &units);
    let mut render = draw_text(&filled.text, now)?;
    bring_home(&mut render.preview, &filled);
    render.mention = Mention::of(&render.preview);
    waiting(render)
}

/// Puts the places of the filled text back to where they were typed.
fn bring_home(preview: &mut Preview, filled: &Filled) {
    let Preview { background: _, title, entity, primary, secondary, body, embed, avatar, identifier } = preview;
    for section in [title, entity, primary, secondary, body, embed, avatar, identifier] {
        for part in section {
            let part = Arc::make_mut(part);
            part.span = filled.source(part.span);
        }
    }
}

#[cfg(test)]
mod tests {
    use time::UtcDateTime;

    use super::placeholder;
    use crate::core::links::Compiled;
    use crate::core::preview::Render;
    use crate::core::project::LinkRule;
    use crate::core::state::State;
    use crate::core::templates;

    fn drawn(rule: &LinkRule, url: &str) -> Option<Render> {
        placeholder(&rule.placeholders, &Compiled::new(&rule.pattern), url, UtcDateTime::UNIX_EPOCH)
    }

    fn texts(render: &Render) -> Vec<&str> {
        let preview = &render.preview;
        let parts = [&preview.title, &preview.identifier, &preview.secondary].into_iter().flatten();
        parts.filter_map(|part| part.text.as_deref()).collect()
    }

    #[test]
    fn the_documents_rule_fills_its_placeholders() {
        let project = templates::first();
        let rule = &project.rules[0];
        let render = drawn(rule, &project.link).unwrap();
        assert_eq!(render.state, State::Placeholder);
        assert_eq!(texts(&render), ["Acme Item #23487", "#23487", "Acme Inc"]);
        assert_eq!(render.mention.title, render.preview.title);
        for part in &render.preview.secondary {
            let text = &rule.placeholders[part.span.start..part.span.end];
            assert!(text.starts_with('{') && text.ends_with('}') && text.contains("Acme Inc"), "{text}");
        }
    }

    #[test]
    fn what_does_not_match_has_no_placeholder() {
        assert_eq!(drawn(&templates::first().rules[0], "https://acme.com/items/"), None);
    }

    #[test]
    fn a_blank_text_is_the_url_alone_and_a_broken_one_is_none() {
        let mut rule = templates::first().rules[0].as_ref().clone();
        for (text, expected) in [
            ("", Some(Render { state: State::Placeholder, ..Render::default() })),
            (" ", Some(Render { state: State::Placeholder, ..Render::default() })),
            ("[", None),
            ("{\"$<itemNo>\"}", None),
        ] {
            rule.placeholders = text.into();
            assert_eq!(drawn(&rule, "https://acme.com/items/1"), expected, "{text}");
        }
    }
}
