//! Requests that people copied as code: shell commands with `curl` or `http`, PowerShell, JavaScript, Python and Rust.
//!
//! In: a text. Out: the request that it sends, each byte with its place in the text, and what could not be read of it.
//! Nothing is run. A variable stays one, written `$NAME` whatever the language, since nobody knows its value here. A part
//! that is not read is a fault, so that nobody takes a wrong reading for a right one. Formats: POSIX.1-2024, 2.2 (quoting),
//! bash's manual (`$'…'`), curl's manual, the documentation of `http`, `about_Quoting_Rules` of PowerShell, and the copies of
//! browsers, Postman, Insomnia and the Lab.

mod body;
mod client;
mod curl;
mod cursor;
mod encode;
mod httpie;
mod powershell;
mod prefix;
mod request;
mod script;
mod shell;
#[cfg(test)]
mod tests;
mod traced;
mod value;

pub use body::{Body, body};
pub use request::{Fault, Request, What};
pub use traced::Traced;

/// What a piece of code does.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Copied {
    /// `None`: the faults say why.
    pub request: Option<Request>,
    /// In text order.
    pub faults: Vec<Fault>,
}

/// `None`: the text is no code that sends a request.
pub fn read(text: &str) -> Option<Copied> {
    let from = prefix::code(text)?;
    let mut copied = if powershell::is_powershell(&text[from..]) {
        powershell::read(text, from)
    } else {
        client::read(text, from).or_else(|| script::read(text, from))
    }?;
    for fault in &mut copied.faults {
        fault.span.start = text.floor_char_boundary(fault.span.start);
        fault.span.end = text.ceil_char_boundary(fault.span.end);
    }
    copied.faults.sort_by_key(|fault| fault.span.start);
    Some(copied)
}
