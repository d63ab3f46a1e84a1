//! Rules on messages: what Notion, the person's browser and a service say to one another.
//!
//! Rows only: `core/integration/message` reads the messages and reports. It leaves out what a message has in common with a
//! payload or with the settings, of which their rules speak.

mod code;
mod envelope;
mod oauth;
#[cfg(test)]
mod tests;
mod token;

pub use code::{SHELL_SYNTAX, UNKNOWN_MESSAGE, UNREAD_PART};
pub use envelope::{
    DOCUMENTED_EXAMPLE, DUPLICATE_PARAMETER, MESSAGE_SHAPE, MISSING_PARAMETER, PERCENT_ESCAPE, RAW_PLUS, UNDOCUMENTED_BODY,
    UNEXPECTED_VALUE, UNKNOWN_PARAMETER, UUID_FORMAT,
};
pub use oauth::{MISSING_CODE, OAUTH_ERROR, REDIRECT_URI, STATE_MISMATCH, UNKNOWN_ERROR_CODE};
pub use token::{INVALID_AUTHORIZATION, INVALID_EXPIRES_IN, INVALID_EXTERNAL_ACCOUNT, MISSING_ACCESS_TOKEN, MISSING_EXPIRES_IN};
