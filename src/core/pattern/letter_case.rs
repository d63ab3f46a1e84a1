//! Letter case for the flag `i`: `Canonicalize` of ECMAScript, as it works without the flag `u`.
//!
//! In: a UTF-16 unit. Out: its upper case, which stands for the unit and for all others that differ from it only in case.

use std::sync::LazyLock;

/// The units beyond ASCII whose upper case is another unit, in order, each with that unit.
///
/// Folding a class asks for whole ranges of units; the list spares it 65,000 look-ups.
static BEYOND_ASCII: LazyLock<Vec<(u16, u16)>> =
    LazyLock::new(|| (0x80..=u16::MAX).map(|unit| (unit, folded(unit))).filter(|(unit, upper)| unit != upper).collect());

/// The upper case of a unit. A unit stays as it is if its upper case takes several units (`ß`), or if the unit is not ASCII
/// and its upper case is (`ſ`).
pub(super) fn folded(unit: u16) -> u16 {
    if let Ok(byte) = u8::try_from(unit)
        && byte.is_ascii()
    {
        return byte.to_ascii_uppercase().into();
    }
    let Some(letter) = char::from_u32(unit.into()) else { return unit };
    let mut upper = letter.to_uppercase();
    match (upper.next().and_then(|upper| u16::try_from(upper).ok()), upper.next()) {
        (Some(upper), None) if upper >= 0x80 => upper,
        _ => unit,
    }
}

/// Adds the upper case of each unit in a range beyond ASCII, unless that is the unit itself.
pub(super) fn push_folded(from: u16, to: u16, ranges: &mut Vec<(u16, u16)>) {
    let start = BEYOND_ASCII.partition_point(|(unit, _)| *unit < from);
    let inside = BEYOND_ASCII[start..].iter().take_while(|(unit, _)| *unit <= to);
    ranges.extend(inside.map(|(_, upper)| (*upper, *upper)));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What `/^\uXXXX$/i` matches in JavaScript, without the flag `u`.
    #[test]
    fn units_are_folded_as_javascript_folds_them() {
        let rows = [
            ('a', 'A'),
            ('Z', 'Z'),
            ('1', '1'),
            ('é', 'É'),
            ('ÿ', 'Ÿ'),
            ('µ', 'Μ'),
            ('ς', 'Σ'),
            ('ж', 'Ж'),
            ('ა', 'Ა'),
            ('ꭰ', 'Ꭰ'),
            ('ǅ', 'Ǆ'),
            // Several units: `SS`, `FF`, `ʼN`.
            ('ß', 'ß'),
            ('ﬀ', 'ﬀ'),
            ('ŉ', 'ŉ'),
            // ASCII: `I`, `S`.
            ('ı', 'ı'),
            ('ſ', 'ſ'),
            // Only lower case: the Kelvin sign, `ẞ`.
            ('K', 'K'),
            ('ẞ', 'ẞ'),
        ];
        for (letter, upper) in rows {
            let [unit, upper] = [letter, upper].map(|letter| u16::try_from(letter).unwrap());
            assert_eq!(folded(unit), upper, "{letter}");
        }
        assert_eq!([0xD800, 0xDFFF].map(folded), [0xD800, 0xDFFF]);
    }

    #[test]
    fn a_range_has_the_upper_cases_of_its_units() {
        for (from, to) in [(0x80, 0xFFFF), (0xE0, 0x17F), (0x101, 0x101), (0x102, 0x105), (0xD800, 0xFFFF), (0x70, 0x7F)] {
            let beyond_ascii = (from..=to).filter(|unit| *unit >= 0x80 && folded(*unit) != *unit);
            let expected: Vec<_> = beyond_ascii.map(|unit| (folded(unit), folded(unit))).collect();
            let mut found = Vec::new();
            push_folded(from, to, &mut found);
            assert_eq!(found, expected, "{from:X} {to:X}");
        }
    }
}
