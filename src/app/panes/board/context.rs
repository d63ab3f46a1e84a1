//! In context: the card and the Mention on a page, where Notion puts them.

use leptos::prelude::*;

use super::{BoardRow, Shown, still, theme_label};
use crate::app::components::{Icon, IconName};
use crate::app::drawing::{Card, Mention};
use crate::app::lab::Lab;
use crate::app::store::DrawingTheme;
use crate::core::preview::Stress;
use crate::core::state::State;

/// The page in light and in dark.
#[component]
pub fn Contexts() -> impl IntoView {
    let shown = Shown::new(Lab::of_page(), BoardRow { state: State::Loaded, stress: None });
    let page = move |theme| view! { <ContextPage theme=theme shown=shown/> };
    view! {
        <section class="contexts" aria-labelledby="contexts-title">
            <h3 class="group" id="contexts-title">"In context"</h3>
            <div class="context-pages">{super::THEMES.map(page).collect_view()}</div>
        </section>
    }
}

/// A page with the Mention in a heading, a text, a to-do, a table and a comment, and with the card as a block.
#[component]
fn ContextPage(theme: DrawingTheme, shown: Shown) -> impl IntoView {
    let lab = Lab::of_page();
    let around = still(lab, shown.stress);
    let link = Memo::new(move |_| shown.view.with(|view| view.link.clone()));
    let mention = move || {
        view! { <span class="mention"><Mention render=shown.render link=link around=around/></span> }
    };
    view! {
        <article class="context drawing" data-drawing=theme.name() data-stress=move || shown.stress.get().map(Stress::name) aria-label=format!("A page, {}", theme_label(theme)) inert=true>
            <p class="context-title">"Weekly planning"</p>
            <p class="context-heading">"Decision on "{mention()}</p>
            <p class="context-text">
                "The team went through the open requests on Tuesday. We start with "{mention()}
                ", since most customers ask for it, and look at the rest next week."
            </p>
            <div class="preview">
                <Card render=shown.render link=link hint=Signal::stored(None::<String>) around=around/>
            </div>
            <ul class="context-todos">
                <li><span class="context-box checked"><Icon name=IconName::Check/></span><s>"Ask support for examples"</s></li>
                <li><span class="context-box"></span><span>"Review "{mention()}" with design"</span></li>
            </ul>
            <table class="context-table">
                <thead><tr><th scope="col">"Task"</th><th scope="col">"Owner"</th></tr></thead>
                <tbody>
                    <tr><td>{mention()}</td><td>"Ines"</td></tr>
                    <tr><td>"Write the release notes"</td><td>"Tomás"</td></tr>
                </tbody>
            </table>
            <div class="context-comment">
                <span class="initials">"T"</span>
                <p><b>"Tomás"</b><br/>"Is this the same as "{mention()}"? I would close one of them."</p>
            </div>
        </article>
    }
}
