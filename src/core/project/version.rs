//! Versions of a project: what it was when somebody named it.
//!
//! A version shares its texts with the project and with other versions, so that keeping one copies nothing. It has no
//! versions of its own.

use std::sync::Arc;

use serde_json::{Map, Value};

use super::id::VersionId;
use super::model::Project;
use super::saved::to_json;

/// More of them are too many to choose from, and too much to save.
pub const MOST_VERSIONS: usize = 50;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Not saved.
    pub id: VersionId,
    pub name: String,
    /// When it was kept, RFC 3339.
    pub at: String,
    pub project: Arc<Project>,
    pub other: Map<String, Value>,
}

impl Version {
    /// The name, or what stands for an empty one.
    pub fn shown_name(&self) -> &str {
        if self.name.trim().is_empty() { "No name" } else { &self.name }
    }
}

impl Project {
    pub fn version(&self, id: VersionId) -> Option<&Arc<Version>> {
        self.versions.iter().find(|version| version.id == id)
    }

    /// The version, to be changed.
    pub fn version_mut(&mut self, id: VersionId) -> Option<&mut Version> {
        self.versions.iter_mut().find(|version| version.id == id).map(Arc::make_mut)
    }

    /// A name that no version has: `Version 3`.
    pub fn fresh_version_name(&self) -> String {
        let taken = |name: &String| self.versions.iter().any(|version| version.name == *name);
        let mut number = self.versions.len();
        loop {
            number += 1;
            let name = format!("Version {number}");
            if !taken(&name) {
                return name;
            }
        }
    }

    /// Keeps the project as it is as a version. The oldest ones that there is no room for are dropped; how many.
    pub fn keep_version(&mut self, name: String, at: String) -> usize {
        let project = Arc::new(self.without_versions());
        self.versions.push(Arc::new(Version { id: self.ids.version(), name, at, project, other: Map::new() }));
        let dropped = self.versions.len().saturating_sub(MOST_VERSIONS);
        self.versions.drain(..dropped);
        dropped
    }

    /// The project as it was in a version. The name and the versions stay, since they belong to all of them.
    pub fn taking_over(&self, version: &Version) -> Self {
        Self {
            name: self.name.clone(),
            versions: self.versions.clone(),
            ids: self.ids.after(&version.project.ids),
            ..Self::clone(&version.project)
        }
    }

    /// Whether taking over the version would change nothing.
    pub fn is_as(&self, version: &Version) -> bool {
        let named = Self { name: self.name.clone(), ..Self::clone(&version.project) };
        // Ids may differ, and are not saved.
        to_json(&self.without_versions()) == to_json(&named)
    }

    pub fn without_versions(&self) -> Self {
        Self { versions: Vec::new(), ..self.clone() }
    }

    /// The bytes of its payloads, those of the versions included: what saving it takes time for.
    pub fn weight(&self) -> usize {
        let versions = self.versions.iter().map(|version| version.project.payloads());
        self.payloads() + versions.sum::<usize>()
    }

    /// The bytes of its own payloads.
    pub fn payloads(&self) -> usize {
        let own = self.rules.iter().filter_map(|rule| rule.payload.as_deref());
        self.payload.len() + own.map(str::len).sum::<usize>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn project(payload: &str) -> Project {
        Project { payload: payload.into(), ..Project::default() }
    }

    fn names(project: &Project) -> Vec<&str> {
        project.versions.iter().map(|version| &*version.name).collect()
    }

    #[test]
    fn a_version_shares_its_texts_and_has_no_versions() {
        let mut project = project("[1]");
        project.keep_version("One".to_owned(), String::new());
        project.keep_version("Two".to_owned(), String::new());
        assert_eq!(names(&project), ["One", "Two"]);
        for version in &project.versions {
            assert!(Arc::ptr_eq(&version.project.payload, &project.payload) && version.project.versions.is_empty());
        }
        assert_ne!(project.versions[0].id, project.versions[1].id);
    }

    #[test]
    fn the_oldest_go_first() {
        let mut project = project("[]");
        for _ in 0..MOST_VERSIONS {
            assert_eq!(project.keep_version(project.fresh_version_name(), String::new()), 0);
        }
        assert_eq!(project.keep_version(project.fresh_version_name(), String::new()), 1);
        assert_eq!((names(&project)[0], names(&project)[MOST_VERSIONS - 1]), ("Version 2", "Version 51"));
        assert_eq!(project.fresh_version_name(), "Version 52");
    }

    #[test]
    fn a_version_is_taken_over_whole_but_for_name_and_versions() {
        let mut project = Project { link: "a".to_owned(), ..project("[1]") };
        project.keep_version("One".to_owned(), String::new());
        let version = project.versions[0].clone();
        assert!(project.is_as(&version));
        project.link = "b".to_owned();
        project.payload = "[2]".into();
        project.name = "Renamed".to_owned();
        let rule = project.new_rule();
        project.rules.push(Arc::new(rule));
        assert!(!project.is_as(&version));
        let taken = project.taking_over(&version);
        assert_eq!((&*taken.link, &*taken.payload, &*taken.name, taken.rules.len()), ("a", "[1]", "Renamed", 0));
        assert!(taken.is_as(&version));
        assert_eq!((&taken.versions, &taken.ids), (&project.versions, &project.ids));
    }
}
