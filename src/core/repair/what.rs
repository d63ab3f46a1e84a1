//! What a repair does, as the title of the fix names it, and whether it can lose what the person meant.

use super::whole::Whole;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    Array,
    Backslash,
    Bracket,
    CloseString,
    Colon,
    Comma,
    Comment,
    Escape,
    EscapeQuote,
    LeftOut,
    MatchingBracket,
    Name,
    Null,
    Number,
    OpenString,
    Quotes,
    Semicolon,
    Separator,
    Space,
    StrayBracket,
    StrayColon,
    StrayComma,
    StrayQuote,
    TrailingComma,
    Unfinished,
    Word,
    WordInQuotes,
}

impl What {
    /// One of them, several of them.
    fn titles(self) -> (&'static str, &'static str) {
        match self {
            Self::Array => ("Put all into one array", "Put all into one array"),
            Self::Backslash => ("Double the backslash", "Double the backslashes"),
            Self::Bracket => ("Add the missing bracket", "Add the missing brackets"),
            Self::CloseString => ("Add the closing quote", "Add the closing quotes"),
            Self::Colon => ("Add the missing colon", "Add the missing colons"),
            Self::Comma => ("Add the missing comma", "Add the missing commas"),
            Self::Comment => ("Remove the comment", "Remove the comments"),
            Self::Escape => ("Escape what a string cannot hold", "Escape what a string cannot hold"),
            Self::EscapeQuote => ("Escape the quote inside the text", "Escape the quotes inside the text"),
            Self::LeftOut => ("Remove the `…`", "Remove the `…`"),
            Self::MatchingBracket => ("Use the matching bracket", "Use the matching brackets"),
            Self::Name => ("Put the name in double quotes", "Put the names in double quotes"),
            Self::Null => ("Write `null` for what JSON does not know", "Write `null` for what JSON does not know"),
            Self::Number => ("Write the number as JSON does", "Write the numbers as JSON does"),
            Self::OpenString => ("Add the opening quote", "Add the opening quotes"),
            Self::Quotes => ("Use double quotes", "Use double quotes"),
            Self::Semicolon => ("Remove the semicolon", "Remove the semicolons"),
            Self::Separator => ("Write the separator as JSON does", "Write the separators as JSON does"),
            Self::Space => ("Replace the invisible character by a space", "Replace the invisible characters by spaces"),
            Self::StrayBracket => ("Remove the stray bracket", "Remove the stray brackets"),
            Self::StrayColon => ("Remove the doubled colon", "Remove the doubled colons"),
            Self::StrayQuote => ("Remove the doubled quote", "Remove the doubled quotes"),
            Self::StrayComma => ("Remove the stray comma", "Remove the stray commas"),
            Self::TrailingComma => ("Remove the trailing comma", "Remove the trailing commas"),
            Self::Unfinished => ("Remove the unfinished property", "Remove the unfinished property"),
            Self::Word => ("Write the word as JSON does", "Write the words as JSON does"),
            Self::WordInQuotes => ("Put the word in double quotes", "Put the words in double quotes"),
        }
    }

    /// What is wrong, where the parser misses a quote too late to say it.
    pub(super) fn message(self) -> Option<&'static str> {
        match self {
            Self::CloseString => Some("A closing quote is missing"),
            Self::OpenString => Some("An opening quote is missing"),
            Self::StrayQuote => Some("A quote is doubled"),
            Self::EscapeQuote => Some("A quote inside the text is not escaped"),
            _ => None,
        }
    }

    /// Whether it changes what belongs to what.
    pub(super) fn is_structural(self) -> bool {
        matches!(
            self,
            Self::Array
                | Self::Bracket
                | Self::Colon
                | Self::Comma
                | Self::EscapeQuote
                | Self::MatchingBracket
                | Self::StrayBracket
        )
    }

    pub(super) fn is_safe(self) -> bool {
        !matches!(
            self,
            Self::Backslash
                | Self::CloseString
                | Self::Comment
                | Self::LeftOut
                | Self::MatchingBracket
                | Self::Null
                | Self::EscapeQuote
                | Self::StrayBracket
                | Self::Unfinished
                | Self::WordInQuotes
        )
    }
}

/// The title of a fix: what it does, and what it makes of the whole text.
pub(super) fn title(reasons: &[What], whole: Option<Whole>) -> String {
    match (reasons, whole) {
        ([], Some(whole)) => whole.title().to_owned(),
        (_, Some(_)) => format!("Convert to JSON ({} changes)", reasons.len() + 1),
        ([one], None) => one.titles().0.to_owned(),
        ([first, rest @ ..], None) if rest.iter().all(|what| what == first) => first.titles().1.to_owned(),
        _ => format!("Convert to JSON ({} changes)", reasons.len()),
    }
}
