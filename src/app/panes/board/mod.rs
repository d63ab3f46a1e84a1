//! The board: every state in both themes and all widths on one sheet. A press on a drawing opens it. A part of the page that
//! loads when it is opened.

mod context;

use std::sync::Arc;

use leptos::prelude::*;
use leptos::wasm_split::wasm_split;

use super::canvas::{media_under, stressed};
use crate::app::command::{Command, CommandButton, entry};
use crate::app::components::{NotLoaded, Part, PartView};
use crate::app::drawing::{Card, Live, Mention, PlainLink, Surroundings};
use crate::app::lab::Lab;
use crate::app::store::{DrawingTheme, Opening, PreferencesStoreFields, ScreenStoreFields, View, ViewKind, Width};
use crate::core::preview::{Render, Stress};
use crate::core::state::State;
use context::Contexts;

/// Loads when it is first opened.
pub const PART: Part = Part(|| Box::pin(load()));

#[wasm_split(board, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load() -> Result<PartView, NotLoaded> {
    Ok(|| view! { <BoardPane/> }.into_any())
}

const THEMES: [DrawingTheme; 2] = [DrawingTheme::Light, DrawingTheme::Dark];

/// One line of the board: a state, or the answer under a stress of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct BoardRow {
    state: State,
    stress: Option<Stress>,
}

impl BoardRow {
    fn label(self) -> String {
        self.stress.map_or_else(|| state_label(self.state), |stress| stress.label().to_owned())
    }
}

fn state_label(state: State) -> String {
    entry(&Command::State(state)).label.into_owned()
}

/// What a drawing of the board is made of; followed.
#[derive(Clone, Copy)]
struct Shown {
    view: Memo<View>,
    render: Signal<Arc<Render>>,
    stress: Signal<Option<Stress>>,
}

impl Shown {
    fn new(lab: Lab, row: BoardRow) -> Self {
        let view = Memo::new(move |_| lab.derived.drawings.in_state(row.state));
        let stress = Signal::derive(move || row.stress.or_else(|| lab.screen.stress().get()));
        Self { view, render: stressed(Signal::derive(move || view.with(|view| view.render.clone())), stress), stress }
    }
}

#[component]
pub fn BoardPane() -> impl IntoView {
    let lab = Lab::of_page();
    let rows = move || {
        let states = State::IN_TIME.map(|state| BoardRow { state, stress: None });
        let all = lab.screen.stress_all().get().then_some(Stress::ALL).into_iter().flatten();
        let stresses = all.map(|stress| BoardRow { state: State::Loaded, stress: Some(stress) });
        states.into_iter().chain(stresses).collect::<Vec<_>>()
    };
    let zoom = move || format!("--zoom:{}%", lab.screen.zoom().get().percent());
    view! {
        <div class="board" data-board="true" style=zoom>
            <table aria-label="Every state in light and dark, in three widths">
                <thead>
                    <tr>
                        <th rowspan="2" scope="col"><span class="unseen">"State"</span></th>
                        {THEMES.map(|theme| view! { <th scope="colgroup" colspan="3">{theme_label(theme)}</th> }).collect_view()}
                    </tr>
                    <tr>
                        {THEMES.into_iter().flat_map(|_| Width::ALL).map(|width| view! { <th scope="col">{width_label(width)}</th> }).collect_view()}
                    </tr>
                </thead>
                <tbody>
                    <For each=rows key=|row| *row let:row><Line row=row/></For>
                </tbody>
            </table>
        </div>
        <Contexts/>
    }
}

pub fn theme_label(theme: DrawingTheme) -> &'static str {
    if theme == DrawingTheme::Dark { "Dark" } else { "Light" }
}

fn width_label(width: Width) -> &'static str {
    match width {
        Width::Column => "Column",
        Width::Page => "Page",
        Width::Phone => "Phone",
    }
}

#[component]
fn Line(row: BoardRow) -> impl IntoView {
    let shown = Shown::new(Lab::of_page(), row);
    let drawing = move |(theme, width)| {
        let opening = Opening { state: row.state, theme, width, stress: row.stress };
        view! { <td><Drawing opening=opening shown=shown/></td> }
    };
    let places = THEMES.into_iter().flat_map(|theme| Width::ALL.map(|width| (theme, width)));
    view! {
        <tr>
            <th scope="row">{row.label()}</th>
            {places.map(drawing).collect_view()}
        </tr>
    }
}

/// A drawing that only shows, and over all of it a button that opens it.
#[component]
fn Drawing(opening: Opening, shown: Shown) -> impl IntoView {
    let lab = Lab::of_page();
    let Opening { state, theme, width, stress } = opening;
    let view = shown.view;
    let link = Memo::new(move |_| view.with(|view| view.link.clone()));
    let kind = Memo::new(move |_| view.with(|view| view.kind));
    let why = Signal::stored(None::<String>);
    let hint = Signal::stored(None::<String>);
    let around = still(lab, shown.stress);
    let first = stress.map_or_else(|| state_label(state), |stress| stress.label().to_owned());
    let name = format!("Open: {first}, {}, {}", theme.name(), width.name());
    let is_open =
        move || lab.derived.setup.with(|project| project.state == state) && stress.is_none() && is_chosen(lab, theme, width);
    let sheet = view! {
        <div class="sheet" data-width=width.name() inert=true>
            <p class="sentence">
                "We agreed on "
                <span class="mention" data-state=state.name()><Mention render=shown.render link=link around=around/></span>
                " last week."
            </p>
            <div class="preview">
                {move || match kind.get() {
                    ViewKind::Plain => view! { <PlainLink link=link why=why/> }.into_any(),
                    _ => view! { <Card render=shown.render link=link hint=hint around=around/> }.into_any(),
                }}
            </div>
        </div>
    };
    view! {
        <div
            class="board-drawing drawing"
            class:open=is_open
            data-drawing=theme.name()
            data-theme=theme.name()
            data-width=width.name()
            data-state=state.name()
            data-stress=move || shown.stress.get().map(Stress::name)
            data-stale=move || view.with(|view| view.stale.map(|_| "true"))
        >
            {sheet}
            <CommandButton command=Command::OpenDrawing(opening) class="board-open" name=name>""</CommandButton>
        </div>
    }
}

/// Whether the single drawing has this theme and this width.
fn is_chosen(lab: Lab, theme: DrawingTheme, width: Width) -> bool {
    let preferences = lab.screen.preferences();
    preferences.drawing().get() == theme && preferences.width().get() == width
}

/// Media load as in the single drawing. Nothing can be pressed, since the drawing lies under a button.
fn still(lab: Lab, stress: Signal<Option<Stress>>) -> Surroundings {
    let button = |words| view! { <span class="card-button">{words}</span> }.into_any();
    let failed = Callback::new(move |key| lab.media.failed(key));
    Surroundings { live: Some(Live::shown(media_under(lab, stress), failed, button)) }
}
