//! The URLs of the settings: absolute, secure, public, and on the developer's domain.

use crate::core::links::domain::within;
use crate::core::place::Setting;
use crate::core::project::Settings;
use crate::core::rule::{Family, Rule, rule};
use crate::core::rules::place::{is_blank, quoted};
use crate::core::rules::report::Report;
use crate::core::rules::settings::finding::{finding, place};
use crate::core::rules::value::url::reason;
use crate::core::severity::Severity;
use crate::core::url::Url;

pub static INVALID_URL: Rule = rule! {
    name: "invalid-url",
    family: Family::Protocol,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "A URL of the settings is not an absolute `http` or `https` URL, or has a part that a request does not carry.",
    why: "Notion calls these URLs or sends people there. What follows `#` never reaches a server, and a name and password before `@` are secrets that do not belong in settings.",
    bad: r#"{"callback_url": "acme.com/unfurl", "domain": "acme.com"}"#,
    good: r#"{"callback_url": "https://acme.com/unfurl", "domain": "acme.com"}"#,
    document: "guide, Fill out the External Authorization Setup form",
};

pub static INSECURE_URL: Rule = rule! {
    name: "insecure-url",
    family: Family::Protocol,
    documented: Severity::Error,
    wild: Severity::Warning,
    summary: "A URL of the settings uses `http`.",
    why: "Codes, tokens and the client secret are sent there, readable to everyone on the way. Every documented example of these fields is `https`.",
    bad: r#"{"callback_url": "http://acme.com/unfurl", "domain": "acme.com"}"#,
    good: r#"{"callback_url": "https://acme.com/unfurl", "domain": "acme.com"}"#,
    document: "guide, Unfurl Callback URL",
};

pub static UNREACHABLE_HOST: Rule = rule! {
    name: "unreachable-host",
    family: Family::Protocol,
    documented: Severity::Warning,
    wild: Severity::Warning,
    summary: "A URL of the settings points into a private network.",
    why: "`localhost`, `.local` names and private addresses are only reached from your own machine or network; the documents ask for an internet-accessible URL.",
    bad: r#"{"callback_url": "http://localhost:3000/unfurl", "domain": "acme.com"}"#,
    good: r#"{"callback_url": "https://acme.com/unfurl", "domain": "acme.com"}"#,
    document: "guide, Unfurl Callback URL",
};

pub static URL_OUTSIDE_DOMAIN: Rule = rule! {
    name: "url-outside-domain",
    family: Family::Protocol,
    documented: Severity::Warning,
    wild: Severity::Info,
    summary: "A URL of the settings has a host outside the Unfurl URL Domain.",
    why: "In every documented example the service responds on the domain that is verified. Another host may be right, and may be a typing slip that sends tokens to somebody else.",
    bad: r#"{"callback_url": "https://acme.org/unfurl", "domain": "acme.com"}"#,
    good: r#"{"callback_url": "https://api.acme.com/unfurl", "domain": "acme.com"}"#,
    document: "guide, Unfurl URL Domain",
};

/// The settings that are URLs.
pub const URLS: [Setting; 4] = [Setting::AuthorizeUrl, Setting::TokenUrl, Setting::DeletedTokenUrl, Setting::CallbackUrl];

pub fn invalid(settings: &Settings, report: &mut Report) {
    for setting in URLS {
        let typed = settings.text(setting);
        let text = typed.trim();
        let (wrong, help) = match (reason(text), Url::parse(text)) {
            _ if is_blank(text) => continue,
            (Some(reason), _) => (reason, format!("Write a full URL, such as `{}`", setting.example())),
            (None, Ok(Url { fragment: Some(_), .. })) => {
                ("which has a fragment".to_owned(), "Remove `#` and what follows it: requests do not carry it".to_owned())
            }
            (None, Ok(Url { user: Some(_), .. })) => {
                ("which has a user before `@`".to_owned(), "Remove it: Notion authenticates with a token".to_owned())
            }
            _ => continue,
        };
        // The text before `@` may hold a password.
        let shown = text.rsplit('@').next().unwrap_or(text);
        let message = format!("The {} is {}, {wrong}", setting.label(), quoted(shown));
        report.add(finding(setting, place(typed), message).help(help));
    }
}

/// The valid URLs, each with its field.
fn urls(settings: &Settings) -> impl Iterator<Item = (Setting, Url<'_>)> {
    let parse = |setting: Setting| Some((setting, Url::parse(settings.text(setting).trim()).ok().filter(Url::is_http)?));
    URLS.into_iter().filter_map(parse)
}

/// Local development uses `http`; the next rule reports private hosts.
pub fn insecure(settings: &Settings, report: &mut Report) {
    for (setting, _) in urls(settings).filter(|(_, url)| url.is_insecure() && !url.is_private()) {
        let message = format!("The {} uses `http`", setting.label());
        report.add(finding(setting, place(settings.text(setting)), message).help("Use `https`"));
    }
}

pub fn unreachable(settings: &Settings, report: &mut Report) {
    for (setting, url) in urls(settings).filter(|(_, url)| url.is_private()) {
        let message = format!("Host {} of the {} is reachable only from your own network", quoted(url.host), setting.label());
        let found = finding(setting, place(settings.text(setting)), message);
        report.add(found.help("Use an address that everyone can reach; a tunnel gives your machine one"));
    }
}

pub fn outside(settings: &Settings, report: &mut Report) {
    let domain = settings.domain.trim();
    for (setting, url) in urls(settings).filter(|(_, url)| !url.is_private() && !within(url.host, domain)) {
        let message = format!("Host {} of the {} is not on the domain {}", quoted(url.host), setting.label(), quoted(domain));
        let found = finding(setting, place(settings.text(setting)), message);
        report.add(found.help("Use a host on the domain, or make sure that the other one is yours"));
    }
}
