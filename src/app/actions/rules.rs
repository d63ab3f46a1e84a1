//! What is done to link rules.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::wasm_split;
use serde_json::{Map, Value};

use super::delivery::settle;
use super::document::change;
use super::navigation::{bring_forward, reveal_in};
use crate::app::browser::fetch::NotLoaded;
use crate::app::lab::Lab;
use crate::app::store::{EditorName, Pane, RuleScreen, RuleScreenStoreFields, ScreenStoreFields, Step, Target, Undoable};
use crate::core::edit::{Fix, apply};
use crate::core::json::Source;
use crate::core::json::format::format;
use crate::core::links::draft::{Draft, domain_of, draft, rule_name};
use crate::core::links::named;
use crate::core::pattern::Answer;
use crate::core::place::{RuleText, Where};
use crate::core::project::{LinkRule, Project, RuleId, UrlId, UrlList};
use crate::core::text::Span;
use crate::core::unfurl::{Attribute, Payload, SubTypeNode};

/// Opens a rule for editing.
pub fn open(lab: Lab, rule: RuleId) {
    // What was typed and not delivered yet belongs to the rule that was open.
    settle(lab);
    if lab.open_rule().is_none_or(|open| open.rule.id != rule) {
        let in_words = lab.screen.rule().in_words().get_untracked();
        lab.screen.rule().set(RuleScreen { id: Some(rule), in_words, ..RuleScreen::default() });
    }
}

/// Opens a rule from another pane, and puts the focus on its row.
pub fn go_to(lab: Lab, rule: RuleId) {
    bring_forward(lab, Pane::Rules);
    open(lab, rule);
    lab.focus(Target::RuleRow(rule));
}

/// Opens the rule at a place in the list.
pub fn open_at(lab: Lab, index: usize) {
    if let Some(rule) = lab.project().rules.get(index) {
        open(lab, rule.id);
    }
}

/// Changes the open rule.
fn edit(lab: Lab, step: Step, edit: impl FnOnce(&mut LinkRule)) {
    let Some(open) = lab.open_rule() else { return };
    change(lab, step, |project| {
        if let Some(rule) = project.rules.get_mut(open.index) {
            edit(Arc::make_mut(rule));
        }
    });
}

/// Adds a rule at the end and opens it. A link that no rule matches is its first sample.
pub fn add(lab: Lab) {
    let untaken = lab.derived.taken.with_untracked(|taken| taken.rule.is_none());
    insert(lab, usize::MAX, |project| {
        let mut rule = project.new_rule();
        if untaken && !project.link.trim().is_empty() {
            let sample = project.new_sample(project.link.clone());
            rule.samples.push(sample);
        }
        rule
    });
    lab.focus(Target::RuleName);
    lab.announce("Rule added");
}

/// Makes a rule that matches the link: its pattern is drafted from it, and a blank domain becomes the link's.
pub fn make_for_link(lab: Lab) {
    settle(lab);
    let link = lab.project().link.trim().to_owned();
    spawn_local(async move {
        let Ok(draft) = drafter().await else {
            return lab.announce("The drafting of patterns could not be loaded. Check your connection and try again");
        };
        let pattern = match draft(&[&link]) {
            Ok(draft) => draft.pattern,
            Err(reason) => return lab.announce(format!("No rule can be made for this link: {reason}")),
        };
        insert(lab, usize::MAX, |project| {
            if project.settings.domain.trim().is_empty() {
                project.settings.domain = domain_of(&link);
            }
            let sample = project.new_sample(link.clone());
            LinkRule { name: rule_name(&link), pattern, samples: vec![sample], ..project.new_rule() }
        });
        bring_forward(lab, Pane::Rules);
        lab.screen.rule().drafting().set(false);
        lab.announce_undoable("Rule added. Check which parts of the URL vary", Undoable::Change);
    });
}

type Drafter = fn(&[&str]) -> Result<Draft, String>;

/// What drafts a pattern; only the link rules need it.
#[wasm_split(rules, wasm_split_path = ::leptos::wasm_split, fallible)]
fn drafter() -> Result<Drafter, NotLoaded> {
    Ok(draft)
}

/// Puts a copy of the open rule behind it and opens the copy.
pub fn duplicate(lab: Lab) {
    settle(lab);
    let Some(open) = lab.open_rule() else { return };
    insert(lab, open.index + 1, |project| {
        let mut copy = project.copy_of(&open.rule);
        copy.name = format!("{}-copy", copy.name);
        copy
    });
    lab.announce("You are now editing the copy");
}

fn insert(lab: Lab, at: usize, make: impl FnOnce(&mut Project) -> LinkRule) {
    let mut id = None;
    change(lab, Step::Whole, |project| {
        let rule = make(project);
        id = Some(rule.id);
        project.rules.insert(at.min(project.rules.len()), Arc::new(rule));
    });
    if let Some(id) = id {
        open(lab, id);
    }
}

/// Deletes the open rule and opens the one before it.
pub fn delete(lab: Lab) {
    let Some(removed) = lab.open_rule() else { return };
    change(lab, Step::Whole, |project| _ = project.rules.remove(removed.index));
    open_at(lab, removed.index.saturating_sub(1));
    lab.announce(format!("Deleted {}. Undo brings it back", removed.rule.shown_name()));
}

/// Moves a rule to another place: the first one that matches a URL answers for it.
pub fn reorder(lab: Lab, rule: RuleId, to: usize) {
    let project = lab.project();
    let len = project.rules.len();
    let Some(from) = project.rule_index(rule).filter(|from| *from != to && to < len) else { return };
    // Keep the same rule open, even if the person never chose one.
    let open_now = lab.open_rule().map(|open| open.rule.id);
    change(lab, Step::Whole, |project| {
        let rule = project.rules.remove(from);
        project.rules.insert(to, rule);
    });
    lab.screen.rule().id().set(open_now);
    lab.announce(format!("Now rule {} of {len}", to + 1));
}

/// Moves a rule by one place, and keeps the focus on its grip.
pub fn nudge(lab: Lab, rule: RuleId, up: bool) {
    let Some(at) = lab.project().rule_index(rule) else { return };
    if let Some(to) = if up { at.checked_sub(1) } else { Some(at + 1) } {
        reorder(lab, rule, to);
        lab.focus(Target::Grip(rule));
    }
}

pub fn rename(lab: Lab, name: String) {
    edit(lab, Step::Typed(Target::RuleName), |rule| rule.name = name);
}

pub fn type_pattern(lab: Lab, pattern: String) {
    edit(lab, Step::Typed(Target::Editor(EditorName::Pattern)), |rule| rule.pattern = pattern);
}

pub fn use_draft(lab: Lab, pattern: String) {
    edit(lab, Step::Whole, |rule| rule.pattern = pattern);
    lab.screen.rule().drafting().set(false);
    lab.announce("The rule now uses the draft");
}

pub fn type_placeholders(lab: Lab, text: Arc<str>) {
    edit(lab, Step::Typed(Target::Editor(EditorName::Placeholders)), |rule| rule.placeholders = text);
}

/// Begins the placeholder attributes with what a payload shows of a link before its details: title, developer, identifier.
pub fn start_placeholders(lab: Lab) {
    settle(lab);
    let payload = lab.payload();
    let source = Source::new(&payload);
    let Ok(root) = source.parse() else {
        return lab.announce("The payload does not parse yet. Fix the first problem, then start from it");
    };
    let of_link = |attribute: &&Attribute| {
        let in_section = |node: &SubTypeNode| {
            let section = node.section_property().and_then(|section| section.value.as_str());
            matches!(section, Some("title" | "identifier"))
        };
        attribute.id == Some("dev") || attribute.sub_types.iter().any(in_section)
    };
    let attributes = Payload::new(&payload, &root, false).attributes;
    let texts: Vec<&str> = attributes
        .iter()
        .filter(of_link)
        .map(|attribute| &payload[attribute.node.span().start..attribute.node.span().end])
        .collect();
    let Some(text) = format(&format!("[{}]", texts.join(","))) else { return };
    edit(lab, Step::Whole, |rule| rule.placeholders = text.into());
    lab.announce_undoable("Started from the payload. Type `$<` to put in what the pattern captured", Undoable::Change);
}

pub fn format_placeholders(lab: Lab) {
    settle(lab);
    let Some(open) = lab.open_rule() else { return };
    match format(&open.rule.placeholders) {
        Some(text) => edit(lab, Step::Whole, |rule| rule.placeholders = text.into()),
        None => lab.announce("The placeholders do not parse yet. Fix the first problem, then format"),
    }
}

/// A rule with a payload of its own answers with that one.
pub fn set_own_payload(lab: Lab, own: bool) {
    settle(lab);
    let shared = lab.project().payload.clone();
    edit(lab, Step::Whole, |rule| rule.payload = own.then(|| rule.payload.clone().unwrap_or(shared)));
}

/// Suggests edge cases, and goes to them: they can open below what is visible.
pub fn toggle_suggestions(lab: Lab) {
    let suggesting = lab.screen.rule().suggesting();
    suggesting.update(|open| *open = !*open);
    if suggesting.get_untracked() {
        lab.focus(Target::Suggestions);
    }
}

/// Types a URL. Several lines, as pasted, become several URLs.
pub fn type_url(lab: Lab, url: UrlId, text: &str) {
    let mut lines: Vec<&str> = text.split(['\n', '\r']).collect();
    let pasted = lines.len() > 1;
    if pasted {
        lines.retain(|line| !line.trim().is_empty());
    }
    let Some(open) = lab.open_rule() else { return };
    let step = if pasted { Step::Whole } else { Step::Typed(Target::Url(url)) };
    change(lab, step, |project| {
        let (first, more) = lines.split_first().map_or(("", &[][..]), |(first, more)| (*first, more));
        let more: Vec<_> = more.iter().map(|line| project.new_sample((*line).to_owned())).collect();
        let Some(rule) = project.rules.get_mut(open.index) else { return };
        Arc::make_mut(rule).type_url(url, first, more);
    });
}

/// Adds a URL at the end of a list, and goes there.
pub fn add_url(lab: Lab, list: UrlList, text: String) {
    insert_url(lab, list, usize::MAX, text);
}

/// Adds an empty URL below another one, and goes there.
pub fn add_url_below(lab: Lab, url: UrlId) {
    let Some((list, at)) = lab.open_rule().and_then(|open| open.rule.list_of(url)) else { return };
    insert_url(lab, list, at + 1, String::new());
}

fn insert_url(lab: Lab, list: UrlList, at: usize, text: String) {
    let Some(open) = lab.open_rule() else { return };
    let typed_next = text.is_empty();
    let mut id = None;
    change(lab, Step::Whole, |project| {
        let url = project.new_sample(text);
        id = Some(url.id);
        let Some(rule) = project.rules.get_mut(open.index) else { return };
        let urls = list.of_mut(Arc::make_mut(rule));
        urls.insert(at.min(urls.len()), url);
    });
    if let Some(id) = id.filter(|_| typed_next) {
        lab.focus(Target::Url(id));
    }
}

pub fn remove_url(lab: Lab, url: UrlId) {
    edit(lab, Step::Whole, |rule| rule.remove_url(url));
}

/// Removes a URL and goes to the one above.
pub fn remove_url_backwards(lab: Lab, url: UrlId) {
    let Some(open) = lab.open_rule() else { return };
    let Some((list, at)) = open.rule.list_of(url) else { return };
    let urls = list.of(&open.rule);
    let next = if at == 0 { urls.get(1) } else { urls.get(at - 1) };
    remove_url(lab, url);
    if let Some(next) = next {
        lab.focus(Target::Url(next.id));
    }
}

/// Pins what the groups capture of a URL now as expected values, or removes them.
pub fn toggle_expected(lab: Lab, url: UrlId) {
    settle(lab);
    let Some(open) = lab.open_rule() else { return };
    let Some(url) = open.rule.url(url).map(str::to_owned) else { return };
    let groups = if open.rule.expected.contains_key(&url) { None } else { captured_now(lab, &url) };
    edit(lab, Step::Whole, |rule| {
        match groups {
            Some(groups) => rule.expected.insert(url, Value::Object(groups)),
            None => rule.expected.shift_remove(&url),
        };
    });
}

/// What the named groups capture of a URL now, as a project keeps it.
fn captured_now(lab: Lab, url: &str) -> Option<Map<String, Value>> {
    let open = lab.open_rule()?;
    lab.derived.rules.with_untracked(|rules| {
        let compiled = rules.links.rules.get(open.index)?;
        let Answer::Matched(found) = compiled.verdict(url, None)?.answer else { return None };
        let mut groups = Map::new();
        for capture in named(&compiled.captures(url, &found)) {
            let text = capture.span.and_then(|span| url.get(span.start..span.end));
            groups.insert(capture.name.clone()?, text.map_or(Value::Null, |text| Value::String(text.to_owned())));
        }
        Some(groups)
    })
}

/// Types what one group must capture of a URL.
pub fn type_expected(lab: Lab, url: UrlId, group: &str, text: String) {
    edit(lab, Step::Typed(Target::Expected(url)), |rule| {
        let Some(key) = rule.url(url).map(str::to_owned) else { return };
        if let Some(Value::Object(groups)) = rule.expected.get_mut(&key) {
            groups.insert(group.to_owned(), Value::String(text));
        }
    });
}

/// Draws the placeholder for a sample, or goes back to the link or the first sample.
pub fn show_sample(lab: Lab, url: UrlId) {
    let Some(url) = lab.open_rule().and_then(|open| open.rule.url(url).map(str::to_owned)) else { return };
    lab.screen.rule().sample().update(|sample| *sample = if sample.as_ref() == Some(&url) { None } else { Some(url) });
}

/// Applies a fix to a text of a rule.
pub fn apply_fix(lab: Lab, index: usize, text: RuleText, fix: &Fix) {
    change(lab, Step::Whole, |project| {
        if let Some(rule) = project.rules.get_mut(index) {
            let fixed = apply(rule.text(text), &fix.edits);
            Arc::make_mut(rule).put(text, fixed);
        }
    });
}

/// Applies a fix that an editor of the open rule offers; both by their place among the problems of that text.
pub fn apply_offered(lab: Lab, text: RuleText, problem: usize, fix: usize) {
    let Some(open) = lab.open_rule() else { return };
    let problems = lab.derived.rules.with_untracked(|rules| rules.of_text(open.index, text));
    if let Some(fix) = problems.get(problem).and_then(|problem| problem.fixes.get(fix)) {
        super::document::apply_fix(lab, Where::Rule { index: open.index, text }, fix);
    }
}

/// Goes to a place in the open rule.
pub fn reveal(lab: Lab, text: RuleText, span: Span) {
    let Some(open) = lab.open_rule() else { return };
    let url = |list: UrlList, at: usize| list.of(&open.rule).get(at).map(|url| Target::Url(url.id));
    let target = match text {
        RuleText::Pattern => return reveal_in(lab, EditorName::Pattern, &open.rule.pattern, span),
        RuleText::Placeholders => return reveal_in(lab, EditorName::Placeholders, &open.rule.placeholders, span),
        RuleText::Name | RuleText::Payload => Some(Target::RuleName),
        RuleText::Samples => Some(Target::AddUrl),
        RuleText::Sample(at) => url(UrlList::Samples, at),
        RuleText::Excluded(at) => url(UrlList::Excluded, at),
        RuleText::Expected(at) => {
            let expected = open.rule.expected.keys().nth(at);
            let row = expected.and_then(|url| open.rule.samples.iter().position(|sample| sample.url == *url));
            url(UrlList::Samples, row.unwrap_or_default())
        }
    };
    if let Some(target) = target {
        lab.focus(target);
    }
}
