//! From links: a rule with the parts that vary, and what Notion shows meanwhile.

use std::sync::Arc;

use leptos::prelude::*;

use super::outcome::{Made, Outcome};
use crate::app::components::DraftParts;
use crate::core::links::draft::draft_with;
use crate::core::start::project_of_links;

#[component]
pub fn FromLinks(links: Vec<String>) -> impl IntoView {
    let links: Arc<[String]> = links.into();
    let turned = RwSignal::new(Vec::new());
    let project = {
        let links = links.clone();
        Memo::new(move |_| -> Made { turned.with(|turned| project_of_links(&links, turned).map(Arc::new)) })
    };
    let parts = Memo::new(move |_| {
        let texts: Vec<&str> = links.iter().map(String::as_str).collect();
        turned.with(|turned| draft_with(&texts, turned)).map(|draft| draft.parts).unwrap_or_default()
    });
    let pattern = move || project.with(|made| made.as_ref().ok()?.rules.first().map(|rule| rule.pattern.clone()));
    view! {
        <div class="start-from">
            <div class="proposal">
                <p>"Press the parts of the link that differ from one link to the next"</p>
                <DraftParts parts=parts turned=turned/>
                {move || pattern().map(|pattern| view! { <code class="drafted">{pattern}</code> })}
            </div>
            <Outcome project=project/>
        </div>
    }
}
