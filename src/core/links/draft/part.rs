//! The parts of the samples that a person can let vary, or keep as they are.

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// Of the path, counted from 0.
    Segment(usize),
    /// Of a parameter of the query, counted from 0.
    Value(usize),
    /// Any query or none, instead of the one that all samples have.
    Query,
    /// Anything behind `#` or nothing, instead of what all samples have.
    Hash,
}

/// A part as it is drafted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftPart {
    pub part: Part,
    /// As the samples have it, or words for it.
    pub text: String,
    pub varies: bool,
}
