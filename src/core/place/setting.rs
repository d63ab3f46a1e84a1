//! The fields of the two documented forms, in their order: key, label, example.

/// A field of the settings. The client secret is not among them: no project holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Setting {
    AuthorizeUrl,
    TokenUrl,
    ClientId,
    NotionClientId,
    Scopes,
    DeletedTokenUrl,
    CallbackUrl,
    Domain,
}

impl Setting {
    /// External Authorization Setup, then Unfurling Domain & Patterns. The Notion client ID is in neither form: Notion gives it.
    pub const ALL: [Self; 8] = [
        Self::AuthorizeUrl,
        Self::TokenUrl,
        Self::ClientId,
        Self::NotionClientId,
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
            Self::NotionClientId => "notion_client_id",
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
            Self::NotionClientId => "Notion client ID",
            Self::Scopes => "OAuth Scopes",
            Self::DeletedTokenUrl => "Deleted Token Callback URL",
            Self::CallbackUrl => "Unfurl Callback URL",
            Self::Domain => "Unfurl URL Domain",
        }
    }

    /// What the documents' forms give as an example.
    pub fn example(self) -> &'static str {
        match self {
            Self::AuthorizeUrl => "https://<your_domain>.com/notion/authorize",
            Self::TokenUrl => "https://<your_domain>.com/notion/token",
            Self::ClientId => "mRkZGFjM",
            // Decoded from the guide's example of the header.
            Self::NotionClientId => "649374923749238479238479234792374",
            Self::Scopes => "unfurl, user_name",
            Self::DeletedTokenUrl => "https://<your_domain>.com/notion/deletion",
            Self::CallbackUrl => "https://<your_domain>.com/unfurl",
            Self::Domain => "<your_domain>.com",
        }
    }
}
