//! Which text of a project something is about: the payload, or one text of a link rule.

use super::{LinkRule, Project, ServiceField, Setting};
use crate::core::json::pointer;

/// A text of a project.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Where {
    #[default]
    Payload,
    /// The body of an update.
    Update,
    Setting(Setting),
    /// Of how the service acts.
    Service(ServiceField),
    /// A message that somebody has in hand; it is in no project.
    Message,
    Rule {
        index: usize,
        text: RuleText,
    },
}

/// A text of a link rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RuleText {
    Name,
    Pattern,
    /// The list of samples as a whole, which is no text.
    Samples,
    Sample(usize),
    Excluded(usize),
    /// The URL whose groups are expected, by its place among them.
    Expected(usize),
    Placeholders,
    /// The rule's own answer.
    Payload,
}

impl Where {
    /// The text itself; empty where the project has none there.
    pub fn text(self, project: &Project) -> &str {
        match self {
            Self::Payload => &project.payload,
            Self::Update => project.update.as_deref().unwrap_or_default(),
            Self::Setting(setting) => setting.of(&project.settings),
            Self::Service(field) => field.of(&project.service),
            Self::Message => "",
            Self::Rule { index, text } => project.rules.get(index).map(|rule| text.of(rule)).unwrap_or_default(),
        }
    }

    /// JSON Pointer into the project.
    pub fn pointer(self, project: &Project) -> String {
        let (index, text) = match self {
            Self::Payload => return "/payload".to_owned(),
            Self::Update => return "/update".to_owned(),
            Self::Setting(setting) => return pointer::join("/settings", setting.key()),
            Self::Service(field) => return pointer::join("/service", field.key()),
            Self::Message => return String::new(),
            Self::Rule { index, text } => (index, text),
        };
        let mut path = pointer::join("/rules", &index.to_string());
        let (key, inside) = match text {
            RuleText::Name => ("name", None),
            RuleText::Pattern => ("pattern", None),
            RuleText::Samples => ("samples", None),
            RuleText::Sample(number) => ("samples", Some(number.to_string())),
            RuleText::Excluded(number) => ("excluded", Some(number.to_string())),
            RuleText::Expected(_) => ("expected", Some(self.text(project).to_owned())),
            RuleText::Placeholders => ("placeholders", None),
            RuleText::Payload => ("payload", None),
        };
        pointer::push(&mut path, key);
        if let Some(inside) = inside {
            pointer::push(&mut path, &inside);
        }
        path
    }
}

impl RuleText {
    /// The one that is read last.
    pub const LAST: Self = Self::Payload;

    pub fn of(self, rule: &LinkRule) -> &str {
        let text = match self {
            Self::Name => Some(&*rule.name),
            Self::Pattern => Some(&*rule.pattern),
            Self::Samples => None,
            Self::Sample(number) => rule.samples.get(number).map(String::as_str),
            Self::Excluded(number) => rule.excluded.get(number).map(String::as_str),
            Self::Expected(number) => rule.expected.keys().nth(number).map(String::as_str),
            Self::Placeholders => Some(&*rule.placeholders),
            Self::Payload => rule.payload.as_deref(),
        };
        text.unwrap_or_default()
    }

    /// Puts a text in the place of this one.
    pub fn put(self, rule: &mut LinkRule, text: String) {
        let url = |urls: &mut Vec<String>, number: usize, text| {
            if let Some(url) = urls.get_mut(number) {
                *url = text;
            }
        };
        match self {
            Self::Name => rule.name = text,
            Self::Pattern => rule.pattern = text,
            Self::Sample(number) => url(&mut rule.samples, number, text),
            Self::Excluded(number) => url(&mut rule.excluded, number, text),
            Self::Placeholders => rule.placeholders = text.into(),
            Self::Payload => rule.payload = Some(text.into()),
            Self::Samples | Self::Expected(_) => {}
        }
    }

    /// Its place among the texts of its rule, as a rule is read.
    pub fn rank(self, rule: &LinkRule) -> usize {
        let urls = rule.samples.len() + rule.excluded.len();
        match self {
            Self::Name => 0,
            Self::Pattern => 1,
            Self::Samples => 2,
            Self::Sample(number) => 3 + number,
            Self::Excluded(number) => 3 + rule.samples.len() + number,
            Self::Expected(number) => 3 + urls + number,
            Self::Placeholders => 3 + urls + rule.expected.len(),
            Self::Payload => 4 + urls + rule.expected.len(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{RuleText, ServiceField, Setting, Where};
    use crate::core::project::from_json;

    #[test]
    fn points_at_each_text() {
        let project = from_json(&serde_json::json!({
            "version": 1, "payload": "p", "update": "{}", "settings": {"domain": "acme.com"},
            "rules": [{}, {"name": "n", "pattern": "x", "samples": ["s", "t"], "excluded": ["e"],
                "expected": {"s": {}, "a/b": {}}, "placeholders": "[]", "payload": "{}"}],
        }))
        .unwrap();
        assert_eq!((Where::Payload.pointer(&project).as_str(), Where::Payload.text(&project)), ("/payload", "p"));
        assert_eq!((Where::Update.pointer(&project).as_str(), Where::Update.text(&project)), ("/update", "{}"));
        let domain = Where::Setting(Setting::Domain);
        assert_eq!((domain.pointer(&project).as_str(), domain.text(&project)), ("/settings/domain", "acme.com"));
        let denial = Where::Service(ServiceField::Denial);
        assert_eq!((denial.pointer(&project).as_str(), denial.text(&project)), ("/service/denial", "access_denied"));
        for (text, pointer, expected) in [
            (RuleText::Name, "/rules/1/name", "n"),
            (RuleText::Pattern, "/rules/1/pattern", "x"),
            (RuleText::Samples, "/rules/1/samples", ""),
            (RuleText::Sample(1), "/rules/1/samples/1", "t"),
            (RuleText::Excluded(0), "/rules/1/excluded/0", "e"),
            (RuleText::Expected(1), "/rules/1/expected/a~1b", "a/b"),
            (RuleText::Placeholders, "/rules/1/placeholders", "[]"),
            (RuleText::Payload, "/rules/1/payload", "{}"),
        ] {
            let place = Where::Rule { index: 1, text };
            assert_eq!((place.pointer(&project).as_str(), place.text(&project)), (pointer, expected));
        }
        assert_eq!(Where::Rule { index: 7, text: RuleText::Sample(9) }.text(&project), "");
    }
}
