//! A rule as it is shown: its name, how severe it is, and why it is a rule.
//!
//! How a rule looks at a text is not here: `rules::catalog` joins each row with its check. So a diagnostic can point
//! at its rule, and a list can show it, without knowing any check.

use crate::core::profile::Profile;
use crate::core::severity::Severity;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    Json,
    Envelope,
    Attribute,
    Value,
    Section,
    LinkRule,
    Protocol,
}

impl Family {
    pub fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Envelope => "envelope",
            Self::Attribute => "attribute",
            Self::Value => "value",
            Self::Section => "section",
            Self::LinkRule => "link-rule",
            Self::Protocol => "protocol",
        }
    }
}

/// One rule. Its name is public and never reused.
pub struct Rule {
    pub name: &'static str,
    pub family: Family,
    /// Severity as documented.
    pub documented: Severity,
    /// Severity as seen in the wild.
    pub wild: Severity,
    #[cfg(not(target_arch = "wasm32"))]
    pub texts: Texts,
}

/// What a rule says about itself.
#[cfg(not(target_arch = "wasm32"))]
pub struct Texts {
    /// What it finds, in a sentence.
    pub summary: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// The smallest text that it reports.
    pub bad: &'static str,
    /// The corrected text. Where the rule has a fix, it turns `bad` into this.
    pub good: &'static str,
    /// The document, and the part of it, that the rule rests on.
    pub document: &'static str,
}

impl Rule {
    pub fn severity(&self, profile: Profile) -> Severity {
        match profile {
            Profile::Documented => self.documented,
            Profile::Wild => self.wild,
        }
    }
}

impl std::fmt::Debug for Rule {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

/// Writes a [`Rule`] under fixed headings.
///
/// The wasm leaves the texts out: the page needs them only when somebody asks, and then it reads the file that
/// `link-preview-lab rules --format json` printed.
macro_rules! rule {
    (
        name: $name:expr,
        family: $family:expr,
        documented: $documented:expr,
        wild: $wild:expr,
        summary: $summary:expr,
        why: $why:expr,
        bad: $bad:expr,
        good: $good:expr,
        document: $document:expr,
    ) => {
        $crate::core::rule::Rule {
            name: $name,
            family: $family,
            documented: $documented,
            wild: $wild,
            #[cfg(not(target_arch = "wasm32"))]
            texts: $crate::core::rule::Texts { summary: $summary, why: $why, bad: $bad, good: $good, document: $document },
        }
    };
}

pub(in crate::core) use rule;
