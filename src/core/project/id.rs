//! Names for link rules and URLs that stay the same while their places and texts change.
//!
//! An id holds while a project is open: it is not saved, and whoever reads a project gives out ids in order. So a list
//! can be keyed by it, and a view can remember which rule is open.

use std::fmt::{Display, Formatter};

/// Of a link rule. The default belongs to a rule that is in no project yet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleId(u32);

/// Of a URL in one of the lists of a link rule. The default belongs to a URL that is in no project yet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UrlId(u32);

/// Of a version that the project keeps.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VersionId(u32);

/// Gives out ids, none of them twice.
///
/// It is part of the project, so that undo takes it back together with what got the ids.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FreshIds {
    last: u32,
}

impl FreshIds {
    pub fn rule(&mut self) -> RuleId {
        RuleId(self.next())
    }

    pub fn url(&mut self) -> UrlId {
        UrlId(self.next())
    }

    pub fn version(&mut self) -> VersionId {
        VersionId(self.next())
    }

    /// Gives out neither the ids that these have given out nor those that others have.
    pub fn after(&self, others: &Self) -> Self {
        Self { last: self.last.max(others.last) }
    }

    fn next(&mut self) -> u32 {
        self.last += 1;
        self.last
    }
}

impl Display for RuleId {
    fn fmt(&self, f: &mut Formatter) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl Display for VersionId {
    fn fmt(&self, f: &mut Formatter) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl Display for UrlId {
    fn fmt(&self, f: &mut Formatter) -> std::fmt::Result {
        self.0.fmt(f)
    }
}
