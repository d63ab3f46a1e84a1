//! The help.

use leptos::prelude::*;
use leptos::wasm_split::wasm_split;

use super::PageDialog;
use crate::app::components::{Loaded, NotLoaded, Part, PartView};
use crate::app::store::Dialog;
use crate::core::unfurl::{Section, SubType};

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

#[component]
fn Help() -> impl IntoView {
    view! {
        <div class="prose">
            <About/>
            <Sections/>
            <Documents/>
            <Keys/>
        </div>
    }
}

#[component]
fn About() -> impl IntoView {
    view! {
        <p>
            "Edit unfurl attributes on the left. The card and the Mention update at every keystroke, and each problem is shown in place. \
             Under “Link rules” say which URLs get a preview and what Notion shows while it waits for your service. Paste a URL above \
             the drawing to see which rule matches it. Everything stays in this browser."
        </p>
        <p>
            "The Lab is independent of Notion. It follows Notion's public documents, which say " <em>"integration"</em>
            " where newer pages say " <em>"connection"</em>
            ". Its drawing follows the documented sections and is not Notion's own, and nothing here promises that Notion will accept a \
             payload. New developers cannot ask for Link Previews at present; existing integrations keep working."
        </p>
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
                <td>{section.place()}</td>
                <td>{names.join(", ")}</td>
            </tr>
        }
    };
    view! {
        <h3>"Sections"</h3>
        <table>
            <thead>
                <tr><th scope="col">"Section"</th><th scope="col">"Is"</th><th scope="col">"Lists"</th></tr>
            </thead>
            <tbody id="sections">{Section::ALL.map(row).collect_view()}</tbody>
        </table>
        <p>
            "Where the documents are silent, the Lab chose: attributes of one section follow the payload's order, and where there is room \
             for one, the last one is drawn. One author of an integration saw the avatar at the top left. The documents put it at the \
             bottom left, and so does the Lab."
        </p>
    }
}

#[component]
fn Documents() -> impl IntoView {
    view! {
        <h3>"Preview, Mention, Embed, bookmark"</h3>
        <p>
            "A Link Preview shows the parts of authenticated content that the developer chose. A Mention is the same data in one line of text. An \
             Embed block shows the whole page in a frame, and a bookmark what any visitor could read."
        </p>
        <h3>"Patterns"</h3>
        <p>
            "A pattern is a JavaScript regular expression without flags, as the documents' examples imply. " <code>"(?<name>…)"</code>
            " captures a part of the URL, and " <code>"$<name>"</code>
            " in a placeholder inserts it, as in JavaScript's " <code>"replace"</code>
            ". The documents do not say which of several matching rules wins. The Lab takes the first one in the list."
        </p>
        <h3>"Integration"</h3>
        <p>
            "A Link Preview integration is a kind of public integration; like every integration it starts as an internal one. Its settings \
             begin with “Enable link preview”. If you do not see that: access is given on request (closed to new developers at present) and \
             belongs to the account that asked for it; write to developers@makenotion.com. Notion reviews an integration for security before \
             it is published. If you have built one, you can join Notion’s Technology Partner Program."
        </p>
        <p>
            "Two authorizations are nested. Notion’s code, in the query of your Authorize URL, gets your service a token of Notion’s, with \
             which it sends updates; store that response with the user. Your own code, which you send back to Notion, gets Notion a token of \
             yours, with which it asks your callback whenever the user pastes a link or opens a page with a preview. The timeline plays \
             this and what follows: updates, errors, deletion. When a preview is deleted everywhere, your service may stop watching for \
             changes."
        </p>
        <p>
            "To try it in Notion: add the integration to a workspace. Under “My connections” press “Show all” and connect it (reload the \
             page if it is missing): an entry appears. Do it again with the same account: there is still one entry, since "
            <code>"external_account.key"</code> " is the same."
        </p>
    }
}

/// A key, and what it does.
const KEYS: [(&str, &str); 11] = [
    ("Ctrl Z", "Undo the last change, wherever it was"),
    ("Ctrl Shift Z", "Redo"),
    ("Alt Shift F", "Format the JSON"),
    ("F8", "Go to the next problem, with Shift to the previous one"),
    ("Ctrl Space", "Suggest what can be typed here, in an editor"),
    ("Ctrl .", "Explain this part of the pattern, in its editor"),
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
        <h3>"Keys"</h3>
        <dl class="keys">{KEYS.map(row).collect_view()}</dl>
    }
}
