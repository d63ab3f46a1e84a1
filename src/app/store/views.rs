//! What is on screen: the link in the chosen state, and beside it the placeholder while its rule is edited.

use std::sync::Arc;

use leptos::prelude::*;
use reactive_stores::Store;
use time::UtcDateTime;

use super::payload::moment;
use super::view::caption;
use super::{
    Document, OpenRule, PayloadCheck, RuleScreenStoreFields, RulesCheck, Screen, ScreenStoreFields, Source, Stale, View, ViewKind,
};
use crate::core::edit::apply;
use crate::core::integration::simulator::Origin;
use crate::core::integration::update;
use crate::core::links::Taken;
use crate::core::preview::{Render, draw_text, placeholder};
use crate::core::project::Project;
use crate::core::state::State;

/// What the views are made of.
#[derive(Clone, Copy)]
pub struct Sources {
    pub document: Document,
    /// The project without its payload.
    pub setup: Memo<Arc<Project>>,
    pub rules: Memo<RulesCheck>,
    pub open_rule: Memo<Option<OpenRule>>,
    pub taken: Memo<Taken>,
    /// Whose attributes and whose error are drawn.
    pub origins: Memo<(Origin, Origin)>,
    pub payload: Memo<PayloadCheck>,
    pub screen: Store<Screen>,
    pub now: RwSignal<UtcDateTime>,
}

/// A text and its drawing: the present one, or the last one that could be made.
#[derive(Clone, PartialEq)]
struct Drawn {
    text: Arc<str>,
    render: Arc<Render>,
    stale: Option<Stale>,
}

/// The rule and the URL that a placeholder is made for.
#[derive(Clone, PartialEq)]
struct Waiting {
    rule: usize,
    url: String,
}

/// The link in any state. Its memos run for the states that somebody asks for.
#[derive(Clone, Copy)]
pub struct Drawings {
    sources: Sources,
    answer: Memo<Drawn>,
    update: Memo<Drawn>,
    placeholder: Memo<Option<View>>,
}

impl Drawings {
    pub fn new(sources: Sources) -> Self {
        let answer = answer(sources);
        let waiting = Memo::new(move |_| waiting(sources));
        Self { sources, answer, update: updated(sources, answer), placeholder: placeholder_view(sources, waiting) }
    }

    /// The link in a state, whatever the project wishes for; followed.
    pub fn in_state(self, wish: State) -> View {
        let Self { sources, answer, update, placeholder } = self;
        let waiting = || placeholder.get().unwrap_or_else(|| bare(sources));
        match wish {
            State::Plain => plain(sources),
            State::Placeholder => waiting(),
            State::Connect => connecting(waiting()),
            _ => answered(sources, wish, answer, update),
        }
    }
}

/// The drawings from the top down; the first one has the chosen state.
pub fn views(drawings: &Drawings) -> Memo<Vec<View>> {
    let drawings = *drawings;
    let Drawings { sources, placeholder, .. } = drawings;
    let wish = Memo::new(move |_| wish(sources));
    let beside = Memo::new(move |_| editing_rules(sources) && !sources.screen.playing().get());
    Memo::new(move |_| {
        let (wish, beside) = (wish.get(), beside.get());
        let first = drawings.in_state(wish);
        let second = match first.wish {
            _ if !beside => None,
            State::Placeholder => Some(drawings.in_state(State::Loaded)),
            _ => placeholder.get(),
        };
        [first].into_iter().chain(second).collect()
    })
}

fn editing_rules(sources: Sources) -> bool {
    sources.screen.source().get() == Source::Rules
}

/// A link that no rule matches is a plain link, whatever was chosen, unless a person wants the payload drawn. Without a link
/// or a rule there is nothing to match, and the payload is drawn alone.
fn wish(sources: Sources) -> State {
    let (wanted, linked) = sources.setup.with(|project| (project.state, !project.link.trim().is_empty()));
    let unmatched = sources.setup.with(|project| is_unmatched(project, sources.taken));
    if unmatched && !sources.screen.anyway().get() {
        State::Plain
    } else if unmatched && wanted == State::Plain {
        State::Loaded
    } else if sources.screen.playing().get() {
        State::Placeholder
    } else if wanted == State::Plain && !linked {
        State::Loaded
    } else {
        wanted
    }
}

/// Whether there are rules and none of them matches the link.
pub fn is_unmatched(project: &Project, taken: Memo<Taken>) -> bool {
    !project.link.trim().is_empty() && !project.rules.is_empty() && taken.with(|taken| taken.rule.is_none())
}

/// The answer, or an update of it.
fn answered(sources: Sources, wish: State, answer: Memo<Drawn>, update: Memo<Drawn>) -> View {
    let (attributes, error) = sources.origins.get();
    // An error leaves the attributes that were there; one that comes alone has none of its own.
    let from_update = match wish {
        State::Updated => true,
        State::Error => error == Origin::Update,
        State::Loaded | State::LoadedWithError | State::Deleted => attributes == Origin::Update,
        _ => false,
    };
    let drawn = if from_update { update.get() } else { answer.get() };
    // Only the state "updated" marks what changed, and only for a while.
    let now = sources.setup.with(|project| moment(project, sources.now.get()));
    let marked = wish == State::Updated && sources.screen.marks().get();
    let unmarked = (from_update && !marked).then(|| draw_text(&drawn.text, now)).flatten();
    let unmarked = unmarked.map(|render| match (wish, render.state) {
        (State::Updated, State::Loaded) => Render { state: State::Updated, ..render },
        _ => render,
    });
    let changes = (wish == State::Updated).then(|| drawn.render.clone());
    let render = unmarked.map_or(drawn.render, Arc::new);
    let error_of_update = (error == Origin::Update).then(|| update.with(|update| update.render.error.clone())).flatten();
    sources.setup.with(|project| {
        let with_its_error = || {
            let own = if error == Origin::Service { None } else { render.error.clone() };
            Render { error: own.or(error_of_update), ..Render::clone(&render) }
        };
        let render = match wish {
            State::Error => Arc::new(with_its_error().failed(project.service.error_reply())),
            State::LoadedWithError => Arc::new(with_its_error().with_error(project.service.error_reply())),
            State::Deleted => Arc::new(Render::clone(&render).deleted()),
            _ => render,
        };
        let kind = if from_update { ViewKind::Update } else { ViewKind::Answer };
        View {
            kind,
            wish,
            render,
            stale: drawn.stale,
            link: project.link.clone(),
            caption: caption(wish).to_owned(),
            why: None,
            changes,
        }
    })
}

/// The placeholder of a link that no rule matches: nothing but its URL.
fn bare(sources: Sources) -> View {
    let render = Arc::new(Render { state: State::Placeholder, ..Render::default() });
    let (link, caption) = (sources.setup.with(|project| project.link.clone()), caption(State::Placeholder).to_owned());
    View { kind: ViewKind::Placeholder, wish: State::Placeholder, render, stale: None, link, caption, why: None, changes: None }
}

/// The placeholder's view, for a user who has to connect first.
fn connecting(view: View) -> View {
    let render = Arc::new(Render::clone(&view.render).connecting());
    View { wish: State::Connect, render, caption: caption(State::Connect).to_owned(), ..view }
}

fn answer(sources: Sources) -> Memo<Drawn> {
    let Sources { document, setup, payload, now, .. } = sources;
    let last_valid = Memo::new(move |_| {
        let text = document.last_valid.get();
        let now = setup.with(|project| moment(project, now.get()));
        let render = Arc::new(draw_text(&text, now).unwrap_or_default());
        Drawn { text, render, stale: Some(Stale::LastValid) }
    });
    Memo::new(move |_| {
        let check = payload.get();
        match &check.analysis.render {
            Some(render) => Drawn { text: check.text.clone(), render: render.clone(), stale: None },
            None => repaired(&check, setup.with(|project| moment(project, now.get()))).unwrap_or_else(|| last_valid.get()),
        }
    })
}

/// The drawing of a text that does not parse, as its safe fix makes it: between two keys that says more than the drawing
/// before.
fn repaired(check: &PayloadCheck, now: UtcDateTime) -> Option<Drawn> {
    let fix = check.analysis.diagnostics.first()?.fixes.first().filter(|fix| fix.safe)?;
    let text: Arc<str> = apply(&check.text, &fix.edits).into();
    let render = draw_text(&text, now).filter(|render| render.state != State::Plain)?;
    Some(Drawn { text, render: Arc::new(render), stale: Some(Stale::Repaired) })
}

/// The project's update, or one that follows from the answer; while it does not parse, the last one that did.
fn updated(sources: Sources, answer: Memo<Drawn>) -> Memo<Drawn> {
    let Sources { setup, now, .. } = sources;
    Memo::new(move |before: Option<&Drawn>| {
        let (answer, now) = (answer.get(), now.get());
        let (text, now) = setup.with(|project| {
            let body: Arc<str> = update::body(project, &answer.text).into();
            (body, moment(project, now))
        });
        match draw_text(&text, now) {
            Some(render) => Drawn { text, render: Arc::new(render.after(&answer.render)), stale: answer.stale },
            None => Drawn { stale: Some(Stale::LastValid), ..before.cloned().unwrap_or(answer) },
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
        stale: None,
        link,
        caption: caption(State::Plain).to_owned(),
        why: (!taken).then(|| why_plain(sources)),
        changes: None,
    }
}

fn why_plain(sources: Sources) -> String {
    let nearest = sources.taken.with(|taken| {
        taken.nearest.as_ref().map(|nearest| {
            let name = sources.setup.with(|project| project.rule_name(nearest.rule));
            format!("No rule matches this URL. The nearest rule is {name}. {}", nearest.why.text)
        })
    });
    nearest.unwrap_or_else(|| {
        let broken = sources.rules.with(|rules| rules.links.rules.iter().position(|compiled| compiled.pattern.is_err()));
        let name = broken.map(|rule| sources.setup.with(|project| project.rule_name(rule)));
        name.map_or_else(
            || "No rule matches this URL".to_owned(),
            |name| format!("No rule matches this URL, and the pattern of rule {name} has an error"),
        )
    })
}

/// While a rule is open: that rule, with the chosen sample or the first one that it matches. Else the rule that matches the
/// link.
fn waiting(sources: Sources) -> Option<Waiting> {
    let link = sources.setup.with(|project| project.link.clone());
    let taken = sources.taken.with(|taken| taken.rule);
    let open = if editing_rules(sources) { sources.open_rule.with(|open| open.as_ref().map(|open| open.index)) } else { None };
    let chosen = sources.screen.rule().sample().get().filter(|_| open.is_some());
    let rule = open.or(taken)?;
    sources.rules.with(|rules| {
        let (of, compiled) = (rules.rules.get(rule)?, rules.links.rules.get(rule)?);
        let verdicts = &rules.analysis.rules.get(rule)?.samples;
        let of_sample = |at: &usize| verdicts.get(*at).and_then(|verdict| verdict.as_ref()?.matched()) == Some(true);
        // The analysis has the verdicts on samples: large patterns take milliseconds for a URL.
        let matches = |url: &String| match of.samples.iter().position(|sample| sample.url == *url) {
            Some(at) => of_sample(&at),
            None => compiled.verdict(url, None).and_then(|verdict| verdict.matched()) == Some(true),
        };
        let mut asked_for = chosen.into_iter().chain([link]);
        let sample = || (0..of.samples.len()).find(of_sample).and_then(|at| Some(of.samples.get(at)?.url.clone()));
        asked_for.find(matches).or_else(sample).map(|url| Waiting { rule, url })
    })
}

/// The placeholder attributes, filled from the URL; while their text does not parse, the last ones that did.
fn placeholder_view(sources: Sources, waiting: Memo<Option<Waiting>>) -> Memo<Option<View>> {
    let Sources { setup, rules, now, .. } = sources;
    Memo::new(move |before: Option<&Option<View>>| {
        let waiting = waiting.get()?;
        let now = setup.with(|project| moment(project, now.get()));
        let render = rules.with(|rules| {
            let (rule, compiled) = (rules.rules.get(waiting.rule)?, rules.links.rules.get(waiting.rule)?);
            placeholder(&rule.placeholders, compiled, &waiting.url, now)
        });
        let caption = format!("{}, from {}", caption(State::Placeholder), waiting.url);
        let last = || before.and_then(Option::as_ref).map(|view| view.render.clone());
        let stale = render.is_none().then_some(Stale::LastValid);
        let render = render.map(Arc::new).or_else(last).unwrap_or_default();
        Some(View {
            kind: ViewKind::Placeholder,
            wish: State::Placeholder,
            render,
            stale,
            link: waiting.url,
            caption,
            why: None,
            changes: None,
        })
    })
}
