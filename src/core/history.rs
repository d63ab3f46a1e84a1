//! Undo and redo for the whole project: one history for typing, fixes, formatting and everything else.
//!
//! A change of the payload alone is kept as its removed and its inserted text, so that the history of a text of several
//! megabytes stays small. Any other change keeps the project before and after it. The clock is an input.

use std::sync::Arc;

use crate::core::project::Project;
use crate::core::text::in_common;

/// Typing within this many milliseconds joins the previous step.
const JOIN_WITHIN: f64 = 700.0;
/// The bytes that all steps may hold before the oldest are dropped.
const CAPACITY: usize = 64 * 1024 * 1024;

#[derive(Debug, Default)]
pub struct History {
    past: Vec<Step>,
    future: Vec<Step>,
}

#[derive(Debug)]
struct Step {
    change: Change,
    /// The time of the last typing in it; `None` if it never joins with another step.
    typed: Option<f64>,
}

#[derive(Debug)]
enum Change {
    Payload { at: usize, removed: String, inserted: String },
    Project { before: Arc<Project>, after: Arc<Project> },
}

impl History {
    /// Records a change. `typed`: the time in milliseconds of a change by typing, which joins the previous step if it
    /// continues it.
    pub fn record(&mut self, before: &Arc<Project>, after: &Arc<Project>, typed: Option<f64>) {
        self.future.clear();
        let change = Change::between(before, after);
        if let (Some(now), Some(last)) = (typed, self.past.last_mut())
            && last.typed.is_some_and(|then| now - then < JOIN_WITHIN)
            && last.change.join(&change)
        {
            last.typed = typed;
            return;
        }
        self.past.push(Step { change, typed });
        self.forget_oldest();
    }

    /// The next change begins a new step.
    pub fn part(&mut self) {
        if let Some(last) = self.past.last_mut() {
            last.typed = None;
        }
    }

    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// The project before the last change.
    pub fn undo(&mut self, project: &Arc<Project>) -> Option<Arc<Project>> {
        let mut step = self.past.pop()?;
        let earlier = step.change.undone(project);
        // A redone step is closed: typing after it begins a new one.
        step.typed = None;
        self.future.push(step);
        Some(earlier)
    }

    /// The project after the change that was undone last.
    pub fn redo(&mut self, project: &Arc<Project>) -> Option<Arc<Project>> {
        let step = self.future.pop()?;
        let later = step.change.redone(project);
        self.past.push(step);
        Some(later)
    }

    fn forget_oldest(&mut self) {
        let mut held: usize = self.past.iter().map(|step| step.change.size()).sum();
        while held > CAPACITY && self.past.len() > 1 {
            held -= self.past.remove(0).change.size();
        }
    }
}

impl Change {
    fn between(before: &Arc<Project>, after: &Arc<Project>) -> Self {
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

    /// Merges a change that continues this one: more typing, or more deleting in either direction; in a field other
    /// than the payload, any typing.
    fn join(&mut self, next: &Self) -> bool {
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

    fn undone(&self, project: &Arc<Project>) -> Arc<Project> {
        match self {
            Self::Payload { at, removed, inserted } => splice(project, *at, inserted.len(), removed),
            Self::Project { before, .. } => before.clone(),
        }
    }

    fn redone(&self, project: &Arc<Project>) -> Arc<Project> {
        match self {
            Self::Payload { at, removed, inserted } => splice(project, *at, removed.len(), inserted),
            Self::Project { after, .. } => after.clone(),
        }
    }

    fn size(&self) -> usize {
        match self {
            Self::Payload { removed, inserted, .. } => removed.len() + inserted.len(),
            Self::Project { before, after } => held(before) + held(after),
        }
    }
}

/// The bytes of a project that it does not share with the one before.
fn held(project: &Project) -> usize {
    let payloads = project.rules.iter().filter_map(|rule| rule.payload.as_deref());
    project.payload.len() + payloads.map(str::len).sum::<usize>()
}

fn splice(project: &Arc<Project>, at: usize, len: usize, text: &str) -> Arc<Project> {
    let payload = &project.payload;
    let spliced = [&payload[..at], text, &payload[at + len..]].concat();
    Arc::new(Project { payload: spliced.into(), ..project.as_ref().clone() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn project(payload: &str) -> Arc<Project> {
        Arc::new(Project { payload: payload.into(), ..Project::default() })
    }

    /// Types each text after the one before, `gap` milliseconds apart.
    fn typed(texts: &[&str], gap: f64) -> (History, Arc<Project>) {
        let mut history = History::default();
        let mut at = 0.0;
        for pair in texts.windows(2) {
            history.record(&project(pair[0]), &project(pair[1]), Some(at));
            at += gap;
        }
        (history, project(texts[texts.len() - 1]))
    }

    fn undo_all(history: &mut History, mut now: Arc<Project>) -> Vec<String> {
        let mut seen = Vec::new();
        while let Some(earlier) = history.undo(&now) {
            seen.push(earlier.payload.to_string());
            now = earlier;
        }
        seen
    }

    #[test]
    fn typing_joins_and_a_pause_parts() {
        let (mut history, now) = typed(&["", "a", "ab", "abc"], 100.0);
        assert_eq!(undo_all(&mut history, now), [""]);
        let (mut history, now) = typed(&["", "a", "ab"], 5000.0);
        assert_eq!(undo_all(&mut history, now), ["a", ""]);
    }

    #[test]
    fn deleting_joins_both_ways() {
        let (mut history, now) = typed(&["abc", "ab", "a"], 100.0);
        assert_eq!(undo_all(&mut history, now), ["abc"]);
        let (mut history, now) = typed(&["abc", "bc", "c"], 100.0);
        assert_eq!(undo_all(&mut history, now), ["abc"]);
    }

    #[test]
    fn redo_gives_back_what_undo_took() {
        let (mut history, now) = typed(&["é", "éè", "éè🙂"], 5000.0);
        let earlier = history.undo(&now).unwrap();
        assert_eq!(&*earlier.payload, "éè");
        assert_eq!(&*history.redo(&earlier).unwrap().payload, "éè🙂");
        assert!(!history.can_redo());
    }

    #[test]
    fn characters_that_share_bytes_are_not_cut() {
        let (mut history, now) = typed(&["é", "è"], 0.0);
        assert_eq!(undo_all(&mut history, now), ["é"]);
    }

    #[test]
    fn only_what_changed_is_kept() {
        for (front, back) in [(0, 0), (63, 64), (64, 63), (65, 130), (1000, 0), (0, 1000), (128, 128)] {
            let text = |middle: &str| format!("{}{middle}{}", "x".repeat(front).as_str(), "y".repeat(back).as_str());
            for (before, after) in [("", "é"), ("é", "è"), ("ab", ""), ("a", "b")] {
                let change = Change::between(&project(&text(before)), &project(&text(after)));
                let Change::Payload { at, removed, inserted } = change else { panic!("the payload changed") };
                assert_eq!((at, removed.as_str(), inserted.as_str()), (front, before, after));
            }
        }
    }

    #[test]
    fn typing_in_another_field_joins() {
        let named = |name: &str| Arc::new(Project { name: name.to_owned(), ..Project::default() });
        let all = ["", "a", "ab", "x"].map(named);
        let mut history = History::default();
        for (pair, at) in all.windows(2).zip([0.0, 100.0, 5000.0]) {
            history.record(&pair[0], &pair[1], Some(at));
        }
        let earlier = history.undo(&all[3]).unwrap();
        assert_eq!(earlier.name, "ab");
        assert_eq!(history.undo(&earlier).unwrap().name, "");
    }

    #[test]
    fn typing_in_two_fields_does_not_join() {
        let all = [project("a"), project("ab"), project("abc")];
        let mut history = History::default();
        history.record(&all[0], &all[1], Some(0.0));
        history.part();
        history.record(&all[1], &all[2], Some(1.0));
        assert_eq!(undo_all(&mut history, all[2].clone()), ["ab", "a"]);
    }

    #[test]
    fn a_change_of_anything_else_is_one_step() {
        let before = project("[]");
        let after = Arc::new(Project { name: "Other".to_owned(), payload: "[1]".into(), ..Project::default() });
        let mut history = History::default();
        history.record(&before, &after, None);
        assert_eq!(history.undo(&after), Some(before));
    }
}
