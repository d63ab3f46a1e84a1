//! The help: what the Lab is, how a preview is laid out, which keys there are.

use leptos::prelude::*;

use crate::app::shortcuts::KEYS;
use crate::app::state::Dialog;
use crate::app::widgets::dialog::Modal;
use crate::core::unfurl::{Section, SubType};

#[component]
pub fn HelpDialog() -> impl IntoView {
    view! {
        <Modal which=Dialog::Help title="Help">
            <div class="prose">
                <p>
                    "Type unfurl attributes at the left: the card and the Mention follow at every key, and what is wrong is named where it is wrong. "
                    "Everything stays in this browser."
                </p>
                <p>
                    "The Lab is independent of Notion. It follows Notion's public documents, which say of an integration what newer pages call a connection; its drawing follows the "
                    "documented sections and is not Notion's own, and nothing here promises that Notion will accept a payload. "
                    "New developers cannot ask for Link Previews at present; existing integrations go on working."
                </p>
                <h3>"Sections"</h3>
                <SectionTable/>
                <p>
                    "Where the documents are silent, the Lab chose: attributes of one section stand in the payload's order, and of several where there is room for one, "
                    "the last is drawn. One author of an integration saw the avatar at the top left; the documents put it at the bottom left, and so does the Lab."
                </p>
                <h3>"Preview, Mention, Embed, bookmark"</h3>
                <p>
                    "A Link Preview shows what the developer chose of authenticated content; a Mention is the same data in one line of text. "
                    "An Embed block shows the whole page in a frame, and a bookmark what any visitor could read."
                </p>
                <h3>"Keys"</h3>
                <dl class="keys">{KEYS.iter().map(|(key, does)| view! { <dt><kbd>{*key}</kbd></dt><dd>{*does}</dd> }).collect_view()}</dl>
            </div>
        </Modal>
    }
}

#[component]
fn SectionTable() -> impl IntoView {
    let names = |sub_types: &[SubType]| sub_types.iter().map(|sub_type| sub_type.name()).collect::<Vec<_>>().join(", ");
    let row = move |section: Section| {
        view! {
            <tr>
                <th scope="row"><code>{section.name()}</code></th>
                <td>{section.place()}</td>
                <td>{names(section.sub_types())}</td>
            </tr>
        }
    };
    view! {
        <table>
            <thead><tr><th scope="col">"Section"</th><th scope="col">"Is"</th><th scope="col">"Lists"</th></tr></thead>
            <tbody>{Section::ALL.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
}
