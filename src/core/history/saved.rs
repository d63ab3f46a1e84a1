//! A history as JSON: `{"past":[STEP],"future":[STEP]}`, in both the step that is undone or redone first comes last. STEP is
//! `{"at":3,"removed":"a","inserted":"b"}` (bytes of the payload) or `{"before":PROJECT,"after":PROJECT}`.

use serde_json::{Value, json};

use super::change::Change;
use super::{History, Join, Step};
use crate::core::project::{from_json, to_json};

impl History {
    /// The latest steps that have room in this many bytes.
    pub fn to_json(&self, room: usize) -> String {
        let mut room = room;
        let past = written(&self.past, &mut room);
        json!({"past": past, "future": written(&self.future, &mut room)}).to_string()
    }

    /// `None` where this is no history.
    pub fn from_json(text: &str) -> Option<Self> {
        let value: Value = serde_json::from_str(text).ok()?;
        let steps = |key: &str| value.get(key)?.as_array()?.iter().map(read).collect::<Option<Vec<_>>>();
        Some(Self { past: steps("past")?, future: steps("future")? })
    }
}

fn written(steps: &[Step], room: &mut usize) -> Vec<Value> {
    let fits = |step: &&Step| {
        let size = step.change.size();
        let fits = size <= *room;
        *room = if fits { *room - size } else { 0 };
        fits
    };
    let mut written: Vec<Value> = steps.iter().rev().take_while(fits).map(|step| write(&step.change)).collect();
    written.reverse();
    written
}

fn write(change: &Change) -> Value {
    match change {
        Change::Payload { at, removed, inserted } => json!({"at": at, "removed": removed, "inserted": inserted}),
        Change::Project { before, after } => json!({"before": to_json(before), "after": to_json(after)}),
    }
}

fn read(step: &Value) -> Option<Step> {
    let text = |key: &str| Some(step.get(key)?.as_str()?.to_owned());
    let project = |key: &str| Some(from_json(step.get(key)?).ok()?.into());
    let change = match step.get("at") {
        Some(at) => Change::Payload { at: at.as_u64()?.try_into().ok()?, removed: text("removed")?, inserted: text("inserted")? },
        None => Change::Project { before: project("before")?, after: project("after")? },
    };
    Some(Step { change, open: Join::Never })
}
