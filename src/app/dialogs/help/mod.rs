//! The help.

mod disagreements;
mod documents;
mod integration;

use leptos::prelude::*;
use leptos::wasm_split::wasm_split;

use super::PageDialog;
use crate::app::command::{Command, CommandButton};
use crate::app::components::{DisagreementNote, Loaded, NotLoaded, Part, PartView};
use crate::app::store::{Canvas, Dialog};
use crate::core::unfurl::{Section, SubType};
use disagreements::AllDisagreements;
use documents::DocumentsAndForms;
use integration::Integration;

/// Loads when it is first opened.
pub const PART: Part = Part(|| Box::pin(load()));

#[wasm_split(help, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load() -> Result<PartView, NotLoaded> {
    Ok(|| view! { <Help/> }.into_any())
}

#[component]
pub fn HelpDialog() -> impl IntoView {
    view! {
        <PageDialog dialog=Dialog::Help id="help" title="Help">
            <Loaded part=PART/>
        </PageDialog>
    }
}

/// Short sections in two columns where there is room; tables and lists go across.
#[component]
fn Help() -> impl IntoView {
    view! {
        <div class="prose">
            <About/>
            <Sections/>
            <Terms/>
            <Integration/>
            <AllDisagreements/>
            <DocumentsAndForms/>
            <Keys/>
        </div>
    }
}

#[component]
fn About() -> impl IntoView {
    view! {
        <section>
            <h3>"What you can do here"</h3>
            <p>
                "Edit unfurl attributes on the left. The card and the Mention update at every keystroke, and each problem is shown in place. \
                 Under “Link rules” say which URLs get a preview and what Notion shows while it waits for your service. Paste a URL above \
                 the drawing to see which rule matches it. Everything stays in this browser."
            </p>
            <p>
                "You can also begin with what you have: a link, JSON that an API returned, or the HTML of a page. Paste or drop it, check which \
                 field is the title, the status and so on, and make a project of it. Nothing is fetched."
            </p>
            <p><CommandButton command=Command::Show(Dialog::Start) class="button"/></p>
        </section>
        <section>
            <h3>"The Lab and Notion"</h3>
            <p>
                "The Lab is independent of Notion. It follows Notion's public documents, which say " <em>"integration"</em>
                " where newer pages say " <em>"connection"</em>
                ". Its drawing follows the documented sections and is not Notion's own, and nothing here promises that Notion will accept a \
                 payload."
            </p>
        </section>
    }
}

/// The sections, with where each one is and what it may hold.
#[component]
fn Sections() -> impl IntoView {
    let row = |section: Section| {
        let names: Vec<&str> = section.sub_types().iter().copied().map(SubType::name).collect();
        view! {
            <tr>
                <th scope="row"><code>{section.name()}</code></th>
                <td>{place(section)}</td>
                <td>{names.join(", ")}</td>
            </tr>
        }
    };
    view! {
        <section class="across">
            <h3>"Sections"</h3>
            <table>
                <thead>
                    <tr><th scope="col">"Section"</th><th scope="col">"Where"</th><th scope="col">"Allowed sub-types"</th></tr>
                </thead>
                <tbody id="sections">{Section::ALL.map(row).collect_view()}</tbody>
            </table>
            <p><CommandButton command=Command::Canvas(Canvas::Anatomy) class="button">"Show them on your card, with all sub-types"</CommandButton></p>
            <p>
                "Where the documents are silent, the Lab chose: attributes of one section follow the payload's order. If a section has room \
                 for one and gets several, the Lab draws the last. One author of an integration saw the avatar at the top left. The \
                 documents put it at the bottom left, and so does the Lab."
            </p>
            <DisagreementNote place="section:"/>
        </section>
    }
}

fn place(section: Section) -> &'static str {
    match section {
        Section::Title => "the main heading, also in the Mention; required",
        section => section.place(),
    }
}

#[component]
fn Terms() -> impl IntoView {
    view! {
        <section>
            <h3>"Preview, Mention, Embed, bookmark"</h3>
            <p>
                "A Link Preview shows the parts of authenticated content that the developer chose. A Mention is the same data in one line of \
                 text. An Embed block shows the whole page in a frame, and a bookmark what any visitor could read."
            </p>
            <p>
                "In an " <code>"html"</code> " embed, do not ask users to log in: people who use a Link Preview have already authenticated."
            </p>
        </section>
        <section>
            <h3>"Patterns"</h3>
            <p>
                "A pattern is a JavaScript regular expression without flags, as the documents' examples imply. " <code>"(?<name>…)"</code>
                " captures a part of the URL, and " <code>"$<name>"</code>
                " in a placeholder inserts it, as in JavaScript's " <code>"replace"</code>
                ". The documents do not say which of several matching rules wins. The Lab takes the first one in the list."
            </p>
        </section>
    }
}

/// A key, and what it does.
const KEYS: [(&str, &str); 16] = [
    ("Ctrl Z", "Undo the last change, wherever it was"),
    ("Ctrl Shift Z", "Redo"),
    ("Alt Shift F", "Format the JSON"),
    ("Alt Shift A", "Add a part to the preview"),
    ("Alt Shift 1 to 8", "Draw the link in a state, in the order of the buttons"),
    ("Alt Shift P, L, I", "Go to the payload, the link rules, the integration"),
    ("Alt Shift V, E, T", "Go to the preview, the problems, the timeline"),
    ("Ctrl K", "Search for a command, a setting, a project or a template"),
    ("F8", "Go to the next problem, with Shift to the previous one"),
    ("Ctrl Space", "Suggest what can be typed here, in an editor"),
    ("Ctrl .", "Show the problem at the cursor, and explain what stands there"),
    ("Enter", "Add a URL below, in a list of URLs"),
    ("↑ ↓", "Move a rule, on its grip"),
    ("Ctrl F", "Search, in an editor"),
    ("Escape, then Tab", "Leave an editor"),
    ("?", "Open this help"),
];

#[component]
fn Keys() -> impl IntoView {
    let row = |(key, does): (&'static str, &'static str)| view! { <dt><kbd>{key}</kbd></dt><dd>{does}</dd> };
    view! {
        <section class="across">
            <h3>"Keys"</h3>
            <dl class="keys">{KEYS.map(row).collect_view()}</dl>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use leptos::prelude::*;

    use super::Help;
    use crate::app::testing::{example, render_with};

    #[test]
    fn the_help_links_to_every_document_and_form() {
        let page = render_with(example(), |_| {}, || view! { <Help/> });
        assert_eq!(page.count("#documents a[target=_blank][rel='noopener noreferrer']"), 20);
        assert_eq!(page.count("#sections tr"), 9);
        assert!(page.texts("h3").contains(&"Where the documents disagree".to_owned()));
    }
}
