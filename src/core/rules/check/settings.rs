//! Checks the settings.

use crate::core::diagnostic::Diagnostic;
use crate::core::place::{Setting, Where};
use crate::core::profile::Profile;
use crate::core::project::Settings;
use crate::core::rules::catalog::{CATALOG, Check};
use crate::core::rules::hidden::{self, HIDDEN_CHARACTER};
use crate::core::rules::report::Report;

/// All findings about the settings, in the order of the forms.
pub fn check_settings(settings: &Settings, profile: Profile) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (rule, check) in CATALOG {
        if let Check::Settings(check) = check {
            check(settings, &mut Report::new(rule, profile, &mut found));
        }
    }
    let fields = Setting::ALL.map(|setting| (Where::Setting(setting), setting.label(), settings.text(setting)));
    hidden::in_fields(fields, &mut Report::new(&HIDDEN_CHARACTER, profile, &mut found));
    found.sort_by_key(|one| Setting::ALL.iter().position(|field| one.source == Where::Setting(*field)).unwrap_or_default());
    found
}
