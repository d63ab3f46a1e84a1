//! A history as JSON: `{"past":[STEP],"future":[STEP],"versions":[VERSION]}`, in both the step that is undone or redone first
//! comes last. STEP is `{"at":3,"removed":"a","inserted":"b"}` (bytes of the payload) or `{"before":PROJECT,"after":PROJECT}`.
//!
//! Most steps share their versions, so a PROJECT has only their places: in the versions of the present project, which is
//! saved elsewhere, and behind these in `versions`.

use std::sync::Arc;

use serde_json::{Value, json};

use super::change::Change;
use super::{History, Join, Step};
use crate::core::project::{FreshIds, Project, Version, from_json, to_json};

impl History {
    /// The latest steps that have room in this many bytes. `present`: the project that the last step led to.
    pub fn to_json(&self, room: usize, present: &Project) -> String {
        let (mut room, mut known) = (room, present.versions.clone());
        let past = written(&self.past, &mut room, &mut known);
        let future = written(&self.future, &mut room, &mut known);
        let further = Project { versions: known.split_off(present.versions.len()), ..Project::default() };
        json!({"past": past, "future": future, "versions": to_json(&further).get("versions")}).to_string()
    }

    /// `None` where this is no history of the present project.
    pub fn from_json(text: &str, present: &Project) -> Option<Self> {
        let value: Value = serde_json::from_str(text).ok()?;
        let known = Known::read(&value["versions"], present)?;
        let steps = |key: &str| value.get(key)?.as_array()?.iter().map(|step| known.step(step)).collect::<Option<Vec<_>>>();
        Some(Self { past: steps("past")?, future: steps("future")? })
    }
}

fn written(steps: &[Step], room: &mut usize, known: &mut Vec<Arc<Version>>) -> Vec<Value> {
    let fits = |step: &&Step| {
        let size = step.change.size();
        let fits = size <= *room;
        *room = if fits { *room - size } else { 0 };
        fits
    };
    let mut written: Vec<Value> = steps.iter().rev().take_while(fits).map(|step| write(&step.change, known)).collect();
    written.reverse();
    written
}

fn write(change: &Change, known: &mut Vec<Arc<Version>>) -> Value {
    match change {
        Change::Payload { at, removed, inserted } => json!({"at": at, "removed": removed, "inserted": inserted}),
        Change::Project { before, after } => {
            json!({"before": write_project(before, known), "after": write_project(after, known)})
        }
    }
}

fn write_project(project: &Project, known: &mut Vec<Arc<Version>>) -> Value {
    let places = project.versions.iter().map(|version| {
        known.iter().position(|one| Arc::ptr_eq(one, version)).unwrap_or_else(|| {
            known.push(version.clone());
            known.len() - 1
        })
    });
    let places: Vec<usize> = places.collect();
    let mut written = to_json(&project.without_versions());
    if !places.is_empty() {
        written["versions"] = json!(places);
    }
    written
}

/// The versions that steps name by their places, and the ids that they have.
struct Known {
    versions: Vec<Arc<Version>>,
    ids: FreshIds,
}

impl Known {
    fn read(further: &Value, present: &Project) -> Option<Self> {
        let mut ids = present.ids.clone();
        let mut versions = present.versions.clone();
        if !further.is_null() {
            let read = from_json(&json!({"version": 1, "versions": further})).ok()?;
            let fresh = |version: &Arc<Version>| Arc::new(Version { id: ids.version(), ..Version::clone(version) });
            versions.extend(read.versions.iter().map(fresh));
        }
        Some(Self { versions, ids })
    }

    fn step(&self, step: &Value) -> Option<Step> {
        let text = |key: &str| Some(step.get(key)?.as_str()?.to_owned());
        let change = match step.get("at") {
            Some(at) => {
                Change::Payload { at: at.as_u64()?.try_into().ok()?, removed: text("removed")?, inserted: text("inserted")? }
            }
            None => Change::Project { before: self.project(step.get("before")?)?, after: self.project(step.get("after")?)? },
        };
        Some(Step { change, open: Join::Never })
    }

    fn project(&self, written: &Value) -> Option<Arc<Project>> {
        let mut written = written.clone();
        let places = written.as_object_mut()?.remove("versions");
        let mut project = from_json(&written).ok()?;
        if let Some(places) = places {
            let version = |place: &Value| Some(self.versions.get(usize::try_from(place.as_u64()?).ok()?)?.clone());
            project.versions = places.as_array()?.iter().map(version).collect::<Option<_>>()?;
            project.ids = project.ids.after(&self.ids);
        }
        Some(Arc::new(project))
    }
}
