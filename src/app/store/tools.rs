//! What the tools beside the project hold: a message to check, and a callback to call. In memory only, since tokens are
//! typed here.

use std::sync::Arc;

use reactive_stores::Store;

use crate::core::analysis::answer::CallbackVerdict;
use crate::core::integration::message::MessageKind;
use crate::core::method::Method;

#[derive(Clone, Default, Store)]
pub struct Tools {
    /// The OAuth Client Secret, which Notion sends to the service.
    pub secret: String,
    /// The integration's own secret at Notion.
    pub notion_secret: String,
    pub message: String,
    /// What the person says the message is; `None`: it is recognized.
    pub kind: Option<MessageKind>,
    pub call: Call,
}

#[derive(Clone, Default, Store)]
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
    /// The URL cannot be called; the text says why, as the end of a sentence.
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
    /// `None`: nothing that the browser shows to the page.
    pub status: Option<u16>,
    /// The headers that the browser shows to the page.
    pub headers: Vec<(String, String)>,
    /// Bytes of the body.
    pub size: usize,
    pub verdict: CallbackVerdict,
}
