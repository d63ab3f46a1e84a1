//! Spans of bytes, and what two texts have in common.

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

    pub fn contains(self, offset: usize) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether all of another span is within this one.
    pub fn encloses(self, inner: Self) -> bool {
        self.start <= inner.start && inner.end <= self.end
    }

    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// The text as a sentence begins: with a capital. Code stays as it is, since that begins with a backtick.
pub fn capitalized(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}

/// The longest beginning of a text with at most this many bytes.
pub fn beginning(text: &str, most: usize) -> &str {
    &text[..text.floor_char_boundary(most)]
}

/// The lengths of the longest common start of two texts and of their longest common end, which do not overlap.
pub fn in_common(one: &[u8], other: &[u8]) -> (usize, usize) {
    let shorter = one.len().min(other.len());
    let front = most(shorter, &|from, to| one[from..to] == other[from..to]);
    let back = most(shorter - front, &|from, to| tail(one, from, to) == tail(other, from, to));
    (front, back)
}

/// A range of bytes, counted from the end.
fn tail(bytes: &[u8], from: usize, to: usize) -> &[u8] {
    &bytes[bytes.len() - to..bytes.len() - from]
}

/// The length, at most `end`, of what is the same. By bisection, because comparing ranges is faster than comparing bytes.
fn most(mut end: usize, same: &dyn Fn(usize, usize) -> bool) -> usize {
    let mut known = 0;
    while known < end {
        let middle = known + (end - known).div_ceil(2);
        if same(known, middle) { known = middle } else { end = middle - 1 }
    }
    known
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_begins_with_a_capital() {
        for (text, expected) in [("", ""), ("a b", "A b"), ("`a` b", "`a` b"), ("ß", "SS"), ("3 days", "3 days"), ("É", "É")] {
            assert_eq!(capitalized(text), expected);
        }
    }

    #[test]
    fn the_beginning_ends_between_letters() {
        for (text, most, expected) in [("aé", 3, "aé"), ("aé", 2, "a"), ("é", 1, ""), ("", 5, "")] {
            assert_eq!(beginning(text, most), expected);
        }
    }

    #[test]
    fn both_ends_of_two_texts_are_measured() {
        for (one, other, expected) in
            [("", "", (0, 0)), ("abc", "abc", (3, 0)), ("aXc", "aYYc", (1, 1)), ("aa", "aaa", (2, 0)), ("ab", "xb", (0, 1))]
        {
            assert_eq!(in_common(one.as_bytes(), other.as_bytes()), expected, "{one} {other}");
        }
    }
}
