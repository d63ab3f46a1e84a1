//! Dates in the visitor's own words. Core draws them in English; only the words change here.

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use leptos::prelude::*;
use time::UtcDateTime;
use wasm_bindgen::JsValue;

use crate::core::preview::Part;
use crate::core::preview::format;

/// Whether core's English is what the visitor reads.
fn english() -> bool {
    language() == "en-US"
}

fn language() -> String {
    window().navigator().language().unwrap_or_default()
}

fn locales() -> Array {
    Array::of1(&language().into())
}

fn options(entries: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (key, value) in entries {
        // Setting a key of a plain object cannot fail.
        Reflect::set(&options, &(*key).into(), &(*value).into()).ok();
    }
    options
}

/// A calendar day: never shifted by a time zone.
pub fn date(part: &Part) -> Option<String> {
    let own = || {
        let day = format::civil_date(part.value.as_str()?)?;
        worded(day.midnight().as_utc(), &[("dateStyle", "medium"), ("timeZone", "UTC")])
    };
    if english() { part.text.clone() } else { own().or_else(|| part.text.clone()) }
}

/// A moment as far away as core says, in the visitor's words.
pub fn datetime(part: &Part) -> Option<String> {
    let own = || {
        let relative = part.relative?;
        let format = Intl::RelativeTimeFormat::new(&locales(), &options(&[("numeric", "auto")]));
        #[expect(clippy::cast_precision_loss, reason = "years since 1970 are far below 2^53")]
        Some(format.format(relative.value as f64, relative.unit.name()).into())
    };
    if english() { part.text.clone() } else { own().or_else(|| part.text.clone()) }
}

/// The full instant, for the tooltip.
pub fn instant(part: &Part) -> String {
    let text = part.value.as_str().unwrap_or_default();
    let style = [("dateStyle", "long"), ("timeStyle", "short"), ("timeZone", "UTC")];
    let own = || Some(worded(format::instant(text)?, &style)? + " UTC");
    let words = if english() { format::full(text) } else { own() };
    words.unwrap_or_else(|| text.to_owned())
}

fn worded(moment: UtcDateTime, style: &[(&str, &str)]) -> Option<String> {
    #[expect(clippy::cast_precision_loss, reason = "JavaScript's own dates are such numbers")]
    let date = Date::new(&(moment.unix_timestamp() as f64 * 1000.0).into());
    let format: Function = Intl::DateTimeFormat::new(&locales(), &options(style)).format();
    format.call1(&JsValue::UNDEFINED, &date).ok()?.as_string()
}
