//! How bad a diagnostic is.

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The documents forbid it, or it cannot be drawn.
    Error,
    /// Outside a documented table.
    Warning,
    /// The documents are silent or contradict themselves.
    Info,
}

impl Severity {
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }

    /// As people read it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Info => "note",
            _ => self.name(),
        }
    }
}
