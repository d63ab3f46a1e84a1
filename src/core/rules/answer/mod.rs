//! Rules on the HTTP of a callback's answer: what can be wrong before its body is looked at as a payload.
//!
//! In: the answer, and what reading its body showed. Out: findings about the message as a whole, in no text.

/// An answer as it travels: status and headers, then the body behind a blank line.
#[cfg_attr(target_arch = "wasm32", allow(unused_macros))]
macro_rules! answer {
    ($head:literal, $body:expr) => {
        concat!("HTTP/1.1 ", $head, "\n\n", $body)
    };
}

/// The documented answer for a link that is gone.
#[cfg_attr(target_arch = "wasm32", allow(unused_macros))]
macro_rules! documented {
    () => {
        documented!("Content not found")
    };
    ($message:literal) => {
        concat!(
            r#"{"uri": "https://acme.com/items/1", "operations": [{"path": ["error"], "set": {"status": 404, "message": ""#,
            $message,
            r#""}}]}"#
        )
    };
}

pub mod body;
mod heard;
pub mod status;
#[cfg(test)]
mod tests;

pub use body::ANSWER_BARE_ATTRIBUTES;
pub use heard::{CallbackAnswer, Heard};
pub use status::NO_ANSWER;
