//! Rows on what any message has: a form, parameters, constants.

use crate::core::rule::{Family, Rule, rule};
use crate::core::severity::Severity;

pub static MESSAGE_SHAPE: Rule = rule! {
    name: "message-shape",
    family: Family::Protocol,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "The text is not written as such a message is: JSON where a form is wanted, or the other way round.",
    why: "Each side reads what it gets in one way: queries and token requests as forms, everything else as a JSON object.",
    bad: r#"{"grant_type": "authorization_code", "code": "WQtaEYNV9jfL4yr89KJA0thw", "client_id": "mRkZGFjM", "client_secret": "ZGVmMjMz", "redirect_uri": "https://notion.so/externalIntegrationAuthCallback"}"#,
    good: "grant_type=authorization_code&code=WQtaEYNV9jfL4yr89KJA0thw&client_id=mRkZGFjM&client_secret=ZGVmMjMz&redirect_uri=https%3A%2F%2Fnotion.so%2FexternalIntegrationAuthCallback",
    document: "guide, Redirect to the `redirect_uri` with `code`",
};

pub static MISSING_PARAMETER: Rule = rule! {
    name: "missing-parameter",
    family: Family::Protocol,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "A documented parameter, field or header is missing or blank.",
    why: "The documents list it as part of the message; only `scope`, and `refresh_token` with its `expires_in`, are optional.",
    bad: "https://acme.com/notion/authorize?code=614846ff-b061-4eac-a511-fc20c3f0838a&redirect_uri=https%3A%2F%2Fnotion.so%2FexternalIntegrationAuthCallback&client_id=mRkZGFjM&response_type=code",
    good: "https://acme.com/notion/authorize?code=614846ff-b061-4eac-a511-fc20c3f0838a&redirect_uri=https%3A%2F%2Fnotion.so%2FexternalIntegrationAuthCallback&client_id=mRkZGFjM&response_type=code&state=tga%40YNV9cfw4yrv0thw",
    document: "guide, Set up the authorization flow",
};

pub static UNEXPECTED_VALUE: Rule = rule! {
    name: "unexpected-value",
    family: Family::Protocol,
    documented: Severity::Error,
    wild: Severity::Warning,
    summary: "A constant, or a value that the settings fix, is another one.",
    why: "The documents give one value, and whoever reads the message may refuse any other.",
    bad: "https://acme.com/notion/authorize?code=614846ff-b061-4eac-a511-fc20c3f0838a&redirect_uri=https%3A%2F%2Fnotion.so%2FexternalIntegrationAuthCallback&client_id=mRkZGFjM&response_type=token&state=tga%40YNV9cfw4yrv0thw",
    good: "https://acme.com/notion/authorize?code=614846ff-b061-4eac-a511-fc20c3f0838a&redirect_uri=https%3A%2F%2Fnotion.so%2FexternalIntegrationAuthCallback&client_id=mRkZGFjM&response_type=code&state=tga%40YNV9cfw4yrv0thw",
    document: "guide, Set up the authorization flow",
};

pub static DUPLICATE_PARAMETER: Rule = rule! {
    name: "duplicate-parameter",
    family: Family::Protocol,
    documented: Severity::Warning,
    wild: Severity::Warning,
    summary: "A parameter is sent twice in one message.",
    why: "OAuth 2.0 forbids it, and which of the two counts depends on who reads: a check may see the one, and the code that follows the other.",
    bad: "https://notion.so/externalIntegrationAuthCallback?code=WQtaEYNV9jfL4yr89KJA0thw&state=tga%40YNV9cfw4yrv0thw&code=ABC",
    good: "https://notion.so/externalIntegrationAuthCallback?code=WQtaEYNV9jfL4yr89KJA0thw&state=tga%40YNV9cfw4yrv0thw",
    document: "RFC 6749, 3.1",
};

pub static UNKNOWN_PARAMETER: Rule = rule! {
    name: "unknown-parameter",
    family: Family::Protocol,
    documented: Severity::Warning,
    wild: Severity::Info,
    summary: "A parameter that the documents do not list for the message.",
    why: "Nothing that is documented reads it; most often it is a typing slip for one that is missing.",
    bad: r#"{"uri": "https://acme.com/items/1", "user": "1"}"#,
    good: r#"{"uri": "https://acme.com/items/1"}"#,
    document: "guide, Configure unfurl attributes",
};

pub static UUID_FORMAT: Rule = rule! {
    name: "uuid-format",
    family: Family::Protocol,
    documented: Severity::Info,
    wild: Severity::Info,
    summary: "A value that the documents call a UUID is none.",
    why: "The documents call Notion’s code a UUID and also print `ABC` for one. A service that insists on the format may refuse what Notion sends.",
    bad: r#"{"grant_type": "authorization_code", "code": "ABC", "external_account": {"key": "A83823453409384", "name": "Notion - team@makenotion.com"}}"#,
    good: r#"{"grant_type": "authorization_code", "code": "e202e8c9-0990-40af-855f-ff8f872b1ec6", "external_account": {"key": "A83823453409384", "name": "Notion - team@makenotion.com"}}"#,
    document: "guide, Set up the authorization flow",
};

pub static PERCENT_ESCAPE: Rule = rule! {
    name: "percent-escape",
    family: Family::Protocol,
    documented: Severity::Warning,
    wild: Severity::Warning,
    summary: "A `%` begins no escape, or the escapes are no UTF-8.",
    why: "Some readers refuse such a query, others keep it as it is written.",
    bad: "https://notion.so/externalIntegrationAuthCallback?code=100%&state=tga%40YNV9cfw4yrv0thw",
    good: "https://notion.so/externalIntegrationAuthCallback?code=100%25&state=tga%40YNV9cfw4yrv0thw",
    document: "RFC 6749, appendix B",
};

pub static UNDOCUMENTED_BODY: Rule = rule! {
    name: "undocumented-body",
    family: Family::Protocol,
    documented: Severity::Info,
    wild: Severity::Info,
    summary: "A DELETE has a body.",
    why: "For the Deleted Token Callback the documents say that the body lets you look up the user, but not what is in it. For the Unfurl Callback they mention no body. Do not rely on more than you have seen.",
    bad: "DELETE /unfurl HTTP/1.1\nHost: acme.com\nContent-Type: application/json\n\n{\"uri\": \"https://acme.com/items/1\"}",
    good: "DELETE /unfurl HTTP/1.1\nHost: acme.com\n\n",
    document: "guide, Deleted Token Callback URL",
};

pub static RAW_PLUS: Rule = rule! {
    name: "raw-plus",
    family: Family::Protocol,
    documented: Severity::Warning,
    wild: Severity::Warning,
    summary: "A code, a state or a secret has a `+` that is not escaped.",
    why: "In a query and in a form `+` is a space. A `+` that belongs to the value arrives as a space, and the value no longer matches.",
    bad: "https://notion.so/externalIntegrationAuthCallback?code=WQta+EYNV&state=tga%40YNV9cfw4yrv0thw",
    good: "https://notion.so/externalIntegrationAuthCallback?code=WQta%2BEYNV&state=tga%40YNV9cfw4yrv0thw",
    document: "RFC 6749, appendix B",
};

pub static DOCUMENTED_EXAMPLE: Rule = rule! {
    name: "documented-example",
    family: Family::Protocol,
    documented: Severity::Info,
    wild: Severity::Info,
    summary: "The message is an example of the documents, which contradict themselves there.",
    why: "Nobody who copies the guide’s text is to blame for it. The Lab says what the guide gets wrong, and what to write instead.",
    bad: r#"{"key": "A83823453409384", "name": "Notion - team@makenotion.com"}"#,
    good: r#"{"grant_type": "authorization_code", "code": "e202e8c9-0990-40af-855f-ff8f872b1ec6", "external_account": {"key": "A83823453409384", "name": "Notion - team@makenotion.com"}}"#,
    document: "guide",
};
