//! The page in a real browser; see the library's documentation.

mod accessibility;
mod appearance;
mod callback;
mod fixes;
mod gallery;
mod keyboard;
mod layout;
mod limits;
mod link;
mod media;
mod messages;
mod opening;
mod patterns;
mod pictures;
mod placeholders;
mod rule_problems;
mod rules;
mod samples;
mod saved;
mod script;
mod settings;
mod states;
mod timeline;
mod typing;
mod verdicts;
mod watch;
