//! Dots in the host of a pattern that take any character: `acme.com` takes `acmexcom` as well.
//!
//! In: a pattern with its tree. Out: the bytes of every such dot, in order. Repeated dots (`.*`) are meant as they stand.

use super::ways::{Way, What, ways};
use crate::core::pattern::syntax::Syntax;
use crate::core::text::Span;
use crate::core::utf16::Utf16;

pub fn dots(pattern: &str, syntax: &Syntax) -> Vec<Span> {
    let bytes = Utf16::new(pattern);
    let mut dots: Vec<Span> = Vec::new();
    for piece in ways(syntax).iter().flatten().filter_map(Way::host).flatten().filter(|piece| piece.what == What::Dot) {
        let span = bytes.span(piece.span);
        let place = dots.partition_point(|known| known.start < span.start);
        if dots.get(place) != Some(&span) {
            dots.insert(place, span);
        }
    }
    dots
}

#[cfg(test)]
mod tests {
    use super::dots;
    use crate::core::pattern::syntax::parse;

    #[test]
    fn are_found_in_the_host_alone() {
        for (pattern, expected) in [
            (r"^https:\/\/acme.com\/a.b$", &[15][..]),
            (r"^https:\/\/(www.)?acme.com\/", &[15, 22]),
            (r"^https:\/\/(www.)?acme\.com\/", &[15]),
            (r"^https:\/\/acme\.com\/.$", &[]),
            (r"^https:\/\/.*\.acme\.com\/", &[]),
            (r"^https:\/\/[.]acme[.]com\/", &[]),
            (r"acme.com/items", &[4]),
            (r"^(?<ü>https):\/\/acme.com\/", &[22]),
        ] {
            let syntax = parse(&pattern.encode_utf16().collect::<Vec<_>>()).unwrap();
            let starts: Vec<_> = dots(pattern, &syntax).iter().map(|span| span.start).collect();
            assert_eq!(starts, expected, "{pattern}");
            assert!(starts.iter().all(|start| pattern[*start..].starts_with('.')), "{pattern}");
        }
    }
}
