//! What the groups must capture of a sample URL, with a field for each.

use leptos::prelude::*;
use serde_json::Value;

use super::marks::{MOST_SHOWN, capture_item};
use crate::app::actions::rules::type_expected;
use crate::app::components::{Prose, aria};
use crate::app::lab::Lab;
use crate::core::links::{Capture, Captured, Verdict, named};
use crate::core::project::UrlId;

#[component]
pub fn ExpectedCaptures(id: UrlId, url: String, captures: Vec<Capture>, expected: Value, verdict: Verdict) -> impl IntoView {
    let item = |capture: &Capture| {
        let name = capture.name.clone().unwrap_or_default();
        let wanted = expected.get(&name).map(|wanted| wanted.as_str().unwrap_or_default().to_owned());
        let differs = verdict.differences.iter().any(|found| found.group == name);
        let field = wanted.map(|wanted| view! { <ExpectedField id=id group=name wanted=wanted differs=differs/> });
        capture_item(&url, capture, field.into_any())
    };
    let items = named(&captures).into_iter().take(MOST_SHOWN).map(item).collect_view();
    let missing = verdict.differences.iter().filter(|difference| difference.captured == Captured::NoGroup);
    let missing = missing.map(|difference| {
        let words = format!("No group `{}`, which was expected", difference.group);
        view! { <li class="capture bad"><Prose text=words/></li> }
    });
    view! { <ul class="captures">{items}{missing.collect_view()}</ul> }
}

/// A field for what one group must capture.
#[component]
fn ExpectedField(id: UrlId, group: String, wanted: String, differs: bool) -> impl IntoView {
    let lab = Lab::of_page();
    let label = format!("Expected {group}");
    let hook = group.clone();
    view! {
        <span class="soft">
            {if differs { "expected" } else { "as expected" }}
            <input
                type="text"
                class="expected"
                class:bad=differs
                data-field="expected"
                data-group=hook
                aria-label=label
                aria-invalid=differs.then(|| aria(true))
                placeholder="nothing"
                autocomplete="off"
                spellcheck="false"
                value=wanted
                on:input=move |event| type_expected(lab, id, &group, event_target_value(&event))
            />
        </span>
    }
}
