//! The dialog that Notion shows to a user whose authorization ended with an error.
//!
//! In: `error` and `error_description` of the redirect, decoded. Out: one of the three dialogs in the documents.

/// The codes of RFC 6749, section 4.1.2.1.
pub const CODES: [&str; 7] = [
    "access_denied",
    "invalid_request",
    "invalid_scope",
    "server_error",
    "temporarily_unavailable",
    "unauthorized_client",
    "unsupported_response_type",
];

/// The codes of its section 5.2, with which a token URL answers.
pub const TOKEN_CODES: [&str; 6] =
    ["invalid_client", "invalid_grant", "invalid_request", "invalid_scope", "unauthorized_client", "unsupported_grant_type"];

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dialogue {
    /// Notion's own words for a code that it knows.
    Standard(String),
    /// The description of the service, instead of Notion's words; whether Notion knows the code.
    Described { text: String, is_known: bool },
    /// A code that Notion does not know.
    Unknown(String),
}

impl Dialogue {
    /// A description wins. That it also replaces the words for an unknown code is a guess.
    pub fn new(error: &str, description: &str) -> Self {
        if !description.trim().is_empty() {
            Self::Described { text: description.to_owned(), is_known: CODES.contains(&error) }
        } else if CODES.contains(&error) {
            Self::Standard(error.to_owned())
        } else {
            Self::Unknown(error.to_owned())
        }
    }

    /// What Notion does, as a sentence.
    pub fn says(&self) -> String {
        match self {
            // The only code in the documents.
            Self::Standard(code) if code == "access_denied" => "Notion shows its own message for `access_denied`".to_owned(),
            Self::Standard(code) => format!("Notion probably shows its own message for `{code}`"),
            Self::Described { text, is_known: true } => format!("Notion shows your description: “{text}”"),
            Self::Described { text, .. } => format!("Notion probably shows your description: “{text}”"),
            Self::Unknown(code) if code.trim().is_empty() => {
                "There is no error code: what Notion shows is not documented".to_owned()
            }
            Self::Unknown(code) => format!("Notion probably does not know `{code}` and says that the error is unknown"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_three_dialogues() {
        for (error, description, says) in [
            ("access_denied", "", "Notion shows its own message for `access_denied`"),
            ("access_denied", " ", "Notion shows its own message for `access_denied`"),
            ("access_denied", "No.", "Notion shows your description: “No.”"),
            ("nope", "", "Notion probably does not know `nope` and says that the error is unknown"),
            ("invalid_scope", "", "Notion probably shows its own message for `invalid_scope`"),
            ("", "", "There is no error code: what Notion shows is not documented"),
            ("nope", "Because", "Notion probably shows your description: “Because”"),
            ("", "No", "Notion probably shows your description: “No”"),
        ] {
            assert_eq!(Dialogue::new(error, description).says(), says);
        }
    }
}
