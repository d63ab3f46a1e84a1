//! What a repair does, as the title of the fix names it, and whether it can lose what the person meant.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    Around,
    Array,
    Backslash,
    Bracket,
    CloseString,
    Colon,
    Comma,
    Comment,
    Escape,
    EscapeQuote,
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
            Self::Around => ("remove what stands around the JSON", "remove what stands around the JSON"),
            Self::Array => ("put all into one array", "put all into one array"),
            Self::Backslash => ("double the backslash", "double the backslashes"),
            Self::Bracket => ("add the missing bracket", "add the missing brackets"),
            Self::CloseString => ("close the string", "close the strings"),
            Self::Colon => ("add the missing colon", "add the missing colons"),
            Self::Comma => ("add the missing comma", "add the missing commas"),
            Self::Comment => ("remove the comment", "remove the comments"),
            Self::Escape => ("escape what a string cannot hold", "escape what a string cannot hold"),
            Self::EscapeQuote => ("escape the quote inside the text", "escape the quotes inside the text"),
            Self::MatchingBracket => ("use the matching bracket", "use the matching brackets"),
            Self::Name => ("put the name in double quotes", "put the names in double quotes"),
            Self::Null => ("write `null` for what JSON does not know", "write `null` for what JSON does not know"),
            Self::Number => ("write the number as JSON does", "write the numbers as JSON does"),
            Self::OpenString => ("open the string", "open the strings"),
            Self::Quotes => ("use double quotes", "use double quotes"),
            Self::Semicolon => ("remove the semicolon", "remove the semicolons"),
            Self::Separator => ("write the separator as JSON does", "write the separators as JSON does"),
            Self::Space => ("replace the invisible character by a space", "replace the invisible characters by spaces"),
            Self::StrayBracket => ("remove the stray bracket", "remove the stray brackets"),
            Self::StrayColon => ("remove the doubled colon", "remove the doubled colons"),
            Self::StrayQuote => ("remove the doubled quote", "remove the doubled quotes"),
            Self::StrayComma => ("remove the stray comma", "remove the stray commas"),
            Self::TrailingComma => ("remove the trailing comma", "remove the trailing commas"),
            Self::Unfinished => ("remove the unfinished property", "remove the unfinished property"),
            Self::Word => ("write the word as JSON does", "write the words as JSON does"),
            Self::WordInQuotes => ("put the word in double quotes", "put the words in double quotes"),
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
            Self::Around
                | Self::Backslash
                | Self::CloseString
                | Self::Comment
                | Self::MatchingBracket
                | Self::Null
                | Self::EscapeQuote
                | Self::StrayBracket
                | Self::Unfinished
                | Self::WordInQuotes
        )
    }
}

pub(super) fn title(reasons: &[What]) -> String {
    match reasons {
        [one] => one.titles().0.to_owned(),
        [first, rest @ ..] if rest.iter().all(|what| what == first) => first.titles().1.to_owned(),
        _ => format!("mend {} places", reasons.len()),
    }
}
