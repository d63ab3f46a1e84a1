//! Colors of states, by the words that services use for them.

use crate::core::form::TINTS;
use crate::core::preview::Rgb;

const STATES: [(&str, &[&str]); 6] = [
    (
        "Green",
        &[
            "active",
            "approved",
            "available",
            "complete",
            "completed",
            "done",
            "fixed",
            "in stock",
            "instock",
            "on track",
            "open",
            "opened",
            "paid",
            "published",
            "resolved",
            "reopened",
            "succeeded",
            "success",
        ],
    ),
    ("Purple", &["merged", "released", "shipped"]),
    (
        "Red",
        &[
            "blocked",
            "cancelled",
            "canceled",
            "closed",
            "declined",
            "failed",
            "off track",
            "out of stock",
            "overdue",
            "rejected",
            "uncollectible",
        ],
    ),
    ("Yellow", &["at risk", "in progress", "pending", "processing", "started", "waiting"]),
    ("Blue", &["in review", "new", "review", "scheduled", "triage"]),
    ("Gray", &["archived", "backlog", "draft", "inactive", "locked", "paused", "to do", "todo", "unstarted", "void"]),
];

/// The color of a state, if its word is known.
pub fn of_state(state: &str) -> Option<Rgb> {
    let state = state.to_lowercase();
    let (name, _) = STATES.iter().find(|(_, words)| words.contains(&&*state))?;
    TINTS.iter().find(|tint| tint.name == *name).map(|tint| tint.light)
}
