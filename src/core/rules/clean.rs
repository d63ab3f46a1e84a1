//! Unchanged attributes without a finding, which need not be checked again.
//!
//! In: a text that was checked before, the spans of its clean attributes, and the current text. Attributes inside the
//! common start or end of both texts did not change, so after a key all attributes but one are known.

use crate::core::text::{Span, in_common};

#[derive(Debug, Default)]
pub struct Clean<'k> {
    /// In the previous text, in order, without those that were passed.
    attributes: &'k [Span],
    /// The lengths of the previous and the current text in bytes.
    lengths: (usize, usize),
    /// The lengths of their common start and end.
    in_common: (usize, usize),
}

impl<'k> Clean<'k> {
    /// `attributes`: the clean ones of the text `before`, from [`super::CheckSteps::finish`].
    pub fn new(before: &str, attributes: &'k [Span], now: &str) -> Self {
        Self { attributes, lengths: (before.len(), now.len()), in_common: in_common(before.as_bytes(), now.as_bytes()) }
    }

    /// Whether an attribute of the current text is known to be clean. Must be asked in text order.
    pub fn holds(&mut self, attribute: Span) -> bool {
        let ((before, now), (front, back)) = (self.lengths, self.in_common);
        let was = match attribute {
            Span { end, .. } if end <= front => attribute,
            Span { start, end } if start + back >= now => Span::new(start + before - now, end + before - now),
            _ => return false,
        };
        while let Some((first, rest)) = self.attributes.split_first() {
            if first.start >= was.start {
                return *first == was;
            }
            self.attributes = rest;
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Clean;
    use crate::core::analysis::{Analysis, Before, Options, analyze_with};
    use crate::core::json::Source;
    use crate::core::templates;
    use crate::core::unfurl::Payload;

    fn analyzed(text: &str, before: Option<(&str, &Analysis)>) -> Analysis {
        let before = before.map(|(text, analysis)| Before { text, analysis });
        analyze_with(text, Options { before, ..Options::default() }, time::UtcDateTime::UNIX_EPOCH)
    }

    #[test]
    fn after_a_key_one_attribute_is_asked_about() {
        let text = &*templates::first().payload;
        let at = text.find("Would love").unwrap();
        for (typed, rest) in [("x", at), ("", at + 1), ("<b>", at)] {
            let changed = format!("{}{typed}{}", &text[..at], &text[rest..]);
            let before = analyzed(text, None);
            let mut known = Clean::new(text, &before.clean, &changed);
            let source = Source::new(&changed);
            let root = source.parse().unwrap();
            let attributes = Payload::new(&changed, &root, false).attributes;
            let anew: Vec<_> = attributes.iter().filter(|one| !known.holds(one.node.span())).map(|one| one.id).collect();
            assert_eq!(anew, [Some("description")], "{typed}");
        }
    }

    proptest! {
        /// Whatever was typed, the findings are those of a full check.
        #[test]
        fn what_is_known_changes_nothing(
            edits in prop::collection::vec((any::<prop::sample::Index>(), 0..4_usize, "[a-z0-9 ]{0,3}|[<\"\\\\{},:]"), 1..12)
        ) {
            let mut text = templates::find("seven-mistakes").unwrap().project().payload.to_string();
            let mut before = analyzed(&text, None);
            for (at, gone, typed) in edits {
                let at = at.index(text.len());
                let Some((front, back)) = text.get(..at).zip(text.get((at + gone).min(text.len())..)) else { continue };
                let changed = format!("{front}{typed}{back}");
                let now = analyzed(&changed, Some((&text, &before)));
                prop_assert_eq!(format!("{:?}", now), format!("{:?}", analyzed(&changed, None)));
                // A text that does not parse has no clean attributes.
                if now.render.is_some() {
                    (text, before) = (changed, now);
                }
            }
        }
    }
}
