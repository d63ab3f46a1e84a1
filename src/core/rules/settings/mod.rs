//! Rules on the settings: what the two documented forms ask for, and URLs that Notion and everyone can reach.
//!
//! In: the settings. Out: diagnostics, each with the field that it is about and bytes in there. White space around a value
//! says nothing, save around the client ID. They leave out the client secret, which is in no project, and the link rules, which have rules of their own.
//! `service`: the same of how the service acts.

mod field;
mod service;
#[cfg(test)]
mod tests;
mod url;

pub use field::{INVALID_CLIENT_ID, INVALID_DOMAIN, MISSING_FIELD, REQUIRED, SCOPE_HELP, SCOPE_SEPARATOR};
pub use service::{check_service, wrong_lifetime};
pub use url::{INSECURE_URL, INVALID_URL, UNREACHABLE_HOST, URL_OUTSIDE_DOMAIN};

use super::{Check, Finding, RULES, Report};
use crate::core::diagnostic::Diagnostic;
use crate::core::place::{Setting, Where};
use crate::core::profile::Profile;
use crate::core::project::Settings;
use crate::core::text::{Span, sort_by_place};

/// The settings that are URLs.
pub const URLS: [Setting; 4] = [Setting::AuthorizeUrl, Setting::TokenUrl, Setting::DeletedTokenUrl, Setting::CallbackUrl];

/// All that is said of settings, in the order of the forms.
pub fn check(settings: &Settings, profile: Profile) -> Vec<Diagnostic> {
    let mut report = Report::new(profile);
    for rule in RULES {
        report.rule = rule;
        if let Check::Settings(check) = rule.check {
            check(settings, &mut report);
        }
    }
    let mut found = report.found;
    sort_by_place(&mut found, |one| {
        Setting::ALL.iter().position(|field| one.source == Where::Setting(*field)).unwrap_or_default()
    });
    found
}

/// Where a value stands in what was typed.
fn place(text: &str) -> Span {
    let start = text.len() - text.trim_start().len();
    Span::new(start, start + text.trim().len())
}

fn finding(setting: Setting, span: Span, message: String) -> Finding {
    Finding::of_rule(Where::Setting(setting), span, message)
}
