//! The matrix: what each section may hold, filled with the attributes of the payload. An empty cell that the documents allow
//! makes an attribute.

use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::Found;
use crate::app::actions::form::Deed;
use crate::app::command::{Command, CommandButton};
use crate::app::components::{Icon, IconName, Prose};
use crate::app::lab::Lab;
use crate::app::store::ScreenStoreFields;
use crate::core::form::{Allowed, Layer, MatrixRow};
use crate::core::unfurl::{Section, SubType};

/// The attributes of one cell that are listed.
const MOST_ENTRIES: usize = 4;

/// A row and a column.
type Place = (usize, usize);

fn at(row: usize, column: usize) -> Option<(MatrixRow, Section)> {
    Some((*MatrixRow::ALL.get(row)?, *Section::ALL.get(column)?))
}

/// `enum:primary`
fn name((row, section): (MatrixRow, Section)) -> String {
    format!("{}:{}", row.name(), section.name())
}

#[component]
pub fn Matrix(found: Found) -> impl IntoView {
    let cells = by_cell(found);
    // Tab stops at the cell that had the focus last.
    let (stop, about) = (RwSignal::new((0, 0)), RwSignal::new(None::<Place>));
    let wanted = RwSignal::new(None::<Place>);
    let keys = move |event: KeyboardEvent| {
        if let Some(to) = neighbor(stop.get_untracked(), &event.key()) {
            event.prevent_default();
            wanted.set(Some(to));
        }
    };
    let row = move |row: usize| {
        view! {
            <tr>
                <th scope="row"><code>{MatrixRow::ALL[row].name()}</code></th>
                {(0..Section::ALL.len()).map(|column| view! { <Cell place=(row, column) cells=cells stop=stop wanted=wanted about=about/> }).collect_view()}
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
                <table aria-labelledby="matrix-title" on:keydown=keys on:mouseleave=move |_| about.set(None)>
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
fn by_cell(found: Found) -> Memo<Arc<Vec<Vec<Layer>>>> {
    Memo::new(move |_| {
        let mut cells = vec![Vec::new(); MatrixRow::ALL.len() * Section::ALL.len()];
        found.with(|found| {
            for layer in found.iter() {
                let row = MatrixRow::of(layer).and_then(|row| MatrixRow::ALL.iter().position(|one| *one == row));
                let column = layer.section.and_then(|section| Section::ALL.iter().position(|one| *one == section));
                if let Some((row, column)) = row.zip(column) {
                    cells[index((row, column))].push(layer.clone());
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
    cells: Memo<Arc<Vec<Vec<Layer>>>>,
    stop: RwSignal<Place>,
    wanted: RwSignal<Option<Place>>,
    about: RwSignal<Option<Place>>,
) -> impl IntoView {
    let (row, section) = at(place.0, place.1)?;
    let entries = Memo::new(move |_| cells.with(|cells| cells[index(place)].clone()));
    let is_stop = Signal::derive(move || stop.get() == place);
    let reached = move |_| {
        stop.set(place);
        about.set(Some(place));
    };
    let cell = NodeRef::<html::Td>::new();
    Effect::new(move |_| {
        if wanted.get() == Some(place) {
            wanted.set(None);
            let button = cell.get_untracked().and_then(|cell| cell.first_element_child());
            if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
                button.focus().ok();
            }
        }
    });
    let show = move || {
        let entries = entries.get();
        if entries.is_empty() { empty(row, section, is_stop) } else { filled(entries, is_stop) }
    };
    Some(view! {
        <td
            data-cell=name((row, section))
            data-allowed=row.allowed(section).name()
            node_ref=cell
            on:focusin=reached
            on:mouseenter=move |_| about.set(Some(place))
        >
            {show}
        </td>
    })
}

/// The person's own attributes; a press selects one.
fn filled(entries: Vec<Layer>, stop: Signal<bool>) -> AnyView {
    let lab = Lab::of_page();
    let more = entries.len().saturating_sub(MOST_ENTRIES);
    let entry = move |entry: Layer| {
        let pressed = Signal::derive(move || lab.screen.selected().get() == Some(entry.index));
        view! {
            <CommandButton
                command=Command::Attribute(Deed::Select, entry.index)
                class="matrix-entry"
                pressed=pressed
                stop=stop
                index=entry.index
                name=format!("Edit {}", entry.shown_name())
            >
                {entry.shown_name().to_owned()}
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
