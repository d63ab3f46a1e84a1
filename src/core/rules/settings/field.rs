//! The fields of the forms besides URLs: required fields, a bare domain, scopes.

use crate::core::edit::Edit;
use crate::core::links::domain::root;
use crate::core::place::Setting;
use crate::core::project::Settings;
use crate::core::rule::{Family, Rule, rule};
use crate::core::rules::place::{is_blank, quoted};
use crate::core::rules::report::Report;
use crate::core::rules::settings::finding::{finding, place};
use crate::core::severity::Severity;
use crate::core::text::Span;
use crate::core::url::Url;

pub static MISSING_FIELD: Rule = rule! {
    name: "missing-field",
    family: Family::Protocol,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "A field that a form of the settings requires is blank.",
    why: "Form 1 needs the Authorize URL, the Token URL, the Client ID and the secret (which the Lab does not keep). A callback URL needs the domain. Empty forms are not reported.",
    bad: r#"{"authorize_url": "https://acme.com/notion/authorize", "token_url": "", "client_id": "mRkZGFjM"}"#,
    good: r#"{"authorize_url": "https://acme.com/notion/authorize", "token_url": "https://acme.com/notion/token", "client_id": "mRkZGFjM"}"#,
    document: "guide, Fill out the External Authorization Setup form",
};

pub static INVALID_DOMAIN: Rule = rule! {
    name: "invalid-domain",
    family: Family::Protocol,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "The Unfurl URL Domain is not a bare domain.",
    why: "The field takes the root domain, which Notion then asks you to verify: no scheme, no path, no port, no wildcard.",
    bad: r#"{"domain": "https://acme.com/"}"#,
    good: r#"{"domain": "acme.com"}"#,
    document: "guide, Unfurl URL Domain",
};

pub static INVALID_CLIENT_ID: Rule = rule! {
    name: "invalid-client-id",
    family: Family::Protocol,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "A client ID holds `:` or white space.",
    why: "`Basic` is base64 of `CLIENT_ID:CLIENT_SECRET`, and what precedes the first `:` is the ID. White space is sent as part of it; most often it was copied with the ID.",
    bad: r#"{"authorize_url": "https://acme.com/notion/authorize", "token_url": "https://acme.com/notion/token", "client_id": "mRk:ZGFjM"}"#,
    good: r#"{"authorize_url": "https://acme.com/notion/authorize", "token_url": "https://acme.com/notion/token", "client_id": "mRkZGFjM"}"#,
    document: "RFC 7617, 2",
};

pub static SCOPE_SEPARATOR: Rule = rule! {
    name: "scope-separator",
    family: Family::Protocol,
    documented: Severity::Info,
    wild: Severity::Info,
    summary: "Scopes are separated by a comma.",
    why: "Notion sends the text as it is. OAuth 2.0 puts a space between scopes; the documents print two with a comma between them, which may belong to the text or to the sentence.",
    bad: r#"{"authorize_url": "https://acme.com/notion/authorize", "token_url": "https://acme.com/notion/token", "client_id": "mRkZGFjM", "scopes": "unfurl, user_name"}"#,
    good: r#"{"authorize_url": "https://acme.com/notion/authorize", "token_url": "https://acme.com/notion/token", "client_id": "mRkZGFjM", "scopes": "unfurl user_name"}"#,
    document: "guide, OAuth Scopes",
};

pub const SCOPE_HELP: &str = "OAuth 2.0 puts a space between scopes; keep the comma only if your Authorize URL wants it";

const FIRST_FORM: [Setting; 5] =
    [Setting::AuthorizeUrl, Setting::TokenUrl, Setting::ClientId, Setting::Scopes, Setting::DeletedTokenUrl];

/// The fields of a form that must not stay blank.
pub const REQUIRED: [Setting; 3] = [Setting::AuthorizeUrl, Setting::TokenUrl, Setting::ClientId];

pub fn missing(settings: &Settings, report: &mut Report) {
    let blank = |setting: Setting| is_blank(settings.text(setting));
    let mut tell = |setting: Setting, help: &str| {
        report.add(finding(setting, Span::at(0), format!("The {} is blank", setting.label())).help(help));
    };
    if !FIRST_FORM.into_iter().all(blank) {
        for setting in REQUIRED.into_iter().filter(|setting| blank(*setting)) {
            tell(setting, "Fill it in: External Authorization Setup requires it");
        }
    }
    if blank(Setting::Domain) && !blank(Setting::CallbackUrl) {
        tell(Setting::Domain, "Write the root domain of the links, such as `acme.com`");
    }
}

pub fn domain(settings: &Settings, report: &mut Report) {
    let typed = &settings.domain;
    let bare = root(typed);
    if is_blank(typed) || typed.trim().eq_ignore_ascii_case(&bare) && is_domain(&bare) {
        return;
    }
    let message = format!("The domain is {}, which is not a bare domain", quoted(typed.trim()));
    let found = finding(Setting::Domain, place(typed), message);
    report.add(if is_domain(&bare) {
        let edit = Edit { span: Span::new(0, typed.len()), text: bare.clone() };
        found.help(format!("Write `{bare}`")).fix(format!("Write `{bare}`"), edit)
    } else {
        found.help("Write the root domain of the links, such as `acme.com`")
    });
}

/// A name with a dot. Nobody could verify `localhost` or `127.0.0.1` as a domain.
fn is_domain(name: &str) -> bool {
    let address = format!("https://{name}");
    let host = Url::parse(&address).map(|url| url.host).unwrap_or_default();
    let ends_in_digit = name.bytes().last().is_some_and(|last| last.is_ascii_digit());
    host == name && name.contains('.') && !name.contains('[') && !ends_in_digit
}

pub fn client_id(settings: &Settings, report: &mut Report) {
    for setting in [Setting::ClientId, Setting::NotionClientId] {
        let typed = settings.text(setting);
        let wrong = |c: char| c == ':' || c.is_whitespace();
        let Some((at, first)) = typed.char_indices().find(|(_, c)| wrong(*c)).filter(|_| !is_blank(typed)) else { continue };
        let (what, help) = if first == ':' {
            ("`:`", "Check it: an ID cannot contain `:`, since `Basic` ends it there")
        } else {
            ("white space", "Remove it: it would be sent as part of the ID")
        };
        let message = format!("The {} contains {what}", setting.label());
        report.add(finding(setting, Span::new(at, at + first.len_utf8()), message).help(help));
    }
}

pub fn scopes(settings: &Settings, report: &mut Report) {
    let Some(comma) = settings.scopes.find(',') else { return };
    let span = Span::new(comma, comma + 1);
    report.add(finding(Setting::Scopes, span, "Scopes are separated by a comma".to_owned()).help(SCOPE_HELP));
}
