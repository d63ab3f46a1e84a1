//! Times as APIs write them.

use time::UtcDateTime;

use super::leaf::{Leaf, Scalar};
use crate::core::preview::format::{civil_date, instant};

/// Seconds since 1970 of the years 2001 to 2100: a smaller number is a count.
const SECONDS: std::ops::Range<i64> = 978_307_200..4_102_444_800;

/// `2022-01-11`, `2022-01-11T19:53:18.000+0000`, `2022-01-11 19:53:18 UTC`, or seconds or milliseconds since 1970.
pub fn moment(leaf: &Leaf) -> Option<UtcDateTime> {
    match leaf.scalar {
        Scalar::Text => of_text(leaf.text.trim()),
        Scalar::Number => of_number(&leaf.text),
        _ => None,
    }
}

fn of_text(text: &str) -> Option<UtcDateTime> {
    if let Some(day) = civil_date(text) {
        return Some(day.midnight().as_utc());
    }
    let text = text.strip_suffix(" UTC").map_or_else(|| text.to_owned(), |local| format!("{local}Z"));
    let (day, time) = text.split_at_checked(10)?;
    let time = time.strip_prefix(['T', ' '])?;
    let colon = time.len().checked_sub(5).and_then(|at| time.split_at_checked(at)).and_then(|(clock, offset)| {
        let digits = offset.strip_prefix(['+', '-'])?;
        digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| format!("{clock}{}:{}", &offset[..3], &offset[3..]))
    });
    instant(&format!("{day}T{}", colon.as_deref().unwrap_or(time)))
}

fn of_number(digits: &str) -> Option<UtcDateTime> {
    let number: i64 = digits.parse().ok()?;
    let seconds = [number, number / 1000].into_iter().find(|seconds| SECONDS.contains(seconds))?;
    UtcDateTime::from_unix_timestamp(seconds).ok()
}
