//! What a card shows: the answer, or what comes before, after or instead of it.

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    #[default]
    Plain,
    Placeholder,
    Connect,
    Loaded,
    Error,
    LoadedWithError,
    Updated,
    Deleted,
}

impl State {
    pub const ALL: [Self; 8] = [
        Self::Plain,
        Self::Placeholder,
        Self::Connect,
        Self::Loaded,
        Self::Error,
        Self::LoadedWithError,
        Self::Updated,
        Self::Deleted,
    ];

    /// In the order of a conversation, as people read them.
    pub const IN_TIME: [Self; 8] = [
        Self::Plain,
        Self::Connect,
        Self::Placeholder,
        Self::Loaded,
        Self::Updated,
        Self::Error,
        Self::LoadedWithError,
        Self::Deleted,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Placeholder => "placeholder",
            Self::Connect => "connect",
            Self::Loaded => "loaded",
            Self::Error => "error",
            Self::LoadedWithError => "loaded-with-error",
            Self::Updated => "updated",
            Self::Deleted => "deleted",
        }
    }
}
