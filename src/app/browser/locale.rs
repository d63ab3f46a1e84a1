//! Dates in the visitor's language.

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use leptos::prelude::window;
use time::UtcDateTime;
use wasm_bindgen::{JsCast, JsValue};

// Immutable, made once: to make one of these formats takes the browser longer than everything else at a key.
thread_local! {
    static LANGUAGE: String = language().unwrap_or_else(|| "en-US".to_owned());
    static DAY: Function = dates(&[("dateStyle", "medium"), ("timeZone", "UTC")]);
    static INSTANT: Function = dates(&[("dateStyle", "long"), ("timeStyle", "short"), ("timeZone", "UTC")]);
    static AWAY: Intl::RelativeTimeFormat = Intl::RelativeTimeFormat::new(&locales(), &options(&[("numeric", "auto")]));
}

/// The browser's language, if it is one: some say `C` or nothing, and `Intl` throws at what is no BCP 47 tag.
fn language() -> Option<String> {
    let tag = JsValue::from(window().navigator().language()?);
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let canonical: Function = Reflect::get(&intl, &"getCanonicalLocales".into()).ok()?.dyn_into().ok()?;
    let tags = canonical.call1(&intl, &tag).ok()?;
    Reflect::get_u32(&tags, 0).ok()?.as_string()
}

/// Whether the visitor reads another language than core writes. Never on a host.
pub fn is_foreign() -> bool {
    cfg!(target_arch = "wasm32") && LANGUAGE.with(|language| language != "en-US")
}

/// A calendar day, given as its midnight in UTC: no time zone shifts it.
pub fn day(midnight: UtcDateTime) -> Option<String> {
    DAY.with(|format| formatted(midnight, format))
}

/// The full date and time of a moment.
pub fn instant(moment: UtcDateTime) -> Option<String> {
    let words = INSTANT.with(|format| formatted(moment, format))?;
    Some(format!("{words} UTC"))
}

/// `-3, "day"` → `3 days ago`
pub fn relative(value: i64, unit: &str) -> String {
    #[expect(clippy::cast_precision_loss, reason = "years since 1970 are far below 2^53")]
    let value = value as f64;
    AWAY.with(|format| format.format(value, unit)).into()
}

fn formatted(moment: UtcDateTime, format: &Function) -> Option<String> {
    #[expect(clippy::cast_precision_loss, reason = "JavaScript's own dates are such numbers")]
    let date = Date::new(&(moment.unix_timestamp() as f64 * 1000.0).into());
    format.call1(&JsValue::UNDEFINED, &date).ok()?.as_string()
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
