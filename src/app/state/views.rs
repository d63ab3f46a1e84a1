//! What is on screen: the state that the person wishes to see, and beside it the placeholder while its rule is edited.

use std::sync::Arc;

use leptos::prelude::*;
use time::UtcDateTime;

use super::checked::{Checked, Linked, moment, options};
use super::{Held, Screen};
use crate::app::derived::Derived;
use crate::core::analysis::analyze_with;
use crate::core::links::Taken;
use crate::core::preview::{Render, State, placeholder};
use crate::core::project::Project;

/// The drawings from the top down; the first is the one that was wished for.
pub type Views = Vec<View>;

#[derive(Clone, PartialEq)]
pub struct View {
    pub kind: ViewKind,
    pub render: Arc<Render>,
    /// The text does not parse: this is the last drawing that could be made.
    pub stale: bool,
    pub link: String,
    /// Said above it where there are several.
    pub caption: String,
    /// Of a link that no rule takes: the nearest rule and why it does not match.
    pub why: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ViewKind {
    Plain,
    Placeholder,
    Answer,
}

impl ViewKind {
    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Placeholder => "placeholder",
            Self::Answer => "answer",
        }
    }
}

/// What the views are made of.
#[derive(Clone, Copy)]
pub struct Sources {
    pub project: RwSignal<Arc<Project>>,
    pub linked: Derived<Linked>,
    pub taken: Derived<Taken>,
    pub checked: Derived<Checked>,
    pub screen: RwSignal<Screen>,
    pub held: StoredValue<Held>,
    pub now: RwSignal<UtcDateTime>,
}

/// The drawing of the payload: the present one, or the last one that could be made.
#[derive(Clone, PartialEq)]
struct Drawn {
    render: Arc<Render>,
    stale: bool,
}

/// The rule and the URL that a placeholder is made for.
#[derive(Clone, PartialEq)]
struct Waiting {
    rule: usize,
    url: String,
}

pub fn views(sources: Sources) -> Derived<Views> {
    let drawn = drawn(sources);
    let wish = Derived::new(move |_| wish(sources));
    let beside = Derived::new(move |_| sources.screen.with(|screen| screen.editing_rules() && !screen.playing));
    let waiting = Derived::new(move |_| waiting(sources));
    let placeholder = placeholder_view(sources, waiting);
    Derived::new(move |_| {
        let answer = || {
            let drawn = drawn.get();
            let (link, caption) = (sources.project.with(|project| project.link.clone()), "Loaded: what the service answered");
            View {
                kind: ViewKind::Answer,
                render: drawn.render,
                stale: drawn.stale,
                link,
                caption: caption.to_owned(),
                why: None,
            }
        };
        let (wish, beside) = (wish.get(), beside.get());
        let first = match wish {
            ViewKind::Plain => plain(sources),
            ViewKind::Placeholder => placeholder.get().unwrap_or_else(answer),
            ViewKind::Answer => answer(),
        };
        let second = match first.kind {
            _ if !beside => None,
            ViewKind::Placeholder => Some(answer()),
            ViewKind::Plain | ViewKind::Answer => placeholder.get(),
        };
        [first].into_iter().chain(second).collect()
    })
}

/// A link that no rule takes is a plain link, whatever was wished for. Without a link or a rule there is nothing to
/// match, and the payload is drawn alone.
fn wish(sources: Sources) -> ViewKind {
    let (wanted, to_match) = sources.project.with(|project| {
        let wanted = if project.state == State::Placeholder { ViewKind::Placeholder } else { ViewKind::Answer };
        (wanted, !project.rules.is_empty() && !project.link.trim().is_empty())
    });
    if to_match && sources.taken.with(|taken| taken.rule.is_none()) {
        ViewKind::Plain
    } else if sources.screen.with(|screen| screen.playing) {
        ViewKind::Placeholder
    } else {
        wanted
    }
}

fn drawn(sources: Sources) -> Derived<Drawn> {
    let Sources { project, checked, held, now, .. } = sources;
    Derived::new(move |_| {
        let checked = checked.get();
        if let Some(render) = &checked.analysis.render {
            held.update_value(|held| held.last_valid = checked.text);
            return Drawn { render: render.clone(), stale: false };
        }
        let (options, now) =
            project.with_untracked(|project| (options(project.profile, ""), moment(project, now.get_untracked())));
        let last = analyze_with(&held.with_value(|held| held.last_valid.clone()), options, now);
        Drawn { render: last.render.unwrap_or_default(), stale: true }
    })
}

fn plain(sources: Sources) -> View {
    let link = sources.project.with(|project| project.link.clone());
    let nearest = sources.taken.with(|taken| {
        taken.nearest.as_ref().map(|nearest| {
            let name = sources.project.with(|project| project.rule_name(nearest.rule));
            format!("no rule takes this URL; nearest is {name}: {}", nearest.why.text)
        })
    });
    let why = nearest.unwrap_or_else(|| {
        let broken = sources.linked.with(|linked| linked.links.rules.iter().position(|compiled| compiled.pattern.is_err()));
        let name = broken.map(|rule| sources.project.with(|project| project.rule_name(rule)));
        name.map_or_else(
            || "no rule takes this URL".to_owned(),
            |name| format!("no rule takes this URL; the pattern of {name} has an error"),
        )
    });
    View {
        kind: ViewKind::Plain,
        render: Arc::default(),
        stale: false,
        link,
        caption: "Plain: what the page shows where no rule matches".to_owned(),
        why: Some(why),
    }
}

/// While a rule is open: that rule, with the chosen sample or the first one that it takes. Else the rule that takes the
/// link.
fn waiting(sources: Sources) -> Option<Waiting> {
    let link = sources.project.with(|project| project.link.clone());
    let taken = sources.taken.with(|taken| taken.rule);
    let (open, chosen) =
        sources.screen.with(|screen| (screen.editing_rules().then_some(screen.open.rule), screen.open.sample.clone()));
    let rule = open.or(taken)?;
    sources.linked.with(|linked| {
        let (of, compiled) = (linked.rules.get(rule)?, linked.links.rules.get(rule)?);
        let matches = |url: &String| compiled.verdict(url, None).and_then(|verdict| verdict.matched()) == Some(true);
        let candidates = chosen.into_iter().filter(|_| open.is_some()).chain([link]).chain(of.samples.iter().cloned());
        candidates.into_iter().find(matches).map(|url| Waiting { rule, url })
    })
}

/// The placeholder attributes, filled from the URL; while their text does not parse, the last ones that did.
fn placeholder_view(sources: Sources, waiting: Derived<Option<Waiting>>) -> Derived<Option<View>> {
    let Sources { project, linked, now, .. } = sources;
    Derived::new(move |before: Option<&Option<View>>| {
        let waiting = waiting.get()?;
        let now = project.with(|project| moment(project, now.get()));
        let render = linked.with(|linked| {
            let (rule, compiled) = (linked.rules.get(waiting.rule)?, linked.links.rules.get(waiting.rule)?);
            placeholder(&rule.placeholders, compiled, &waiting.url, now)
        });
        let caption = format!("Placeholder, from {}", waiting.url);
        let last = || before.and_then(Option::as_ref).map(|view| view.render.clone());
        let stale = render.is_none();
        let render = render.map(Arc::new).or_else(last).unwrap_or_default();
        Some(View { kind: ViewKind::Placeholder, render, stale, link: waiting.url, caption, why: None })
    })
}
