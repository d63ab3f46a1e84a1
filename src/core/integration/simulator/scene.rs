//! What a conversation is played against.

use crate::core::project::Project;

#[derive(Debug, Clone, Copy)]
pub struct Scene<'p> {
    /// Its payload is not read: `answer` is what counts.
    pub project: &'p Project,
    /// Whether a link rule takes the link; also true of a link in a project without rules.
    pub taken: bool,
    /// The text that answers for the link.
    pub answer: &'p str,
}
