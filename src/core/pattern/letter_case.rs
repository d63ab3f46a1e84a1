//! Letter case for the flag `i`: `Canonicalize` of ECMAScript, as it works without the flag `u`.
//!
//! In: a UTF-16 unit. Out: its upper case, which stands for the unit and for all others that differ from it only in case.

use std::sync::LazyLock;

/// The upper case of every unit, because matching folds units at every step.
static UPPER: LazyLock<Vec<u16>> = LazyLock::new(|| (0..=u16::MAX).map(upper).collect());

/// The units beyond ASCII whose upper case is another unit, in order, each with that unit: a class folds whole ranges.
static BEYOND_ASCII: LazyLock<Vec<(u16, u16)>> =
    LazyLock::new(|| (0x80..=u16::MAX).map(|unit| (unit, folded(unit))).filter(|(unit, upper)| unit != upper).collect());

/// The upper case of a unit, as patterns compare it.
pub(super) fn folded(unit: u16) -> u16 {
    match u8::try_from(unit) {
        Ok(byte) if byte.is_ascii() => byte.to_ascii_uppercase().into(),
        _ => UPPER[usize::from(unit)],
    }
}

/// Adds the upper case of each unit in a range beyond ASCII, unless that is the unit itself.
pub(super) fn push_folded(from: u16, to: u16, ranges: &mut Vec<(u16, u16)>) {
    let start = BEYOND_ASCII.partition_point(|(unit, _)| *unit < from);
    let inside = BEYOND_ASCII[start..].iter().take_while(|(unit, _)| *unit <= to);
    ranges.extend(inside.map(|(_, upper)| (*upper, *upper)));
}

/// A unit stays as it is if its upper case takes several units (`ß`), or if the unit is not ASCII and its upper case is
/// (`ſ`).
fn upper(unit: u16) -> u16 {
    let Some(letter) = char::from_u32(unit.into()) else { return unit };
    let mut upper = letter.to_uppercase();
    match (upper.next().and_then(|upper| u16::try_from(upper).ok()), upper.next()) {
        (Some(upper), None) if unit < 0x80 || upper >= 0x80 => upper,
        _ => unit,
    }
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
        let mut found = Vec::new();
        push_folded(u16::try_from('ÿ').unwrap(), 0x106, &mut found);
        assert_eq!(found, ['Ÿ', 'Ā', 'Ă', 'Ą'].map(|upper| u16::try_from(upper).unwrap()).map(|upper| (upper, upper)));
    }
}
