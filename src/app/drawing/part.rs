//! One attribute, drawn.

use leptos::prelude::*;

use super::{Surroundings, ink, media};
use crate::app::platform::locale;
use crate::core::preview::format::initials;
use crate::core::preview::{Part, PartKind};
use crate::core::unfurl::Section;

/// A part with the hooks that name its section and attribute.
pub fn part(part: &Part, section: Section, around: Surroundings) -> AnyView {
    let name = part.name.clone().unwrap_or_else(|| part.attribute.clone());
    let span = part.span;
    let hover = move |on: bool| {
        if let Some(live) = around.live {
            live.hovered.set(on.then_some(span));
        }
    };
    view! {
        <span
            class="part"
            data-section=section.name()
            data-attribute=part.attribute.clone()
            data-kind=kind_name(part.kind)
            title=title(part, &name)
            on:mouseenter=move |_| hover(true)
            on:mouseleave=move |_| hover(false)
        >
            {content(part, section, &name, around)}
        </span>
    }
    .into_any()
}

/// A line of parts, joined by "·".
pub fn line(parts: &[Part], section: Section, around: Surroundings) -> Vec<AnyView> {
    parts.iter().map(|each| part(each, section, around)).collect()
}

fn content(part: &Part, section: Section, name: &str, around: Surroundings) -> AnyView {
    match part.kind {
        PartKind::Text if section == Section::Avatar => {
            view! { <span class="initials">{part.text.as_deref().map(initials)}</span> }.into_any()
        }
        PartKind::Text => part.text.clone().into_any(),
        PartKind::Date => locale::date(part).into_any(),
        PartKind::Datetime => locale::datetime(part).into_any(),
        PartKind::Chip => {
            view! { <span class="chip" style=ink::chip(part.color, around.dark)>{part.text.clone()}</span> }.into_any()
        }
        PartKind::Relation => view! { <span class="chip relation">{part.text.clone()}</span> }.into_any(),
        PartKind::Swatch => {
            view! { <span class="swatch" style=ink::swatch(part.color) role="img" aria-label=format!("{name}: colour")></span> }
                .into_any()
        }
        PartKind::Image if section != Section::Embed => media::small_image(part, name, around),
        PartKind::Image => media::image(part, name, around),
        PartKind::Video | PartKind::Audio | PartKind::Html => media::player(part, name, around),
        PartKind::Pdf => media::document(part, name),
    }
}

fn title(part: &Part, name: &str) -> String {
    match (part.kind, &part.text) {
        (PartKind::Datetime, _) => format!("{name}: {}", locale::instant(part)),
        (PartKind::Relation, Some(text)) => format!("{name}: {text} (Notion would resolve this relation)"),
        (PartKind::Text, Some(text)) => format!("{name}: {text}"),
        _ => name.to_owned(),
    }
}

fn kind_name(kind: PartKind) -> &'static str {
    match kind {
        PartKind::Text => "text",
        PartKind::Chip => "chip",
        PartKind::Relation => "relation",
        PartKind::Swatch => "swatch",
        PartKind::Date => "date",
        PartKind::Datetime => "datetime",
        PartKind::Image => "image",
        PartKind::Video => "video",
        PartKind::Audio => "audio",
        PartKind::Html => "html",
        PartKind::Pdf => "pdf",
    }
}
