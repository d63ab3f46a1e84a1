//! The documents, and every form and address that they name.

use leptos::prelude::*;

use crate::app::components::Prose;
use crate::core::contradictions::{Document, LINKS};

#[component]
pub fn DocumentsAndForms() -> impl IntoView {
    let documents = Document::ALL.map(|document| entry(document.title(), document.url(), document.about()));
    let links = LINKS.map(|link| entry(link.title, link.url, link.about));
    view! {
        <section class="across" id="documents">
            <h3>"Documents and forms"</h3>
            <ul class="links">{documents.collect_view()}{links.collect_view()}</ul>
        </section>
    }
}

fn entry(title: &'static str, url: &'static str, about: &'static str) -> impl IntoView {
    view! {
        <li>
            <a href=url target="_blank" rel="noopener noreferrer">{title}</a>
            <span class="soft"><Prose text=about/></span>
        </li>
    }
}
