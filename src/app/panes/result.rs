//! The result: Mention and card on a piece of page, in the themes and the width that the person chose.

use leptos::prelude::*;

use crate::app::drawing::{Live, Surroundings, card, mention};
use crate::app::erased::live;
use crate::app::icon::{LuColumns2, LuContrast, LuMoon, LuRectangleHorizontal, LuSmartphone, LuSun};
use crate::app::platform::preferences::{Drawing, Width};
use crate::app::state::{Lab, Shown};
use crate::app::widgets::choice::{Item, choice};
use crate::core::preview::{NotDrawn, State};

static THEMES: [Item<Drawing>; 3] = [
    Item { value: Drawing::Light, action: "theme:light", name: "Draw in light", icon: Some(LuSun) },
    Item { value: Drawing::Dark, action: "theme:dark", name: "Draw in dark", icon: Some(LuMoon) },
    Item { value: Drawing::Both, action: "theme:both", name: "Draw in both", icon: Some(LuContrast) },
];

static WIDTHS: [Item<Width>; 3] = [
    Item { value: Width::Column, action: "width:column", name: "As wide as half a page", icon: Some(LuColumns2) },
    Item { value: Width::Page, action: "width:page", name: "As wide as a page", icon: Some(LuRectangleHorizontal) },
    Item { value: Width::Phone, action: "width:phone", name: "As wide as a phone", icon: Some(LuSmartphone) },
];

#[component]
pub fn ResultPane() -> impl IntoView {
    let lab = Lab::here();
    let preferences = lab.preferences;
    let drawing = move || preferences.with(|preferences| preferences.drawing);
    let width = move || preferences.with(|preferences| preferences.width);
    view! {
        <section class="pane result" aria-label="Preview">
            <div class="toolbar">
                <span class="address" title="The link that is previewed">{live(move || lab.project.with(|project| project.link.clone()))}</span>
                <div class="toolbar-actions">
                    {choice("Theme of the drawings", &THEMES, drawing, move |value| preferences.update(|preferences| preferences.drawing = value))}
                    {choice("Width of the drawings", &WIDTHS, width, move |value| preferences.update(|preferences| preferences.width = value))}
                </div>
            </div>
            <div class="stages">
                {live(move || lab.shown.with(|shown| shown.stale.then(stale_note)))}
                {live(move || drawing().themes().iter().map(|dark| view! { <Stage dark=*dark/> }).collect_view())}
                <NotDrawnList/>
            </div>
        </section>
    }
}

fn stale_note() -> impl IntoView {
    view! { <p class="note stale">"The JSON does not parse: this is the last drawing that could be made."</p> }
}

/// A piece of page in one theme.
#[component]
fn Stage(dark: bool) -> impl IntoView {
    let lab = Lab::here();
    let width = move || lab.preferences.with(|preferences| preferences.width.name());
    let around = Surroundings { dark, live: Some(Live { media: lab.media, hovered: lab.hovered }) };
    let link = Memo::new(move |_| lab.project.with(|project| project.link.clone()));
    let state = move || lab.shown.with(|shown| shown.render.state.name());
    let stale = move || lab.shown.with(|shown| shown.stale).then_some("true");
    let href = move || link.with(|link| (link.starts_with("https://") || link.starts_with("http://")).then(|| link.clone()));
    view! {
        <div class="stage drawing" data-drawing=if dark { "dark" } else { "light" }>
            <div class="sheet" data-width=width>
                <p class="sentence">
                    "We agreed on "
                    <a
                        class="mention"
                        data-view="mention"
                        data-state=state
                        data-stale=stale
                        href=href
                        target="_blank"
                        rel="noopener noreferrer"
                    >
                        {live(move || lab.shown.with(|shown| mention(&shown.render, &link.get(), around)))}
                    </a>
                    " last week."
                </p>
                <div class="preview" data-view="preview" data-state=state data-stale=stale>
                    {live(move || lab.shown.with(|shown| card(&shown.render, &link.get(), hint(lab, shown), around)))}
                </div>
            </div>
        </div>
    }
}

/// What a card that shows nothing says: the first problem.
fn hint(lab: Lab, shown: &Shown) -> Option<String> {
    let nothing = shown.render.state == State::Plain;
    nothing
        .then(|| lab.analysis.with(|checked| checked.analysis.diagnostics.first().map(|first| first.message.clone())))
        .flatten()
}

/// What the payload holds and the drawing does not.
#[component]
fn NotDrawnList() -> impl IntoView {
    let lab = Lab::here();
    let row = |left_out: &NotDrawn| view! { <li>"not drawn: " <code>{left_out.pointer.clone()}</code> " " {left_out.reason.clone()}</li> };
    view! {
        {live(move || {
            let rows = lab.shown.with(|shown| shown.render.not_drawn.iter().take(MOST_ROWS).map(row).collect_view());
            (!rows.is_empty()).then(|| view! { <ul class="not-drawn">{rows}</ul> })
        })}
    }
}

/// A list that nobody reads to its end does not grow without one.
const MOST_ROWS: usize = 50;
