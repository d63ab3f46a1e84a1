//! Command lines as words: of POSIX shells, and of cmd on Windows.

mod ansi;
pub mod cmd;
pub mod posix;

use super::request::Fault;
use super::traced::Traced;

/// A command with what it reads from standard input.
#[derive(Debug, Default)]
pub struct Command {
    pub words: Vec<Traced>,
    /// From a here-document, a here-string, or a pipe.
    pub input: Option<Traced>,
    /// Where it begins.
    pub at: usize,
    /// What ends it.
    pub end: End,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum End {
    /// The end of the text.
    #[default]
    Text,
    Line,
    Pipe,
    /// A single `&`.
    Ampersand,
    Other,
}

/// The commands of a text, and what is wrong with how they are written.
#[derive(Debug, Default)]
pub struct Script {
    pub commands: Vec<Command>,
    pub faults: Vec<Fault>,
}
