//! The URLs of the open rule, one row each.

use leptos::prelude::*;

use super::sample::{UrlRow, UrlState};
use crate::app::components::Rows;
use crate::app::lab::Lab;
use crate::core::project::UrlList;

/// Rows that are drawn; all URLs are checked.
const MOST_ROWS: usize = 200;

#[component]
pub fn UrlRows(id: &'static str, list: UrlList) -> impl IntoView {
    let lab = Lab::of_page();
    let all = Memo::new(move |_| lab.derived.open_rule.with(|open| open.as_ref().map_or(0, |open| list.of(&open.rule).len())));
    let further = Memo::new(move |_| {
        all.get().checked_sub(MOST_ROWS + 1).map(|more| format!("And {} more. All of them are checked", more + 1))
    });
    view! {
        <ul class="samples" id=id>
            <Rows
                items=move || states(lab, list)
                key=|state: &UrlState| state.id
                row=move |id, state| view! { <UrlRow id=id list=list state=state/> }.into_any()
            />
            <Show when=move || further.get().is_some()>
                <li class="note">{further}</li>
            </Show>
        </ul>
    }
}

/// What each row shows.
fn states(lab: Lab, list: UrlList) -> Vec<UrlState> {
    let Some(open) = lab.derived.open_rule.get() else { return Vec::new() };
    lab.derived.rules.with(|rules| {
        let Some((compiled, known)) = rules.links.rules.get(open.index).zip(rules.analysis.rules.get(open.index)) else {
            return Vec::new();
        };
        let verdicts = match list {
            UrlList::Samples => &known.samples,
            UrlList::Excluded => &known.excluded,
        };
        let urls = list.of(&open.rule).iter().enumerate().take(MOST_ROWS);
        urls.map(|(at, url)| UrlState::new(list, at, url, &open.rule, compiled, verdicts.get(at).cloned().flatten())).collect()
    })
}
