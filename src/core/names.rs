//! Names and a number for each: where it stands, or how often it was there.
//!
//! One table for all who look for equal names: a hash map is compiled anew for every kind of key and value, 1 KB of brotli
//! each in the page.

use std::borrow::Cow;
use std::collections::HashMap;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names<'n>(HashMap<Cow<'n, str>, usize>);

impl<'n> Names<'n> {
    pub fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    pub fn get(&self, name: &str) -> Option<usize> {
        self.0.get(name).copied()
    }

    /// Gives a name its number; returned is the one that it had.
    #[inline(never)]
    pub fn insert(&mut self, name: Cow<'n, str>, number: usize) -> Option<usize> {
        self.0.insert(name, number)
    }

    /// Gives a name that is new its number; returned is the one that it has now.
    pub fn number(&mut self, name: &'n str, number: usize) -> usize {
        self.get(name).unwrap_or_else(|| {
            self.insert(name.into(), number);
            number
        })
    }
}
