//! The project that is made of what was pasted.

use std::sync::Arc;

use super::company::company;
use super::data::{Data, DataKind};
use super::role::{Mapped, Role};
use super::rule::{self, developer, title, written};
use super::value::{shown, tint};
use crate::core::form::DEVELOPER;
use crate::core::links::draft::{Part, domain_of};
use crate::core::project::{ApiSample, MappedField, Project};
use crate::core::unfurl::SubType;

/// Longer JSON is not kept with the project, which is saved at every change.
pub const MOST_KEPT: usize = 256 * 1024;
const LONGEST_NAME: usize = 60;

/// From links; `turned`: the parts that vary instead of being kept, or are kept instead of varying. The error says why no pattern matches
/// all of them.
pub fn project_of_links(links: &[String], turned: &[Part]) -> Result<Project, String> {
    let mut project = Project::default();
    let domain = links.first().map(|link| domain_of(link)).unwrap_or_default();
    let payload = rule::add(&mut project, links, turned, &company(&domain))?;
    project.name = named(&domain);
    project.payload = payload.into();
    Ok(project)
}

/// From a payload: an attribute array or a response.
pub fn project_of_payload(text: &str) -> Project {
    Project { payload: text.into(), ..Project::default() }
}

/// From JSON of an API or a page, with the values that the mapping names.
pub fn project_of_data(data: &Data, mapped: &[Mapped]) -> Project {
    let mut project = Project::default();
    let parts: Vec<Used> = mapped.iter().filter_map(|mapped| Used::new(data, mapped)).collect();
    let text_of = |name: &str| parts.iter().find(|part| part.role.name() == name).map(|part| part.text.clone());
    let link = text_of("Link").unwrap_or_default();
    let made_by = text_of("Developer").unwrap_or_else(|| company(&domain_of(&link)));
    // A link that no pattern can be drafted from stays a link.
    if !link.is_empty() && rule::add(&mut project, std::slice::from_ref(&link), &[], &made_by).is_err() {
        project.link.clone_from(&link);
    }
    project.name = named(&text_of("Title").unwrap_or_else(|| domain_of(&link)));
    let (payload, fields) = payload(data, &parts, &made_by);
    project.payload = payload.into();
    if data.kind != DataKind::Page && data.text.len() <= MOST_KEPT {
        project.sample = Some(Arc::new(ApiSample { text: data.text.clone(), fields, ..ApiSample::default() }));
    }
    project
}

fn named(name: &str) -> String {
    let name = name.trim();
    match name.char_indices().nth(LONGEST_NAME) {
        Some((end, _)) => format!("{}…", name[..end].trim_end()),
        None if name.is_empty() => "Untitled".to_owned(),
        None => name.to_owned(),
    }
}

/// A value that is used, with the text that is shown.
struct Used<'m> {
    role: Role,
    path: &'m str,
    text: String,
}

impl<'m> Used<'m> {
    fn new(data: &Data, mapped: &'m Mapped) -> Option<Self> {
        let path = mapped.path.as_deref()?;
        let text = shown(data, mapped.role, data.leaf(path)?);
        (!text.is_empty()).then_some(Self { role: mapped.role, path, text })
    }
}

/// The payload, and which value each of its attributes has.
fn payload(data: &Data, parts: &[Used], made_by: &str) -> (String, Vec<MappedField>) {
    let mut ids: Vec<String> = Vec::new();
    let mut attributes = Vec::new();
    let mut fields = Vec::new();
    for part in parts {
        let mut field = MappedField { word: part.role.name().to_owned(), path: part.path.to_owned(), ..MappedField::default() };
        if let (Role::Part(word), Some(leaf)) = (part.role, data.leaf(part.path)) {
            let taken: Vec<&str> = ids.iter().map(String::as_str).collect();
            let id = word.free_id(&taken);
            attributes.push(word.filled(&part.text, tint(data, word, leaf), &taken));
            ids.push(id.clone());
            field.attribute = Some(id);
        }
        fields.push(field);
    }
    let has_title = parts.iter().any(|part| matches!(part.role, Role::Part(word) if word.sub_type == SubType::Title));
    if !has_title {
        attributes.insert(0, title("Untitled"));
    }
    if !ids.iter().any(|id| id == DEVELOPER) {
        attributes.push(developer(made_by));
    }
    (written(&attributes), fields)
}
