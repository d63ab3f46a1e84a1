//! The pattern in words: its error, and each of its parts explained.

use leptos::prelude::*;

use super::marks;
use crate::app::components::{Details, Icon, IconName, Prose};
use crate::app::lab::Lab;
use crate::app::store::{RuleScreenStoreFields, ScreenStoreFields};
use crate::core::links::Compiled;
use crate::core::pattern::explain::parts;
use crate::core::utf16::Utf16;

/// Characters of a part that are shown beside its explanation.
const MOST_WRITTEN: usize = 200;

/// What is wrong with the pattern as a whole, or what one is.
#[component]
pub fn PatternState() -> impl IntoView {
    let lab = Lab::of_page();
    let state = Memo::new(move |_| read(lab, state).flatten());
    let view = |(is_error, text): (bool, String)| {
        let icon = is_error.then(|| view! { <Icon name=IconName::CircleX/> });
        view! { <p class="note" class:bad=is_error>{icon}<Prose text=text/></p> }
    };
    move || state.get().map(view)
}

/// Reads the pattern of the open rule, and follows it.
fn read<T>(lab: Lab, read: fn(&Compiled) -> T) -> Option<T> {
    let index = lab.derived.open_rule.with(|open| open.as_ref().map(|open| open.index))?;
    lab.derived.rules.with(|rules| rules.links.rules.get(index).map(|compiled| read(compiled)))
}

/// Whether it is an error, and the words.
fn state(compiled: &Compiled) -> Option<(bool, String)> {
    let about = "A JavaScript regular expression without flags. `(?<name>…)` captures a part of the URL for the placeholders";
    match &compiled.pattern {
        _ if compiled.text.is_empty() => Some((false, about.to_owned())),
        Ok(_) => None,
        Err(error) => Some((true, error.message.clone())),
    }
}

/// A part of the pattern with its explanation.
#[derive(Clone, PartialEq)]
struct Part {
    class: &'static str,
    written: String,
    says: String,
}

#[component]
pub fn PatternWords() -> impl IntoView {
    let lab = Lab::of_page();
    let open = lab.screen.rule().in_words();
    let parts = Memo::new(move |_| if open.get() { read(lab, explained).unwrap_or_default() } else { Vec::new() });
    let line = |part: Part| view! { <li><code class=part.class>{part.written}</code>" "<Prose text=part.says/></li> };
    view! {
        <Details class="words" open=Signal::derive(move || open.get()) on_toggle=move |is_open| open.set(is_open) summary=|| "In words">
            <ol id="pattern-words">{move || parts.get().into_iter().map(line).collect_view()}</ol>
        </Details>
    }
}

fn explained(compiled: &Compiled) -> Vec<Part> {
    let Some(syntax) = compiled.syntax() else { return Vec::new() };
    let utf16 = Utf16::new(&compiled.text);
    let explained = parts(syntax);
    let part = explained.iter().map(|part| {
        let span = utf16.span(part.span);
        let group = syntax.groups.iter().position(|group| group.span == part.span);
        let written = compiled.text.get(span.start..span.end).unwrap_or_default();
        // Most explanations name their part first, which is shown already.
        let says = part.text.strip_prefix(&format!("`{written}`: ")).unwrap_or(&part.text);
        Part {
            class: group.map_or("part", |index| marks::class(index + 1)),
            written: written.chars().take(MOST_WRITTEN).collect(),
            says: says.to_owned(),
        }
    });
    part.collect()
}
