//! Asking the catalog: everything that the rules say of a payload, a link rule, the settings or a callback's answer.

mod answer;
mod filled;
mod link;
mod payload;
mod service;
mod settings;

pub use answer::check_answer;
pub use link::{check_link, check_links, in_order};
pub use payload::{CheckSteps, check, check_changed};
pub use service::check_service;
pub use settings::check_settings;
