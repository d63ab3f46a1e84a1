//! What each message is made of, as the documents list it: one row a parameter or field.

use super::kind::MessageKind;
use crate::core::rule::Rule;
use crate::core::rules::protocol::{INVALID_EXTERNAL_ACCOUNT, MISSING_ACCESS_TOKEN, MISSING_CODE, MISSING_PARAMETER};

/// What a value must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Is {
    Any,
    Text,
    Secret,
    Constant(&'static str),
    Uuid,
    /// As the settings have it.
    ClientId,
    Scope,
    RedirectUri,
    /// As it was sent.
    State,
    /// An error code of OAuth 2.0.
    Code,
    Seconds,
    Null,
    /// The link that was asked for.
    Link,
    /// `external_account`
    Account,
}

pub struct Row {
    pub name: &'static str,
    pub is: Is,
    /// What is reported where it is missing; an error in its place excuses it.
    pub needed: Option<&'static Rule>,
    pub says: &'static str,
}

const fn needed(name: &'static str, is: Is, says: &'static str) -> Row {
    Row { name, is, needed: Some(&MISSING_PARAMETER), says }
}

const fn optional(name: &'static str, is: Is, says: &'static str) -> Row {
    Row { name, is, needed: None, says }
}

const CLIENT_ID: Row = needed("client_id", Is::ClientId, "the OAuth Client ID of form 1");
const CLIENT_SECRET: Row = needed("client_secret", Is::Secret, "the OAuth Client Secret of form 1");
const REDIRECT: Row = needed("redirect_uri", Is::RedirectUri, "a constant");
const NOTION_CODE: Row = needed("code", Is::Uuid, "Notion’s code, valid for 10 minutes: exchange it for Notion’s token");
const STATE: &str = "a random text that comes back unchanged";
const ERROR: Row = optional("error", Is::Code, "why there is no code or token");
const DESCRIPTION: Row = optional("error_description", Is::Text, "what Notion shows in place of its own message");
const ERROR_URI: Row = optional("error_uri", Is::Text, "OAuth 2.0’s page about the error");
const SERVICE_TOKEN: &str = "your service’s token for this user";

static AUTHORIZATION_URL: [Row; 6] = [
    NOTION_CODE,
    REDIRECT,
    CLIENT_ID,
    optional("scope", Is::Scope, "the OAuth Scopes of the settings"),
    needed("response_type", Is::Constant("code"), "a constant"),
    needed("state", Is::State, STATE),
];

static BACK: [Row; 5] = [
    Row {
        name: "code",
        is: Is::Text,
        needed: Some(&MISSING_CODE),
        says: "your service’s code: Notion exchanges it for your token",
    },
    needed("state", Is::State, STATE),
    ERROR,
    DESCRIPTION,
    ERROR_URI,
];

static TOKEN_REQUEST: [Row; 5] = [
    needed("code", Is::Text, "the code that your service sent with the redirect"),
    CLIENT_ID,
    CLIENT_SECRET,
    REDIRECT,
    needed("grant_type", Is::Constant("authorization_code"), "a constant: a code is exchanged"),
];

static REFRESH_REQUEST: [Row; 5] = [
    needed("refresh_token", Is::Secret, "the one of your last token response"),
    CLIENT_ID,
    CLIENT_SECRET,
    REDIRECT,
    needed("grant_type", Is::Constant("refresh_token"), "a constant: the token is renewed"),
];

static TOKEN_ANSWER: [Row; 8] = [
    Row { name: "access_token", is: Is::Secret, needed: Some(&MISSING_ACCESS_TOKEN), says: SERVICE_TOKEN },
    optional("refresh_token", Is::Secret, "with it Notion fetches the next token"),
    optional("expires_in", Is::Seconds, "seconds until the token expires"),
    optional("token_type", Is::Text, "not in Notion’s documents; `bearer` in OAuth 2.0"),
    optional("scope", Is::Text, "not in Notion’s documents; what was granted in OAuth 2.0"),
    ERROR,
    DESCRIPTION,
    ERROR_URI,
];

static NOTION_TOKEN_REQUEST: [Row; 3] = [
    needed("grant_type", Is::Constant("authorization_code"), "a constant"),
    NOTION_CODE,
    Row {
        name: "external_account",
        is: Is::Account,
        needed: Some(&INVALID_EXTERNAL_ACCOUNT),
        says: "the user’s account at your service",
    },
];

static NOTION_TOKEN_ANSWER: [Row; 10] = [
    Row {
        name: "access_token",
        is: Is::Secret,
        needed: Some(&MISSING_ACCESS_TOKEN),
        says: "Notion’s token, long-living: send updates with it",
    },
    needed("bot_id", Is::Uuid, "this authorization"),
    needed("duplicated_template_id", Is::Null, "always `null` for Link Previews"),
    needed("owner", Is::Any, "who owns the workspace"),
    needed("token_type", Is::Constant("bearer"), "a constant"),
    needed("workspace_id", Is::Uuid, "the workspace of the authorization"),
    needed("workspace_icon", Is::Any, "a URL of an image, or characters"),
    needed("workspace_name", Is::Any, "a name to show to the user"),
    ERROR,
    DESCRIPTION,
];

static CALLBACK_REQUEST: [Row; 1] = [needed("uri", Is::Link, "the link that was pasted")];

/// The rows of a kind; `refresh`: whether a token request is about a refresh token.
pub fn rows(kind: MessageKind, refresh: bool) -> &'static [Row] {
    match kind {
        MessageKind::AuthorizationUrl => &AUTHORIZATION_URL,
        MessageKind::Redirect => &BACK,
        MessageKind::TokenRequest if refresh => &REFRESH_REQUEST,
        MessageKind::TokenRequest => &TOKEN_REQUEST,
        MessageKind::TokenAnswer => &TOKEN_ANSWER,
        MessageKind::NotionTokenRequest => &NOTION_TOKEN_REQUEST,
        MessageKind::NotionTokenAnswer => &NOTION_TOKEN_ANSWER,
        MessageKind::CallbackRequest => &CALLBACK_REQUEST,
        MessageKind::CallbackAnswer | MessageKind::Update | MessageKind::Deletion | MessageKind::Authorization => &[],
    }
}
