//! One change of a project, and how to take it back.

use std::sync::Arc;

use crate::core::project::Project;
use crate::core::text::in_common;

#[derive(Debug)]
pub enum Change {
    /// Of the payload alone: the text that was removed at a place, in bytes, and the one that was inserted there.
    Payload {
        at: usize,
        removed: String,
        inserted: String,
    },
    Project {
        before: Arc<Project>,
        after: Arc<Project>,
    },
}

impl Change {
    pub fn between(before: &Arc<Project>, after: &Arc<Project>) -> Self {
        let same_but_payload = Project { payload: before.payload.clone(), ..after.as_ref().clone() } == **before;
        if !same_but_payload {
            return Self::Project { before: before.clone(), after: after.clone() };
        }
        let (old, new) = (&*before.payload, &*after.payload);
        let (front, back) = in_common(old.as_bytes(), new.as_bytes());
        let start = old.floor_char_boundary(front);
        let kept = old.len() - old.ceil_char_boundary(old.len() - back);
        Self::Payload {
            at: start,
            removed: old[start..old.len() - kept].to_owned(),
            inserted: new[start..new.len() - kept].to_owned(),
        }
    }

    /// Merges a change that continues this one: more typing, a correction of what was typed, or more deleting in either
    /// direction; in a field other than the payload, any typing.
    pub fn join(&mut self, next: &Self) -> bool {
        if let (Self::Project { after, .. }, Self::Project { before, after: last }) = (&mut *self, next) {
            let continues = Arc::ptr_eq(after, before);
            if continues {
                after.clone_from(last);
            }
            return continues;
        }
        let (Self::Payload { at, removed, inserted }, Self::Payload { at: next_at, removed: more, inserted: then }) =
            (self, next)
        else {
            return false;
        };
        if more.is_empty() && *next_at == *at + inserted.len() && !then.contains('\n') {
            inserted.push_str(then);
            return true;
        }
        // A correction of what was just typed.
        let from = next_at.checked_sub(*at).unwrap_or(usize::MAX);
        if !more.is_empty() && !then.is_empty() && inserted.get(from..).is_some_and(|tail| tail.starts_with(more.as_str())) {
            inserted.replace_range(from..from + more.len(), then);
            return true;
        }
        if !then.is_empty() || !inserted.is_empty() {
            return false;
        }
        if *next_at + more.len() == *at {
            removed.insert_str(0, more);
            *at = *next_at;
            return true;
        }
        if next_at == at {
            removed.push_str(more);
            return true;
        }
        false
    }

    pub fn undone(&self, project: &Arc<Project>) -> Arc<Project> {
        match self {
            Self::Payload { at, removed, inserted } => splice(project, *at, inserted.len(), removed),
            Self::Project { before, .. } => before.clone(),
        }
    }

    pub fn redone(&self, project: &Arc<Project>) -> Arc<Project> {
        match self {
            Self::Payload { at, removed, inserted } => splice(project, *at, removed.len(), inserted),
            Self::Project { after, .. } => after.clone(),
        }
    }

    pub fn size(&self) -> usize {
        match self {
            Self::Payload { removed, inserted, .. } => removed.len() + inserted.len(),
            Self::Project { before, after } => before.payloads() + after.payloads() + parted(before, after),
        }
    }
}

/// The bytes of the versions that only one of the two has.
fn parted(before: &Project, after: &Project) -> usize {
    if before.versions == after.versions {
        return 0;
    }
    let only = |one: &Project, other: &Project| {
        let only = one.versions.iter().filter(|version| !other.versions.iter().any(|theirs| Arc::ptr_eq(version, theirs)));
        only.map(|version| version.project.payloads()).sum::<usize>()
    };
    only(before, after) + only(after, before)
}

fn splice(project: &Arc<Project>, at: usize, len: usize, text: &str) -> Arc<Project> {
    let payload = &project.payload;
    // A history that was read from the browser's storage may have been written by anybody.
    let (Some(front), Some(back)) = (payload.get(..at), payload.get(at.saturating_add(len)..)) else { return project.clone() };
    let spliced = [front, text, back].concat();
    Arc::new(Project { payload: spliced.into(), ..project.as_ref().clone() })
}

/// What differs between two versions of a project, in a person's words.
pub fn what_differs(one: &Project, other: &Project) -> &'static str {
    let parts = [
        (one.payload != other.payload, "payload"),
        (one.rules != other.rules, "link rules"),
        (one.link != other.link, "link"),
        (one.name != other.name, "project name"),
        (one.settings != other.settings, "settings"),
        (one.update != other.update, "update"),
        (one.events != other.events, "timeline"),
        (one.state != other.state, "state"),
        (one.profile != other.profile, "strictness"),
        (one.service != other.service, "simulated answers"),
        (one.versions != other.versions, "versions"),
    ];
    let mut changed = parts.into_iter().filter(|(differs, _)| *differs).map(|(_, name)| name);
    match (changed.next(), changed.next()) {
        (Some("timeline"), Some("state")) => "timeline",
        (Some(name), None) => name,
        _ => "project",
    }
}
