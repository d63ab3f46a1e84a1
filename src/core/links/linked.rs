//! The patterns of a project, ready to run.

use std::sync::Arc;

use super::compiled::Compiled;

/// In the order of the rules.
#[derive(Debug, Clone, Default)]
pub struct Links {
    pub rules: Vec<Arc<Compiled>>,
}

impl Links {
    pub fn new<'p>(patterns: impl IntoIterator<Item = &'p str>) -> Self {
        Self::default().following(patterns)
    }

    /// The patterns as they are now. Those that were compiled before are kept, also from another place in the list.
    pub fn following<'p>(&self, patterns: impl IntoIterator<Item = &'p str>) -> Self {
        let compiled = patterns.into_iter().enumerate().map(|(index, pattern)| {
            let same = |known: &&Arc<Compiled>| known.text == pattern;
            let known = self.rules.get(index).filter(same).or_else(|| self.rules.iter().find(same));
            known.map_or_else(|| Arc::new(Compiled::new(pattern)), Arc::clone)
        });
        Self { rules: compiled.collect() }
    }
}
