//! Where each text of a project is.

use super::model::Project;
use crate::core::json::pointer;
use crate::core::place::{RuleText, Where};

impl Project {
    /// The text at a place; empty where the project has none there.
    pub fn text(&self, place: Where) -> &str {
        match place {
            Where::Payload => &self.payload,
            Where::Update => self.update.as_deref().unwrap_or_default(),
            Where::Setting(setting) => self.settings.text(setting),
            Where::Service(field) => self.service.text(field),
            Where::Message => "",
            Where::Rule { index, text } => self.rules.get(index).map(|rule| rule.text(text)).unwrap_or_default(),
        }
    }

    /// The JSON Pointer of a place, as the project is saved.
    pub fn pointer(&self, place: Where) -> String {
        let (index, text) = match place {
            Where::Payload => return "/payload".to_owned(),
            Where::Update => return "/update".to_owned(),
            Where::Setting(setting) => return pointer::join("/settings", setting.key()),
            Where::Service(field) => return pointer::join("/service", field.key()),
            Where::Message => return String::new(),
            Where::Rule { index, text } => (index, text),
        };
        let mut path = pointer::join("/rules", &index.to_string());
        let (key, inside) = match text {
            RuleText::Name => ("name", None),
            RuleText::Pattern => ("pattern", None),
            RuleText::Samples => ("samples", None),
            RuleText::Sample(number) => ("samples", Some(number.to_string())),
            RuleText::Excluded(number) => ("excluded", Some(number.to_string())),
            RuleText::Expected(_) => ("expected", Some(self.text(place).to_owned())),
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

#[cfg(test)]
mod tests {
    use crate::core::place::{RuleText, ServiceField, Setting, Where};
    use crate::core::project::from_json;

    #[test]
    fn points_at_each_text() {
        let project = from_json(&serde_json::json!({
            "version": 1, "payload": "p", "update": "{}", "settings": {"domain": "acme.com"},
            "rules": [{}, {"name": "n", "pattern": "x", "samples": ["s", "t"], "excluded": ["e"],
                "expected": {"s": {}, "a/b": {}}, "placeholders": "[]", "payload": "{}"}],
        }))
        .unwrap();
        assert_eq!((project.pointer(Where::Payload).as_str(), project.text(Where::Payload)), ("/payload", "p"));
        assert_eq!((project.pointer(Where::Update).as_str(), project.text(Where::Update)), ("/update", "{}"));
        let domain = Where::Setting(Setting::Domain);
        assert_eq!((project.pointer(domain).as_str(), project.text(domain)), ("/settings/domain", "acme.com"));
        let denial = Where::Service(ServiceField::Denial);
        assert_eq!((project.pointer(denial).as_str(), project.text(denial)), ("/service/denial", "access_denied"));
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
            assert_eq!((project.pointer(place).as_str(), project.text(place)), (pointer, expected));
        }
        assert_eq!(project.text(Where::Rule { index: 7, text: RuleText::Sample(9) }), "");
    }
}
