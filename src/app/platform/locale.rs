//! Dates in the visitor's own words. Core draws them in English; only the words change here.

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use leptos::prelude::*;
use time::UtcDateTime;
use wasm_bindgen::JsValue;

use crate::core::preview::format;
use crate::core::preview::html::Words;
use crate::core::preview::{Part, PartKind};

// Asked and made once: a drawing of a thousand dates would do it a thousand times, and to make a format takes the browser
// longer than all else at a key.
thread_local! {
    static LANGUAGE: String = window().navigator().language().unwrap_or_default();
    static DAY: Function = dates(&[("dateStyle", "medium"), ("timeZone", "UTC")]);
    static INSTANT: Function = dates(&[("dateStyle", "long"), ("timeStyle", "short"), ("timeZone", "UTC")]);
    static AWAY: Intl::RelativeTimeFormat = Intl::RelativeTimeFormat::new(&locales(), &options(&[("numeric", "auto")]));
}

fn dates(style: &[(&str, &str)]) -> Function {
    Intl::DateTimeFormat::new(&locales(), &options(style)).format()
}

fn locales() -> Array {
    Array::of1(&LANGUAGE.with(|language| language.as_str().into()))
}

fn options(entries: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (key, value) in entries {
        // Setting a key of a plain object cannot fail.
        Reflect::set(&options, &(*key).into(), &(*value).into()).ok();
    }
    options
}

/// The words of a date in the visitor's language; `None` where core's English is what the visitor reads.
pub fn words(part: &Part) -> Option<Words> {
    if LANGUAGE.with(|language| language == "en-US") {
        return None;
    }
    if part.kind == PartKind::Date {
        Some(Words { text: date(part)?, tooltip: None })
    } else {
        Some(Words { text: datetime(part)?, tooltip: instant(part) })
    }
}

/// A calendar day: never shifted by a time zone.
fn date(part: &Part) -> Option<String> {
    let day = format::civil_date(part.value.as_str()?)?;
    DAY.with(|format| worded(day.midnight().as_utc(), format))
}

/// A moment as far away as core says.
fn datetime(part: &Part) -> Option<String> {
    let relative = part.relative?;
    #[expect(clippy::cast_precision_loss, reason = "years since 1970 are far below 2^53")]
    let value = relative.value as f64;
    Some(AWAY.with(|format| format.format(value, relative.unit.name())).into())
}

/// The full instant, for the tooltip.
fn instant(part: &Part) -> Option<String> {
    let moment = format::instant(part.value.as_str()?)?;
    Some(INSTANT.with(|format| worded(moment, format))? + " UTC")
}

fn worded(moment: UtcDateTime, format: &Function) -> Option<String> {
    #[expect(clippy::cast_precision_loss, reason = "JavaScript's own dates are such numbers")]
    let date = Date::new(&(moment.unix_timestamp() as f64 * 1000.0).into());
    format.call1(&JsValue::UNDEFINED, &date).ok()?.as_string()
}
