//! What Notion shows to a person whose service answered with an OAuth error.

/// The codes of RFC 6749, 4.1.2.1 and 5.2.
const CODES: [&str; 10] = [
    "access_denied",
    "invalid_client",
    "invalid_grant",
    "invalid_request",
    "invalid_scope",
    "server_error",
    "temporarily_unavailable",
    "unauthorized_client",
    "unsupported_grant_type",
    "unsupported_response_type",
];

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dialogue {
    /// The message of a code that Notion knows; its wording is in a picture that the documents lost.
    Standard,
    /// The `error_description` in its place.
    Described(String),
    /// Notion says that the error is unknown.
    Unknown(String),
}

impl Dialogue {
    /// A description replaces the dialogue, whatever the code.
    pub fn of(code: &str, description: Option<&str>) -> Self {
        match description.filter(|text| !text.trim().is_empty()) {
            Some(text) => Self::Described(text.to_owned()),
            None if is_known(code) => Self::Standard,
            None => Self::Unknown(code.to_owned()),
        }
    }

    /// What the person sees, in words.
    pub fn words(&self) -> String {
        match self {
            Self::Standard => "Notion shows its own message for this code".to_owned(),
            Self::Described(text) => ["Notion shows “", text, "” in place of its own message"].concat(),
            Self::Unknown(code) => ["Notion says that the error “", code, "” is unknown"].concat(),
        }
    }
}

pub fn is_known(code: &str) -> bool {
    CODES.contains(&code)
}
