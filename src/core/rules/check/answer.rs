//! The rules on a callback's answer.

use crate::core::diagnostic::Diagnostic;
use crate::core::profile::Profile;
use crate::core::rules::answer::Heard;
use crate::core::rules::catalog::{CATALOG, Check};
use crate::core::rules::report::Report;

/// All that is said of an answer, in the order of the rules.
pub fn check_answer(heard: &Heard, profile: Profile) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (rule, check) in CATALOG {
        if let Check::Answer(check) = check {
            check(heard, &mut Report::new(rule, profile, &mut found));
        }
    }
    found
}
