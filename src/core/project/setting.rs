//! The fields of the two documented forms, in their order.

use super::Settings;

/// A field of the settings; the client secret is none, since no project holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Setting {
    AuthorizeUrl,
    TokenUrl,
    ClientId,
    Scopes,
    DeletedTokenUrl,
    CallbackUrl,
    Domain,
}

impl Setting {
    /// External Authorization Setup, then Unfurling Domain & Patterns.
    pub const ALL: [Self; 7] = [
        Self::AuthorizeUrl,
        Self::TokenUrl,
        Self::ClientId,
        Self::Scopes,
        Self::DeletedTokenUrl,
        Self::CallbackUrl,
        Self::Domain,
    ];

    /// Its key in a project.
    pub fn key(self) -> &'static str {
        match self {
            Self::AuthorizeUrl => "authorize_url",
            Self::TokenUrl => "token_url",
            Self::ClientId => "client_id",
            Self::Scopes => "scopes",
            Self::DeletedTokenUrl => "deleted_token_url",
            Self::CallbackUrl => "callback_url",
            Self::Domain => "domain",
        }
    }

    /// As the documents' forms call it.
    pub fn label(self) -> &'static str {
        match self {
            Self::AuthorizeUrl => "OAuth Authorize URL",
            Self::TokenUrl => "OAuth Token URL",
            Self::ClientId => "OAuth Client ID",
            Self::Scopes => "OAuth Scopes",
            Self::DeletedTokenUrl => "Deleted Token Callback URL",
            Self::CallbackUrl => "Unfurl Callback URL",
            Self::Domain => "Unfurl URL Domain",
        }
    }

    pub fn of(self, settings: &Settings) -> &str {
        match self {
            Self::AuthorizeUrl => &settings.authorize_url,
            Self::TokenUrl => &settings.token_url,
            Self::ClientId => &settings.client_id,
            Self::Scopes => &settings.scopes,
            Self::DeletedTokenUrl => &settings.deleted_token_url,
            Self::CallbackUrl => &settings.callback_url,
            Self::Domain => &settings.domain,
        }
    }

    pub fn put(self, settings: &mut Settings, text: String) {
        *match self {
            Self::AuthorizeUrl => &mut settings.authorize_url,
            Self::TokenUrl => &mut settings.token_url,
            Self::ClientId => &mut settings.client_id,
            Self::Scopes => &mut settings.scopes,
            Self::DeletedTokenUrl => &mut settings.deleted_token_url,
            Self::CallbackUrl => &mut settings.callback_url,
            Self::Domain => &mut settings.domain,
        } = text;
    }
}
