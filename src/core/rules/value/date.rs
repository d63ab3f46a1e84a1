//! `date` and `datetime`: real days and times, in the one form that the documents show.

use crate::core::preview::format::{civil_date, instant};
use crate::core::rule::{Family, Rule, rule};
use crate::core::rules::finding::Finding;
use crate::core::rules::place::{naming, quoted, text_of};
use crate::core::rules::report::Report;
use crate::core::severity::Severity;
use crate::core::unfurl::{Attribute, Payload, SubType};

pub static INVALID_DATE: Rule = rule! {
    name: "invalid-date",
    family: Family::Value,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "The value of a `date` is not a calendar day written `YYYY-MM-DD`.",
    why: "The documents show one form. In another the day cannot be told from the month, and a day that does not exist cannot be shown.",
    bad: payload![
        r#"{"id": "due", "name": "Due", "type": "inline", "inline": {"date": {"value": "2022-02-30", "section": "secondary"}}}"#
    ],
    good: payload![
        r#"{"id": "due", "name": "Due", "type": "inline", "inline": {"date": {"value": "2022-02-28", "section": "secondary"}}}"#
    ],
    document: "reference, Inline sub-type objects",
};

pub static INVALID_DATETIME: Rule = rule! {
    name: "invalid-datetime",
    family: Family::Value,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "The value of a `datetime` is not a day and a time written as in `2022-01-11T19:53:18.829Z`.",
    why: "The documents show one form, that of ISO 8601. Another may be read as another time, or not at all.",
    bad: payload![
        r#"{"id": "updated_at", "name": "Updated At", "type": "inline", "inline": {"datetime": {"value": "2022-01-11 19:53", "section": "secondary"}}}"#
    ],
    good: payload![
        r#"{"id": "updated_at", "name": "Updated At", "type": "inline", "inline": {"datetime": {"value": "2022-01-11T19:53Z", "section": "secondary"}}}"#
    ],
    document: "reference, Inline sub-type objects",
};

pub static DATETIME_OFFSET: Rule = rule! {
    name: "datetime-offset",
    family: Family::Value,
    documented: Severity::Warning,
    wild: Severity::Warning,
    summary: "A `datetime` does not say its time zone.",
    why: "Without `Z` or an offset it may be read as the server's or the reader's own time, so people in different places see different \
          times. The Lab reads it as UTC.",
    bad: payload![
        r#"{"id": "updated_at", "name": "Updated At", "type": "inline", "inline": {"datetime": {"value": "2022-01-11T19:53:18", "section": "secondary"}}}"#
    ],
    good: payload![
        r#"{"id": "updated_at", "name": "Updated At", "type": "inline", "inline": {"datetime": {"value": "2022-01-11T19:53:18Z", "section": "secondary"}}}"#
    ],
    document: "reference, Inline sub-type objects",
};

pub fn date(_: &Payload, attribute: &Attribute, report: &mut Report) {
    let Some((leaf, text, span)) = text_of(attribute, &[SubType::Date]).filter(|(_, text, _)| !is_date(text)) else { return };
    let message = format!("`value` of {} is {}, {}", naming(attribute), quoted(text), wrong_date(text));
    let help =
        if is_datetime(text).is_some() { "Use `datetime`, or remove the time" } else { "Write a day, such as `2022-01-11`" };
    report.add(Finding::new(span, leaf.at("value"), message).help(help));
}

fn wrong_date(text: &str) -> &'static str {
    if has_date_form(text) { "which is not a day in the calendar" } else { "not a day written `YYYY-MM-DD`" }
}

pub fn datetime(_: &Payload, attribute: &Attribute, report: &mut Report) {
    let Some((leaf, text, span)) = text_of(attribute, &[SubType::Datetime]).filter(|(_, text, _)| is_datetime(text).is_none())
    else {
        return;
    };
    let day = text.split_once('T').map_or("", |(day, _)| day);
    let wrong = if has_date_form(day) && !is_date(day) {
        "whose day is not in the calendar"
    } else {
        "not a time written `YYYY-MM-DDTHH:MM:SSZ`"
    };
    let message = format!("`value` of {} is {}, {wrong}", naming(attribute), quoted(text));
    let help = if is_date(text) { "Use `date`, or add the time" } else { "Write a time, such as `2022-01-11T19:53:18Z`" };
    report.add(Finding::new(span, leaf.at("value"), message).help(help));
}

pub fn offset(_: &Payload, attribute: &Attribute, report: &mut Report) {
    let Some((leaf, text, span)) =
        text_of(attribute, &[SubType::Datetime]).filter(|(_, text, _)| is_datetime(text) == Some(false))
    else {
        return;
    };
    let message = format!("`value` of {} is {}, which has no time zone", naming(attribute), quoted(text));
    report.add(Finding::new(span, leaf.at("value"), message).help("Add `Z` for UTC, or an offset such as `+01:00`"));
}

/// `YYYY-MM-DD`, and in the calendar.
fn is_date(text: &str) -> bool {
    civil_date(text).is_some()
}

fn has_date_form(text: &str) -> bool {
    let fits = |(at, byte): (usize, u8)| if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() };
    text.len() == 10 && text.bytes().enumerate().all(fits)
}

/// Whether it says its zone; none where it is not `YYYY-MM-DDTHH:MM[:SS[.fff]]` with `Z`, `±HH:MM` or nothing.
fn is_datetime(text: &str) -> Option<bool> {
    let says_zone = || text.split_once('T').is_some_and(|(_, time)| time.contains(['Z', '+', '-']));
    instant(text).map(|_| says_zone())
}

#[cfg(test)]
mod tests {
    use super::{is_date, is_datetime};
    use crate::core::rules::testing::marked;

    #[test]
    fn knows_days() {
        for (text, is) in [
            ("2022-01-11", true),
            ("2024-02-29", true),
            ("2023-02-29", false),
            ("2022-13-01", false),
            ("2022-00-10", false),
            ("2022-1-11", false),
            ("22-01-11", false),
            ("11.01.2022", false),
            ("2022-01-1é", false),
            ("", false),
        ] {
            assert_eq!(is_date(text), is, "{text}");
        }
    }

    #[test]
    fn knows_times() {
        for (text, zone) in [
            ("2022-01-11T19:53:18.829Z", Some(true)),
            ("2022-01-11T19:53Z", Some(true)),
            ("2022-01-11T19:53:18+01:00", Some(true)),
            ("2022-01-11T19:53:18-09:30", Some(true)),
            ("2022-01-11T19:53:18.123456", Some(false)),
            ("2022-01-11T19:53", Some(false)),
            ("2022-01-11T24:00Z", None),
            ("2022-01-11T19:60Z", None),
            ("2022-01-11T19:53:60Z", None),
            ("2022-01-11T19:53:18+0100", None),
            ("2022-01-11T19:53:18+25:00", None),
            ("2022-01-11T19:53:18+01:00.5", None),
            ("2022-01-11T19:53.5Z", None),
            ("2022-01-11T19Z", None),
            ("2022-01-11T19:53:18z", None),
            ("2022-01-11 19:53:18Z", None),
            ("2022-02-30T19:53:18Z", None),
            ("2022-01-11T19:53:18ZZ", None),
            ("2022-01-11T19:53:18+é", None),
            ("2022-01-11", None),
        ] {
            assert_eq!(is_datetime(text), zone, "{text}");
        }
    }

    #[test]
    fn says_what_is_wrong() {
        marked(
            r#"
{"id": "a", "name": "A", "type": "inline", "inline": {"date": {"value": "2022-02-30", "section": "primary"}}},
                                                                        ^^^^^^^^^^^^ invalid-date: `value` of attribute `a` is `2022-02-30`, which is not a day in the calendar
{"id": "b", "name": "B", "type": "inline", "inline": {"date": {"value": "11 Jan", "section": "primary"}}},
                                                                        ^^^^^^^^ invalid-date: `value` of attribute `b` is `11 Jan`, not a day written `YYYY-MM-DD`
{"id": "c", "name": "C", "type": "inline", "inline": {"datetime": {"value": "2022-02-30T10:00Z", "section": "primary"}}},
                                                                            ^^^^^^^^^^^^^^^^^^^ invalid-datetime: `value` of attribute `c` is `2022-02-30T10:00Z`, whose day is not in the calendar
{"id": "d", "name": "D", "type": "inline", "inline": {"datetime": {"value": "", "section": "secondary"}}},
                                                                            ^^ invalid-datetime: `value` of attribute `d` is `""`, not a time written `YYYY-MM-DDTHH:MM:SSZ`
{"id": "e", "name": "E", "type": "inline", "inline": {"datetime": {"value": "2022-01-11T10:00", "section": "secondary"}}}
                                                                            ^^^^^^^^^^^^^^^^^^ datetime-offset: `value` of attribute `e` is `2022-01-11T10:00`, which has no time zone
"#,
        );
    }
}
