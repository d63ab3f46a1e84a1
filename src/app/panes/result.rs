//! The result: Mention and card on a piece of page, in the themes and the width that the person chose.

use std::collections::HashSet;
use std::sync::Arc;

use leptos::ev::{self, KeyboardEvent, MouseEvent};
use leptos::html;
use leptos::prelude::*;

use super::canvas::{CanvasChoice, StressNote, StressPanel, ZoomChoice, media_under, stressed};
use super::facts::{Clock, DrawnFrom};
use super::rules::Captures;
use super::{anatomy, board};
use crate::app::actions::document::{choose_link, paste_link, set_link};
use crate::app::actions::form;
use crate::app::actions::navigation::hover;
use crate::app::command::{Command, CommandButton, CommandChoice, Face};
use crate::app::components::{Combobox, Icon, IconName, Loaded, Offer, Prose, take_focus};
use crate::app::drawing::{
    Card, Carry, DropZones, Editing, Live, Mention, PlainLink, Spot, Surroundings, TagView, Tags, editable_text, is_web,
};
use crate::app::lab::Lab;
use crate::app::store::{
    Canvas, DrawingTheme, Pane, PreferencesStoreFields, ScreenStoreFields, Stale, Target, View, ViewKind, Width,
};
use crate::core::event::Event;
use crate::core::form::{Layers, MatrixRow};
use crate::core::links::Taken;
use crate::core::preview::{NotDrawn, Render, Stress};
use crate::core::project::{LinkRule, Project, RuleId, Sample};
use crate::core::state::State;

/// Rows of the list that are shown.
const MOST_ROWS: usize = 50;

#[component]
pub fn ResultPane() -> impl IntoView {
    let lab = Lab::of_page();
    let canvas = lab.screen.canvas();
    let stale = Memo::new(move |_| lab.derived.views.with(|views| views.iter().find_map(|view| view.stale)));
    let carry = carry(lab);
    provide_context(carry);
    view! {
        <section class="pane result" id=Pane::Preview.panel() aria-label="Preview">
            <h2 class="unseen">"Preview"</h2>
            <LinkBar/>
            <div class="toolbar states">
                <StateChoice/>
            </div>
            <div class="facts">
                <CanvasChoice/>
                <DrawnFrom/>
                <div class="toolbar-actions">
                    <Show when=move || canvas.get() != Canvas::Board><ThemeChoice/></Show>
                    <Show when=move || canvas.get() == Canvas::Card><WidthChoice/></Show>
                    <Show when=move || canvas.get() == Canvas::Board><ZoomChoice/></Show>
                </div>
            </div>
            <StressPanel/>
            <StressNote/>
            <div
                class="stages"
                class:carrying=move || carry.is_moving()
                data-canvas=move || canvas.get().name()
                on:pointermove=move |event| carry.moved(&event)
                on:pointerleave=move |_| carry.left()
            >
                {move || match canvas.get() {
                    Canvas::Card => view! {
                        <div class="above"><LinkCaptures/><Clock/></div>
                        <Stages/>
                        <LeftOut/>
                    }
                    .into_any(),
                    Canvas::Anatomy => view! { <Loaded part=anatomy::PART/> }.into_any(),
                    Canvas::Board => view! { <Loaded part=board::PART/> }.into_any(),
                }}
                <DropZones carry=carry words=Callback::new(|text: String| view! { <Prose text=text/> }.into_any())/>
            </div>
            <p class="note stale" id="stale" hidden=move || stale.get().is_none()>
                {move || match stale.get() {
                    Some(Stale::Repaired) => "The JSON does not parse. This is how it looks once it is fixed",
                    _ => "The JSON does not parse. This is the last valid drawing",
                }}
            </p>
        </section>
    }
}

/// Dragging the parts of the payload's drawing.
fn carry(lab: Lab) -> Carry {
    let row = move |index: usize| {
        let text = lab.derived.answer.with_untracked(|answer| answer.text.clone());
        MatrixRow::of(Layers::of(&text)?.get(index)?)
    };
    let dropped = move |(index, spot): (usize, Spot)| {
        form::place(lab, index, spot.section, spot.beside.map(|beside| (beside.index, beside.after)));
    };
    let carry = Carry::new(Callback::new(row), Callback::new(dropped));
    // An effect: there is no window while the first page is rendered.
    Effect::new(move |_| {
        let up = window_event_listener(ev::pointerup, move |_| carry.released());
        let cancel = window_event_listener(ev::pointercancel, move |_| carry.cancel());
        let escape = window_event_listener(ev::keydown, move |event| {
            if event.key() == "Escape" {
                carry.cancel();
            }
        });
        on_cleanup(move || [up, cancel, escape].into_iter().for_each(WindowListenerHandle::remove));
    });
    carry
}

/// "Paste a URL", with the samples to choose from, and which rule matches it.
#[component]
fn LinkBar() -> impl IntoView {
    let lab = Lab::of_page();
    let link = Signal::derive(move || lab.derived.setup.with(|project| project.link.clone()));
    let samples = Memo::new(move |_| lab.derived.setup.with(|project| samples(project)));
    // The browser tells of a paste before it tells of the text.
    let pasting = StoredValue::new(false);
    let typed = move |link| {
        let pasted = pasting.try_update_value(std::mem::take) == Some(true);
        if pasted { paste_link(lab, link) } else { set_link(lab, link) }
    };
    view! {
        <div class="toolbar" on:paste=move |_| pasting.set_value(true)>
            <Combobox
                name="link"
                class="address"
                label="Paste a URL"
                list_label="Sample URLs"
                input_mode="url"
                described_by="taken-by"
                value=link
                offers=samples
                on_input=typed
                on_choose=move |link| choose_link(lab, link)
                focus=lab.focus_request(Target::Link)
            />
            <span class="taken-by" id="taken-by"><MatchingRule/></span>
            <CommandButton command=Command::Play face=Face::Wide/>
        </div>
    }
}

/// The samples of all rules, each with its rule; a URL that two rules have comes once.
fn samples(project: &Project) -> Vec<Offer> {
    let of_rule = |(index, rule): (usize, &Arc<LinkRule>)| {
        let about = project.rule_name(index);
        let offer = |sample: &Sample| Offer { value: sample.url.trim().to_owned(), about: about.clone() };
        rule.samples.iter().map(offer).collect::<Vec<_>>()
    };
    let mut seen = HashSet::new();
    let all = project.rules.iter().enumerate().flat_map(of_rule);
    all.filter(|offer| !offer.value.is_empty() && seen.insert(offer.value.clone())).take(MOST_ROWS).collect()
}

/// Which rule matches the link, and whether others would.
#[component]
fn MatchingRule() -> impl IntoView {
    let lab = Lab::of_page();
    let said = Memo::new(move |_| lab.derived.setup.with(|project| lab.derived.taken.with(|taken| matching(project, taken))));
    move || said.get().into_iter().map(said_view).collect_view()
}

fn said_view(said: Said) -> AnyView {
    let Said { tone, icon, words, title, rule } = said;
    let Some(rule) = rule else {
        return view! { <span class=format!("said {tone}") title=title><Icon name=icon/><span class="said-words">{words}</span></span> }.into_any();
    };
    view! { <span class=format!("said {tone}")><CommandButton command=Command::GoToRule(rule) class="said-rule"><Icon name=icon/><span class="said-words">{words}</span></CommandButton></span> }.into_any()
}

#[derive(Clone, PartialEq)]
struct Said {
    tone: &'static str,
    icon: IconName,
    words: String,
    title: Option<String>,
    /// The rule that it leads to.
    rule: Option<RuleId>,
}

fn matching(project: &Project, taken: &Taken) -> Vec<Said> {
    if project.link.trim().is_empty() || project.rules.is_empty() {
        return Vec::new();
    }
    let Some(rule) = taken.rule else {
        let words = if taken.unknown.is_empty() { "No rule matches" } else { "No rule matches in time" };
        return vec![Said { tone: "bad", icon: IconName::CircleX, words: words.to_owned(), title: None, rule: None }];
    };
    let words = format!("Rule: {}", project.rule_name(rule));
    let id = project.rules.get(rule).map(|rule| rule.id);
    let mut said = vec![Said { tone: "good", icon: IconName::Check, words, title: None, rule: id }];
    if let [also @ .., last] = taken.also.as_slice() {
        let mut names: Vec<String> = also.iter().map(|rule| project.rule_name(*rule)).collect();
        names.push(project.rule_name(*last));
        let title = format!("Rule {} would match too. The first rule in the list wins", names.join(", "));
        let words = format!("First of {}", taken.also.len() + 1);
        said.push(Said { tone: "warn", icon: IconName::Warning, words, title: Some(title), rule: None });
    }
    said
}

/// What the groups of the matching rule captured of the link.
#[component]
fn LinkCaptures() -> impl IntoView {
    let lab = Lab::of_page();
    let captures = Memo::new(move |_| {
        let link = lab.derived.setup.with(|project| project.link.clone());
        lab.derived.taken.with(|taken| taken.rule.map(|_| (link, taken.captures.clone())))
    });
    view! {
        <ul class="captures" id="captures" aria-label="What the groups captured">
            {move || captures.get().map(|(url, captures)| view! { <Captures url=url captures=captures/> })}
        </ul>
    }
}

#[component]
fn StateChoice() -> impl IntoView {
    let lab = Lab::of_page();
    let shown = Memo::new(move |_| lab.derived.views.with(|views| views.first().map(|view| view.wish)));
    let states = State::IN_TIME;
    let chosen = Signal::derive(move || states.iter().position(|state| shown.get() == Some(*state)));
    view! { <CommandChoice label="State" commands=states.map(Command::State).into() chosen=chosen/> }
}

#[component]
fn ThemeChoice() -> impl IntoView {
    let drawing = Lab::of_page().screen.preferences().drawing();
    let all = DrawingTheme::ALL;
    let chosen = Signal::derive(move || all.iter().position(|theme| *theme == drawing.get()));
    view! { <CommandChoice label="Theme of the drawings" commands=all.map(Command::DrawIn).into() chosen=chosen face=Face::Icon/> }
}

#[component]
fn WidthChoice() -> impl IntoView {
    let width = Lab::of_page().screen.preferences().width();
    let all = Width::ALL;
    let chosen = Signal::derive(move || all.iter().position(|one| *one == width.get()));
    view! { <CommandChoice label="Width of the drawings" commands=all.map(Command::Width).into() chosen=chosen face=Face::Wide/> }
}

/// A piece of page for each view and theme.
#[component]
fn Stages() -> impl IntoView {
    let lab = Lab::of_page();
    let stages = move || {
        let grounds = lab.screen.preferences().drawing().get().grounds();
        let views = lab.derived.views.with(Vec::len);
        (0..views).flat_map(|view| grounds.iter().map(move |ground| (view, *ground))).collect::<Vec<_>>()
    };
    let stages = Memo::new(move |_| stages());
    view! {
        <div id="stages">
            <For each=move || stages.get() key=|stage| *stage let:stage>
                <Stage view=stage.0 ground=stage.1 leads={stages.with_untracked(|stages| stages.first() == Some(&stage))}/>
            </For>
        </div>
    }
}

/// A piece of page in one theme: a sentence with the Mention, and the card.
#[component]
fn Stage(
    /// Its place among the views.
    view: usize,
    ground: &'static str,
    /// The first one.
    leads: bool,
) -> impl IntoView {
    let lab = Lab::of_page();
    let shown = Memo::new(move |last: Option<&Option<View>>| {
        // A stage that is being removed keeps its last view.
        lab.derived.views.with(|views| views.get(view).cloned()).or_else(|| last.cloned().flatten())
    });
    let of =
        move |read: fn(&View) -> String| Memo::new(move |_| shown.with(|shown| shown.as_ref().map(read).unwrap_or_default()));
    let (link, caption) = (of(|view| view.link.clone()), of(|view| view.caption.clone()));
    let stress = lab.screen.stress();
    let drawn = Memo::new(move |_| shown.with(|shown| shown.as_ref().map(|view| view.render.clone())).unwrap_or_default());
    let render = stressed(drawn.into(), stress.into());
    let kind = Memo::new(move |_| shown.with(|shown| shown.as_ref().map_or(ViewKind::Plain, |view| view.kind)));
    let why = Memo::new(move |_| shown.with(|shown| shown.as_ref().and_then(|view| view.why.clone())));
    let instead = Memo::new(move |_| shown.with(|shown| shown.as_ref().and_then(|view| view.stale)));
    let stale = move || instead.get().map(|_| "true");
    let repaired = move || (instead.get() == Some(Stale::Repaired)).then_some("true");
    let state = Memo::new(move |_| render.with(|render| render.state));
    let several = Memo::new(move |_| lab.derived.views.with(|views| views.len() > 1));
    let card = NodeRef::<html::Div>::new();
    let tags = Tags::new(leads);
    let editing = Editing {
        attribute: RwSignal::new(None),
        write: Callback::new(move |(index, text)| form::write(lab, index, text)),
        ended: Callback::new(move |()| {
            if let Some(card) = card.get_untracked() {
                card.focus().ok();
            }
        }),
    };
    let live = live(lab, kind);
    let around = Surroundings { live: Some(Live { tags: Some(tags), editing: Some(editing), ..live }) };
    let around_mention = Surroundings { live: Some(Live { tags: Some(tags), ..live }) };
    let edit = move || edit(lab, &render.get_untracked(), editing.attribute);
    let hint = Memo::new(move |_| hint(lab, state.get()));
    let is_answer = move || kind.get() == ViewKind::Answer;
    view! {
        <div class="stage drawing" data-drawing=ground data-stress=move || stress.get().map(Stress::name) node_ref=tags.stage>
            <TagView tags=tags is_selected=Signal::derive(move || live.selected.get().is_some())/>
            <div class="sheet" data-width=move || lab.screen.preferences().width().get().name() data-of=move || kind.get().name()>
                <p class="caption">{move || several.get().then(|| caption.get())}</p>
                <p class="sentence">
                    "We agreed on "
                    <a
                        class="mention"
                        data-view="mention"
                        data-state=move || state.get().name()
                        data-stale=stale
                        data-repaired=repaired
                        href=move || Some(link.get()).filter(|link| is_web(link))
                        target="_blank"
                        rel="noopener noreferrer"
                        title="Open the link with Ctrl or Command"
                        on:click=stay
                    >
                        <Mention render=render link=link around=around_mention/>
                    </a>
                    " last week."
                </p>
                <div
                    class="preview"
                    data-view="preview"
                    data-state=move || state.get().name()
                    data-stale=stale
                    data-repaired=repaired
                    tabindex=move || if is_answer() { "0" } else { "-1" }
                    use:take_focus=lab.focus_request(Target::Card)
                    role="group"
                    aria-label="Card. Arrow keys choose a part, Enter edits it, Delete removes it"
                    node_ref=card
                    on:keydown=move |event| {
                        if is_answer() {
                            card_keys(lab, &render.get_untracked(), edit, &event);
                        }
                    }
                    on:dblclick=move |_| {
                        if is_answer() {
                            edit();
                        }
                    }
                >
                    {move || match kind.get() {
                        ViewKind::Plain => view! { <PlainLink link=link why=why/> }.into_any(),
                        _ => view! { <Card render=render link=link hint=hint around=around/> }.into_any(),
                    }}
                </div>
            </div>
        </div>
    }
}

/// A press on the Mention selects a part of it; with Ctrl or Command, it opens the link.
fn stay(event: MouseEvent) {
    if !event.ctrl_key() && !event.meta_key() && !event.shift_key() {
        event.prevent_default();
    }
}

/// The keys of the card.
pub fn card_keys(lab: Lab, render: &Render, edit: impl Fn(), event: &KeyboardEvent) {
    // A player or a frame within the card has keys of its own.
    let on_card = event.target().is_some_and(|target| event.current_target().is_some_and(|card| card == target));
    let modified = event.ctrl_key() || event.meta_key() || event.alt_key();
    if !on_card || modified {
        return;
    }
    match &*event.key() {
        "ArrowRight" | "ArrowDown" => form::walk(lab, &render.preview, true),
        "ArrowLeft" | "ArrowUp" => form::walk(lab, &render.preview, false),
        "Enter" | "F2" => edit(),
        "Delete" | "Backspace" => form::delete_selected(lab),
        "Escape" => lab.screen.selected().set(None),
        _ => return,
    }
    event.prevent_default();
}

/// Edits the selected part where it stands; in the form, if it is no text.
fn edit(lab: Lab, render: &Render, editing: RwSignal<Option<usize>>) {
    // Under stress the card shows other texts than the payload has.
    let stressed = lab.screen.stress().get_untracked().is_some();
    let in_place = |index: &usize| !stressed && render.preview.part(*index).is_some_and(|part| editable_text(part).is_some());
    match lab.screen.selected().get_untracked().filter(in_place) {
        Some(index) => editing.set(Some(index)),
        None => form::edit_selected(lab),
    }
}

/// A drawing that can be pressed.
pub fn surroundings(lab: Lab, kind: Memo<ViewKind>) -> Surroundings {
    Surroundings { live: Some(live(lab, kind)) }
}

fn live(lab: Lab, kind: Memo<ViewKind>) -> Live {
    let is_answer = move || kind.get() == ViewKind::Answer;
    let button = |event, words: &'static str| {
        move |()| {
            view! { <CommandButton command=Command::EventHere(event) class="card-button">{words}</CommandButton> }.into_any()
        }
    };
    Live {
        media: media_under(lab, lab.screen.stress().into()),
        open: Callback::new(move |key| lab.media.open(key)),
        failed: Callback::new(move |key| lab.media.failed(key)),
        hover: Callback::new(move |attribute: Option<usize>| {
            hover(lab, attribute.filter(|_| kind.get_untracked() == ViewKind::Answer));
        }),
        selected: Signal::derive(move || lab.screen.selected().get().filter(|_| is_answer())),
        select: Callback::new(move |index| {
            if untrack(is_answer) {
                form::select(lab, index);
            }
        }),
        tags: None,
        editing: None,
        carry: use_context::<Carry>(),
        connect: Callback::new(button(Event::FirstPaste, "Connect")),
        retry: Callback::new(button(Event::Revisit, "Try again")),
    }
}

/// The hint on an empty card: the first problem.
fn hint(lab: Lab, state: State) -> Option<String> {
    let nothing = state == State::Plain;
    nothing
        .then(|| lab.derived.payload.with(|payload| payload.analysis.diagnostics.first().map(|first| first.message.clone())))
        .flatten()
}

/// What the drawings leave out, and why.
#[component]
fn LeftOut() -> impl IntoView {
    let lab = Lab::of_page();
    let left_out = Memo::new(move |_| {
        lab.derived
            .views
            .with(|views| views.iter().flat_map(|view| &view.render.not_drawn).take(MOST_ROWS).cloned().collect::<Vec<_>>())
    });
    view! { <ul class="not-drawn" id="not-drawn">{move || left_out.get().into_iter().map(not_drawn).collect_view()}</ul> }
}

fn not_drawn(left_out: NotDrawn) -> impl IntoView {
    // A pointer says little to most people; it is there for those who want it.
    let name = if left_out.attribute.trim().is_empty() { left_out.pointer.clone() } else { left_out.attribute };
    view! { <li><code title=left_out.pointer>{name}</code>" is not drawn. "<Prose text=left_out.reason/></li> }
}
