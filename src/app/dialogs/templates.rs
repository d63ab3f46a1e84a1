//! The gallery: every template, drawn live.

use leptos::prelude::*;
use leptos::task::spawn_local;
use time::UtcDateTime;

use crate::app::platform::{dom, fetch, locale};
use crate::app::state::{Dialog, Lab};
use crate::core::analysis::analyze;
use crate::core::html::{Html, element, prose, worded};
use crate::core::preview::format::instant;
use crate::core::preview::html::{Media, Surroundings, card};
use crate::core::templates::{GROUPS, Offered};

pub fn fill(lab: Lab) {
    let dark = lab.preferences.with_untracked(|preferences| preferences.drawing.themes()[0]);
    spawn_local(async move {
        let templates = fetch::templates().await;
        if templates.is_empty() {
            return show(vec![worded("p", "note", "The templates could not be loaded.")]);
        }
        if lab.screen.with_untracked(|screen| screen.dialog == Some(Dialog::Templates)) {
            show(gallery(&templates, dark));
        }
    });
}

fn gallery(templates: &[Offered], dark: bool) -> Vec<Html> {
    let mut pieces = Vec::new();
    for group in GROUPS {
        let members = templates.iter().filter(|template| template.group == group);
        let thumbnails: Vec<Html> = members.map(|template| thumbnail(template, dark)).collect();
        pieces.push(worded("h3", "group", group));
        pieces.push(element("ul", &[("class", "gallery")], &thumbnails));
    }
    pieces
}

pub fn empty() {
    show(Vec::new());
}

fn show(pieces: Vec<Html>) {
    if let Some(gallery) = dom::by_id("gallery") {
        dom::Pieces::new(gallery.into()).show(pieces);
    }
}

/// A template's card, drawn as the page would draw it, with the template's own clock.
fn thumbnail(template: &Offered, dark: bool) -> Html {
    let project = &template.project;
    let now = project.now.as_deref().and_then(instant).unwrap_or(UtcDateTime::UNIX_EPOCH);
    let analysis = analyze(&project.payload, project.profile, now);
    let around = Surroundings { dark, media: &|_| Media::Inert, words: &locale::words };
    let hint = analysis.diagnostics.first().map(|first| first.message.as_str());
    let drawing = analysis.render.map(|render| card(&render, &project.link, hint, &around).whole());
    let scaled = element("span", &[("class", "scaled")], &drawing.into_iter().collect::<Vec<_>>());
    let theme = if dark { "dark" } else { "light" };
    let picture = [("class", "thumbnail drawing"), ("data-drawing", theme), ("inert", "true"), ("aria-hidden", "true")];
    let inside = [
        element("span", &picture, &[scaled]),
        worded("span", "template-title", &template.title),
        element("span", &[("class", "template-summary")], &[prose(&template.summary)]),
    ];
    let button = [("type", "button"), ("class", "template"), ("data-action", "template"), ("data-template", &*template.id)];
    element("li", &[], &[element("button", &button, &inside)])
}
