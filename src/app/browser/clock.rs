//! The real clock.

use time::UtcDateTime;

/// Milliseconds since 1970.
pub fn milliseconds() -> f64 {
    js_sys::Date::now()
}

/// The present moment, rounded down to the minute: relative times show nothing finer.
pub fn minute() -> UtcDateTime {
    #[expect(clippy::cast_possible_truncation, reason = "a time in minutes is far below 2^53")]
    let minutes = (milliseconds() / 60_000.0).floor() as i64;
    UtcDateTime::from_unix_timestamp(minutes * 60).unwrap_or(UtcDateTime::UNIX_EPOCH)
}
