//! Checks the behavior of the service: its answers in the timeline must be valid messages.
//!
//! In: the fields as typed. Out: findings of the rules on messages, errors and hidden characters. It does not check the code of a refusal,
//! since the Lab shows the effect of any.

use crate::core::diagnostic::Diagnostic;
use crate::core::place::{ServiceField, Where};
use crate::core::profile::Profile;
use crate::core::project::Service;
use crate::core::rule::Rule;
use crate::core::rules::finding::Finding;
use crate::core::rules::hidden::{self, HIDDEN_CHARACTER};
use crate::core::rules::operation::INVALID_ERROR;
use crate::core::rules::place::{is_blank, quoted};
use crate::core::rules::protocol::{INVALID_EXPIRES_IN, INVALID_EXTERNAL_ACCOUNT, MISSING_PARAMETER};
use crate::core::rules::report::Report;
use crate::core::rules::settings::finding::place;
use crate::core::rules::settings::wrong_lifetime;

/// All findings about the behavior of the service, in the order of its fields.
pub fn check_service(service: &Service, profile: Profile) -> Vec<Diagnostic> {
    let mut reported = Vec::new();
    for field in ServiceField::ALL {
        if let Some((rule, message, help)) = wrong(field, service) {
            let found = Finding::of_rule(Where::Service(field), place(service.text(field)), message);
            reported.push(found.help(help).reported(rule, profile));
        }
    }
    let fields = ServiceField::ALL.map(|field| (Where::Service(field), field.label(), service.text(field)));
    hidden::in_fields(fields, &mut Report::new(&HIDDEN_CHARACTER, profile, &mut reported));
    reported.sort_by_key(|one| ServiceField::ALL.iter().position(|field| one.source == Where::Service(*field)));
    reported
}

fn wrong(field: ServiceField, service: &Service) -> Option<(&'static Rule, String, &'static str)> {
    let text = service.text(field).trim();
    let blank = |what: &str| is_blank(text).then(|| format!("{what} is blank"));
    let (rule, wrong, help) = match field {
        ServiceField::AccountKey => {
            let wrong = blank("`key` of `external_account`");
            (&INVALID_EXTERNAL_ACCOUNT, wrong, "Write a text that is unique for the account")
        }
        ServiceField::AccountName => {
            (&INVALID_EXTERNAL_ACCOUNT, blank("`name` of `external_account`"), "Write the name to show in “My connections”")
        }
        ServiceField::ExpiresIn => (
            &INVALID_EXPIRES_IN,
            wrong_lifetime(service),
            "Write whole seconds, such as `60000`, or nothing if the token does not expire",
        ),
        ServiceField::ErrorStatus => {
            let wrong = || format!("`status` of the error is {}, not an integer from 100 to 599", quoted(text));
            (&INVALID_ERROR, (!is_status(text)).then(wrong), "Write an HTTP status, such as `404`")
        }
        ServiceField::ErrorMessage => {
            (&INVALID_ERROR, blank("`message` of the error"), "Say what happened, such as `Content not found`")
        }
        ServiceField::Denial => (&MISSING_PARAMETER, blank("`error`"), "Choose a code, such as `access_denied`"),
        ServiceField::DenialDescription => return None,
    };
    Some((rule, wrong?, help))
}

fn is_status(text: &str) -> bool {
    text.len() == 3 && matches!(text.as_bytes(), [b'1'..=b'5', rest @ ..] if rest.iter().all(u8::is_ascii_digit))
}

#[cfg(test)]
mod tests {
    use super::check_service;
    use crate::core::place::ServiceField;
    use crate::core::profile::Profile;
    use crate::core::project::{Project, Service};

    /// `key 0..3 rule: message`
    fn said(field: ServiceField, text: &str) -> Vec<String> {
        let mut project = Project::default();
        project.service.put(field, text.to_owned());
        let found = check_service(&project.service, Profile::Documented);
        for one in &found {
            assert_eq!(project.text(one.source), text);
            assert!(text.get(one.span.start..one.span.end).is_some(), "{one:?}");
            assert_eq!(one.help.as_deref().unwrap_or("`").matches('`').count() % 2, 0, "{one:?}");
        }
        let told = found.iter().map(|one| {
            let place = project.pointer(one.source);
            let (span, rule) = (one.span, one.rule.name);
            format!("{} {}..{} {rule}: {}", place.trim_start_matches("/service/"), span.start, span.end, one.message)
        });
        told.collect()
    }

    #[test]
    fn the_examples_of_the_documents_are_good() {
        assert!(check_service(&Service::default(), Profile::Documented).is_empty());
    }

    #[test]
    fn says_what_is_wrong_with_which_field() {
        use ServiceField::{AccountKey, AccountName, Denial, DenialDescription, ErrorMessage, ErrorStatus, ExpiresIn};
        for (field, text, expected) in [
            (AccountKey, "1", None),
            (AccountKey, "", Some("account_key 0..0 invalid-external-account: `key` of `external_account` is blank")),
            (AccountName, " ", Some("account_name 1..1 invalid-external-account: `name` of `external_account` is blank")),
            (ExpiresIn, "", None),
            (ExpiresIn, " 60 ", None),
            (ExpiresIn, "abc", Some("expires_in 0..3 invalid-expires-in: `expires_in` is `abc`, not a whole number above zero")),
            (ExpiresIn, " -1", Some("expires_in 1..3 invalid-expires-in: `expires_in` is `-1`, not a whole number above zero")),
            (ExpiresIn, "+1", Some("expires_in 0..2 invalid-expires-in: `expires_in` is `+1`, not a whole number above zero")),
            (ExpiresIn, "1e9", Some("expires_in 0..3 invalid-expires-in: `expires_in` is `1e9`, not a whole number above zero")),
            (ExpiresIn, "1.5", Some("expires_in 0..3 invalid-expires-in: `expires_in` is `1.5`, not a whole number above zero")),
            (ExpiresIn, "0", Some("expires_in 0..1 invalid-expires-in: `expires_in` is `0`, not a whole number above zero")),
            (ErrorStatus, "100", None),
            (ErrorStatus, " 599 ", None),
            (
                ErrorStatus,
                "",
                Some("error_status 0..0 invalid-error: `status` of the error is `\"\"`, not an integer from 100 to 599"),
            ),
            (
                ErrorStatus,
                "600",
                Some("error_status 0..3 invalid-error: `status` of the error is `600`, not an integer from 100 to 599"),
            ),
            (
                ErrorStatus,
                "99",
                Some("error_status 0..2 invalid-error: `status` of the error is `99`, not an integer from 100 to 599"),
            ),
            (
                ErrorStatus,
                "4x4",
                Some("error_status 0..3 invalid-error: `status` of the error is `4x4`, not an integer from 100 to 599"),
            ),
            (ErrorMessage, "\t", Some("error_message 1..1 invalid-error: `message` of the error is blank")),
            (Denial, "", Some("denial 0..0 missing-parameter: `error` is blank")),
            (Denial, "nope", None),
            (DenialDescription, "", None),
        ] {
            assert_eq!(said(field, text), expected.as_slice(), "{field:?} {text:?}");
        }
    }
}
