//! The text of a part, truncated if it is very long, and its tooltip.

use crate::app::browser::locale;
use crate::core::preview::format::{civil_date, full, instant};
use crate::core::preview::{Part, PartKind};
use crate::core::text::beginning;

/// Bytes of a text that are drawn: a browser takes half a minute to lay out a text of megabytes, of which the card shows
/// three lines.
pub const MOST_READ: usize = 10_000;

/// The text as drawn, in the visitor's language where it is a date.
pub fn text(part: &Part) -> String {
    date_in_locale(part).unwrap_or_else(|| readable(part.text.as_deref().unwrap_or_default()))
}

/// The tooltip: the attribute's name, and what the drawing leaves out.
pub fn tooltip(part: &Part) -> String {
    let name = part.shown_name();
    match (part.kind, &part.text) {
        (PartKind::Datetime, _) => {
            let moment = full_moment(part);
            format!("{name}: {}", moment.as_deref().or(part.value.as_str()).unwrap_or_default())
        }
        (PartKind::Relation, Some(text)) => format!("{name}: {text} (Notion would resolve this relation)"),
        (PartKind::Text, Some(text)) => format!("{name}: {}", readable(text)),
        _ => name.to_owned(),
    }
}

fn readable(text: &str) -> String {
    let read = beginning(text, MOST_READ);
    if read.len() == text.len() { text.to_owned() } else { format!("{read}…") }
}

fn date_in_locale(part: &Part) -> Option<String> {
    if !locale::is_foreign() {
        return None;
    }
    match part.kind {
        PartKind::Date => locale::day(civil_date(part.value.as_str()?)?.midnight().as_utc()),
        PartKind::Datetime => part.relative.map(|relative| locale::relative(relative.value, relative.unit.name())),
        _ => None,
    }
}

fn full_moment(part: &Part) -> Option<String> {
    let value = part.value.as_str()?;
    if locale::is_foreign() { locale::instant(instant(value)?) } else { full(value) }
}
