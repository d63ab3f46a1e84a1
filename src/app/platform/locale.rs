//! Dates in the visitor's own words. Core draws them in English; only the words change here.

use crate::core::preview::Part;

/// A calendar day: never shifted by a time zone.
pub fn date(part: &Part) -> Option<String> {
    part.text.clone()
}

pub fn datetime(part: &Part) -> Option<String> {
    part.text.clone()
}

/// The full instant, for the tooltip.
pub fn instant(part: &Part) -> String {
    part.value.as_str().unwrap_or_default().to_owned()
}
