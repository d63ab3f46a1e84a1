//! The payloads of two versions, line by line.

use leptos::prelude::*;

use super::comparison::Side;
use crate::core::compare::{Comparison, Pair, compare_payloads};

#[component]
pub fn Lines(left: Side, right: Side) -> impl IntoView {
    let comparison = Memo::new(move |_| left.answer.with(|before| right.answer.with(|after| compare_payloads(before, after))));
    let rows = move || comparison.with(|comparison| comparison.pairs.iter().map(row).collect_view());
    let left_out = Memo::new(move |_| comparison.with(|comparison| comparison.left_out));
    view! {
        <h3 class="group" id="lines-title">"JSON"</h3>
        <p class="note" id="lines-summary">{move || comparison.with(summary)}</p>
        <table class="lines" aria-labelledby="lines-title">
            <thead>
                <tr><th scope="col">{left.name}</th><th scope="col">{right.name}</th></tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
        <p class="note" hidden=move || left_out.get() == 0>{move || format!("and {} more", counted(left_out.get()))}</p>
    }
}

fn summary(comparison: &Comparison) -> String {
    match (comparison.removed, comparison.added) {
        (0, 0) => "The JSON is the same".to_owned(),
        (0, added) => format!("{} added", counted(added)),
        (removed, 0) => format!("{} removed", counted(removed)),
        (removed, added) => format!("{} removed, {} added", counted(removed), counted(added)),
    }
}

fn counted(lines: usize) -> String {
    format!("{lines} line{}", if lines == 1 { "" } else { "s" })
}

fn row(pair: &Pair) -> AnyView {
    match pair {
        Pair::Same(line) => view! { <tr data-line="same"><td>{code("", line)}</td><td>{code("", line)}</td></tr> }.into_any(),
        Pair::Differs(old, new) => view! {
            <tr data-line="differs">{cell("removed", "-", old.as_deref())}{cell("added", "+", new.as_deref())}</tr>
        }
        .into_any(),
        Pair::Folded(lines) => {
            let words = format!("{lines} equal lines");
            view! { <tr data-line="folded"><td colspan="2" class="soft">{words}</td></tr> }.into_any()
        }
    }
}

fn cell(class: &'static str, sign: &'static str, line: Option<&str>) -> AnyView {
    match line {
        Some(line) => view! { <td class=class>{code(sign, line)}</td> }.into_any(),
        None => view! { <td class="nothing"></td> }.into_any(),
    }
}

/// A line with its sign.
fn code(sign: &'static str, line: &str) -> AnyView {
    view! { <span class="line-sign">{sign}</span><code>{line.to_owned()}</code> }.into_any()
}
