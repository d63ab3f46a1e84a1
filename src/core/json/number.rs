//! Numbers: whether a word is one in JSON, and how JSON writes a number of another language.

/// Whether the whole word is a number of JSON.
pub(in crate::core) fn is_number(word: &str) -> bool {
    let unsigned = word.strip_prefix('-').unwrap_or(word);
    let (mantissa, exponent) = split(unsigned, &['e', 'E']);
    let (whole, fraction) = split(mantissa, &['.']);
    let exponent = exponent.map(|exponent| exponent.strip_prefix(['+', '-']).unwrap_or(exponent));
    let whole_fits = whole == "0" || (is_digits(whole) && !whole.starts_with('0'));
    whole_fits && fraction.is_none_or(is_digits) && exponent.is_none_or(is_digits)
}

/// The text before the first of these characters, and the text behind it if there is one.
fn split<'t>(text: &'t str, at: &[char]) -> (&'t str, Option<&'t str>) {
    text.split_once(at).map_or((text, None), |(before, behind)| (before, Some(behind)))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether the word is meant as a number.
pub(in crate::core) fn is_meant(word: &str) -> bool {
    let unsigned = word.trim_start_matches(['+', '-']);
    unsigned.strip_prefix('.').unwrap_or(unsigned).starts_with(|c: char| c.is_ascii_digit())
}

/// `+1`, `.5`, `5.`, `0x1F`, `007` and `1_000`, as JSON writes them.
pub(in crate::core) fn mend(word: &str) -> Option<String> {
    let (minus, unsigned) = word.strip_prefix('-').map_or(("", word), |rest| ("-", rest));
    let unsigned = unsigned.strip_prefix('+').unwrap_or(unsigned);
    let unsigned = if is_meant(word) { unsigned.replace('_', "") } else { return None };
    if let Some(digits) = unsigned.strip_prefix("0x").or(unsigned.strip_prefix("0X")) {
        return u64::from_str_radix(digits, 16).ok().map(|number| format!("{minus}{number}"));
    }
    let end = unsigned.find(['e', 'E']).unwrap_or(unsigned.len());
    let (mantissa, exponent) = unsigned.split_at(end);
    let (whole, fraction) = split(mantissa, &['.']);
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
