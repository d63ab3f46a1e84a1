//! Whether a word is a number of JSON, and what a number of another language would be in JSON.

use crate::core::text;

/// Whether the whole word is a number of JSON.
pub(super) fn is_number(word: &str) -> bool {
    let unsigned = word.strip_prefix('-').unwrap_or(word);
    let (mantissa, exponent) = split(unsigned, b"eE");
    let (whole, fraction) = split(mantissa, b".");
    let exponent = exponent.map(|exponent| exponent.strip_prefix(['+', '-']).unwrap_or(exponent));
    let whole_fits = whole == "0" || (is_digits(whole) && !whole.starts_with('0'));
    whole_fits && fraction.is_none_or(is_digits) && exponent.is_none_or(is_digits)
}

/// What stands before a sign and what behind it.
fn split<'t>(text: &'t str, at: &[u8]) -> (&'t str, Option<&'t str>) {
    let (before, rest) = text::split(text, text.bytes().position(|byte| at.contains(&byte)).unwrap_or(text.len()));
    (before, rest.get(1..))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// What a number of JSON says, to the last bit or nearly so. The standard library's reading of floats is exact to the
/// last bit and brings 10 KB of tables, more than colours and statuses need.
pub fn read(word: &str) -> f64 {
    let (mantissa, exponent) = split(word, b"eE");
    let (whole, fraction) = split(mantissa, b".");
    let digits = whole.trim_start_matches('-').bytes().chain(fraction.unwrap_or_default().bytes());
    let value = digits.fold(0.0, |value, digit| value * 10.0 + f64::from(digit - b'0'));
    let places = i32::try_from(fraction.map_or(0, str::len)).unwrap_or(i32::MAX);
    // Further than any float reaches, and no overflow.
    let exponent =
        exponent.map_or(0, |exponent| exponent.parse::<i32>().unwrap_or(if exponent.starts_with('-') { -9999 } else { 9999 }));
    let power = exponent.clamp(-9999, 9999) - places.min(9999);
    let value = if value == 0.0 { 0.0 } else { scaled(value, power) };
    if word.starts_with('-') { -value } else { value }
}

/// By division where the power is negative: `10` is exact and `0.1` is not.
fn scaled(value: f64, power: i32) -> f64 {
    let factor = 10f64.powi(power.abs());
    if power < 0 { value / factor } else { value * factor }
}

/// Whether the word is meant as a number.
pub(super) fn is_meant(word: &str) -> bool {
    let unsigned = word.trim_start_matches(['+', '-']);
    unsigned.strip_prefix('.').unwrap_or(unsigned).starts_with(|c: char| c.is_ascii_digit())
}

/// `+1`, `.5`, `5.`, `0x1F`, `007`, `1_000` as JSON writes them.
pub(super) fn mend(word: &str) -> Option<String> {
    let (minus, unsigned) = word.strip_prefix('-').map_or(("", word), |rest| ("-", rest));
    let unsigned = unsigned.strip_prefix('+').unwrap_or(unsigned);
    let unsigned = if is_meant(word) { unsigned.replace('_', "") } else { return None };
    if let Some(digits) = unsigned.strip_prefix("0x").or(unsigned.strip_prefix("0X")) {
        return u64::from_str_radix(digits, 16).ok().map(|number| format!("{minus}{number}"));
    }
    let end = unsigned.find(['e', 'E']).unwrap_or(unsigned.len());
    let (mantissa, exponent) = text::split(&unsigned, end);
    let (whole, fraction) = split(mantissa, b".");
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let fraction = fraction.filter(|fraction| !fraction.is_empty()).map(|fraction| format!(".{fraction}")).unwrap_or_default();
    let mended = format!("{minus}{whole}{fraction}{exponent}");
    is_number(&mended).then_some(mended)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_numbers_of_json() {
        for word in ["0", "-0", "10", "1.50", "1e400", "-1.5E-07", "0e+1", "123456789012345678901234567890"] {
            assert!(is_number(word), "{word}");
        }
        let others =
            ["", "-", "01", "-01", "1.", ".5", "+1", "1e", "1e+", "0x1F", "1.5.2", "1e5e5", "1_000", "１", "--1", "1-", "NaN"];
        for word in others {
            assert!(!is_number(word), "{word}");
        }
    }

    #[test]
    fn reads_numbers() {
        for word in ["0", "-0", "255", "2.55e2", "0.5", "1e2", "-12.25", "64.0", "1E-2", "254.99", "100000", "1e300"] {
            let exact: f64 = word.parse().unwrap();
            assert!((read(word) - exact).abs() <= exact.abs() * 4.0 * f64::EPSILON, "{word}: {}", read(word));
        }
        let extremes = ["1e400", "-1e99999999999", "1e-400", "0e999"].map(|word| read(word).to_string());
        assert_eq!(extremes, ["inf", "-inf", "0", "0"]);
    }

    #[test]
    fn mends_the_numbers_of_other_languages() {
        let cases = [
            ("+1", Some("1")),
            (".5", Some("0.5")),
            ("-.5", Some("-0.5")),
            ("5.", Some("5")),
            ("5.e3", Some("5e3")),
            ("0x1F", Some("31")),
            ("-0XfF", Some("-255")),
            ("007", Some("7")),
            ("00.10", Some("0.10")),
            ("1_000", Some("1000")),
            ("1.2.3", None),
            ("2022-01-11", None),
            ("-", None),
            ("abc", None),
        ];
        for (word, expected) in cases {
            assert_eq!(mend(word).as_deref(), expected, "{word}");
        }
    }
}
