//! Pictures that the browser could not load, as notes among the problems. No rule can know of them: the text is right.

use leptos::prelude::*;

use crate::app::command::Command;
use crate::app::components::Sign;
use crate::app::lab::Lab;
use crate::app::store::ViewKind;
use crate::core::place::Where;
use crate::core::preview::{MediaKey, MediaState, Part};
use crate::core::severity::Severity;
use crate::core::text::Span;
use crate::core::unfurl::Section;
use crate::core::url::host_shown;

/// A picture of the answer that does not load.
#[derive(Clone, PartialEq)]
pub struct Broken {
    name: String,
    src_url: String,
    span: Span,
}

/// In the order of the drawing; followed.
pub fn broken(lab: Lab) -> Vec<Broken> {
    lab.derived.views.with(|views| {
        let Some(view) = views.iter().find(|view| view.kind == ViewKind::Answer && view.stale.is_none()) else {
            return Vec::new();
        };
        let parts = Section::ALL.into_iter().flat_map(|section| view.render.preview.section(section));
        parts.filter_map(|part| not_loaded(lab, part)).collect()
    })
}

fn not_loaded(lab: Lab, part: &Part) -> Option<Broken> {
    let key = MediaKey::of(part)?;
    let broken = lab.media.state(&key) == MediaState::Broken;
    broken.then(|| Broken { name: part.shown_name().to_owned(), src_url: key.src_url, span: part.span })
}

#[component]
pub fn BrokenPictures(broken: Memo<Vec<Broken>>) -> impl IntoView {
    move || broken.get().into_iter().map(note).collect_view()
}

fn note(Broken { name, src_url, span }: Broken) -> impl IntoView {
    let lab = Lab::of_page();
    let words = format!("The picture of {name} could not be loaded from {}", host_shown(&src_url));
    view! {
        <li data-broken="true">
            <button
                type="button"
                class="problem"
                data-action="jump"
                title="Go to the place"
                on:click=move |_| Command::Reveal(Where::Payload, span).run(lab)
            >
                <Sign severity=Signal::stored(Severity::Info)/>
                <span class="word">"note"</span>
                <span class="message">{words}</span>
            </button>
            <div class="remedy">
                <span class="help">"The address may be wrong, need a login, or be no picture. The browser does not say which. "</span>
                <a href=src_url target="_blank" rel="noopener noreferrer">"Open the address"</a>
            </div>
        </li>
    }
}
