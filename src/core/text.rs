//! Byte spans, and cutting texts by bytes.

use std::collections::BinaryHeap;


/// A half-open range of bytes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

impl Span {
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The empty span at an offset.
    pub fn at(offset: usize) -> Self {
        Self::new(offset, offset)
    }

    /// Where a node of the parsed text stands.
    pub fn of(node: &impl Spanned) -> Self {
        node.span()
    }

    pub fn contains(self, offset: usize) -> bool {
        self.start <= offset && offset < self.end
    }

    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

pub trait Spanned {
    fn span(&self) -> Span;
}

/// Punctuation, symbols and emoji beyond ASCII.
const NO_LETTERS: [(char, char); 9] = [
    ('\u{80}', '\u{BF}'),
    ('\u{2000}', '\u{2BFF}'),
    ('\u{2E00}', '\u{2E7F}'),
    ('\u{3000}', '\u{3004}'),
    ('\u{3008}', '\u{3020}'),
    ('\u{E000}', '\u{F8FF}'),
    ('\u{FE00}', '\u{FE6F}'),
    ('\u{FEFF}', '\u{FF0F}'),
    ('\u{1F000}', '\u{1FAFF}'),
];

/// Whether a character is part of a word: every letter and digit, and beyond Latin what is not a mark of punctuation.
/// Unicode's own table of letters would cost the page 3 KB.
pub fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\u{7F}' => c.is_ascii_alphanumeric(),
        '×' | '÷' => false,
        _ => !NO_LETTERS.iter().any(|(from, to)| (*from..=*to).contains(&c)),
    }
}

/// Where a text first holds another.
///
/// `str::find` searches long texts in no time for what takes 1 KB of brotli; what is looked for here is a few letters.
pub fn find(text: &str, part: &str) -> Option<usize> {
    let (text, part) = (text.as_bytes(), part.as_bytes());
    (0..=text.len().checked_sub(part.len())?).find(|at| text.get(*at..).is_some_and(|rest| rest.starts_with(part)))
}

/// What stands in front of a part and what behind it.
pub fn cut<'t>(text: &'t str, part: &str) -> Option<(&'t str, &'t str)> {
    let at = find(text, part)?;
    Some((text.get(..at)?, text.get(at + part.len()..)?))
}

/// Whether a text has a letter; what `str::contains` brings searches for texts too.
pub fn has(text: &str, letter: char) -> bool {
    text.chars().any(|one| one == letter)
}

/// A part of a text, by bytes; empty where the text has no such part.
///
/// An index that panics says what it met, with tables of what can be printed: 1.5 KB of brotli.
pub fn slice(text: &str, start: usize, end: usize) -> &str {
    text.get(start..end).unwrap_or_default()
}

pub fn slice_from(text: &str, start: usize) -> &str {
    slice(text, start, text.len())
}

pub fn slice_to(text: &str, end: usize) -> &str {
    slice(text, 0, end)
}

/// No more than so many bytes of a text.
pub fn beginning(text: &str, most: usize) -> &str {
    let mut end = most.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    slice_to(text, end)
}

/// Puts several texts behind one. `extend` would be compiled anew for every number of them.
#[inline(never)]
pub fn push(text: &mut String, parts: &[&str]) {
    for part in parts {
        text.push_str(part);
    }
}

/// The two parts of a text at a byte.
pub fn split(text: &str, at: usize) -> (&str, &str) {
    text.split_at_checked(at).unwrap_or((text, ""))
}

/// How many bytes two texts share at their start, and how many at their end; none counts for both.
pub fn in_common(one: &[u8], other: &[u8]) -> (usize, usize) {
    let shorter = one.len().min(other.len());
    let front = most(shorter, &|from, to| one.get(from..to) == other.get(from..to));
    let back = most(shorter - front, &|from, to| tail(one, from, to) == tail(other, from, to));
    (front, back)
}

/// A part, counted from the end.
fn tail(bytes: &[u8], from: usize, to: usize) -> Option<&[u8]> {
    bytes.get(bytes.len() - to..bytes.len() - from)
}

/// How far, up to `end`, all is the same: by halves, since many bytes at once are compared quicker than one by one.
fn most(mut end: usize, same: &dyn Fn(usize, usize) -> bool) -> usize {
    let mut known = 0;
    while known < end {
        let middle = known + (end - known).div_ceil(2);
        if same(known, middle) { known = middle } else { end = middle - 1 }
    }
    known
}

/// Sorts by a key; what has equal keys keeps its order.
///
/// The standard library's sort is compiled anew for every type it sorts, 1 KB of brotli each in the page. This sorts
/// pairs of numbers, once.
pub fn sort_by_place<T>(items: &mut [T], place: impl Fn(&T) -> usize) {
    for (one, other) in swaps(items.iter().map(place).collect()) {
        items.swap(one, other);
    }
}

/// What to swap so that keys come in order.
fn swaps(places: Vec<usize>) -> Vec<(usize, usize)> {
    let order = sorted(places.into_iter().enumerate().map(|(index, place)| (place, index)).collect());
    // Where each item is to go.
    let mut goals = vec![0; order.len()];
    for (goal, (_, index)) in order.into_iter().enumerate() {
        goals[index] = goal;
    }
    let mut swaps = Vec::new();
    for index in 0..goals.len() {
        while goals[index] != index {
            let goal = goals[index];
            goals.swap(index, goal);
            swaps.push((index, goal));
        }
    }
    swaps
}

/// By a heap, which sorts in a tenth of the code of `sort`.
pub fn sorted(places: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
    BinaryHeap::from(places).into_sorted_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_beginning_ends_between_letters() {
        for (text, most, expected) in [("aé", 3, "aé"), ("aé", 2, "a"), ("é", 1, ""), ("", 5, "")] {
            assert_eq!(beginning(text, most), expected);
        }
    }

    #[test]
    fn parts_are_found_where_they_stand_first() {
        for (text, part, at) in [
            ("a://b://", "://", Some(1)),
            ("", "a", None),
            ("ab", "abc", None),
            ("aab", "ab", Some(1)),
            ("é*", "*", Some(2)),
            ("a", "", Some(0)),
        ] {
            assert_eq!((find(text, part), cut(text, part)), (at, text.split_once(part)), "{text} {part}");
        }
    }

    #[test]
    fn what_has_equal_keys_keeps_its_order() {
        for length in 0..40 {
            let mut items: Vec<_> = (0..length).map(|index| (index * 7 % 11 % 5, index)).collect();
            let mut expected = items.clone();
            expected.sort_by_key(|(place, _)| *place);
            sort_by_place(&mut items, |(place, _)| *place);
            assert_eq!(items, expected);
        }
    }
}
