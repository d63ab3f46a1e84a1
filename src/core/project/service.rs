//! How the service acts in the conversation that is played: the documents' example values where nothing was chosen.

use serde_json::{Map, Value};

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

/// A field of [`Service`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ServiceField {
    AccountKey,
    AccountName,
    ExpiresIn,
    ErrorStatus,
    ErrorMessage,
    Denial,
    DenialDescription,
}

impl ServiceField {
    pub const ALL: [Self; 7] = [
        Self::AccountKey,
        Self::AccountName,
        Self::ExpiresIn,
        Self::ErrorStatus,
        Self::ErrorMessage,
        Self::Denial,
        Self::DenialDescription,
    ];

    /// Its key in a project.
    pub fn key(self) -> &'static str {
        match self {
            Self::AccountKey => "account_key",
            Self::AccountName => "account_name",
            Self::ExpiresIn => "expires_in",
            Self::ErrorStatus => "error_status",
            Self::ErrorMessage => "error_message",
            Self::Denial => "denial",
            Self::DenialDescription => "denial_description",
        }
    }

    /// As a list of problems names it.
    pub fn label(self) -> &'static str {
        match self {
            Self::AccountKey => "account key",
            Self::AccountName => "account name",
            Self::ExpiresIn => "token’s life",
            Self::ErrorStatus => "error’s status",
            Self::ErrorMessage => "error’s message",
            Self::Denial => "refusal’s code",
            Self::DenialDescription => "refusal’s description",
        }
    }

    pub fn of(self, service: &Service) -> &str {
        match self {
            Self::AccountKey => &service.account_key,
            Self::AccountName => &service.account_name,
            Self::ExpiresIn => &service.expires_in,
            Self::ErrorStatus => &service.error_status,
            Self::ErrorMessage => &service.error_message,
            Self::Denial => &service.denial,
            Self::DenialDescription => &service.denial_description,
        }
    }

    pub fn put(self, service: &mut Service, text: String) {
        *match self {
            Self::AccountKey => &mut service.account_key,
            Self::AccountName => &mut service.account_name,
            Self::ExpiresIn => &mut service.expires_in,
            Self::ErrorStatus => &mut service.error_status,
            Self::ErrorMessage => &mut service.error_message,
            Self::Denial => &mut service.denial,
            Self::DenialDescription => &mut service.denial_description,
        } = text;
    }
}
