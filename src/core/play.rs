//! What happens to a pasted URL: which link rule takes it, what stands there while data is on its way, and which text answers.
//!
//! In: a project with its compiled patterns, a URL, the clock. Out: plain data. It leaves out who has to connect first and
//! how long the answer takes, which are the page's to choose.

use time::UtcDateTime;

use crate::core::json::Source;
use crate::core::links::{Compiled, Links, Taken};
use crate::core::pattern::Match;
use crate::core::placeholders::{Filled, expand};
use crate::core::preview::{self, Preview, Render, State};
use crate::core::project::{Project, RuleText, Where};
use crate::core::unfurl::Payload;

#[derive(Debug, Clone, PartialEq)]
pub struct Played {
    pub taken: Taken,
    /// What stands there before the answer.
    pub placeholder: Render,
    /// The text that answers: the rule's own payload, else the project's. `None`: no rule takes the URL.
    pub answer: Option<Where>,
}

/// Plays the paste of a URL. Without a rule it stays a plain link.
pub fn play(project: &Project, links: &Links, url: &str, now: UtcDateTime) -> Played {
    let taken = links.take(url);
    let rule = taken.rule.and_then(|index| Some((index, project.rules.get(index)?, links.rules.get(index)?)));
    let Some((index, rule, pattern)) = rule else {
        return Played { taken, placeholder: Render::default(), answer: None };
    };
    let own = rule.payload.as_ref().map(|_| Where::Rule { index, text: RuleText::Payload });
    Played {
        placeholder: placeholder(&rule.placeholders, pattern, url, taken.found.as_ref(), now),
        taken,
        answer: Some(own.unwrap_or_default()),
    }
}

/// The placeholders of a rule, filled from a match and drawn; with places in the text as typed. Blank ones, and such as are
/// no JSON, draw nothing but the URL.
pub fn placeholder(text: &str, pattern: &Compiled, url: &str, found: Option<&Match>, now: UtcDateTime) -> Render {
    let mut render = match fill(text, pattern, url, found) {
        Some(filled) => {
            let mut render = draw(&filled.text, now);
            bring_home(&mut render.preview, &filled);
            render.mention = preview::Mention::of(&render.preview);
            render
        }
        None => draw(text, now),
    };
    render.state = State::Placeholder;
    render
}

fn fill(text: &str, pattern: &Compiled, url: &str, found: Option<&Match>) -> Option<Filled> {
    let source = Source::new(text);
    let root = source.parse().ok()?;
    Some(expand(text, &root, pattern.syntax()?, found?, &url.encode_utf16().collect::<Vec<_>>()))
}

fn draw(text: &str, now: UtcDateTime) -> Render {
    match Source::new(text).parse() {
        Ok(root) => preview::draw(&Payload::new(text, &root, false), now),
        Err(_) => Render::default(),
    }
}

fn bring_home(preview: &mut Preview, filled: &Filled) {
    let Preview { background: _, title, entity, primary, secondary, body, embed, avatar, identifier } = preview;
    for section in [title, entity, primary, secondary, body, embed, avatar, identifier] {
        for part in section {
            part.span = filled.source(part.span);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use time::UtcDateTime;

    use super::{Played, play};
    use crate::core::links::Links;
    use crate::core::preview::{Render, State};
    use crate::core::project::{Project, RuleText, Where};
    use crate::core::templates;

    fn played(project: &Project, url: &str) -> Played {
        play(project, &Links::new(&project.rules), url, UtcDateTime::UNIX_EPOCH)
    }

    fn texts(render: &Render) -> Vec<&str> {
        let preview = &render.preview;
        let parts = [&preview.title, &preview.identifier, &preview.secondary].into_iter().flatten();
        parts.filter_map(|part| part.text.as_deref()).collect()
    }

    #[test]
    fn the_documents_rule_fills_its_placeholders() {
        let project = templates::first();
        let played = played(&project, &project.link);
        assert_eq!((played.taken.rule, played.answer), (Some(0), Some(Where::Payload)));
        assert_eq!(played.placeholder.state, State::Placeholder);
        assert_eq!(texts(&played.placeholder), ["Acme Item #23487", "#23487", "Acme Inc"]);
        assert_eq!(played.placeholder.mention.title, played.placeholder.preview.title);
        for part in &played.placeholder.preview.secondary {
            let text = &project.rules[0].placeholders[part.span.start..part.span.end];
            assert!(text.starts_with('{') && text.ends_with('}') && text.contains("Acme Inc"), "{text}");
        }
    }

    #[test]
    fn a_rule_with_a_payload_answers_itself() {
        let project = templates::find("issue-tracker").unwrap().project();
        let played = played(&project, "https://acme.com/projects/rocket");
        assert_eq!(played.answer, Some(Where::Rule { index: 1, text: RuleText::Payload }));
        assert_eq!(texts(&played.placeholder), ["rocket", "Acme Inc"]);
    }

    #[test]
    fn no_rule_is_a_plain_link() {
        let played = played(&templates::first(), "https://acme.com/items/");
        assert_eq!((played.answer, played.placeholder.state), (None, State::Plain));
        assert!(played.taken.nearest.is_some());
    }

    #[test]
    fn blank_and_broken_placeholders_are_the_url_alone() {
        let mut project = templates::first();
        for text in ["", " ", "[", "{\"$<itemNo>\"}"] {
            Arc::make_mut(&mut project.rules[0]).placeholders = text.into();
            let played = played(&project, "https://acme.com/items/1");
            assert_eq!(played.placeholder, Render { state: State::Placeholder, ..Render::default() }, "{text}");
        }
    }
}
