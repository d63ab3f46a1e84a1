//! Rows on code that was copied with its request: what a shell would do, and what the Lab cannot read.

use crate::core::rule::{Family, Rule, rule};
use crate::core::severity::Severity;

pub static UNKNOWN_MESSAGE: Rule = rule! {
    name: "unknown-message",
    family: Family::Protocol,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "The text is none of the messages between Notion and a service.",
    why: "The Lab checks only what it can read. It says so rather than call such a text right.",
    bad: "curl https://acme.com/",
    good: "https://notion.so/externalintegrationauthcallback?error=access_denied",
    document: "the Lab's own limit",
};

pub static SHELL_SYNTAX: Rule = rule! {
    name: "shell-syntax",
    family: Family::Protocol,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "A shell reads the command in another way than it is meant.",
    why: "A forgotten backslash, a missing quote or an `&` outside quotes ends the command early. The Lab reads what is meant; a shell does not.",
    bad: "curl -d '{\"uri\": \"https://acme.com/items/1\"}' -H 'Content-Type: application/json' -H 'Authorization: Bearer ABC'\n  -X POST https://acme.com/unfurl",
    good: "curl -d '{\"uri\": \"https://acme.com/items/1\"}' -H 'Content-Type: application/json' -H 'Authorization: Bearer ABC' \\\n  -X POST https://acme.com/unfurl",
    document: "POSIX.1-2024, 2.2",
};

pub static UNREAD_PART: Rule = rule! {
    name: "unread-part",
    family: Family::Protocol,
    documented: Severity::Warning,
    wild: Severity::Warning,
    summary: "A part of the copied code is not read: a file, a second request, a computed value, an unknown option.",
    why: "What is not read is not checked, so the absence of other problems says nothing about it.",
    bad: "curl -H 'Content-Type: application/json' -H 'Authorization: Bearer ABC' -d '{\"uri\": \"https://acme.com/items/1\"}' https://acme.com/unfurl; echo done",
    good: "curl -H 'Content-Type: application/json' -H 'Authorization: Bearer ABC' -d '{\"uri\": \"https://acme.com/items/1\"}' https://acme.com/unfurl",
    document: "the Lab's own limit",
};
