//! What is on screen: the link in the state that the person wishes to see, and beside it the placeholder while its rule is
//! edited.

use std::sync::Arc;

use leptos::prelude::*;
use time::UtcDateTime;

use super::checked::{Checked, Linked, moment};
use super::{Held, Screen};
use crate::app::derived::Derived;
use crate::core::integration::simulator::Origin;
use crate::core::integration::update;
use crate::core::links::Taken;
use crate::core::preview::{Render, State, draw_text, placeholder};
use crate::core::project::Project;

/// The drawings from the top down; the first is the one that was wished for.
pub type Views = Vec<View>;

#[derive(Clone, PartialEq)]
pub struct View {
    pub kind: ViewKind,
    /// What it is drawn for; what could be drawn may be in another state.
    pub wish: State,
    pub render: Arc<Render>,
    /// The text does not parse: this is the last drawing that could be made.
    pub stale: bool,
    pub link: String,
    /// Said above it where there are several.
    pub caption: String,
    /// Of a link that no rule takes: the nearest rule and why it does not match.
    pub why: Option<String>,
}

/// Which text it is drawn from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ViewKind {
    Plain,
    Placeholder,
    Answer,
    Update,
}

impl ViewKind {
    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Placeholder => "placeholder",
            Self::Answer => "answer",
            Self::Update => "update",
        }
    }
}

/// What the views are made of.
#[derive(Clone, Copy)]
pub struct Sources {
    /// The project without its payload.
    pub setup: Derived<Arc<Project>>,
    pub linked: Derived<Linked>,
    pub taken: Derived<Taken>,
    /// Whose attributes and whose error are to be seen.
    pub origins: Derived<(Origin, Origin)>,
    pub checked: Derived<Checked>,
    pub screen: RwSignal<Screen>,
    pub held: StoredValue<Held>,
    pub now: RwSignal<UtcDateTime>,
}

/// A text and its drawing: the present one, or the last one that could be made.
#[derive(Clone, PartialEq)]
struct Drawn {
    text: Arc<str>,
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
    let answer = answer(sources);
    let update = updated(sources, answer);
    let wish = Derived::new(move |_| wish(sources));
    let beside = Derived::new(move |_| sources.screen.with(|screen| screen.editing_rules() && !screen.playing));
    let waiting = Derived::new(move |_| waiting(sources));
    let placeholder = placeholder_view(sources, waiting);
    Derived::new(move |_| {
        let answered = |wish| answered(sources, wish, answer, update);
        let (wish, beside) = (wish.get(), beside.get());
        let first = match wish {
            State::Plain => plain(sources),
            State::Placeholder => placeholder.get().unwrap_or_else(|| answered(State::Loaded)),
            State::Connect => placeholder.get().map_or_else(|| answered(State::Loaded), connecting),
            _ => answered(wish),
        };
        let second = match first.wish {
            _ if !beside => None,
            State::Placeholder => Some(answered(State::Loaded)),
            _ => placeholder.get(),
        };
        [first].into_iter().chain(second).collect()
    })
}

/// A link that no rule takes is a plain link, whatever was wished for. Without a link or a rule there is nothing to
/// match, and the payload is drawn alone.
fn wish(sources: Sources) -> State {
    let (wanted, linked, ruled) =
        sources.setup.with(|project| (project.state, !project.link.trim().is_empty(), !project.rules.is_empty()));
    if linked && ruled && sources.taken.with(|taken| taken.rule.is_none()) {
        State::Plain
    } else if sources.screen.with(|screen| screen.playing) {
        State::Placeholder
    } else if wanted == State::Plain && !linked {
        State::Loaded
    } else {
        wanted
    }
}

/// From the answer on: what follows from it, or from an update of it.
fn answered(sources: Sources, wish: State, answer: Derived<Drawn>, update: Derived<Drawn>) -> View {
    let (attributes, error) = sources.origins.get();
    // An error leaves the attributes that were there; one that comes alone has none of its own.
    let from_update = match wish {
        State::Updated => true,
        State::Error => error == Origin::Update,
        State::LoadedWithError | State::Deleted => attributes == Origin::Update,
        _ => false,
    };
    let drawn = if from_update { update.get() } else { answer.get() };
    // Only what is updated now is marked.
    let now = sources.setup.with(|project| moment(project, sources.now.get()));
    let settled = (from_update && wish != State::Updated).then(|| draw_text(&drawn.text, now)).flatten();
    let render = settled.map_or(drawn.render, Arc::new);
    sources.setup.with(|project| {
        let told = || {
            let own = if error == Origin::Service { None } else { render.error.clone() };
            let of_update =
                (error == Origin::Update && own.is_none()).then(|| update.with(|update| update.render.error.clone())).flatten();
            Render { error: own.or(of_update), ..Render::clone(&render) }
        };
        let render = match wish {
            State::Error => Arc::new(told().failed(&project.service)),
            State::LoadedWithError => Arc::new(told().with_error(&project.service)),
            State::Deleted => Arc::new(Render::clone(&render).deleted()),
            _ => render,
        };
        let kind = if from_update { ViewKind::Update } else { ViewKind::Answer };
        View { kind, wish, render, stale: drawn.stale, link: project.link.clone(), caption: caption(wish).to_owned(), why: None }
    })
}

fn caption(wish: State) -> &'static str {
    match wish {
        State::Plain => "Plain: an ordinary link",
        State::Placeholder => "Placeholder",
        State::Connect => "Connect: before somebody allows it",
        State::Loaded => "Loaded: what the service answered",
        State::Error => "Error: what is shown instead of an answer",
        State::LoadedWithError => "With error: the answer, and what went wrong since",
        State::Updated => "Updated: what the service sent later",
        State::Deleted => "Deleted: the service was told",
    }
}

/// The placeholder's view, for somebody who has to connect first.
fn connecting(view: View) -> View {
    let render = Arc::new(Render::clone(&view.render).connecting());
    View { wish: State::Connect, render, caption: caption(State::Connect).to_owned(), ..view }
}

fn answer(sources: Sources) -> Derived<Drawn> {
    let Sources { setup, checked, held, now, .. } = sources;
    Derived::new(move |_| {
        let checked = checked.get();
        if let Some(render) = &checked.analysis.render {
            held.update_value(|held| held.last_valid = checked.text.clone());
            return Drawn { text: checked.text.clone(), render: render.clone(), stale: false };
        }
        let now = setup.with_untracked(|project| moment(project, now.get_untracked()));
        let text = held.with_value(|held| held.last_valid.clone());
        let render = Arc::new(draw_text(&text, now).unwrap_or_default());
        Drawn { text, render, stale: true }
    })
}

/// The project's update, else one that follows from the answer; while it does not parse, the last one that did.
fn updated(sources: Sources, answer: Derived<Drawn>) -> Derived<Drawn> {
    let Sources { setup, now, .. } = sources;
    Derived::new(move |before: Option<&Drawn>| {
        let (answer, now) = (answer.get(), now.get());
        let (text, now) = setup.with(|project| {
            let body: Arc<str> = update::body(project, &answer.text).into();
            (body, moment(project, now))
        });
        match draw_text(&text, now) {
            Some(render) => Drawn { text, render: Arc::new(render.after(&answer.render)), stale: answer.stale },
            None => Drawn { stale: true, ..before.cloned().unwrap_or(answer) },
        }
    })
}

fn plain(sources: Sources) -> View {
    let link = sources.setup.with(|project| project.link.clone());
    let taken = sources.taken.with(|taken| taken.rule.is_some());
    View {
        kind: ViewKind::Plain,
        wish: State::Plain,
        render: Arc::default(),
        stale: false,
        link,
        caption: caption(State::Plain).to_owned(),
        why: (!taken).then(|| why_plain(sources)),
    }
}

fn why_plain(sources: Sources) -> String {
    let nearest = sources.taken.with(|taken| {
        taken.nearest.as_ref().map(|nearest| {
            let name = sources.setup.with(|project| project.rule_name(nearest.rule));
            format!("no rule takes this URL; nearest is {name}: {}", nearest.why.text)
        })
    });
    nearest.unwrap_or_else(|| {
        let broken = sources.linked.with(|linked| linked.links.rules.iter().position(|compiled| compiled.pattern.is_err()));
        let name = broken.map(|rule| sources.setup.with(|project| project.rule_name(rule)));
        name.map_or_else(
            || "no rule takes this URL".to_owned(),
            |name| format!("no rule takes this URL; the pattern of {name} has an error"),
        )
    })
}

/// While a rule is open: that rule, with the chosen sample or the first one that it takes. Else the rule that takes the
/// link.
fn waiting(sources: Sources) -> Option<Waiting> {
    let link = sources.setup.with(|project| project.link.clone());
    let taken = sources.taken.with(|taken| taken.rule);
    let (open, chosen) =
        sources.screen.with(|screen| (screen.editing_rules().then_some(screen.open.rule), screen.open.sample.clone()));
    let rule = open.or(taken)?;
    sources.linked.with(|linked| {
        let (of, compiled) = (linked.rules.get(rule)?, linked.links.rules.get(rule)?);
        let verdicts = &linked.analysis.rules.get(rule)?.samples;
        let of_sample = |at: &usize| verdicts.get(*at).and_then(|verdict| verdict.as_ref()?.matched()) == Some(true);
        // What the analysis has tried is not tried again: large patterns take milliseconds for a URL.
        let matches = |url: &String| match of.samples.iter().position(|sample| sample == url) {
            Some(at) => of_sample(&at),
            None => compiled.verdict(url, None).and_then(|verdict| verdict.matched()) == Some(true),
        };
        let mut asked_for = chosen.into_iter().filter(|_| open.is_some()).chain([link]);
        let sample = || (0..of.samples.len()).find(of_sample).and_then(|at| of.samples.get(at).cloned());
        asked_for.find(matches).or_else(sample).map(|url| Waiting { rule, url })
    })
}

/// The placeholder attributes, filled from the URL; while their text does not parse, the last ones that did.
fn placeholder_view(sources: Sources, waiting: Derived<Option<Waiting>>) -> Derived<Option<View>> {
    let Sources { setup, linked, now, .. } = sources;
    Derived::new(move |before: Option<&Option<View>>| {
        let waiting = waiting.get()?;
        let now = setup.with(|project| moment(project, now.get()));
        let render = linked.with(|linked| {
            let (rule, compiled) = (linked.rules.get(waiting.rule)?, linked.links.rules.get(waiting.rule)?);
            placeholder(&rule.placeholders, compiled, &waiting.url, now)
        });
        let caption = format!("{}, from {}", caption(State::Placeholder), waiting.url);
        let last = || before.and_then(Option::as_ref).map(|view| view.render.clone());
        let stale = render.is_none();
        let render = render.map(Arc::new).or_else(last).unwrap_or_default();
        Some(View { kind: ViewKind::Placeholder, wish: State::Placeholder, render, stale, link: waiting.url, caption, why: None })
    })
}
