//! Rows on the way through the person's browser: to the service, and back to Notion.

use crate::core::rule::{Family, Rule, rule};
use crate::core::severity::Severity;

pub static REDIRECT_URI: Rule = rule! {
    name: "redirect-uri",
    family: Family::Protocol,
    documented: Severity::Warning,
    wild: Severity::Warning,
    summary: "The redirect URI is none of the spellings that are known of Notion’s constant.",
    why: "Anyone who can choose it gets the code, so the documents ask to compare it with the constant, which they write in four ways; production has a fifth. Compare with the value that Notion really sends you; never accept another host, or `http`.",
    bad: "https://notion.so.example.com/externalIntegrationAuthCallback?code=WQtaEYNV9jfL4yr89KJA0thw&state=tga%40YNV9cfw4yrv0thw",
    good: "https://notion.so/externalIntegrationAuthCallback?code=WQtaEYNV9jfL4yr89KJA0thw&state=tga%40YNV9cfw4yrv0thw",
    document: "guide, Set up the authorization flow",
};

pub static STATE_MISMATCH: Rule = rule! {
    name: "state-mismatch",
    family: Family::Protocol,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "The redirect back does not have the `state` that was sent.",
    why: "It shows Notion that the redirect belongs to its own request. With another one, somebody else may have started the flow.",
    bad: "https://notion.so/externalIntegrationAuthCallback?code=WQtaEYNV9jfL4yr89KJA0thw&state=other",
    good: "https://notion.so/externalIntegrationAuthCallback?code=WQtaEYNV9jfL4yr89KJA0thw&state=tga%40YNV9cfw4yrv0thw",
    document: "guide, Redirect to the `redirect_uri` with `code`",
};

pub static MISSING_CODE: Rule = rule! {
    name: "missing-code",
    family: Family::Protocol,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "The redirect back has neither `code` nor `error`.",
    why: "Notion exchanges the code for your access token; without one the flow ends here.",
    bad: "https://notion.so/externalIntegrationAuthCallback?state=tga%40YNV9cfw4yrv0thw",
    good: "https://notion.so/externalIntegrationAuthCallback?code=WQtaEYNV9jfL4yr89KJA0thw&state=tga%40YNV9cfw4yrv0thw",
    document: "guide, Redirect to the `redirect_uri` with `code`",
};

pub static UNKNOWN_ERROR_CODE: Rule = rule! {
    name: "unknown-error-code",
    family: Family::Protocol,
    documented: Severity::Warning,
    wild: Severity::Warning,
    summary: "The `error` is none of OAuth 2.0’s codes.",
    why: "Notion then says that the error is unknown, and the user does not learn what went wrong.",
    bad: "https://notion.so/externalintegrationauthcallback?error=denied",
    good: "https://notion.so/externalintegrationauthcallback?error=access_denied",
    document: "guide, How Notion handles OAuth errors",
};

pub static OAUTH_ERROR: Rule = rule! {
    name: "oauth-error",
    family: Family::Protocol,
    documented: Severity::Info,
    wild: Severity::Info,
    summary: "The response is an error instead of a token.",
    why: "After ten minutes Notion responds with it (guide); in OAuth 2.0 also when a code is used twice. The documents ask to begin the flow again by default.",
    bad: r#"{"error": "invalid_grant"}"#,
    good: r#"{"access_token": "ABC"}"#,
    document: "guide, Authenticate with Notion’s `access_token`",
};
