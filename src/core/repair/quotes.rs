//! Quotes inside a text that nobody escaped: whether the text is one, or several that were paired wrongly.

use crate::core::letter::is_letter;

/// Whether a text holds pieces of JSON, such as `", "`, `":` or `"}`.
pub(super) fn swallows(content: &str) -> bool {
    content.match_indices('"').any(|(at, _)| {
        let behind = content[at + 1..].trim_start();
        behind.starts_with([':', '}', ']']) || behind.strip_prefix(',').is_some_and(|rest| rest.trim_start().starts_with('"'))
    })
}

/// Whether people write such quotes: in pairs around words, or as inches behind a number.
pub(super) fn is_plausible(content: &str) -> bool {
    if content == "\"" {
        return true;
    }
    let mut opens = true;
    for (at, _) in content.match_indices('"').filter(|(at, _)| !is_measure(&content[..*at])) {
        let (before, behind) = (&content[..at], &content[at + 1..]);
        let in_place = if opens {
            before.is_empty() || before.ends_with(|c: char| c.is_whitespace() || "([{/-–—".contains(c))
        } else {
            !before.ends_with(char::is_whitespace) && !behind.starts_with(is_letter)
        };
        if !in_place {
            return false;
        }
        opens = !opens;
    }
    opens
}

fn is_measure(before: &str) -> bool {
    let word = before.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or_default();
    !word.is_empty() && word.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '½' | '¼' | '¾'))
}
