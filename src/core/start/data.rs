//! What was pasted, as a list of values.

use std::sync::Arc;

use super::leaf::Leaf;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DataKind {
    /// An object of an API, or the first one of a list.
    Json,
    /// What a page's provider says of it, for others to embed.
    OEmbed,
    /// The HTML of a page.
    Page,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Data {
    pub kind: DataKind,
    /// As it was pasted; JSON, unless it is a page.
    pub text: Arc<str>,
    /// In text order.
    pub leaves: Vec<Leaf>,
}

impl Data {
    pub fn leaf(&self, path: &str) -> Option<&Leaf> {
        self.leaves.iter().find(|leaf| leaf.path == path)
    }

    /// The leaf with one of these names beside another one, such as the currency of an amount.
    pub fn beside(&self, leaf: &Leaf, names: &[&str]) -> Option<&Leaf> {
        let (_, parents) = leaf.keys.split_last()?;
        let is_beside = |other: &&Leaf| {
            other.keys.split_last().is_some_and(|(last, others)| others == parents && names.contains(&last.as_str()))
        };
        // Elements of a list have the same keys: the nearest one belongs to it.
        let at = self.leaves.iter().position(|one| one.path == leaf.path)?;
        self.leaves
            .iter()
            .enumerate()
            .filter(|(_, other)| is_beside(other))
            .min_by_key(|(place, _)| place.abs_diff(at))
            .map(|(_, one)| one)
    }
}
