//! How the service acts in the conversation that is played: the documents' example values where nothing was chosen.

use serde_json::{Map, Value};

use crate::core::place::ServiceField;
use crate::core::unfurl::ErrorReply;

/// Texts as typed; the rules say what is wrong with them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Service {
    /// `external_account.key`
    pub account_key: String,
    /// `external_account.name`
    pub account_name: String,
    /// Seconds that an access token of the service lives; blank: it is long-living, and no refresh token is given.
    pub expires_in: String,
    /// Of the error that the service reports.
    pub error_status: String,
    pub error_message: String,
    /// The error code of a person who does not allow.
    pub denial: String,
    /// What replaces the standard dialogue; blank: nothing does.
    pub denial_description: String,
    pub other: Map<String, Value>,
}

impl Default for Service {
    fn default() -> Self {
        Self {
            account_key: "A83823453409384".to_owned(),
            account_name: "Notion - team@makenotion.com".to_owned(),
            expires_in: "60000".to_owned(),
            error_status: "404".to_owned(),
            error_message: "Content not found".to_owned(),
            denial: "access_denied".to_owned(),
            denial_description: String::new(),
            other: Map::new(),
        }
    }
}

impl Service {
    pub fn text(&self, field: ServiceField) -> &str {
        match field {
            ServiceField::AccountKey => &self.account_key,
            ServiceField::AccountName => &self.account_name,
            ServiceField::ExpiresIn => &self.expires_in,
            ServiceField::ErrorStatus => &self.error_status,
            ServiceField::ErrorMessage => &self.error_message,
            ServiceField::Denial => &self.denial,
            ServiceField::DenialDescription => &self.denial_description,
        }
    }

    pub fn put(&mut self, field: ServiceField, text: String) {
        *match field {
            ServiceField::AccountKey => &mut self.account_key,
            ServiceField::AccountName => &mut self.account_name,
            ServiceField::ExpiresIn => &mut self.expires_in,
            ServiceField::ErrorStatus => &mut self.error_status,
            ServiceField::ErrorMessage => &mut self.error_message,
            ServiceField::Denial => &mut self.denial,
            ServiceField::DenialDescription => &mut self.denial_description,
        } = text;
    }

    /// The error that the service reports. Where the typed status is no number, it has none.
    pub fn error_reply(&self) -> ErrorReply {
        ErrorReply { status: self.error_status.trim().parse().ok(), message: Some(self.error_message.clone()) }
    }

    /// Seconds until an access token of the service expires; `None` where it does not, or the text is no number.
    pub fn lifetime(&self) -> Option<u64> {
        let typed = self.expires_in.trim();
        typed.bytes().all(|byte| byte.is_ascii_digit()).then(|| typed.parse().ok()).flatten()
    }
}
