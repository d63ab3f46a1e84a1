//! The integration around the preview: the settings, and everything that Notion and a service say to one another, from
//! pasting a link to a preview that stays up to date.
//!
//! In: the project, and what happens (a person pastes, allows, removes; time passes). Out: every request with its answer
//! as the documents have it, what is to be seen after it, and what is wrong with a message that somebody has in hand. It
//! sends nothing: the page and the host program do, and check what comes back in here.

pub mod basic;
pub mod callback;
pub mod copy_as;
pub mod dialogue;
pub mod example;
pub mod form;
pub mod http;
pub mod message;
pub mod oauth;
pub mod query;
pub mod readiness;
pub mod simulator;
pub mod update;

pub use dialogue::Dialogue;
pub use http::{Authorization, Body, Exchange, Party, Request, Response, Secret, Value};
