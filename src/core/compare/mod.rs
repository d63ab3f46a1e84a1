//! Two states of a project side by side: what differs.
//!
//! In: the project before and after. Out: the lines of the two payloads in pairs, and all else that differs in words. It
//! draws nothing: a drawing marks by itself what changed (`preview::Render::after`).

mod differences;
mod lines;

use std::sync::Arc;

use crate::core::links::Links;
use crate::core::project::Project;

pub use differences::differences;
pub use lines::{Comparison, Pair, compare_payloads};

/// The payload that answers for the link: that of the rule that matches it, if it has its own, or the project's.
pub fn answer(project: &Project) -> Arc<str> {
    let own = || {
        // Few projects have such a rule, and compiling patterns takes time.
        project.rules.iter().any(|rule| rule.payload.is_some()).then_some(())?;
        let taken = Links::new(project.patterns()).take(&project.link).rule?;
        project.rules.get(taken)?.payload.clone()
    };
    own().unwrap_or_else(|| project.payload.clone())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::answer;
    use crate::core::project::from_json;

    #[test]
    fn a_rule_that_matches_answers_with_its_own_payload() {
        let project = |link: &str| {
            let rules = json!([{"pattern": "^https://a\\.b/", "payload": "[1]"}, {"pattern": "^https://c\\.d/"}]);
            from_json(&json!({"version": 1, "payload": "[]", "link": link, "rules": rules})).unwrap()
        };
        let answers = ["https://a.b/1", "https://c.d/1", "", "https://e.f/"].map(|link| answer(&project(link)).to_string());
        assert_eq!(answers, ["[1]", "[]", "[]", "[]"]);
    }
}
