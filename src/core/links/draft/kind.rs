//! The kind of the texts at one place: numbers, ids, keys, words.
//!
//! In: the texts at one place of the samples. Out: the narrowest kind that covers all of them, and its pattern.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextKind {
    /// `23487`
    Number,
    /// `3f2504e0-4f89-11d3-9a0c-0305e82c3301`
    Uuid,
    /// `9fceb02d`: the digits of a hash, with their common length.
    Hex(Option<usize>),
    /// `LAB-12`
    Key,
    /// `hello-world_2`
    Slug,
    /// Anything else.
    Any,
}

const HEX_DIGITS: usize = 7;

impl TextKind {
    pub fn of(texts: &[&str]) -> Self {
        let all = |is: fn(&str) -> bool| texts.iter().all(|text| !text.is_empty() && is(text));
        match () {
            () if all(is_number) => Self::Number,
            () if all(is_uuid) => Self::Uuid,
            () if all(is_hex) && texts.iter().any(|text| !is_number(text)) => {
                let length = texts.first().map(|text| text.len());
                Self::Hex(length.filter(|length| texts.iter().all(|text| text.len() == *length)))
            }
            () if all(is_key) => Self::Key,
            () if all(is_slug) => Self::Slug,
            () => Self::Any,
        }
    }

    /// Whether such a text identifies one thing among many, so that it differs from URL to URL.
    pub fn is_id(self) -> bool {
        !matches!(self, Self::Slug | Self::Any)
    }

    /// The pattern of a text that ends at one of `ends`, which are escaped for a class.
    pub fn pattern(self, texts: &[&str], ends: &str) -> String {
        let upper = texts.iter().any(|text| text.bytes().any(|byte| byte.is_ascii_uppercase()));
        let lower = texts.iter().any(|text| text.bytes().any(|byte| byte.is_ascii_lowercase()));
        let letters = match (upper, lower) {
            (true, true) => "A-Fa-f",
            (true, false) => "A-F",
            (false, _) => "a-f",
        };
        match self {
            Self::Number => r"\d+".to_owned(),
            Self::Uuid => [r"[\d", letters, "-]{36}"].concat(),
            Self::Hex(None) => [r"[\d", letters, "]+"].concat(),
            Self::Hex(Some(length)) => [r"[\d", letters, "]{", &length.to_string(), "}"].concat(),
            Self::Key => r"[A-Z][A-Z\d]*-\d+".to_owned(),
            Self::Slug => r"[\w-]+".to_owned(),
            Self::Any if texts.iter().any(|text| text.is_empty()) => format!("[^{ends}]*"),
            Self::Any => format!("[^{ends}]+"),
        }
    }

    /// With one of the texts, which the person knows.
    pub fn words(self, texts: &[&str]) -> String {
        let what = match self {
            Self::Number => "a number",
            Self::Uuid => "a UUID",
            Self::Hex(_) => "an id of digits and the letters a to f",
            Self::Key => "a key",
            Self::Slug => "letters, digits, `_` and `-`",
            Self::Any => "any text up to the next part",
        };
        match texts.iter().find(|text| !text.is_empty()) {
            Some(text) => format!("{what}, such as `{text}`"),
            None => what.to_owned(),
        }
    }
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_uuid(text: &str) -> bool {
    let hyphens = [8, 13, 18, 23];
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| if hyphens.contains(&at) { byte == b'-' } else { byte.is_ascii_hexdigit() })
}

/// Long enough and with a digit, because `cafe` and `decade` are words.
fn is_hex(text: &str) -> bool {
    text.len() >= HEX_DIGITS
        && text.bytes().all(|byte| byte.is_ascii_hexdigit())
        && text.bytes().any(|byte| byte.is_ascii_digit())
}

fn is_key(text: &str) -> bool {
    text.split_once('-').is_some_and(|(project, number)| {
        project.starts_with(|first: char| first.is_ascii_uppercase())
            && project.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
            && !number.is_empty()
            && is_number(number)
    })
}

fn is_slug(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-')
}
