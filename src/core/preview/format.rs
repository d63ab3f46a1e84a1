//! Dates and colours as people read them.
//!
//! A `date` is drawn as `Jan 11, 2022` and no time zone shifts it. A `datetime` is drawn relative to a given moment,
//! to the minute, in the largest unit that is reached: from 60 minutes on in hours, from 24 hours in days, from 30
//! days in months, from 365 days in years. One without an offset is read as UTC.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use super::Rgb;

/// `2022-01-11` → `Jan 11, 2022`; `None` where it is no calendar day.
pub fn date(text: &str) -> Option<String> {
    Some(civil_date(text)?.strftime("%b %-d, %Y").to_string())
}

/// The calendar day of a text that is `YYYY-MM-DD` and nothing else.
pub fn civil_date(text: &str) -> Option<Date> {
    (text.len() == 10).then(|| text.parse().ok()).flatten()
}

/// The instant of a datetime; without an offset it is UTC.
pub fn instant(text: &str) -> Option<Timestamp> {
    if !text.contains(['T', 't', ' ']) {
        return None;
    }
    text.parse().ok().or_else(|| Some(text.parse::<DateTime>().ok()?.to_zoned(TimeZone::UTC).ok()?.timestamp()))
}

/// `Jan 11, 2022, 19:53 UTC`, for tooltips.
pub fn full(text: &str) -> Option<String> {
    Some(instant(text)?.to_zoned(TimeZone::UTC).strftime("%b %-d, %Y, %H:%M UTC").to_string())
}

/// A distance in time, ready for words in any language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Relative {
    /// Negative in the past.
    pub value: i64,
    pub unit: Unit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Minute,
    Hour,
    Day,
    Month,
    Year,
}

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// How far a datetime is from `now`; `None` where it is no datetime.
pub fn relative(text: &str, now: Timestamp) -> Option<Relative> {
    let seconds = instant(text)?.as_second() - now.as_second();
    let (size, unit) = match seconds.abs() {
        0..HOUR => (MINUTE, Unit::Minute),
        HOUR..DAY => (HOUR, Unit::Hour),
        distance if distance < 30 * DAY => (DAY, Unit::Day),
        distance if distance < 365 * DAY => (30 * DAY, Unit::Month),
        _ => (365 * DAY, Unit::Year),
    };
    Some(Relative { value: seconds / size, unit })
}

impl Unit {
    /// As `Intl.RelativeTimeFormat` calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Month => "month",
            Self::Year => "year",
        }
    }
}

impl Relative {
    /// `3 days ago`, `in 2 hours`, `just now`.
    pub fn english(self) -> String {
        let count = self.value.abs();
        let plural = if count == 1 { "" } else { "s" };
        match self.value {
            0 => "just now".to_owned(),
            1.. => format!("in {count} {}{plural}", self.unit.name()),
            _ => format!("{count} {}{plural} ago", self.unit.name()),
        }
    }
}

/// What WCAG AA asks of text.
const READABLE: f64 = 4.5;

/// The usual ink where it can be read on the background, else black or white, whichever reads better.
pub fn ink_on(background: Rgb, usual: Rgb) -> Rgb {
    let black = Rgb { r: 0, g: 0, b: 0 };
    let white = Rgb { r: 255, g: 255, b: 255 };
    if contrast(background, usual) >= READABLE {
        usual
    } else if contrast(background, black) >= contrast(background, white) {
        black
    } else {
        white
    }
}

/// Contrast of two colours as WCAG defines it: 1 to 21.
pub fn contrast(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(color: Rgb) -> f64 {
    let linear = |channel: u8| {
        let part = f64::from(channel) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b)
}

/// Up to two initials: `Mina Kovač` → `MK`. A single word, an emoji or initials stay what they begin with.
pub fn initials(text: &str) -> String {
    let letters = text.split_whitespace().filter_map(|word| word.chars().next());
    letters.take(2).flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ago(text: &str, now: &str) -> Option<String> {
        relative(text, now.parse().unwrap()).map(Relative::english)
    }

    #[test]
    fn days_are_drawn_as_they_are() {
        assert_eq!(date("2022-01-11").as_deref(), Some("Jan 11, 2022"));
        assert_eq!(date("2024-02-29").as_deref(), Some("Feb 29, 2024"));
        for no_day in ["2023-02-29", "2022-1-11", "2022-01-11T10:00", "11.1.2022", ""] {
            assert_eq!(date(no_day), None, "{no_day}");
        }
    }

    #[test]
    fn moments_are_drawn_from_now() {
        let then = "2022-01-11T19:53:18.829Z";
        let rows = [
            ("2022-01-11T19:53:59Z", "just now"),
            ("2022-01-11T19:54:20Z", "1 minute ago"),
            ("2022-01-11T20:53:18Z", "1 hour ago"),
            ("2022-01-14T20:00:00Z", "3 days ago"),
            ("2022-03-14T20:00:00Z", "2 months ago"),
            ("2026-01-14T20:00:00Z", "4 years ago"),
            ("2022-01-11T17:00:00Z", "in 2 hours"),
        ];
        for (now, drawn) in rows {
            assert_eq!(ago(then, now).as_deref(), Some(drawn), "{now}");
        }
    }

    #[test]
    fn an_offset_counts_and_none_is_utc() {
        assert_eq!(ago("2022-01-11T21:53+02:00", "2022-01-11T20:53:00Z").as_deref(), Some("1 hour ago"));
        assert_eq!(ago("2022-01-11T19:53", "2022-01-11T20:53:00Z").as_deref(), Some("1 hour ago"));
        assert_eq!(ago("2022-01-11", "2022-01-11T20:53:00Z"), None);
        assert_eq!(full("2022-01-11T21:53+02:00").as_deref(), Some("Jan 11, 2022, 19:53 UTC"));
    }

    #[test]
    fn ink_gives_way_where_it_cannot_be_read() {
        let usual = Rgb { r: 55, g: 53, b: 47 };
        assert_eq!(ink_on(Rgb { r: 255, g: 255, b: 255 }, usual), usual);
        assert_eq!(ink_on(Rgb { r: 100, g: 100, b: 100 }, usual), Rgb { r: 255, g: 255, b: 255 });
        assert_eq!(ink_on(Rgb { r: 235, g: 64, b: 52 }, usual), Rgb { r: 0, g: 0, b: 0 });
    }

    #[test]
    fn initials_are_two_at_most() {
        assert_eq!(initials("mina kovač rossi"), "MK");
        assert_eq!(initials("Acme"), "A");
        assert_eq!(initials("محمد علي"), "مع");
        assert_eq!(initials("  "), "");
    }
}
