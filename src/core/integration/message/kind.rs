//! The messages that there are, and how each travels.

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MessageKind {
    AuthorizationUrl,
    /// From the service back to Notion, by the person's browser.
    Redirect,
    /// Notion asks the service.
    TokenRequest,
    TokenAnswer,
    /// The service asks Notion.
    NotionTokenRequest,
    NotionTokenAnswer,
    CallbackRequest,
    CallbackAnswer,
    Update,
    Deletion,
    /// The value of the header.
    Authorization,
}

/// How a message travels; what is `None` is not documented.
pub struct Travel {
    /// Of a request.
    pub method: Option<&'static str>,
    pub content_type: Option<&'static str>,
    /// The scheme of the header `Authorization`.
    pub authorization: Option<&'static str>,
    /// Of the header `Notion-Version`.
    pub version: Option<&'static str>,
}

const JSON: Option<&str> = Some("application/json");

impl MessageKind {
    pub const ALL: [Self; 11] = [
        Self::AuthorizationUrl,
        Self::Redirect,
        Self::TokenRequest,
        Self::TokenAnswer,
        Self::NotionTokenRequest,
        Self::NotionTokenAnswer,
        Self::CallbackRequest,
        Self::CallbackAnswer,
        Self::Update,
        Self::Deletion,
        Self::Authorization,
    ];

    /// Public.
    pub fn name(self) -> &'static str {
        match self {
            Self::AuthorizationUrl => "authorization-url",
            Self::Redirect => "redirect",
            Self::TokenRequest => "token-request",
            Self::TokenAnswer => "token-answer",
            Self::NotionTokenRequest => "notion-token-request",
            Self::NotionTokenAnswer => "notion-token-answer",
            Self::CallbackRequest => "callback-request",
            Self::CallbackAnswer => "callback-answer",
            Self::Update => "update",
            Self::Deletion => "deletion",
            Self::Authorization => "authorization",
        }
    }

    /// As a sentence has it.
    pub fn label(self) -> &'static str {
        match self {
            Self::AuthorizationUrl => "an authorization URL",
            Self::Redirect => "a redirect back to Notion",
            Self::TokenRequest => "a request to your token URL",
            Self::TokenAnswer => "a response of your token URL",
            Self::NotionTokenRequest => "a request to Notion’s token URL",
            Self::NotionTokenAnswer => "a response of Notion’s token URL",
            Self::CallbackRequest => "a request to your callback",
            Self::CallbackAnswer => "a response of your callback",
            Self::Update => "an update",
            Self::Deletion => "a deletion",
            Self::Authorization => "an `Authorization` header",
        }
    }

    pub(super) fn travel(self) -> Travel {
        let (method, content_type, authorization, version) = match self {
            Self::AuthorizationUrl | Self::Redirect => (Some("GET"), None, None, None),
            Self::TokenRequest => (Some("POST"), Some("application/x-www-form-urlencoded"), None, None),
            Self::TokenAnswer | Self::NotionTokenAnswer | Self::CallbackAnswer => (None, JSON, None, None),
            Self::NotionTokenRequest => (Some("POST"), JSON, Some("Basic"), Some("2022-06-28")),
            Self::CallbackRequest => (Some("POST"), JSON, Some("Bearer"), None),
            Self::Update => (Some("PATCH"), JSON, Some("Bearer"), Some("2021-08-16")),
            Self::Deletion => (Some("DELETE"), None, None, None),
            Self::Authorization => (None, None, None, None),
        };
        Travel { method, content_type, authorization, version }
    }

    /// Whether it is the query of a URL.
    pub(super) fn is_url(self) -> bool {
        matches!(self, Self::AuthorizationUrl | Self::Redirect)
    }

    /// Whether Notion sends it.
    pub(super) fn is_from_notion(self) -> bool {
        matches!(
            self,
            Self::AuthorizationUrl | Self::TokenRequest | Self::NotionTokenAnswer | Self::CallbackRequest | Self::Deletion
        )
    }

    pub(super) fn is_answer(self) -> bool {
        matches!(self, Self::TokenAnswer | Self::NotionTokenAnswer | Self::CallbackAnswer)
    }
}
