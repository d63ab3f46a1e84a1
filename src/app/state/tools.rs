//! What the tools beside the project hold: a message in hand, and a callback that is called. In memory only, since tokens
//! are typed here.

use std::sync::Arc;

use crate::core::integration::Method;
use crate::core::integration::answer::Verdict;
use crate::core::integration::message::Kind;

#[derive(Clone, Default)]
pub struct Tools {
    /// The OAuth Client Secret.
    pub secret: String,
    pub message: String,
    /// What the person says it is; else it is recognized.
    pub kind: Option<Kind>,
    pub call: Call,
}

#[derive(Clone, Default)]
pub struct Call {
    /// Blank: the Unfurl Callback URL of the settings.
    pub url: String,
    /// Blank: the link of the project.
    pub link: String,
    pub token: String,
    pub stage: Stage,
}

#[derive(Clone, Default)]
pub enum Stage {
    #[default]
    Unasked,
    /// The URL is none; why, as a sentence goes on behind it.
    Refused(String),
    /// The number of the request, so that a late answer to an earlier one is dropped.
    Waiting(u32),
    Answered(Arc<Called>),
}

/// What became of a call.
pub struct Called {
    pub method: Method,
    pub link: String,
    pub milliseconds: u32,
    /// `None`: nothing that the browser may read.
    pub status: Option<u16>,
    /// Those that the browser may read.
    pub headers: Vec<(String, String)>,
    /// In bytes.
    pub size: usize,
    pub verdict: Verdict,
}
