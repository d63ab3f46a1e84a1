//! Days and instants.
//!
//! Read: a day as `2022-01-11`; an instant as `2022-01-11T19:53`, with or without seconds and their fraction, followed
//! by `Z`, `+01:00` or nothing, which is taken as UTC. Nothing else is a date, and each must be on the calendar.
//!
//! Written: a day as `Jan 11, 2022`, never shifted by a time zone; an instant relative to `now`, or in full in UTC.
//!
//! Relative times are cut, not rounded, to the largest unit that fits: under a minute either way `just now`, under an
//! hour minutes, under a day hours, then days, months and years of the calendar in UTC (30 days are a month only
//! after a month of 30 days). Weeks are left out.

use time::{Date, Month, PrimitiveDateTime, Time, UtcDateTime, UtcOffset};

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// The day that a text names.
pub fn civil_date(text: &str) -> Option<Date> {
    if !has_shape(text, "0000-00-00") {
        return None;
    }
    let year = i32::from(two(text, 0)) * 100 + i32::from(two(text, 2));
    Date::from_calendar_date(year, Month::try_from(two(text, 5)).ok()?, two(text, 8)).ok()
}

/// The instant that a text names.
pub fn instant(text: &str) -> Option<UtcDateTime> {
    if !text.is_ascii() {
        return None;
    }
    let (local, offset) = split_offset(text)?;
    let at = parse_local(local)?.assume_offset(offset);
    // Beyond the ends of the calendar there is no instant in UTC.
    at.checked_to_utc()
}

/// `2022-01-11` as `Jan 11, 2022`.
pub fn date(text: &str) -> Option<String> {
    civil_date(text).map(day)
}

/// An instant in full, for tooltips: `Jan 11, 2022, 19:53 UTC`.
pub fn full(text: &str) -> Option<String> {
    let utc = instant(text)?;
    Some(format!("{}, {:02}:{:02} UTC", day(utc.date()), utc.hour(), utc.minute()))
}

fn day(day: Date) -> String {
    let month = MONTHS[usize::from(u8::from(day.month())) - 1];
    format!("{month} {}, {}", day.day(), day.year())
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    Minute,
    Hour,
    Day,
    Month,
    Year,
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

/// How far an instant is from now: negative in the past, 0 minutes for "just now".
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Relative {
    pub value: i64,
    pub unit: Unit,
}

impl Relative {
    /// `3 days ago`, `in 2 hours`, `just now`.
    pub fn english(self) -> String {
        let (count, unit) = (self.value.unsigned_abs(), self.unit.name());
        let plural = if count == 1 { "" } else { "s" };
        match self.value {
            0 => "just now".to_owned(),
            ..0 => format!("{count} {unit}{plural} ago"),
            _ => format!("in {count} {unit}{plural}"),
        }
    }
}

/// How far the instant that a text names is from `now`.
pub fn relative(text: &str, now: UtcDateTime) -> Option<Relative> {
    instant(text).map(|at| distance(at, now))
}

pub fn distance(at: UtcDateTime, now: UtcDateTime) -> Relative {
    let seconds = at.unix_timestamp() - now.unix_timestamp();
    let of = |unit, length| Relative { value: seconds / length, unit };
    match seconds.abs() {
        ..HOUR => of(Unit::Minute, MINUTE),
        HOUR..DAY => of(Unit::Hour, HOUR),
        _ => calendar(at, now),
    }
}

/// In whole months of the calendar; below one, in days.
fn calendar(at: UtcDateTime, now: UtcDateTime) -> Relative {
    let month = |moment: UtcDateTime| i64::from(moment.year()) * 12 + i64::from(u8::from(moment.month()));
    let within = |moment: UtcDateTime| (moment.day(), moment.time());
    let mut months = month(at) - month(now);
    // A month that has begun but is not over does not count, in either direction.
    if months < 0 && within(at) > within(now) {
        months += 1;
    } else if months > 0 && within(at) < within(now) {
        months -= 1;
    }
    match months.abs() {
        0 => Relative { value: (at.unix_timestamp() - now.unix_timestamp()) / DAY, unit: Unit::Day },
        1..12 => Relative { value: months, unit: Unit::Month },
        _ => Relative { value: months / 12, unit: Unit::Year },
    }
}

/// The local time and the offset of a text in ASCII.
fn split_offset(text: &str) -> Option<(&str, UtcOffset)> {
    if let Some(local) = text.strip_suffix('Z') {
        return Some((local, UtcOffset::UTC));
    }
    let Some((local, offset)) = text.len().checked_sub(6).map(|at| text.split_at(at)) else {
        return Some((text, UtcOffset::UTC));
    };
    let sign = match offset.as_bytes()[0] {
        b'+' if has_shape(&offset[1..], "00:00") => 1,
        b'-' if has_shape(&offset[1..], "00:00") => -1,
        _ => return Some((text, UtcOffset::UTC)),
    };
    let (hours, minutes) = (two(offset, 1).cast_signed(), two(offset, 4).cast_signed());
    (hours < 24).then(|| UtcOffset::from_hms(sign * hours, sign * minutes, 0).ok()).flatten().map(|offset| (local, offset))
}

fn parse_local(text: &str) -> Option<PrimitiveDateTime> {
    let (minutes, seconds) = text.split_at_checked(16)?;
    let (seconds, fraction) = seconds.split_once('.').map_or((seconds, None), |(seconds, fraction)| (seconds, Some(fraction)));
    let fits = has_shape(minutes, "0000-00-00T00:00")
        && (has_shape(seconds, ":00") || seconds.is_empty() && fraction.is_none())
        && fraction.is_none_or(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()));
    if !fits {
        return None;
    }
    // The fraction is checked and dropped: nothing is drawn finer than a minute.
    let second = if seconds.is_empty() { 0 } else { two(seconds, 1) };
    let time = Time::from_hms(two(minutes, 11), two(minutes, 14), second).ok()?;
    Some(PrimitiveDateTime::new(civil_date(&minutes[..10])?, time))
}

/// The number of the two digits at an offset; [`has_shape`] has said that they are there.
fn two(text: &str, at: usize) -> u8 {
    let digit = |at: usize| text.as_bytes()[at] - b'0';
    digit(at) * 10 + digit(at + 1)
}

/// Whether a text has a digit where the shape has `0`, and is the shape elsewhere.
fn has_shape(text: &str, shape: &str) -> bool {
    text.len() == shape.len()
        && text
            .bytes()
            .zip(shape.bytes())
            .all(|(byte, wanted)| if wanted == b'0' { byte.is_ascii_digit() } else { byte == wanted })
}

/// A moment as RFC 3339 writes it, to the second.
pub fn written(moment: UtcDateTime) -> String {
    let (date, hour, minute, second) = (moment.date(), moment.hour(), moment.minute(), moment.second());
    format!("{}T{hour:02}:{minute:02}:{second:02}Z", iso_day(date))
}

fn iso_day(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), u8::from(date.month()), date.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> UtcDateTime {
        instant(text).unwrap_or_else(|| panic!("{text} is an instant"))
    }

    #[test]
    fn days() {
        assert_eq!(date("2022-01-11").as_deref(), Some("Jan 11, 2022"));
        assert_eq!(date("2024-02-29").as_deref(), Some("Feb 29, 2024"));
        assert_eq!(date("1999-12-31").as_deref(), Some("Dec 31, 1999"));
    }

    #[test]
    fn no_days() {
        for text in [
            "",
            "2022-1-11",
            "2023-02-29",
            "2022-13-01",
            "2022-00-10",
            "2022-01-11T00:00",
            "11.01.2022",
            "２０２２-01-11",
            " 2022-01-11",
        ] {
            assert_eq!(civil_date(text), None, "{text}");
        }
    }

    #[test]
    fn instants() {
        let cases = [
            ("2022-01-11T19:53:18.829Z", "Jan 11, 2022, 19:53 UTC"),
            ("2022-01-11T19:53Z", "Jan 11, 2022, 19:53 UTC"),
            ("2022-01-11T19:53", "Jan 11, 2022, 19:53 UTC"),
            ("2022-01-11T19:53:18", "Jan 11, 2022, 19:53 UTC"),
            ("2022-01-01T00:30+01:00", "Dec 31, 2021, 23:30 UTC"),
            ("2022-12-31T23:30:00-05:30", "Jan 1, 2023, 05:00 UTC"),
            ("2022-01-11T19:53:18.123456789012Z", "Jan 11, 2022, 19:53 UTC"),
        ];
        for (text, drawn) in cases {
            assert_eq!(full(text).as_deref(), Some(drawn), "{text}");
        }
    }

    #[test]
    fn no_instants() {
        let texts = [
            "",
            "Z",
            "+01:00",
            "2022-01-11",
            "2022-01-11 19:53Z",
            "2022-01-11t19:53Z",
            "2022-02-30T10:00Z",
            "2022-01-11T24:00Z",
            "2022-01-11T19:60Z",
            "2022-01-11T19:53+24:00",
            "2022-01-11T19:53+01:60",
            "2022-01-11T19:53+0100",
            "2022-01-11T19:53.5Z",
            "2022-01-11T19:53:18.Z",
            "2022-01-11T19:53:18Z ",
            "2022-01-11T19:53 +01:00",
            "yesterday",
            "überüberüberüber",
            "2022-01-11T19:53:18ZZ",
            "2022-01-11T19:53Z+01:00",
        ];
        for text in texts {
            assert_eq!(instant(text), None, "{text}");
        }
    }

    #[test]
    fn relative_times() {
        let cases = [
            ("2026-03-15T12:00:00Z", "just now"),
            ("2026-03-15T11:59:01Z", "just now"),
            ("2026-03-15T12:00:59Z", "just now"),
            ("2026-03-15T11:59:00Z", "1 minute ago"),
            ("2026-03-15T12:05:30Z", "in 5 minutes"),
            ("2026-03-15T11:00:01Z", "59 minutes ago"),
            ("2026-03-15T11:00:00Z", "1 hour ago"),
            ("2026-03-15T14:00:00Z", "in 2 hours"),
            ("2026-03-14T12:00:01Z", "23 hours ago"),
            ("2026-03-14T12:00:00Z", "1 day ago"),
            ("2026-03-12T11:00:00Z", "3 days ago"),
            ("2026-02-16T12:00:00Z", "27 days ago"),
            ("2026-02-15T12:00:00Z", "1 month ago"),
            ("2025-03-15T12:00:01Z", "11 months ago"),
            ("2025-03-15T12:00:00Z", "1 year ago"),
            ("2028-04-15T12:00:00Z", "in 2 years"),
            ("0001-01-01T00:00:00Z", "2025 years ago"),
        ];
        for (text, drawn) in cases {
            assert_eq!(relative(text, at("2026-03-15T12:00:00Z")).map(Relative::english).as_deref(), Some(drawn), "{text}");
        }
    }

    #[test]
    fn relative_times_for_intl() {
        let three_days_ago = relative("2026-03-12T11:00Z", at("2026-03-15T12:00Z"));
        assert_eq!(three_days_ago, Some(Relative { value: -3, unit: Unit::Day }));
        assert_eq!(three_days_ago.map(|relative| relative.unit.name()), Some("day"));
    }

    #[test]
    fn the_ends_of_time_have_a_distance() {
        assert_eq!(distance(UtcDateTime::MIN, UtcDateTime::MAX).english(), "19998 years ago");
        assert_eq!(distance(UtcDateTime::MAX, UtcDateTime::MIN).english(), "in 19998 years");
    }
}
