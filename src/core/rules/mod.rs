//! The rules: one row each, in the family's file. Panel, program, rule pages and tests read that row.

/// A valid attribute array on which the rows build: title, dev, and what is given.
#[cfg_attr(target_arch = "wasm32", allow(unused_macros))]
macro_rules! payload {
    ($($attribute:literal),* $(,)?) => {
        concat!(
            "[\n  ",
            r#"{"id": "title", "name": "Title", "type": "inline", "inline": {"title": {"value": "Item 1", "section": "title"}}}"#,
            ",\n  ",
            r#"{"id": "dev", "name": "Developer Name", "type": "inline", "inline": {"plain_text": {"value": "Acme Inc", "section": "secondary"}}}"#,
            $(",\n  ", $attribute,)*
            "\n]\n"
        )
    };
}

/// A row, under fixed headings. Its texts are for people: the page has no use for them before somebody asks, so they are
/// not in the wasm; the page reads what `link-preview-lab rules --format json` printed.
macro_rules! rule {
    (
        name: $name:expr,
        family: $family:expr,
        documented: $documented:expr,
        wild: $wild:expr,
        summary: $summary:expr,
        why: $why:expr,
        bad: $bad:expr,
        good: $good:expr,
        document: $document:expr,
        check: $check:expr,
    ) => {
        Rule {
            name: $name,
            family: $family,
            documented: $documented,
            wild: $wild,
            check: $check,
            #[cfg(not(target_arch = "wasm32"))]
            texts: $crate::core::rules::Texts { summary: $summary, why: $why, bad: $bad, good: $good, document: $document },
        }
    };
}

pub mod answer;
mod attribute;
mod catalog;
mod clean;
mod envelope;
mod fix_all;
mod json;
mod keys;
pub mod link;
mod operation;
pub(in crate::core) mod place;
#[cfg(test)]
mod properties;
pub mod protocol;
mod section;
pub mod settings;
mod shape;
mod spelling;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod unknown_key;
mod value;

pub use catalog::{RULES, find, nearest};
pub use clean::Clean;
pub use envelope::URI_MISMATCH;
pub use fix_all::{fix_all, fix_all_links};
pub use value::url::reason as why_no_url;

use crate::core::diagnostic::{Diagnostic, Label};
use crate::core::edit::{Edit, Fix};
use crate::core::json::SyntaxError;
use crate::core::place::Where;
use crate::core::profile::Profile;
use crate::core::project::Settings;
use crate::core::severity::Severity;
use crate::core::text::{Span, sort_by_place};
use crate::core::unfurl::{Attribute, Payload};
use answer::Heard;
use link::{Linked, Together};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    Json,
    Envelope,
    Attribute,
    Value,
    Section,
    LinkRule,
    Protocol,
}

impl Family {
    pub fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Envelope => "envelope",
            Self::Attribute => "attribute",
            Self::Value => "value",
            Self::Section => "section",
            Self::LinkRule => "link-rule",
            Self::Protocol => "protocol",
        }
    }
}

/// How a rule looks.
pub enum Check {
    /// Reported where the text does not parse; see [`syntax`].
    Text,
    /// Once for each payload.
    Payload(fn(&Payload, &mut Report)),
    /// Once for each attribute, of which alone its findings follow: one that did not change is not asked about again.
    Attribute(AttributeCheck),
    /// Once for each link rule.
    LinkRule(fn(&Linked, &mut Report)),
    /// Once for all link rules together.
    LinkRules(fn(&Together, &mut Report)),
    /// Once for the settings.
    Settings(fn(&Settings, &mut Report)),
    /// Once for each answer of a callback.
    Answer(fn(&Heard, &mut Report)),
    /// Reported by whoever reads messages; see [`protocol`].
    Message,
}

type AttributeCheck = fn(&Payload, &Attribute, &mut Report);

/// One rule. Its name is public and never reused.
pub struct Rule {
    pub name: &'static str,
    pub family: Family,
    /// Severity as documented.
    pub documented: Severity,
    /// Severity as seen in the wild.
    pub wild: Severity,
    pub check: Check,
    #[cfg(not(target_arch = "wasm32"))]
    pub texts: Texts,
}

/// What a rule says of itself.
#[cfg(not(target_arch = "wasm32"))]
pub struct Texts {
    /// What it finds, in a sentence.
    pub summary: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// The smallest text that it reports.
    pub bad: &'static str,
    /// The mended text; where there is a fix, what the fix makes of `bad`.
    pub good: &'static str,
    /// The document and the part of it that it rests on.
    pub document: &'static str,
}

impl Rule {
    pub fn severity(&self, profile: Profile) -> Severity {
        match profile {
            Profile::Documented => self.documented,
            Profile::Wild => self.wild,
        }
    }
}

impl std::fmt::Debug for Rule {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

/// What a check found; the report adds the rule and the severity.
///
/// Boxed, since it is handed from step to step by value: moving a pointer takes a third of the code.
pub struct Finding(Box<Found>);

struct Found {
    source: Where,
    span: Span,
    message: String,
    help: Option<String>,
    pointer: Option<String>,
    labels: Vec<Label>,
    fixes: Vec<Fix>,
}

impl Finding {
    pub fn new(span: Span, pointer: impl Into<String>, message: impl Into<String>) -> Self {
        Self::of(span, pointer.into(), message.into())
    }

    fn of(span: Span, pointer: String, message: String) -> Self {
        Self::at(Where::Payload, span, Some(pointer), message)
    }

    /// In a text of a link rule, or in a setting.
    pub fn of_rule(source: Where, span: Span, message: String) -> Self {
        Self::at(source, span, None, message)
    }

    /// In a message, which may be JSON.
    pub fn in_message(span: Span, pointer: Option<String>, message: String) -> Self {
        Self::at(Where::Message, span, pointer, message)
    }

    #[inline(never)]
    fn at(source: Where, span: Span, pointer: Option<String>, message: String) -> Self {
        Self(Box::new(Found { source, span, message, help: None, pointer, labels: Vec::new(), fixes: Vec::new() }))
    }

    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.0.help = Some(help.into());
        self
    }

    pub fn label(mut self, span: Span, message: impl Into<String>) -> Self {
        self.0.labels.push(Label { span, message: message.into() });
        self
    }

    /// A fix of one edit that "Fix all" applies too.
    pub fn fix(self, title: impl Into<String>, edit: Edit) -> Self {
        self.with(title.into(), vec![edit], true)
    }

    /// A fix of several edits that "Fix all" applies too.
    pub fn fixes(self, title: impl Into<String>, edits: Vec<Edit>) -> Self {
        self.with(title.into(), edits, true)
    }

    /// A fix that may lose or change something the person meant: only by its own press.
    pub fn unsafe_fix(self, title: impl Into<String>, edits: Vec<Edit>) -> Self {
        self.with(title.into(), edits, false)
    }

    #[inline(never)]
    fn with(mut self, title: String, edits: Vec<Edit>, safe: bool) -> Self {
        self.0.fixes.push(Fix { title, edits, safe });
        self
    }
}

/// Collects findings.
pub struct Report {
    profile: Profile,
    rule: &'static Rule,
    found: Vec<Diagnostic>,
}

impl Report {
    pub fn new(profile: Profile) -> Self {
        Self { profile, rule: &json::JSON_SYNTAX, found: Vec::new() }
    }

    /// Adds what a rule says that has no check of its own.
    pub fn tell(&mut self, rule: &'static Rule, finding: Finding) {
        self.rule = rule;
        self.add(finding);
    }

    /// Adds what was found elsewhere.
    pub fn extend(&mut self, found: Vec<Diagnostic>) {
        self.found.extend(found);
    }

    pub fn found(&mut self) -> &mut Vec<Diagnostic> {
        &mut self.found
    }

    pub fn add(&mut self, finding: Finding) {
        let finding = finding.0;
        self.found.push(Diagnostic {
            rule: self.rule,
            severity: self.rule.severity(self.profile),
            source: finding.source,
            message: finding.message,
            help: finding.help,
            pointer: finding.pointer,
            span: finding.span,
            labels: finding.labels,
            fixes: finding.fixes,
        });
    }
}

/// All that the rules say of a payload, in text order.
pub fn check(payload: &Payload, profile: Profile) -> Vec<Diagnostic> {
    check_changed(payload, profile, Clean::default()).0
}

/// As [`check`], without asking again what is known; also the attributes that are clean now, see [`Steps::finish`].
pub fn check_changed(payload: &Payload, profile: Profile, known: Clean) -> (Vec<Diagnostic>, Vec<Span>) {
    let mut steps = Steps::new(profile, known);
    while steps.step(payload) {}
    steps.finish()
}

/// Checking piece by piece, for whoever has something else to do in between: first the rules on the whole, then attribute
/// by attribute, since all that is asked of one is near in memory then.
pub struct Steps<'k> {
    rules: std::slice::Iter<'static, &'static Rule>,
    on_attributes: Vec<(&'static Rule, AttributeCheck)>,
    /// How many attributes are checked.
    checked: usize,
    known: Clean<'k>,
    clean: Vec<Span>,
    report: Report,
}

/// Some milliseconds.
const ATTRIBUTES_A_STEP: usize = 500;

impl<'k> Steps<'k> {
    pub fn new(profile: Profile, known: Clean<'k>) -> Self {
        let on_attribute = |rule: &&'static Rule| match rule.check {
            Check::Attribute(check) => Some((*rule, check)),
            _ => None,
        };
        Self {
            rules: RULES.iter(),
            on_attributes: RULES.iter().filter_map(on_attribute).collect(),
            checked: 0,
            known,
            clean: Vec::new(),
            report: Report::new(profile),
        }
    }

    /// Whether there was something left to check.
    pub fn step(&mut self, payload: &Payload) -> bool {
        let report = &mut self.report;
        if let Some(rule) = self.rules.next() {
            report.rule = rule;
            if let Check::Payload(check) = rule.check {
                check(payload, report);
            }
            return true;
        }
        let before = self.checked;
        for attribute in payload.attributes.iter().skip(before).take(ATTRIBUTES_A_STEP) {
            let (span, found) = (Span::of(attribute.node), report.found.len());
            if !self.known.holds(span) {
                for (rule, check) in &self.on_attributes {
                    report.rule = rule;
                    check(payload, attribute, report);
                }
            }
            if report.found.len() == found {
                self.clean.push(span);
            }
            self.checked += 1;
        }
        self.checked > before
    }

    /// What was found, in text order, the severest first of those at one place; and the attributes of which no rule on
    /// attributes spoke, for the next [`Clean`].
    pub fn finish(mut self) -> (Vec<Diagnostic>, Vec<Span>) {
        sort_by_place(&mut self.report.found, |diagnostic| diagnostic.span.start * 3 + diagnostic.severity as usize);
        (self.report.found, self.clean)
    }
}

/// The diagnostic of a text that does not parse.
pub fn syntax(text: &str, error: SyntaxError) -> Diagnostic {
    json::diagnostic(text, error)
}
