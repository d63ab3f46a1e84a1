//! Payload to drawing model.
//!
//! In: the attributes as far as they can be understood, and `now`. Out: what card and Mention show, and for every
//! attribute left out the reason. What can be drawn is drawn, whatever the rules say of it; nothing fails. One pass,
//! so the time it takes grows with the number of attributes and no faster.
//!
//! Left out: the states around an answer (see `states`), and every measure of the page (lines, pixels, ellipses).

use time::UtcDateTime;

use super::card;
use super::model::{Changes, Mention, NotDrawn, Preview, Render};
use super::part::{self, Placed};
use crate::core::json::Source;
use crate::core::state::State;
use crate::core::unfurl::{Attribute, ErrorReply, Payload};

/// Draws a text; `None` where it does not parse.
pub fn draw_text(text: &str, now: UtcDateTime) -> Option<Render> {
    let source = Source::new(text);
    let root = source.parse().ok()?;
    Some(draw(&Payload::new(text, &root, false), now))
}

/// Draws what can be drawn. `now` is what relative times count from.
pub fn draw(payload: &Payload, now: UtcDateTime) -> Render {
    let mut placed: Vec<Placed> = Vec::new();
    let mut left_out: Vec<(usize, NotDrawn)> = Vec::new();
    for index in drawing_order(&payload.attributes, &mut left_out) {
        let attribute = &payload.attributes[index];
        match part::place(attribute, index, now) {
            Ok(part) => placed.push(part),
            Err(reason) => left_out.push((index, NotDrawn::new(attribute.pointer.clone(), &reason))),
        }
        left_out.extend(part::leftovers(attribute).map(|left| (index, left)));
    }
    let (preview, crowded_out) = card::assemble(placed, &payload.attributes);
    left_out.extend(crowded_out);
    left_out.sort_by_key(|(index, _)| *index);
    Render {
        state: state(&preview, payload.error.as_ref()),
        mention: Mention::of(&preview),
        preview,
        error: payload.error.clone(),
        not_drawn: left_out.into_iter().map(|(index, left)| named(left, &payload.attributes[index])).collect(),
        changes: Changes::default(),
    }
}

fn named(left: NotDrawn, attribute: &Attribute) -> NotDrawn {
    NotDrawn { attribute: attribute.id.unwrap_or_default().to_owned(), ..left }
}

/// The attributes that count, in the order of their places: of several with one id the last, at the place of the first.
fn drawing_order(attributes: &[Attribute], left_out: &mut Vec<(usize, NotDrawn)>) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::with_capacity(attributes.len());
    let mut places: Vec<usize> = Vec::with_capacity(attributes.len());
    for (index, attribute) in attributes.iter().enumerate() {
        let Some(earlier) = attribute.overrides else {
            places.push(order.len());
            order.push(index);
            continue;
        };
        let place = places.get(earlier).copied().unwrap_or_default();
        places.push(place);
        order[place] = index;
        let reason = format!("a later attribute has the same id `{}`", attribute.id.unwrap_or_default());
        left_out.push((earlier, NotDrawn::new(attributes[earlier].pointer.clone(), &reason)));
    }
    order
}

fn state(preview: &Preview, error: Option<&ErrorReply>) -> State {
    match (preview.is_blank(), error) {
        (true, None) => State::Plain,
        (true, Some(_)) => State::Error,
        (false, None) => State::Loaded,
        (false, Some(_)) => State::LoadedWithError,
    }
}
