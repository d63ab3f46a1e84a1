//! What is left to do before an integration can be reviewed: a checklist that is computed from the project.
//!
//! In: a project, and the problems of its settings, link rules and payloads. Out: the steps in the order of the
//! documents, each done, open, or for a person to tick, since no project knows what happens at Notion.

use crate::core::diagnostic::Diagnostic;
use crate::core::place::{RuleText, Setting, Where};
use crate::core::project::Project;
use crate::core::rules::place::is_blank;
use crate::core::rules::settings::REQUIRED;
use crate::core::severity::Severity;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepState {
    Done,
    Open,
    /// Only a person knows; true where it is ticked.
    ByHand(bool),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Public: in a project's `done`.
    pub id: &'static str,
    pub title: &'static str,
    pub state: StepState,
    /// What is missing, or what to know about the step; may be empty.
    pub detail: String,
    /// The text that closes the gap; a rule that is still to be added counts as the first one.
    pub place: Option<Where>,
}

/// What keeps a step open.
struct Gap {
    detail: String,
    place: Where,
}

impl Gap {
    fn new(detail: impl Into<String>, place: Where) -> Self {
        Self { detail: detail.into(), place }
    }

    fn blank(project: &Project, setting: Setting) -> Option<Self> {
        let gap = || Self::new(format!("The {} is blank", setting.label()), Where::Setting(setting));
        is_blank(project.settings.text(setting)).then(gap)
    }
}

/// The checklist; `problems` are those of settings, link rules and payloads.
pub fn readiness(project: &Project, problems: &[&Diagnostic]) -> Vec<Item> {
    let known = Known { project, problems };
    vec![
        known.by_hand(
            "access",
            "Access to the Link Previews API",
            "Closed to new developers today; existing integrations keep working",
        ),
        Known::computed("oauth", "External Authorization Setup", known.first_form()),
        Item {
            place: Some(Where::Setting(Setting::Domain)),
            ..known.by_hand(
                "domain",
                "Domain verified",
                "Notion gives you a code to share with the domain’s host, often as a DNS TXT record",
            )
        },
        Known::computed("patterns", "Unfurling Domain & Patterns", known.second_form()),
        Known::computed("samples", "Samples match", known.samples()),
        Known::computed("placeholders", "Placeholders", known.placeholders()),
        Known::computed("callback", "Unfurl Callback URL", known.callback()),
        Known::computed("payload", "Payload without error", known.payload()),
        known.by_hand("review", "Review form sent", "Notion’s platform and security teams review what is published"),
    ]
}

struct Known<'k> {
    project: &'k Project,
    problems: &'k [&'k Diagnostic],
}

impl Known<'_> {
    fn by_hand(&self, id: &'static str, title: &'static str, detail: &str) -> Item {
        let ticked = self.project.done.iter().any(|done| done == id);
        Item { id, title, state: StepState::ByHand(ticked), detail: detail.to_owned(), place: None }
    }

    fn computed(id: &'static str, title: &'static str, gap: Option<Gap>) -> Item {
        match gap {
            Some(Gap { detail, place }) => Item { id, title, state: StepState::Open, detail, place: Some(place) },
            None => Item { id, title, state: StepState::Done, detail: String::new(), place: None },
        }
    }

    /// The first problem in some texts that is severe enough.
    fn problem(&self, worst: Severity, is_there: &dyn Fn(Where) -> bool) -> Option<Gap> {
        let found = self.problems.iter().find(|one| one.severity <= worst && is_there(one.source))?;
        Some(Gap::new(&*found.message, found.source))
    }

    fn first_form(&self) -> Option<Gap> {
        let blank = REQUIRED.into_iter().find_map(|setting| Gap::blank(self.project, setting));
        let second = [Setting::CallbackUrl, Setting::Domain].map(Where::Setting);
        let here = |place| matches!(place, Where::Setting(_)) && !second.contains(&place);
        blank.or_else(|| self.problem(Severity::Error, &here))
    }

    fn second_form(&self) -> Option<Gap> {
        let here = |place| {
            place == Where::Setting(Setting::Domain)
                || matches!(place, Where::Rule { text: RuleText::Name | RuleText::Pattern, .. })
        };
        Gap::blank(self.project, Setting::Domain)
            .or_else(|| self.without_rules())
            .or_else(|| self.lacking("has no pattern", RuleText::Pattern))
            .or_else(|| self.problem(Severity::Error, &here))
    }

    fn samples(&self) -> Option<Gap> {
        let sampled = |index: usize| {
            self.project.rules.get(index).is_some_and(|rule| rule.samples.iter().any(|sample| !is_blank(&sample.url)))
        };
        let here = |place| {
            let Where::Rule { text, .. } = place else { return false };
            matches!(text, RuleText::Samples | RuleText::Sample(_) | RuleText::Excluded(_) | RuleText::Expected(_))
        };
        self.without_rules()
            .or_else(|| {
                let index = (0..self.project.rules.len()).find(|index| !sampled(*index))?;
                Some(self.gap_of(index, "has no sample", RuleText::Samples))
            })
            .or_else(|| self.problem(Severity::Error, &here))
    }

    fn placeholders(&self) -> Option<Gap> {
        self.without_rules()
            .or_else(|| {
                self.lacking("has no placeholders: nothing is shown before your service responds", RuleText::Placeholders)
            })
            .or_else(|| self.problem(Severity::Error, &|place| matches!(place, Where::Rule { text: RuleText::Placeholders, .. })))
    }

    /// Notion must reach the URL, so a warning keeps the step open too.
    fn callback(&self) -> Option<Gap> {
        let here = |place| place == Where::Setting(Setting::CallbackUrl);
        Gap::blank(self.project, Setting::CallbackUrl).or_else(|| self.problem(Severity::Warning, &here))
    }

    fn payload(&self) -> Option<Gap> {
        let here = |place| matches!(place, Where::Payload | Where::Rule { text: RuleText::Payload, .. });
        let blank = || is_blank(&self.project.payload).then(|| Gap::new("The payload is empty", Where::Payload));
        self.problem(Severity::Error, &here).or_else(blank)
    }

    fn without_rules(&self) -> Option<Gap> {
        let gap = || Gap::new("There is no link rule", Where::Rule { index: 0, text: RuleText::Pattern });
        self.project.rules.is_empty().then(gap)
    }

    /// The first link rule of which a text is blank.
    fn lacking(&self, lack: &str, text: RuleText) -> Option<Gap> {
        let index = self.project.rules.iter().position(|rule| is_blank(rule.text(text)))?;
        Some(self.gap_of(index, lack, text))
    }

    fn gap_of(&self, index: usize, lack: &str, text: RuleText) -> Gap {
        Gap::new(format!("Rule {} {lack}", self.project.rule_name(index)), Where::Rule { index, text })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use time::UtcDateTime;

    use super::{Item, StepState, readiness};
    use crate::core::analysis::{LinkAnalysis, analyze, analyze_links};
    use crate::core::links::Links;
    use crate::core::project::{LinkRule, Project};
    use crate::core::rules::check_settings;
    use crate::core::templates;

    fn list(project: &Project) -> Vec<Item> {
        let mut found = check_settings(&project.settings, project.profile);
        let links = analyze_links(project, &Links::new(project.patterns()), &LinkAnalysis::default());
        found.extend(links.diagnostics.iter().cloned());
        found.extend(analyze(&project.payload, project.profile, UtcDateTime::UNIX_EPOCH).diagnostics);
        readiness(project, &found.iter().collect::<Vec<_>>())
    }

    /// `id: detail → place` of what is open.
    fn open(project: &Project) -> Vec<String> {
        let open = list(project).into_iter().filter(|item| item.state == StepState::Open);
        let place = |item: &Item| item.place.map(|place| project.pointer(place)).unwrap_or_default();
        open.map(|item| format!("{}: {} → {}", item.id, item.detail, place(&item))).collect()
    }

    #[test]
    fn the_first_visitor_has_only_work_of_hands() {
        let mut project = templates::first();
        project.done = vec!["domain".to_owned(), "payload".to_owned(), "other".to_owned()];
        let states: Vec<_> = list(&project).iter().map(|item| (item.id, item.state)).collect();
        let expected = [
            ("access", StepState::ByHand(false)),
            ("oauth", StepState::Done),
            ("domain", StepState::ByHand(true)),
            ("patterns", StepState::Done),
            ("samples", StepState::Done),
            ("placeholders", StepState::Done),
            ("callback", StepState::Done),
            ("payload", StepState::Done),
            ("review", StepState::ByHand(false)),
        ];
        assert_eq!(states, expected);
    }

    #[test]
    fn an_empty_project_has_everything_open() {
        let expected = [
            "oauth: The OAuth Authorize URL is blank → /settings/authorize_url",
            "patterns: The Unfurl URL Domain is blank → /settings/domain",
            "samples: There is no link rule → /rules/0/pattern",
            "placeholders: There is no link rule → /rules/0/pattern",
            "callback: The Unfurl Callback URL is blank → /settings/callback_url",
        ];
        let found = open(&Project::default());
        assert_eq!(found[..5], expected);
        assert!(found.len() == 6 && found[5].starts_with("payload: ") && found[5].ends_with(" → /payload"), "{found:?}");
    }

    type Change = fn(&mut Project);

    fn rule(project: &mut Project) -> &mut LinkRule {
        Arc::make_mut(&mut project.rules[0])
    }

    #[test]
    fn each_step_opens_where_something_is_wrong() {
        let changes: [(Change, &[&str]); 12] = [
            (|p| p.settings.client_id.clear(), &["oauth: The OAuth Client ID is blank → /settings/client_id"]),
            (
                |p| p.settings.deleted_token_url = "x".to_owned(),
                &[
                    "oauth: The Deleted Token Callback URL is `x`, which is not absolute: it has no scheme → /settings/deleted_token_url",
                ],
            ),
            (|p| p.settings.scopes = "a,b".to_owned(), &[]),
            (
                |p| p.settings.domain = "https://acme.com".to_owned(),
                &["patterns: The domain is `https://acme.com`, which is not a bare domain → /settings/domain"],
            ),
            (|p| rule(p).name.clear(), &["patterns: The rule has no name → /rules/0/name"]),
            (|p| rule(p).samples[0].url = " ".to_owned(), &["samples: Rule “item” has no sample → /rules/0/samples"]),
            (
                |p| rule(p).samples[0].url = "https://acme.com/".to_owned(),
                &["samples: The pattern does not match `https://acme.com/` → /rules/0/samples/0"],
            ),
            (
                |p| rule(p).placeholders = " ".into(),
                &[
                    "placeholders: Rule “item” has no placeholders: nothing is shown before your service responds → /rules/0/placeholders",
                ],
            ),
            (
                |p| rule(p).placeholders = "{}".into(),
                &["placeholders: The payload is an object without `operations` → /rules/0/placeholders"],
            ),
            (
                |p| p.settings.callback_url = "https://localhost/".to_owned(),
                &[
                    "callback: Host `localhost` of the Unfurl Callback URL is reachable only from your own network → /settings/callback_url",
                ],
            ),
            (|p| p.payload = "[".into(), &["payload: The text ends inside an array → /payload"]),
            (|p| p.payload = "[]".into(), &["payload: No attribute has the sub-type `title` → /payload"]),
        ];
        for (change, expected) in changes {
            let mut project = templates::first();
            change(&mut project);
            assert_eq!(open(&project), expected);
        }
    }
}
