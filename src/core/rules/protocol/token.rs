//! Rows on tokens, and on what is shown to get them.

use crate::core::rule::{Family, Rule, rule};
use crate::core::severity::Severity;

pub static MISSING_ACCESS_TOKEN: Rule = rule! {
    name: "missing-access-token",
    family: Family::Protocol,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "A token response has no `access_token`.",
    why: "It is what the request asks for.",
    bad: r#"{"refresh_token": "XYZ", "expires_in": 60000}"#,
    good: r#"{"access_token": "ABC", "refresh_token": "XYZ", "expires_in": 60000}"#,
    document: "guide, Share the `access_token` with Notion",
};

pub static MISSING_EXPIRES_IN: Rule = rule! {
    name: "missing-expires-in",
    family: Family::Protocol,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "A token response has a `refresh_token` and no `expires_in`.",
    why: "Notion refreshes once the last refresh is more than `expires_in` seconds ago. Without the field it cannot know when.",
    bad: r#"{"access_token": "ABC", "refresh_token": "XYZ"}"#,
    good: r#"{"access_token": "ABC", "refresh_token": "XYZ", "expires_in": 60000}"#,
    document: "guide, Return a `refresh_token`",
};

pub static INVALID_EXPIRES_IN: Rule = rule! {
    name: "invalid-expires-in",
    family: Family::Protocol,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "`expires_in` is not a whole number of seconds.",
    why: "The documents ask for an integer: the seconds until the access token expires.",
    bad: r#"{"access_token": "ABC", "refresh_token": "XYZ", "expires_in": "60000"}"#,
    good: r#"{"access_token": "ABC", "refresh_token": "XYZ", "expires_in": 60000}"#,
    document: "guide, Return a `refresh_token`",
};

pub static INVALID_EXTERNAL_ACCOUNT: Rule = rule! {
    name: "invalid-external-account",
    family: Family::Protocol,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "`external_account` is not an object with `key` and `name`.",
    why: "By the `key` Notion recognizes that a user connects the same account again; the `name` is shown in “My connections”.",
    bad: r#"{"grant_type": "authorization_code", "code": "e202e8c9-0990-40af-855f-ff8f872b1ec6", "external_account": {"key": "A83823453409384"}}"#,
    good: r#"{"grant_type": "authorization_code", "code": "e202e8c9-0990-40af-855f-ff8f872b1ec6", "external_account": {"key": "A83823453409384", "name": "Notion - team@makenotion.com"}}"#,
    document: "guide, Authenticate with Notion’s `access_token`",
};

pub static INVALID_AUTHORIZATION: Rule = rule! {
    name: "invalid-authorization",
    family: Family::Protocol,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "The `Authorization` is neither `Basic` with base64 of `CLIENT_ID:CLIENT_SECRET` nor `Bearer` with a token.",
    why: "Notion’s token URL expects `Basic`, updates and callbacks `Bearer`.",
    bad: "Basic NjQ5Mzc0OTIzNzQ5MjM4NDc5MjM4NDc5MjM0NzkyMzc0OlpHVm1Nak16MA",
    good: "Basic NjQ5Mzc0OTIzNzQ5MjM4NDc5MjM4NDc5MjM0NzkyMzc0OlpHVm1Nak16MA==",
    document: "guide, Authenticate with Notion’s `access_token`",
};
