//! The status of an answer: 200, a redirect, a failure, or no answer at all.

use crate::core::method::Method;
use crate::core::rule::{Family, Rule, rule};
use crate::core::rules::answer::heard::{Heard, finding};
use crate::core::rules::place::quoted;
use crate::core::rules::report::Report;
use crate::core::severity::Severity;

pub static NO_ANSWER: Rule = rule! {
    name: "no-answer",
    family: Family::Protocol,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "The callback did not respond, or not in time, or its response cannot be read.",
    why: "Until the callback responds, the preview shows its placeholder. The Lab waits 30 seconds; how long Notion waits is not documented.",
    bad: "",
    good: "",
    document: "guide, Configure unfurl attributes",
};

pub static ANSWER_STATUS: Rule = rule! {
    name: "answer-status",
    family: Family::Protocol,
    documented: Severity::Warning,
    wild: Severity::Info,
    summary: "The status of a response is not 200.",
    why: "The documents ask for 200 OK and name no other status, not even for errors; some integrations in production send 404.",
    bad: answer!("404 Not Found\nContent-Type: application/json", documented!()),
    good: answer!("200 OK\nContent-Type: application/json", documented!()),
    document: "guide, Configure unfurl attributes",
};

pub static ANSWER_REDIRECT: Rule = rule! {
    name: "answer-redirect",
    family: Family::Protocol,
    documented: Severity::Warning,
    wild: Severity::Warning,
    summary: "The callback responds with a redirect.",
    why: "The documents say nothing of redirects. A client that follows a redirect may repeat the request as GET, without body and without the token.",
    bad: answer!("301 Moved Permanently\nLocation: https://acme.com/unfurl/", ""),
    good: answer!("200 OK\nContent-Type: application/json", documented!()),
    document: "guide, Configure unfurl attributes",
};

pub static ANSWER_SERVER_ERROR: Rule = rule! {
    name: "answer-server-error",
    family: Family::Protocol,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "The status of a response is 500 or greater: the service failed.",
    why: "There is nothing to show. To show users an error, send an `error` operation.",
    bad: answer!("503 Service Unavailable\nContent-Type: application/json", documented!()),
    good: answer!("200 OK\nContent-Type: application/json", documented!()),
    document: "guide, Handle unfurl request errors",
};

pub fn status(heard: &Heard, report: &mut Report) {
    let answer = heard.answer;
    let posted = answer.method == Method::Post;
    let fine = if posted { answer.status == 200 } else { (200..300).contains(&answer.status) };
    if fine || answer.is_redirect() || answer.status >= 500 {
        return;
    }
    let help = match answer.status {
        401 | 403 => {
            "The bearer token is the `access_token` that your Token URL gave to Notion: it says for whom the link is shown"
        }
        405 => "The URL must accept POST and DELETE",
        _ if !posted => "The documents do not say how to respond to a DELETE; a 2xx status says that it was understood",
        _ => "The documents ask for `200 OK` and name no status for errors; some integrations send 404 with an `error` operation",
    };
    let wanted = if posted { ", not 200" } else { "" };
    report.add(finding(format!("The status is {}{wanted}", answer.status), help));
}

pub fn redirect(heard: &Heard, report: &mut Report) {
    let answer = heard.answer;
    let message = match answer.redirected {
        Some(to) if answer.is_redirect() => format!("The callback redirects to {}", quoted(to)),
        Some(from) => format!("The response comes from {}, after a redirect", quoted(from)),
        None if answer.is_redirect() => format!("The callback redirects ({}), but names no address", answer.status),
        None => return,
    };
    let help =
        "Let the Unfurl Callback URL respond itself: on a redirect most clients drop the body, and on another host the token";
    report.add(finding(message, help));
}

pub fn server_error(heard: &Heard, report: &mut Report) {
    if heard.answer.status >= 500 {
        let message = format!("The service failed with status {}", heard.answer.status);
        report.add(finding(message, "Check its log; to show users an error, send an `error` operation"));
    }
}
