//! What is done to link rules.

use std::sync::Arc;

use leptos::prelude::*;
use serde_json::{Map, Value};

use super::{announce, change};
use crate::app::large;
use crate::app::panes::rules::captured_now;
use crate::app::platform::editor::Name;
use crate::app::platform::{document, dom};
use crate::app::state::Lab;
use crate::core::diagnostic::{Fix, apply};
use crate::core::json::format::format;
use crate::core::project::{LinkRule, RuleText};
use crate::core::text::Span;

/// The two lists of URLs of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// Must match.
    Required,
    /// Must not match.
    Excluded,
}

impl List {
    pub const ALL: [Self; 2] = [Self::Required, Self::Excluded];

    pub fn name(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::Excluded => "excluded",
        }
    }

    pub fn of(self, rule: &LinkRule) -> &[String] {
        match self {
            Self::Required => &rule.samples,
            Self::Excluded => &rule.excluded,
        }
    }

    fn of_mut(self, rule: &mut LinkRule) -> &mut Vec<String> {
        match self {
            Self::Required => &mut rule.samples,
            Self::Excluded => &mut rule.excluded,
        }
    }
}

/// Opens a rule for editing.
pub fn open(lab: Lab, index: usize) {
    // What was typed and not delivered yet belongs to the rule that was open.
    large::settle(lab);
    lab.screen.update(|screen| {
        if screen.open.rule != index {
            screen.open.rule = index;
            (screen.open.sample, screen.open.suggesting, screen.open.drafting) = (None, false, false);
        }
    });
}

/// Changes the open rule. `typed`: it is typing.
fn edit(lab: Lab, typed: bool, edit: impl FnOnce(&mut LinkRule)) {
    let Some((index, _)) = untrack(|| lab.open_rule()) else { return };
    change(lab, typed, |project| {
        if let Some(rule) = project.rules.get_mut(index) {
            edit(Arc::make_mut(rule));
        }
    });
}

/// Adds a rule at the end and opens it; the link, where no rule takes it, is its first sample.
pub fn add(lab: Lab) {
    let untaken = lab.taken.with_untracked(|taken| taken.rule.is_none());
    let link = lab.project.with_untracked(|project| project.link.clone());
    let samples = if untaken && !link.trim().is_empty() { vec![link] } else { Vec::new() };
    insert(lab, usize::MAX, LinkRule { samples, ..LinkRule::default() });
    announce(lab, "rule added".to_owned());
}

/// Puts a copy of the open rule behind it and opens the copy.
pub fn duplicate(lab: Lab) {
    large::settle(lab);
    let Some((index, rule)) = untrack(|| lab.open_rule()) else { return };
    let mut copy = rule.as_ref().clone();
    copy.name = format!("{}-copy", copy.name);
    insert(lab, index + 1, copy);
    announce(lab, "this is the copy".to_owned());
}

fn insert(lab: Lab, at: usize, rule: LinkRule) {
    let at = at.min(lab.project.with_untracked(|project| project.rules.len()));
    change(lab, false, |project| project.rules.insert(at, Arc::new(rule)));
    open(lab, at);
}

pub fn delete(lab: Lab) {
    let Some((index, rule)) = untrack(|| lab.open_rule()) else { return };
    change(lab, false, |project| _ = project.rules.remove(index));
    open(lab, index.saturating_sub(1));
    announce(lab, format!("deleted {}; undo brings it back", rule.shown_name()));
}

/// Moves a rule to another place: the first that matches takes a URL.
pub fn reorder(lab: Lab, from: usize, to: usize) {
    let len = lab.project.with_untracked(|project| project.rules.len());
    if from == to || from >= len || to >= len {
        return;
    }
    let open_now = untrack(|| lab.open_rule()).map_or(0, |(index, _)| index);
    change(lab, false, |project| {
        let rule = project.rules.remove(from);
        project.rules.insert(to, rule);
    });
    let follows = match open_now {
        open if open == from => to,
        open if from < open && open <= to => open - 1,
        open if to <= open && open < from => open + 1,
        open => open,
    };
    lab.screen.update(|screen| screen.open.rule = follows);
    announce(lab, format!("now rule {} of {len}", to + 1));
}

pub fn rename(lab: Lab, name: String) {
    edit(lab, true, |rule| rule.name = name);
}

pub fn type_pattern(lab: Lab, pattern: String) {
    edit(lab, true, |rule| rule.pattern = pattern);
}

/// Takes a drafted pattern.
pub fn use_pattern(lab: Lab, pattern: String) {
    edit(lab, false, |rule| rule.pattern = pattern);
    lab.screen.update(|screen| screen.open.drafting = false);
    announce(lab, "pattern taken".to_owned());
}

pub fn type_placeholders(lab: Lab, text: Arc<str>) {
    edit(lab, true, |rule| rule.placeholders = text);
}

pub fn format_placeholders(lab: Lab) {
    large::settle(lab);
    let Some((_, rule)) = untrack(|| lab.open_rule()) else { return };
    match format(&rule.placeholders) {
        Some(text) => edit(lab, false, |rule| rule.placeholders = text.into()),
        None => announce(lab, "the placeholders do not parse yet: mend the first problem, then format".to_owned()),
    }
}

/// A rule with a payload of its own answers with that one.
pub fn set_own_payload(lab: Lab, own: bool) {
    large::settle(lab);
    let shared = lab.project.with_untracked(|project| project.payload.clone());
    edit(lab, false, |rule| rule.payload = own.then(|| rule.payload.clone().unwrap_or(shared)));
}

/// Types a URL. Several lines, as pasted, become several URLs.
pub fn type_url(lab: Lab, list: List, index: usize, text: &str) {
    let mut lines: Vec<String> = text.split(['\n', '\r']).map(str::to_owned).collect();
    let pasted = lines.len() > 1;
    if pasted {
        lines.retain(|line| !line.trim().is_empty());
    }
    edit(lab, !pasted, |rule| {
        let urls = list.of_mut(rule);
        if index < urls.len() {
            if let (Some(old), [new]) = (urls.get(index), lines.as_slice())
                && list == List::Required
            {
                let old = old.clone();
                urls.splice(index..=index, [new.clone()]);
                return carry_expected(rule, &old, new);
            }
            urls.splice(index..=index, lines);
        }
    });
}

/// What is expected of a URL goes on with it while it is typed.
fn carry_expected(rule: &mut LinkRule, old: &str, new: &str) {
    // What is expected of another URL that is typed past stays with that one.
    if !rule.samples.iter().any(|sample| sample == old)
        && !rule.expected.contains_key(new)
        && let Some(expected) = rule.expected.shift_remove(old)
    {
        rule.expected.insert(new.to_owned(), expected);
    }
}

/// Adds a URL before a place, or at the end.
pub fn add_url(lab: Lab, list: List, at: usize, url: String) {
    edit(lab, false, |rule| {
        let urls = list.of_mut(rule);
        urls.insert(at.min(urls.len()), url);
    });
}

pub fn remove_url(lab: Lab, list: List, index: usize) {
    edit(lab, false, |rule| {
        let urls = list.of_mut(rule);
        if index < urls.len() {
            let url = urls.remove(index);
            if list == List::Required && !urls.contains(&url) {
                rule.expected.shift_remove(&url);
            }
        }
    });
}

/// Says what the groups must capture of a URL; `None`: nothing.
fn expect(lab: Lab, url: &str, groups: Option<Map<String, Value>>) {
    edit(lab, false, |rule| {
        match groups {
            Some(groups) => rule.expected.insert(url.to_owned(), Value::Object(groups)),
            None => rule.expected.shift_remove(url),
        };
    });
}

/// Expects what the groups capture now; once more: expects nothing.
pub fn toggle_expected(lab: Lab, url: &str) {
    large::settle(lab);
    let Some((_, rule)) = untrack(|| lab.open_rule()) else { return };
    let groups = if rule.expected.contains_key(url) { None } else { captured_now(lab, url) };
    expect(lab, url, groups);
}

/// Shows the placeholder for a sample; once more: for the link or the first sample again.
pub fn show_sample(lab: Lab, url: &str) {
    lab.screen.update(|screen| {
        let shown = screen.open.sample.as_deref() == Some(url);
        screen.open.sample = (!shown).then(|| url.to_owned());
    });
}

/// Types what one group must capture of a URL.
pub fn type_expected(lab: Lab, url: &str, group: &str, text: String) {
    edit(lab, true, |rule| {
        if let Some(Value::Object(groups)) = rule.expected.get_mut(url) {
            groups.insert(group.to_owned(), Value::String(text));
        }
    });
}

/// Applies a fix to a text of a rule.
pub fn apply_fix(lab: Lab, index: usize, text: RuleText, fix: &Fix) {
    change(lab, false, |project| {
        if let Some(rule) = project.rules.get_mut(index) {
            let mended = apply(text.of(rule), &fix.edits);
            text.put(Arc::make_mut(rule), mended);
        }
    });
}

/// Goes to a place in the open rule.
pub fn reveal(lab: Lab, text: RuleText, span: Span) {
    let Some((_, rule)) = untrack(|| lab.open_rule()) else { return };
    match text {
        RuleText::Pattern => super::reveal_in(Name::Pattern, &rule.pattern, span),
        RuleText::Placeholders => super::reveal_in(Name::Placeholders, &rule.placeholders, span),
        RuleText::Name | RuleText::Payload => focus("#rule-name".to_owned()),
        RuleText::Samples => focus("[data-action='sample:required']".to_owned()),
        RuleText::Sample(at) => focus(format!("[data-sample=required][data-row='{at}'] textarea")),
        RuleText::Excluded(at) => focus(format!("[data-sample=excluded][data-row='{at}'] textarea")),
        RuleText::Expected(at) => {
            let url = rule.expected.keys().nth(at);
            let row = url.and_then(|url| rule.samples.iter().position(|sample| sample == url)).unwrap_or_default();
            focus(format!("[data-sample=required][data-row='{row}'] textarea"));
        }
    }
}

/// After what leads there is on screen.
fn focus(selector: String) {
    document::soon(move || dom::focus(&selector));
}
