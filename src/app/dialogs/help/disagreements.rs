//! Every contradiction of the documents, group by group.

use leptos::prelude::*;

use crate::app::components::{DisagreementList, LoadedDisagreements};
use crate::core::contradictions::Printed;

#[component]
pub fn AllDisagreements() -> impl IntoView {
    view! {
        <section class="across" id="disagreements">
            <h3>"Where the documents disagree"</h3>
            <p>
                "Notion’s documents contradict themselves in places, or leave a question open. Each group lists what they say and what the \
                 Lab does. The same notes stand where they matter: under “Why” of a problem, and below the fields of a form."
            </p>
            <LoadedDisagreements show=|rows| view! { <Groups rows=rows/> }.into_any()/>
        </section>
    }
}

/// A browser's search opens the group in which it finds something.
#[component]
fn Groups(rows: Vec<Printed>) -> impl IntoView {
    let group = |rows: &[Printed]| {
        let title = format!("{} ({})", rows[0].group, rows.len());
        view! {
            <details class="disagreement-group">
                <summary>{title}</summary>
                <DisagreementList rows=rows.to_vec()/>
            </details>
        }
    };
    rows.chunk_by(|one, next| one.group == next.group).map(group).collect_view()
}
