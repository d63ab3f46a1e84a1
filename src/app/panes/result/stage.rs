//! The pieces of page that the link is drawn on.

use leptos::ev::MouseEvent;
use leptos::html;
use leptos::prelude::*;

use super::live::{card_keys, edit, live};
use crate::app::actions::form;
use crate::app::components::take_focus;
use crate::app::drawing::{Card, Editing, Live, Mention, PlainLink, Surroundings, TagView, Tags, is_web};
use crate::app::lab::Lab;
use crate::app::panes::canvas::stressed;
use crate::app::store::{PreferencesStoreFields, ScreenStoreFields, Stale, Target, View, ViewKind};
use crate::core::preview::Stress;
use crate::core::state::State;

/// A piece of page for each view and theme.
#[component]
pub fn Stages() -> impl IntoView {
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

/// The hint on an empty card: the first problem.
fn hint(lab: Lab, state: State) -> Option<String> {
    let nothing = state == State::Plain;
    nothing
        .then(|| lab.derived.payload.with(|payload| payload.analysis.diagnostics.first().map(|first| first.message.clone())))
        .flatten()
}
