//! The documents, and every form and address that they name.

/// One of Notion's public documents on Link Previews.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Document {
    Overview,
    Guide,
    Reference,
    Introduction,
}

impl Document {
    pub const ALL: [Self; 4] = [Self::Overview, Self::Guide, Self::Reference, Self::Introduction];

    /// How the Lab calls it.
    pub fn title(self) -> &'static str {
        match self {
            Self::Overview => "Overview",
            Self::Guide => "Guide",
            Self::Reference => "Reference",
            Self::Introduction => "API introduction",
        }
    }

    pub fn url(self) -> &'static str {
        match self {
            Self::Overview => "https://developers.notion.com/guides/link-previews/link-previews",
            Self::Guide => "https://developers.notion.com/guides/link-previews/build-a-link-preview-integration",
            Self::Reference => "https://developers.notion.com/reference/unfurl-attribute-object",
            Self::Introduction => "https://developers.notion.com/guides/get-started/getting-started",
        }
    }

    /// What it is about, in a few words.
    pub fn about(self) -> &'static str {
        match self {
            Self::Overview => "What a Link Preview is, and what you need to build one",
            Self::Guide => "Settings, authorization, callback, updates and deletion",
            Self::Reference => "Attributes, sub-types and sections",
            Self::Introduction => "Internal and public integrations, and the Technology Partner Program",
        }
    }
}

/// A form or an address that the documents name.
pub struct Link {
    pub title: &'static str,
    pub url: &'static str,
    pub about: &'static str,
}

const fn link(title: &'static str, url: &'static str, about: &'static str) -> Link {
    Link { title, url, about }
}

/// In the order in which somebody who builds an integration needs them.
pub const LINKS: [Link; 16] = [
    link(
        "Request form",
        "https://notionup.typeform.com/to/BXheLK4Z?typeform-source=developers.notion.com",
        "Asks for access to the Link Previews API (closed to new developers at present)",
    ),
    link(
        "developers@makenotion.com",
        "mailto:developers@makenotion.com",
        "For questions, for example when “Enable link preview” is missing",
    ),
    link(
        "Integration dashboard",
        "https://www.notion.so/profile/integrations",
        "Your integrations, with their settings and credentials",
    ),
    link(
        "Authorization guide",
        "https://developers.notion.com/guides/get-started/authorization",
        "Creates a public integration, and explains OAuth with Notion",
    ),
    link(
        "Authorization guide, step 3",
        "https://developers.notion.com/guides/get-started/authorization#step-3-send-the-code-in-a-post-request-to-the-notion-api",
        "HTTP Basic Authentication in the request for Notion’s token",
    ),
    link(
        "Authorization guide, step 5",
        "https://developers.notion.com/guides/get-started/authorization#step-5-the-integration-stores-the-access_token-for-future-requests",
        "How to store an access token",
    ),
    link(
        "HTTP authentication",
        "https://developer.mozilla.org/en-US/docs/Web/HTTP/Authentication",
        "MDN on the Authorization header",
    ),
    link("OAuth 2.0", "https://www.oauth.com/", "Introduction to the protocol that your application must support"),
    link(
        "OAuth 2.0, possible errors",
        "https://www.oauth.com/oauth2-servers/server-side-apps/possible-errors/",
        "Errors of the authorization and of the token request",
    ),
    link(
        "RFC 6749, 4.1.2.1",
        "https://datatracker.ietf.org/doc/html/rfc6749#section-4.1.2.1",
        "Error responses that Notion understands",
    ),
    link(
        "RFC 6749, 4.2.2.1",
        "https://www.rfc-editor.org/rfc/rfc6749#section-4.2.2.1",
        "Error codes; the section is about the implicit grant, which Link Previews do not use",
    ),
    link("Bot object", "https://developers.notion.com/reference/user#bots", "Describes `owner` in Notion’s token response"),
    link(
        "Embed blocks",
        "https://developers.notion.com/reference/block#embed",
        "The blocks that show a whole page, in contrast to a Link Preview",
    ),
    link(
        "Embeds, for users",
        "https://www.notion.so/help/embed-and-connect-other-apps",
        "Help page on Embed blocks and connected apps",
    ),
    link(
        "Review form",
        "https://docs.google.com/forms/d/e/1FAIpQLSd94UcRziV-1yFv6udO0qZwohLyXxhYYadUqEJyyEd03RAj1w/viewform",
        "Submits your integration for the security review before it is distributed",
    ),
    link("Help Center", "https://www.notion.so/help/guides/notion-api-link-previews-feature", "Link Previews as users see them"),
];
