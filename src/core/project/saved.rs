//! Version 1 of a project as it is saved, shared and passed to the page.
//!
//! In: a JSON value. Out: the project, or a sentence that says what is not as it should be and where. Types are
//! strict and an absent key is not an error: `name` becomes "Untitled", `profile` `documented`, `state` `loaded`, any
//! other text or list empty. Only `version` must be there, since an object without it is anything at all. Keys that
//! this version does not know stay where they are; whether a text is JSON, a pattern or a time is the rules' business.
//!
//! `versions` holds what the project was when somebody named it: `{"name": …, "at": …, "project": PROJECT}`, the oldest
//! first. A project in there has no versions of its own: such a key is dropped unread.

use std::sync::Arc;

use serde_json::{Map, Value};

use super::api_sample::{ApiSample, MappedField};
use super::fields::{Fields, mismatch};
use super::hidden::HiddenAttribute;
use super::id::FreshIds;
use super::link_rule::{LinkRule, Sample};
use super::model::Project;
use super::service::Service;
use super::settings::Settings;
use super::version::Version;
use crate::core::event::Event;
use crate::core::place::{ServiceField, Setting};
use crate::core::profile::Profile;
use crate::core::state::State;

const VERSION: u64 = 1;

/// Reads a project. The error says what is not as it should be.
pub fn from_json(value: &Value) -> Result<Project, String> {
    let Value::Object(object) = value else { return Err("not a project: an object is wanted".to_owned()) };
    let mut fields = Fields::new(String::new(), object.clone());
    let versions = fields.objects("versions")?;
    let mut project = read(fields)?;
    for fields in versions {
        let version = version(fields, &mut project.ids)?;
        project.versions.push(Arc::new(version));
    }
    Ok(project)
}

/// A project without its versions.
fn read(mut fields: Fields) -> Result<Project, String> {
    form(&mut fields)?;
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
        hidden: hidden(fields.objects("hidden")?)?,
        update: fields.text("update")?.map(Into::into),
        events: events(&mut fields)?,
        service: fields.object("service")?.map(service).transpose()?.unwrap_or_default(),
        done: fields.texts("done")?,
        profile: fields.choice("profile", &Profile::ALL, Profile::name)?.unwrap_or(empty.profile),
        state: fields.choice("state", &State::ALL, State::name)?.unwrap_or(empty.state),
        now: fields.text("now")?,
        sample: fields.object("sample")?.map(api_sample).transpose()?.map(Arc::new),
        versions: Vec::new(),
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
    if !project.hidden.is_empty() {
        put("hidden", hidden_to_json(&project.hidden));
    }
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
    if !project.versions.is_empty() {
        put("versions", project.versions.iter().map(|version| version_to_json(version)).collect());
    }
    with_other(known, &project.other)
}

/// The version of the saved form.
fn form(fields: &mut Fields) -> Result<(), String> {
    let path = fields.path_of("version");
    match fields.take("version") {
        None => Err(format!("not a project: `{path}` is missing")),
        Some(Value::Number(number)) if number.as_u64() == Some(VERSION) => Ok(()),
        Some(Value::Number(number)) => Err(format!("this is version {number} of a project; this Lab reads version {VERSION}")),
        Some(other) => Err(mismatch(&path, &other, "a number")),
    }
}

fn version(mut fields: Fields, ids: &mut FreshIds) -> Result<Version, String> {
    let path = fields.path_of("project");
    let mut project = fields.object("project")?.ok_or_else(|| format!("`{path}` is missing"))?;
    project.take("versions");
    Ok(Version {
        id: ids.version(),
        name: fields.text("name")?.unwrap_or_default(),
        at: fields.text("at")?.unwrap_or_default(),
        project: Arc::new(read(project)?),
        other: fields.rest(),
    })
}

fn version_to_json(version: &Version) -> Value {
    let mut known = Map::new();
    known.insert("name".to_owned(), text(&version.name));
    known.insert("at".to_owned(), text(&version.at));
    known.insert("project".to_owned(), to_json(&version.project));
    with_other(known, &version.other)
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
        hidden: hidden(fields.objects("hidden")?)?,
        other: fields.rest(),
    })
}

fn samples(urls: Vec<String>, ids: &mut FreshIds) -> Vec<Sample> {
    urls.into_iter().map(|url| Sample::new(url, ids)).collect()
}

pub(super) fn rule_to_json(rule: &LinkRule) -> Value {
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
    if !rule.hidden.is_empty() {
        put("hidden", hidden_to_json(&rule.hidden));
    }
    with_other(known, &rule.other)
}

fn hidden(list: Vec<Fields>) -> Result<Vec<HiddenAttribute>, String> {
    let one = |mut fields: Fields| {
        let place = fields.number("place")?.unwrap_or_default();
        let text = fields.text("attribute")?.unwrap_or_default();
        Ok(HiddenAttribute { place, text, other: fields.rest() })
    };
    list.into_iter().map(one).collect()
}

fn hidden_to_json(hidden: &[HiddenAttribute]) -> Value {
    let one = |one: &HiddenAttribute| {
        let known = [("place".to_owned(), one.place.into()), ("attribute".to_owned(), text(&one.text))];
        with_other(known.into_iter().collect(), &one.other)
    };
    hidden.iter().map(one).collect()
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
