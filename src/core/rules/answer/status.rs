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
    summary: "The callback did not answer, or not in time, or in a way that cannot be read.",
    why: "Until the callback answers, the preview shows its placeholder. The Lab waits 30 seconds; how long Notion does is not documented.",
    bad: "",
    good: "",
    document: "guide, Configure unfurl attributes",
};

pub static ANSWER_STATUS: Rule = rule! {
    name: "answer-status",
    family: Family::Protocol,
    documented: Severity::Warning,
    wild: Severity::Info,
    summary: "The status of an answer is not 200.",
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
    summary: "The callback answers with a redirect.",
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
    summary: "The status of an answer is 500 or greater: the service failed.",
    why: "There is nothing to show. To show people an error, answer with an `error` operation.",
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
        401 | 403 => "the bearer is the `access_token` that your Token URL gave to Notion: it says for whom the link is shown",
        405 => "the URL has to take POST and DELETE",
        _ if !posted => "the documents do not say how to answer a DELETE; a status of 2xx says that it was understood",
        _ => "the documents have `200 OK` and no status for errors; in production 404 is seen with an `error` operation",
    };
    let wanted = if posted { ", not 200" } else { "" };
    report.add(finding(format!("the status is {}{wanted}", answer.status), help));
}

pub fn redirect(heard: &Heard, report: &mut Report) {
    let answer = heard.answer;
    let message = match answer.redirected {
        Some(to) if answer.is_redirect() => format!("the callback redirects to {}", quoted(to)),
        Some(from) => format!("the answer is that of {}, after a redirect", quoted(from)),
        None if answer.is_redirect() => format!("the callback redirects ({}) to nowhere", answer.status),
        None => return,
    };
    let help = "let the Unfurl Callback URL answer itself: a POST that is redirected loses its body in most clients, and its bearer on another host";
    report.add(finding(message, help));
}

pub fn server_error(heard: &Heard, report: &mut Report) {
    if heard.answer.status >= 500 {
        let message = format!("the service failed with the status {}", heard.answer.status);
        report.add(finding(message, "check its log; to show people an error, answer with an `error` operation"));
    }
}
