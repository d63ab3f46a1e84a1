//! Commands of which one is chosen: one stop of Tab, and the arrow keys lead from button to button.

use leptos::prelude::*;

use super::{Command, CommandButton, Face};
use crate::app::components::Choice;

#[component]
pub fn CommandChoice(
    /// The accessible name of the group.
    label: &'static str,
    commands: Vec<Command>,
    /// The place of the chosen one.
    #[prop(into)]
    chosen: Signal<Option<usize>>,
    #[prop(optional)] face: Face,
) -> impl IntoView {
    let button = move |(at, command): (usize, Command)| {
        let pressed = Signal::derive(move || chosen.get() == Some(at));
        let stop = Signal::derive(move || chosen.get().unwrap_or_default() == at);
        view! { <CommandButton command=command class="" face=face pressed=pressed stop=stop/> }
    };
    view! { <Choice label=label>{commands.into_iter().enumerate().map(button).collect_view()}</Choice> }
}
