//! Version 1 of a project as it is saved, shared and passed to the page.
//!
//! In: a JSON value. Out: the project, or a sentence that says what is not as it should be and where. Types are
//! strict and an absent key is not an error: `name` becomes "Untitled", `profile` `documented`, `state` `loaded`, any
//! other text or list empty. Only `version` must be there, since an object without it is anything at all. Keys that
//! this version does not know stay where they are; whether a text is JSON, a pattern or a time is the rules' business.

use std::sync::Arc;

use serde_json::{Map, Value};

use super::api_sample::{ApiSample, MappedField};
use super::fields::{Fields, mismatch};
use super::id::FreshIds;
use super::link_rule::{LinkRule, Sample};
use super::model::Project;
use super::service::Service;
use super::settings::Settings;
use crate::core::event::Event;
use crate::core::place::{ServiceField, Setting};
use crate::core::profile::Profile;
use crate::core::state::State;

const VERSION: u64 = 1;

/// Reads a project. The error says what is not as it should be.
pub fn from_json(value: &Value) -> Result<Project, String> {
    let Value::Object(object) = value else { return Err("not a project: an object is wanted".to_owned()) };
    let mut fields = Fields::new(String::new(), object.clone());
    version(fields.take("version"))?;
    let empty = Project::default();
    let mut ids = FreshIds::default();
    let mut rules = Vec::new();
    for fields in fields.objects("rules")? {
        rules.push(Arc::new(rule(fields, &mut ids)?));
    }
    Ok(Project {
        name: fields.text("name")?.unwrap_or(empty.name),
        settings: fields.object("settings")?.map(settings).transpose()?.unwrap_or_default(),
        rules,
        link: fields.text("link")?.unwrap_or_default(),
        payload: fields.text("payload")?.unwrap_or_default().into(),
        update: fields.text("update")?.map(Into::into),
        events: events(&mut fields)?,
        service: fields.object("service")?.map(service).transpose()?.unwrap_or_default(),
        done: fields.texts("done")?,
        profile: fields.choice("profile", &Profile::ALL, Profile::name)?.unwrap_or(empty.profile),
        state: fields.choice("state", &State::ALL, State::name)?.unwrap_or(empty.state),
        now: fields.text("now")?,
        sample: fields.object("sample")?.map(api_sample).transpose()?.map(Arc::new),
        ids,
        other: fields.rest(),
    })
}

/// The project as saved and shared; see [`from_json`].
pub fn to_json(project: &Project) -> Value {
    let mut known = Map::new();
    let mut put = |key: &str, value: Value| known.insert(key.to_owned(), value);
    put("version", VERSION.into());
    put("name", text(&project.name));
    put("settings", settings_to_json(&project.settings));
    put("rules", project.rules.iter().map(|rule| rule_to_json(rule)).collect());
    put("link", text(&project.link));
    put("payload", text(&project.payload));
    if let Some(now) = &project.now {
        put("now", text(now));
    }
    if let Some(update) = &project.update {
        put("update", text(update));
    }
    if !project.events.is_empty() {
        put("events", project.events.iter().map(|event| Value::String(event.written())).collect());
    }
    if project.service != Service::default() {
        put("service", service_to_json(&project.service));
    }
    if !project.done.is_empty() {
        put("done", texts(&project.done));
    }
    if let Some(sample) = &project.sample {
        put("sample", api_sample_to_json(sample));
    }
    put("profile", text(project.profile.name()));
    put("state", text(project.state.name()));
    with_other(known, &project.other)
}

fn version(value: Option<Value>) -> Result<(), String> {
    match value {
        None => Err("not a project: `version` is missing".to_owned()),
        Some(Value::Number(number)) if number.as_u64() == Some(VERSION) => Ok(()),
        Some(Value::Number(number)) => Err(format!("this is version {number} of a project; this Lab reads version {VERSION}")),
        Some(other) => Err(mismatch("version", &other, "a number")),
    }
}

fn settings(mut fields: Fields) -> Result<Settings, String> {
    let mut settings = Settings::default();
    for setting in Setting::ALL {
        settings.put(setting, fields.text(setting.key())?.unwrap_or_default());
    }
    settings.other = fields.rest();
    Ok(settings)
}

fn settings_to_json(settings: &Settings) -> Value {
    let mut known = Map::new();
    for setting in Setting::ALL {
        // Projects without a Notion client ID stay as they were.
        if setting != Setting::NotionClientId || !settings.notion_client_id.is_empty() {
            known.insert(setting.key().to_owned(), text(settings.text(setting)));
        }
    }
    with_other(known, &settings.other)
}

fn events(fields: &mut Fields) -> Result<Vec<Event>, String> {
    let mut events = Vec::new();
    for (index, name) in fields.texts("events")?.iter().enumerate() {
        let event = Event::parse(name);
        events.push(event.ok_or_else(|| format!("`events[{index}]` is `{name}`, the name of an event is wanted"))?);
    }
    Ok(events)
}

fn service(mut fields: Fields) -> Result<Service, String> {
    let mut service = Service::default();
    for field in ServiceField::ALL {
        if let Some(text) = fields.text(field.key())? {
            service.put(field, text);
        }
    }
    service.other = fields.rest();
    Ok(service)
}

fn service_to_json(service: &Service) -> Value {
    let mut known = Map::new();
    for field in ServiceField::ALL {
        known.insert(field.key().to_owned(), text(service.text(field)));
    }
    with_other(known, &service.other)
}

fn api_sample(mut fields: Fields) -> Result<ApiSample, String> {
    let mut mapped = Vec::new();
    for field in fields.objects("fields")? {
        mapped.push(mapped_field(field)?);
    }
    Ok(ApiSample { text: fields.text("text")?.unwrap_or_default().into(), fields: mapped, other: fields.rest() })
}

fn mapped_field(mut fields: Fields) -> Result<MappedField, String> {
    Ok(MappedField {
        word: fields.text("word")?.unwrap_or_default(),
        path: fields.text("path")?.unwrap_or_default(),
        attribute: fields.text("attribute")?,
        other: fields.rest(),
    })
}

fn api_sample_to_json(sample: &ApiSample) -> Value {
    let mut known = Map::new();
    known.insert("text".to_owned(), text(&sample.text));
    known.insert("fields".to_owned(), sample.fields.iter().map(mapped_field_to_json).collect());
    with_other(known, &sample.other)
}

fn mapped_field_to_json(field: &MappedField) -> Value {
    let mut known = Map::new();
    known.insert("word".to_owned(), text(&field.word));
    known.insert("path".to_owned(), text(&field.path));
    if let Some(attribute) = &field.attribute {
        known.insert("attribute".to_owned(), text(attribute));
    }
    with_other(known, &field.other)
}

fn rule(mut fields: Fields, ids: &mut FreshIds) -> Result<LinkRule, String> {
    Ok(LinkRule {
        id: ids.rule(),
        name: fields.text("name")?.unwrap_or_default(),
        pattern: fields.text("pattern")?.unwrap_or_default(),
        samples: samples(fields.texts("samples")?, ids),
        excluded: samples(fields.texts("excluded")?, ids),
        expected: fields.captures("expected")?,
        placeholders: fields.text("placeholders")?.unwrap_or_default().into(),
        payload: fields.text("payload")?.map(Into::into),
        other: fields.rest(),
    })
}

fn samples(urls: Vec<String>, ids: &mut FreshIds) -> Vec<Sample> {
    urls.into_iter().map(|url| Sample::new(url, ids)).collect()
}

fn rule_to_json(rule: &LinkRule) -> Value {
    let mut known = Map::new();
    let mut put = |key: &str, value: Value| known.insert(key.to_owned(), value);
    put("name", text(&rule.name));
    put("pattern", text(&rule.pattern));
    put("samples", urls(&rule.samples));
    put("excluded", urls(&rule.excluded));
    put("expected", Value::Object(rule.expected.clone()));
    put("placeholders", text(&rule.placeholders));
    if let Some(payload) = &rule.payload {
        put("payload", text(payload));
    }
    with_other(known, &rule.other)
}

fn text(text: &str) -> Value {
    Value::String(text.to_owned())
}

fn urls(samples: &[Sample]) -> Value {
    samples.iter().map(|sample| text(&sample.url)).collect()
}

fn texts(texts: &[String]) -> Value {
    texts.iter().map(|one| text(one)).collect()
}

/// A known key wins over an unknown one of the same name, which only a program could have put there.
fn with_other(mut known: Map<String, Value>, other: &Map<String, Value>) -> Value {
    for (key, value) in other {
        known.entry(key.clone()).or_insert_with(|| value.clone());
    }
    Value::Object(known)
}

#[cfg(test)]
mod tests;
