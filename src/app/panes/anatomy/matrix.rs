//! The matrix: what each section may hold, filled with the attributes of the payload. An empty cell that the documents allow
//! makes an attribute.

use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::Entries;
use crate::app::actions::form::Deed;
use crate::app::command::{Command, CommandButton};
use crate::app::components::{Icon, IconName, Prose};
use crate::app::lab::Lab;
use crate::app::store::ScreenStoreFields;
use crate::core::form::{Allowed, MatrixEntry, MatrixRow};
use crate::core::unfurl::{Section, SubType};

/// The attributes of one cell that are listed.
const MOST_ENTRIES: usize = 4;

/// A row and a column. The cell that has the focus, or had it last, is the stop of Tab.
type Place = (usize, usize);

fn at(row: usize, column: usize) -> Option<(MatrixRow, Section)> {
    Some((*MatrixRow::ALL.get(row)?, *Section::ALL.get(column)?))
}

/// `enum:primary`
fn name((row, section): (MatrixRow, Section)) -> String {
    format!("{}:{}", row.name(), section.name())
}

#[component]
pub fn Matrix(found: Entries) -> impl IntoView {
    let cells = by_cell(found);
    let (stop, about) = (RwSignal::new((0, 0)), RwSignal::new(None::<Place>));
    let table = NodeRef::<html::Table>::new();
    let keys = move |event: KeyboardEvent| {
        let Some(to) = neighbor(stop.get_untracked(), &event.key()) else { return };
        event.prevent_default();
        let Some(table) = table.get_untracked() else { return };
        let selector = at(to.0, to.1).map(|cell| format!("[data-cell='{}'] button", name(cell)));
        let found = selector.and_then(|selector| table.query_selector(&selector).ok().flatten());
        if let Some(button) = found.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
            button.focus().ok();
        }
    };
    let row = move |row: usize| {
        view! {
            <tr>
                <th scope="row"><code>{MatrixRow::ALL[row].name()}</code></th>
                {(0..Section::ALL.len()).map(|column| view! { <Cell place=(row, column) cells=cells stop=stop about=about/> }).collect_view()}
            </tr>
        }
    };
    let group = |of: fn(&MatrixRow) -> bool| {
        let rows = (0..MatrixRow::ALL.len()).filter(|row| of(&MatrixRow::ALL[*row]));
        view! { <tbody>{rows.map(row).collect_view()}</tbody> }
    };
    let words = move || match about.get().and_then(|(row, column)| at(row, column)) {
        Some((row, section)) => row.why(section),
        None => "Press an empty cell with a plus to add an attribute there. Arrow keys move between the cells".to_owned(),
    };
    view! {
        <section class="matrix" aria-labelledby="matrix-title">
            <h3 class="group" id="matrix-title">"What each section may hold"</h3>
            <p class="note matrix-about" id="matrix-about"><Prose text=Signal::derive(words)/></p>
            <div class="matrix-scroll">
                <table node_ref=table aria-labelledby="matrix-title" on:keydown=keys on:mouseleave=move |_| about.set(None)>
                    <thead>
                        <tr>
                            <th scope="col">"Sub-type"</th>
                            {Section::ALL.map(|section| view! { <th scope="col" title=section.place()><code>{section.name()}</code></th> }).collect_view()}
                        </tr>
                    </thead>
                    {group(|row| matches!(row, MatrixRow::SubType(one) if !one.is_embed()))}
                    {group(|row| matches!(row, MatrixRow::SubType(one) if SubType::is_embed(*one)))}
                    {group(|row| *row == MatrixRow::Relation)}
                </table>
            </div>
        </section>
    }
}

/// The attributes of each cell, row by row.
fn by_cell(found: Entries) -> Memo<Arc<Vec<Vec<MatrixEntry>>>> {
    Memo::new(move |_| {
        let mut cells = vec![Vec::new(); MatrixRow::ALL.len() * Section::ALL.len()];
        found.with(|found| {
            for entry in found.iter() {
                let row = MatrixRow::ALL.iter().position(|row| *row == entry.row);
                let column = Section::ALL.iter().position(|section| *section == entry.section);
                if let Some((row, column)) = row.zip(column) {
                    cells[index((row, column))].push(entry.clone());
                }
            }
        });
        Arc::new(cells)
    })
}

fn index((row, column): Place) -> usize {
    row * Section::ALL.len() + column
}

fn neighbor((row, column): Place, key: &str) -> Option<Place> {
    let (row, column) = match key {
        "ArrowUp" => (row.checked_sub(1)?, column),
        "ArrowDown" => (row + 1, column),
        "ArrowLeft" => (row, column.checked_sub(1)?),
        "ArrowRight" => (row, column + 1),
        "Home" => (row, 0),
        "End" => (row, Section::ALL.len() - 1),
        _ => return None,
    };
    at(row, column).map(|_| (row, column))
}

#[component]
fn Cell(
    place: Place,
    cells: Memo<Arc<Vec<Vec<MatrixEntry>>>>,
    stop: RwSignal<Place>,
    about: RwSignal<Option<Place>>,
) -> impl IntoView {
    let (row, section) = at(place.0, place.1)?;
    let entries = Memo::new(move |_| cells.with(|cells| cells[index(place)].clone()));
    let is_stop = Signal::derive(move || stop.get() == place);
    let reached = move |_| {
        stop.set(place);
        about.set(Some(place));
    };
    let show = move || {
        let entries = entries.get();
        if entries.is_empty() { empty(row, section, is_stop) } else { filled(entries, is_stop) }
    };
    Some(view! {
        <td
            data-cell=name((row, section))
            data-allowed=row.allowed(section).name()
            on:focusin=reached
            on:mouseenter=move |_| about.set(Some(place))
        >
            {show}
        </td>
    })
}

/// The person's own attributes; a press selects one.
fn filled(entries: Vec<MatrixEntry>, stop: Signal<bool>) -> AnyView {
    let lab = Lab::of_page();
    let more = entries.len().saturating_sub(MOST_ENTRIES);
    let entry = move |entry: MatrixEntry| {
        let pressed = Signal::derive(move || lab.screen.selected().get() == Some(entry.index));
        view! {
            <CommandButton
                command=Command::Attribute(Deed::Select, entry.index)
                class="matrix-entry"
                pressed=pressed
                stop=stop
                index=entry.index
                name=format!("Edit {}", entry.name)
            >
                {entry.name}
            </CommandButton>
        }
    };
    view! {
        {entries.into_iter().take(MOST_ENTRIES).map(entry).collect_view()}
        {(0 < more).then(|| view! { <span class="note">{format!("and {more} more")}</span> })}
    }
    .into_any()
}

fn empty(row: MatrixRow, section: Section, stop: Signal<bool>) -> AnyView {
    let (allowed, why) = (row.allowed(section), row.why(section).replace('`', ""));
    let words = if allowed == Allowed::Undocumented { "Not documented" } else { "" };
    if let Some(word) = row.word(section) {
        let name = format!("Add {} to {}", row.name(), section.name());
        return view! {
            <CommandButton command=Command::AddAt(word, section) class="matrix-empty" name=name stop=stop>
                <Icon name=IconName::Plus/>
                {words}
            </CommandButton>
        }
        .into_any();
    }
    let says = if allowed == Allowed::No { "not allowed" } else { "not documented" };
    // A button, so that the arrow keys and a finger reach the reason too.
    view! {
        <button
            type="button"
            class="matrix-empty"
            aria-disabled="true"
            aria-label=format!("{} in {}: {says}", row.name(), section.name())
            aria-description=why.clone()
            title=why
            tabindex=move || if stop.get() { "0" } else { "-1" }
        >
            {words}
        </button>
    }
    .into_any()
}
