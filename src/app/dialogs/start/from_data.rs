//! From JSON or a page: which of its fields is the title, the status and so on.

use std::sync::Arc;

use leptos::prelude::*;

use super::outcome::{Made, Outcome};
use crate::app::components::take_focus;
use crate::app::lab::Lab;
use crate::app::store::Target;
use crate::core::start::{Data, Leaf, Mapped, Role, best, project_of_data, propose, shown};
use crate::core::text::beginning;

/// Bytes of a value in the list of fields.
const LONGEST: usize = 48;

/// A row of the table.
#[derive(Clone, Copy)]
struct Row {
    number: usize,
    /// The person chooses its word too.
    added: bool,
    mapped: RwSignal<Mapped>,
}

impl Row {
    fn new(number: usize, added: bool, mapped: Mapped) -> Self {
        Self { number, added, mapped: RwSignal::new(mapped) }
    }
}

#[component]
pub fn FromData(data: Arc<Data>) -> impl IntoView {
    let proposed = propose(&data).into_iter().enumerate().map(|(number, mapped)| Row::new(number, false, mapped)).collect();
    let rows = RwSignal::new(proposed);
    let made = data.clone();
    let project = Memo::new(move |_| -> Made {
        let mapped: Vec<Mapped> = rows.with(|rows: &Vec<Row>| rows.iter().map(|row| row.mapped.get()).collect());
        Ok(Arc::new(project_of_data(&made, &mapped)))
    });
    view! {
        <div class="start-from">
            <Mapping data=data rows=rows/>
            <Outcome project=project/>
        </div>
    }
}

#[component]
fn Mapping(data: Arc<Data>, rows: RwSignal<Vec<Row>>) -> impl IntoView {
    let lab = Lab::of_page();
    let of_rows = data.clone();
    let add = move |_| {
        let number = rows.read_untracked().len();
        let is_new = |role: &Role| rows.read_untracked().iter().all(|row| row.mapped.read_untracked().role != *role);
        let Some(role) = Role::all().find(is_new).or(Role::all().last()) else { return };
        rows.update(|rows| rows.push(Row::new(number, true, Mapped { role, path: best(&data, role) })));
        lab.focus(Target::StartRow(number));
    };
    view! {
        <div class="start-mapping">
            <table class="mapping">
                <thead><tr><th scope="col">"Part"</th><th scope="col">"Field"</th><th scope="col">"Value"</th></tr></thead>
                <tbody>
                    <For each=move || rows.get() key=|row| row.number let:row><MappingRow data=of_rows.clone() row=row/></For>
                </tbody>
            </table>
            <button type="button" class="quiet accent" data-action="start:add-row" on:click=add>"Add row"</button>
        </div>
    }
}

#[component]
fn MappingRow(data: Arc<Data>, row: Row) -> impl IntoView {
    let role = Memo::new(move |_| row.mapped.read().role);
    let (values, of_words) = (data.clone(), data.clone());
    let value = move || row.mapped.with(|mapped| Some(shown(&values, mapped.role, values.leaf(mapped.path.as_deref()?)?)));
    let head =
        if row.added { view! { <WordChoice data=of_words row=row/> }.into_any() } else { role.get_untracked().name().into_any() };
    view! {
        <tr data-mapping=move || role.get().name()>
            <th scope="row">{head}</th>
            // Another word has another field that fits it best.
            <td>{move || { role.track(); view! { <FieldChoice data=data.clone() row=row/> } }}</td>
            <td class="mapped-value"><bdi>{value}</bdi></td>
        </tr>
    }
}

#[component]
fn WordChoice(data: Arc<Data>, row: Row) -> impl IntoView {
    let lab = Lab::of_page();
    let chosen = row.mapped.read_untracked().role;
    let choose = move |event| {
        if let Some(role) = Role::named(&event_target_value(&event)) {
            row.mapped.set(Mapped { role, path: best(&data, role) });
        }
    };
    let option = |role: Role| view! { <option value=role.name() selected=role == chosen>{role.name()}</option> };
    view! {
        <select
            aria-label="Part"
            data-field="start-part"
            on:change=choose
            use:take_focus=lab.focus_request(Target::StartRow(row.number))
        >
            {Role::all().map(option).collect_view()}
        </select>
    }
}

#[component]
fn FieldChoice(data: Arc<Data>, row: Row) -> impl IntoView {
    let Mapped { role, path } = row.mapped.get_untracked();
    let choose = move |event| {
        let path = Some(event_target_value(&event)).filter(|path| !path.is_empty());
        row.mapped.update(|mapped| mapped.path = path);
    };
    let option = |leaf: &Leaf| {
        let text = beginning(leaf.text.trim(), LONGEST);
        let words = format!("{} · {text}{}", leaf.path, if text.len() < leaf.text.trim().len() { "…" } else { "" });
        view! { <option value=leaf.path.clone() selected=path.as_ref() == Some(&leaf.path)>{words}</option> }
    };
    view! {
        <select aria-label=format!("Field for {}", role.name()) data-field="start-field" on:change=choose>
            <option value="" selected=path.is_none()>"none"</option>
            {data.leaves.iter().map(option).collect_view()}
        </select>
    }
}
