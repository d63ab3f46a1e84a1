//! The result: Mention and card on a piece of page, in the themes and the width that the person chose.

use leptos::html;
use leptos::prelude::*;

use crate::app::derived::Derived;
use crate::app::platform::dom::{self, Pieces, follow};
use crate::app::platform::locale;
use crate::app::state::{Lab, View, ViewKind};
use crate::core::html::{Html, element, prose, text};
use crate::core::preview::html::{Surroundings, card, is_web, mention, plain};
use crate::core::preview::{NotDrawn, Render, State};

/// A list that nobody reads to its end does not grow without one.
const MOST_ROWS: usize = 50;

/// The drawings, and what is not drawn.
#[component]
pub fn Stages(lab: Lab) -> impl IntoView {
    let stages = Derived::new(move |_| {
        let themes = lab.preferences.with(|preferences| preferences.drawing.themes());
        let views = lab.views.with(Vec::len);
        (0..views).flat_map(|view| themes.iter().map(move |dark| (view, *dark))).collect::<Vec<_>>()
    });
    dom::list("not-drawn", move || {
        lab.views.with(|views| {
            let left_out = views.iter().flat_map(|view| &view.render.not_drawn);
            left_out.take(MOST_ROWS).map(not_drawn).collect()
        })
    });
    follow(Box::new(move || dom::set("html", "data-ready", Some("true"))));
    move || stages.get().into_iter().map(|(view, dark)| view! { <Stage lab=lab view=view dark=dark/> }).collect_view()
}

fn not_drawn(left_out: &NotDrawn) -> Html {
    // A pointer says little to most people; whoever wants it has it.
    let name = if left_out.attribute.trim().is_empty() { &left_out.pointer } else { &left_out.attribute };
    let name = element("code", &[("title", &left_out.pointer)], &[text(name)]);
    element("li", &[], &[text("not drawn: "), name, text(" "), prose(&left_out.reason)])
}

/// A piece of page in one theme.
#[component]
fn Stage(lab: Lab, view: usize, dark: bool) -> impl IntoView {
    let (stage, link, preview) = (NodeRef::<html::Div>::new(), NodeRef::<html::A>::new(), NodeRef::<html::Div>::new());
    let mut drawn: Option<Drawn> = None;
    follow(Box::new(move || {
        let (Some(stage), Some(link), Some(preview)) = (stage.get(), link.get(), preview.get()) else { return };
        let drawn = drawn.get_or_insert_with(|| Drawn::new(stage.into(), link.into(), preview.into()));
        lab.views.with(|views| {
            if let Some(one) = views.get(view) {
                drawn.show(lab, one, views.len() > 1, dark);
            }
        });
    }));
    view! {
        <div class="stage drawing" data-drawing=if dark { "dark" } else { "light" }>
            <div class="sheet" node_ref=stage>
                <p class="caption"></p>
                <p class="sentence">
                    "We agreed on "
                    <a class="mention" data-view="mention" target="_blank" rel="noopener noreferrer" node_ref=link></a>
                    " last week."
                </p>
                <div class="preview" data-view="preview" node_ref=preview>
                    <article></article>
                    <div class="below"></div>
                </div>
            </div>
        </div>
    }
}

/// The elements of a stage and what they show.
struct Drawn {
    sheet: web_sys::Element,
    caption: web_sys::Element,
    views: [web_sys::Element; 2],
    card: web_sys::Element,
    mention: Pieces,
    pieces: Pieces,
    below: Pieces,
    /// What [`Drawn::frame`] was given last.
    framed: Vec<Option<String>>,
}

impl Drawn {
    fn new(sheet: web_sys::Element, link: web_sys::Element, preview: web_sys::Element) -> Self {
        // All stand in the view that was just made.
        let child = |of: &web_sys::Element, index| of.children().item(index).unwrap_or_else(|| of.clone());
        let (card, below) = (child(&preview, 0), child(&preview, 1));
        Self {
            caption: child(&sheet, 0),
            sheet,
            mention: Pieces::new(link.clone()),
            pieces: Pieces::new(card.clone()),
            below: Pieces::new(below),
            views: [link, preview],
            card,
            framed: Vec::new(),
        }
    }

    /// `captioned`: there are several views, so each says what it is.
    fn show(&mut self, lab: Lab, shown: &View, captioned: bool, dark: bool) {
        let link = &shown.link;
        let media = |url: &str| lab.media.with(|media| media.state(url));
        let around = Surroundings { dark, media: &media, words: &locale::words };
        let card = match shown.kind {
            ViewKind::Plain => plain(link, shown.why.as_deref()),
            _ => card(&shown.render, link, hint(lab, &shown.render).as_deref(), &around),
        };
        let width = lab.preferences.with(|preferences| preferences.width.name());
        let caption = if captioned { &*shown.caption } else { "" };
        self.frame([
            Some(width),
            Some(shown.kind.name()),
            Some(shown.render.state.name()),
            shown.stale.then_some("true"),
            is_web(link).then_some(link),
            Some(card.class),
            Some(&card.style),
            Some(caption),
        ]);
        self.pieces.show(card.pieces);
        self.below.show(card.below);
        self.mention.show(mention(&shown.render, link, &around));
    }

    /// What is around the pieces; a key mostly leaves all of it as it is.
    fn frame(&mut self, values: [Option<&str>; 8]) {
        if self.framed.iter().map(Option::as_deref).eq(values) {
            return;
        }
        self.framed = values.map(|value| value.map(str::to_owned)).into();
        let [width, kind, state, dimmed, link, class, style, caption] = values;
        let [mention, preview] = &self.views;
        let attributes = [
            (&self.sheet, "data-width", width),
            (&self.sheet, "data-of", kind),
            (mention, "data-state", state),
            (preview, "data-state", state),
            (mention, "data-stale", dimmed),
            (preview, "data-stale", dimmed),
            (mention, "href", link),
            (&self.card, "class", class),
            (&self.card, "style", style),
        ];
        for (element, name, value) in attributes {
            dom::set_one(element, name, value);
        }
        self.caption.set_text_content(caption);
    }
}

/// What a card that shows nothing says: the first problem.
fn hint(lab: Lab, render: &Render) -> Option<String> {
    let nothing = render.state == State::Plain;
    nothing
        .then(|| lab.analysis.with(|checked| checked.analysis.diagnostics.first().map(|first| first.message.clone())))
        .flatten()
}
