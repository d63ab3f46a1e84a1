//! How strictly the rules follow the documents.

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Profile {
    /// As documented.
    #[default]
    Documented,
    /// As seen in the wild: what integrations in production are known to do is an info.
    Wild,
}

impl Profile {
    pub const ALL: [Self; 2] = [Self::Documented, Self::Wild];

    pub fn name(self) -> &'static str {
        match self {
            Self::Documented => "documented",
            Self::Wild => "wild",
        }
    }
}
