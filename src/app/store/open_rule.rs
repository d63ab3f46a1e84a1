//! The link rule that is open in the form.

use std::sync::Arc;

use leptos::prelude::*;
use reactive_stores::Store;

use super::{RuleScreenStoreFields, Screen, ScreenStoreFields};
use crate::core::project::{LinkRule, Project};

#[derive(Clone)]
pub struct OpenRule {
    /// Its place in the list.
    pub index: usize,
    pub rule: Arc<LinkRule>,
}

impl PartialEq for OpenRule {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index && Arc::ptr_eq(&self.rule, &other.rule)
    }
}

/// Follows the rule with the id that is open. Where that rule is gone, the last one is open: an undo took it away.
pub fn open_rule(setup: Memo<Arc<Project>>, screen: Store<Screen>) -> Memo<Option<OpenRule>> {
    Memo::new(move |_| {
        let id = screen.rule().id().get();
        setup.with(|project| {
            let last = project.rules.len().checked_sub(1)?;
            let index = id.map_or(0, |id| project.rule_index(id).unwrap_or(last));
            Some(OpenRule { index, rule: project.rules.get(index)?.clone() })
        })
    })
}
