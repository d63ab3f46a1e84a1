//! All link rules of a project, for what concerns more than one of them.

use std::sync::Arc;

use crate::core::project::LinkRule;
use crate::core::rules::place::{is_blank, quoted};

pub struct Together<'p> {
    pub rules: &'p [Arc<LinkRule>],
    /// By rule, by sample: the rules that match it.
    pub matching: &'p [Vec<Vec<usize>>],
}

/// How messages call a rule: by its name, or by its number.
pub fn naming(rules: &[Arc<LinkRule>], index: usize) -> String {
    match rules.get(index).map(|rule| rule.name.as_str()).filter(|name| !is_blank(name)) {
        Some(name) => quoted(name).to_string(),
        None => format!("rule {}", index + 1),
    }
}
