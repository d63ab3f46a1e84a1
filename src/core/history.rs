//! Undo and redo for the whole project: one history for typing, fixes, formatting and everything else.
//!
//! A change of the payload alone is kept as its removed and its inserted text, so that the history of a text of several
//! megabytes stays small. Any other change keeps the project before and after it. The clock is an input.
//!
//! `saved` writes a history as JSON and reads it again, so that undo outlives a reload.

mod change;
mod saved;

use std::sync::Arc;

use crate::core::project::Project;
use change::Change;
pub use change::what_differs;

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
    /// How the next change may join it.
    open: Join,
}

/// How a change joins the step before it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Join {
    /// It is a step of its own.
    Never,
    /// Typed at this time, in milliseconds: it joins typing that it continues.
    Typed(f64),
    /// Part of a composition (an input method, a dead key, autocorrection): all of a composition is one step.
    Composed,
}

impl History {
    /// Records a change.
    pub fn record(&mut self, before: &Arc<Project>, after: &Arc<Project>, join: Join) {
        self.future.clear();
        if let Some(last) = self.past.last_mut()
            && last.join(before, after, join)
        {
            return;
        }
        self.past.push(Step { change: Change::between(before, after), open: join });
        self.forget_oldest();
    }

    /// The next change begins a new step.
    pub fn part(&mut self) {
        if let Some(last) = self.past.last_mut() {
            last.open = Join::Never;
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
        step.open = Join::Never;
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

impl Step {
    /// Takes a change into this step, if it continues it.
    fn join(&mut self, before: &Arc<Project>, after: &Arc<Project>, join: Join) -> bool {
        let joined = match (self.open, join) {
            (Join::Composed, Join::Composed) => {
                self.change = Change::between(&self.change.undone(before), after);
                true
            }
            (Join::Typed(then), Join::Typed(now)) => {
                now - then < JOIN_WITHIN && self.change.join(&Change::between(before, after))
            }
            _ => false,
        };
        if joined {
            self.open = join;
        }
        joined
    }
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
            history.record(&project(pair[0]), &project(pair[1]), Join::Typed(at));
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
            history.record(&pair[0], &pair[1], Join::Typed(at));
        }
        let earlier = history.undo(&all[3]).unwrap();
        assert_eq!(earlier.name, "ab");
        assert_eq!(history.undo(&earlier).unwrap().name, "");
    }

    #[test]
    fn typing_in_two_fields_does_not_join() {
        let all = [project("a"), project("ab"), project("abc")];
        let mut history = History::default();
        history.record(&all[0], &all[1], Join::Typed(0.0));
        history.part();
        history.record(&all[1], &all[2], Join::Typed(1.0));
        assert_eq!(undo_all(&mut history, all[2].clone()), ["ab", "a"]);
    }

    #[test]
    fn a_change_of_anything_else_is_one_step() {
        let before = project("[]");
        let after = Arc::new(Project { name: "Other".to_owned(), payload: "[1]".into(), ..Project::default() });
        let mut history = History::default();
        history.record(&before, &after, Join::Never);
        assert_eq!(history.undo(&after), Some(before));
    }

    /// Records each text after the one before as one composition.
    fn composed(texts: &[&str]) -> (History, Arc<Project>) {
        let mut history = History::default();
        for pair in texts.windows(2) {
            history.record(&project(pair[0]), &project(pair[1]), Join::Composed);
        }
        (history, project(texts[texts.len() - 1]))
    }

    #[test]
    fn a_composition_is_one_step() {
        for texts in [
            ["", "k", "か", "かn", "かんじ", "漢字"].as_slice(),
            &["a", "an", "ani", "anihao", "a你好"],
            &["한", "한ㄱ", "한그", "한글"],
            &["caf", "caf´", "café"],
        ] {
            let (mut history, now) = composed(texts);
            assert_eq!(undo_all(&mut history, now), [texts[0]], "{texts:?}");
        }
    }

    #[test]
    fn a_composition_does_not_join_typing_or_another_composition() {
        let (mut history, now) = composed(&["", "n", "你"]);
        history.part();
        history.record(&now, &project("你h"), Join::Composed);
        history.part();
        history.record(&project("你h"), &project("你hi"), Join::Typed(0.0));
        assert_eq!(undo_all(&mut history, project("你hi")), ["你h", "你", ""]);
    }

    #[test]
    fn an_autocorrection_joins_the_word() {
        let (mut history, now) = typed(&["", "h", "he", "hek", "hello", "hello "], 50.0);
        assert_eq!(undo_all(&mut history, now), [""]);
    }

    #[test]
    fn a_history_outlives_a_reload() {
        let named = Arc::new(Project { name: "Other".to_owned(), payload: "ab".into(), ..Project::default() });
        let mut history = History::default();
        history.record(&project("a"), &project("ab"), Join::Never);
        history.record(&project("ab"), &named, Join::Never);
        let now = history.undo(&named).unwrap();
        let mut history = History::from_json(&history.to_json(10_000, &now), &now).unwrap();
        assert_eq!(history.redo(&now).unwrap().name, "Other");
        let mut history = History::from_json(&history.to_json(10_000, &named), &named).unwrap();
        assert_eq!(undo_all(&mut history, named), ["ab", "a"]);
    }

    #[test]
    fn versions_outlive_a_reload_with_the_history() {
        let keep = |project: &Arc<Project>, name: &str| {
            let mut kept = Project::clone(project);
            kept.keep_version(name.to_owned(), String::new());
            Arc::new(kept)
        };
        let one = keep(&project("[1]"), "One");
        let two = keep(&one, "Two");
        let mut without = Project::clone(&two);
        without.versions.remove(0);
        let without = Arc::new(without);
        let mut history = History::default();
        for (before, after) in [(&one, &two), (&two, &without)] {
            history.record(before, after, Join::Never);
        }
        let text = history.to_json(10_000, &without);
        assert_eq!(text.matches("\"One\"").count(), 1, "a version is written once");
        let mut history = History::from_json(&text, &without).unwrap();
        let names = |project: &Project| project.versions.iter().map(|version| version.name.clone()).collect::<Vec<_>>();
        let undone = history.undo(&without).unwrap();
        assert_eq!(names(&undone), ["One", "Two"]);
        assert_ne!(undone.versions[0].id, undone.versions[1].id);
        assert_eq!(names(&history.undo(&undone).unwrap()), ["One"]);
    }

    #[test]
    fn a_saved_history_keeps_the_latest_steps_that_have_room() {
        let (history, _) = typed(&["", "aaaa", "aaaabbbb", "aaaabbbbcccc"], 5000.0);
        let mut kept = History::from_json(&history.to_json(8, &Project::default()), &Project::default()).unwrap();
        assert_eq!(undo_all(&mut kept, project("aaaabbbbcccc")), ["aaaabbbb", "aaaa"]);
        for broken in ["", "{}", "[]", r#"{"past":[{"at":1}],"future":[]}"#] {
            assert!(History::from_json(broken, &Project::default()).is_none(), "{broken}");
        }
    }
}
