//! The table of all rules, family by family.

use super::{Rule, json};

/// Every rule, in the order of the rule pages.
pub static RULES: &[&Rule] = &[&json::JSON_SYNTAX, &json::JSON_DEPTH, &json::JSON_DUPLICATE_KEY];

/// The rule of a name.
pub fn find(name: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.name == name)
}
