//! Where the documents disagree, both sides as they print it. The rows are loaded when they are first shown.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Details, NotLoaded, Prose};
use crate::app::browser::fetch::load;
use crate::core::contradictions::{Printed, PrintedSide, printed};

/// A note at a place: closed at first, so that a form stays short.
#[component]
pub fn DisagreementNote(
    /// As in [`Disagreements`].
    #[prop(into)]
    place: String,
) -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        <Details class="why disagreement-note" open=open on_toggle=move |is_open| open.set(is_open) summary=|| "The documents disagree here">
            {move || open.get().then(|| view! { <Disagreements place=place.clone()/> })}
        </Details>
    }
}

/// The contradictions of a place, or nothing where there is none.
#[component]
pub fn Disagreements(
    /// `rule:missing-type`; with a colon at its end, every place that begins so.
    #[prop(into)]
    place: String,
    #[prop(optional)] heading: Option<&'static str>,
) -> impl IntoView {
    let show = move |rows: Vec<Printed>| {
        let here: Vec<Printed> = rows.into_iter().filter(|row| row.is_at(&place)).collect();
        let heading = heading.filter(|_| !here.is_empty()).map(|heading| view! { <p class="disagreements-head">{heading}</p> });
        view! { {heading}<DisagreementList rows=here/> }.into_any()
    };
    view! { <LoadedDisagreements show=show/> }
}

/// Every contradiction, in the way that `show` shows them.
#[component]
pub fn LoadedDisagreements(#[prop(into)] show: Callback<Vec<Printed>, AnyView>) -> impl IntoView {
    let rows = RwSignal::new(None::<Result<Vec<Printed>, NotLoaded>>);
    let read = move || {
        rows.set(None);
        spawn_local(async move {
            let loaded = load("contradictions.json").await.map(|table| printed(&table));
            // The person may have gone elsewhere meanwhile.
            rows.try_set(Some(loaded));
        });
    };
    Effect::new(move |_| read());
    move || match rows.get() {
        None => ().into_any(),
        Some(Ok(rows)) => show.run(rows),
        Some(Err(NotLoaded)) => view! {
            <p class="note" role="alert">
                "The quotes of the documents could not be loaded. Check your connection. "
                <button type="button" class="quiet accent" on:click=move |_| read()>"Try again"</button>
            </p>
        }
        .into_any(),
    }
}

#[component]
pub fn DisagreementList(rows: Vec<Printed>) -> impl IntoView {
    let items = rows.into_iter().map(|row| view! { <Disagreement row=row/> }).collect_view();
    view! { <ul class="disagreements">{items}</ul> }
}

#[component]
fn Disagreement(row: Printed) -> impl IntoView {
    view! {
        <li data-contradiction=row.number>
            <p class="disagreement-title">{format!("{}. ", row.number)}<Prose text=row.title/></p>
            <div class="sides">{row.sides.into_iter().map(|side| view! { <Side side=side/> }).collect_view()}</div>
            <p><Prose text=row.lab/></p>
        </li>
    }
}

#[component]
fn Side(side: PrintedSide) -> impl IntoView {
    let PrintedSide { document, section, url, text, is_quote } = side;
    let section = (!section.is_empty()).then(|| view! { ", "<Prose text=section/> });
    let words = if is_quote {
        view! { <blockquote>"“"<Prose text=text/>"”"</blockquote> }.into_any()
    } else {
        view! { <p><Prose text=text/></p> }.into_any()
    };
    view! {
        <figure>
            {words}
            <figcaption><a href=url target="_blank" rel="noopener noreferrer">{document}</a>{section}</figcaption>
        </figure>
    }
}

#[cfg(test)]
mod tests {
    use leptos::prelude::*;

    use super::DisagreementList;
    use crate::app::testing::{Page, render};
    use crate::core::contradictions::printed;

    const TABLE: &str = r#"{"contradictions": [{
        "number": 56, "group": "Requests", "title": "The `body`", "places": ["rule:a"], "lab": "The Lab quotes it.",
        "sides": [
            {"document": "Guide", "section": "Updates", "url": "https://a.example/", "text": "curl -d `{", "quote": true},
            {"document": "Guide", "section": "", "url": "https://a.example/", "text": "Open: the `end`.", "quote": false}
        ]
    }]}"#;

    fn list() -> Page {
        render(|| view! { <DisagreementList rows=printed(TABLE)/> })
    }

    #[test]
    fn both_sides_are_shown_and_lead_to_their_document() {
        let page = list();
        assert_eq!(page.text("[data-contradiction='56'] .disagreement-title"), "56. The body");
        assert_eq!(page.texts("blockquote"), ["“ curl -d `{ ”"]);
        assert_eq!(page.text("figure p"), "Open: the end .");
        assert_eq!(page.texts("figcaption"), ["Guide , Updates", "Guide"]);
        assert_eq!(page.count("a[href='https://a.example/'][target=_blank][rel='noopener noreferrer']"), 2);
        assert_eq!(page.text("li > p:last-child"), "The Lab quotes it.");
    }

    #[test]
    fn a_place_is_exact_or_the_beginning_of_several() {
        let rows = printed(TABLE);
        assert_eq!(
            ["rule:a", "rule:", "rule:ab", "rule", "setting:"].map(|place| rows[0].is_at(place)),
            [true, true, false, false, false]
        );
    }

    #[test]
    fn what_cannot_be_read_is_left_out() {
        assert_eq!(printed(r#"{"contradictions": [{"number": 1}, 2]}"#), []);
        assert_eq!(printed("<html>"), []);
    }
}
