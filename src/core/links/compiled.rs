//! The pattern of one link rule: its text in, the pattern or its error out, with what is found out about it once.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::foreign::{Foreign, foreign};
use super::run::Run;
use super::verdict::{self, Capture, Verdict};
use crate::core::pattern::attack::attack;
use crate::core::pattern::dress::{Dress, undress};
use crate::core::pattern::syntax::{Syntax, SyntaxError};
use crate::core::pattern::why_not::{WhyNot, why_not};
use crate::core::pattern::{Buffers, Flags, Furthest, Match, Pattern};
use crate::core::text::Span;
use crate::core::utf16::Utf16;

#[derive(Debug)]
pub struct Compiled {
    /// As typed.
    pub text: String,
    /// The span of the error counts UTF-16 units; [`Self::span`] gives the bytes.
    pub pattern: Result<Pattern, SyntaxError>,
    /// What it wears of the program that it was copied from.
    pub dress: Option<Dress>,
    attack: OnceLock<Option<String>>,
    /// For the domain that was asked about last.
    foreign: Mutex<Option<(String, Arc<[Foreign]>)>>,
}

impl Compiled {
    pub fn new(text: &str) -> Self {
        let units: Vec<u16> = text.encode_utf16().collect();
        let pattern = Pattern::new(&units, Flags::default());
        Self { text: text.to_owned(), pattern, dress: undress(text), attack: OnceLock::new(), foreign: Mutex::default() }
    }

    pub fn syntax(&self) -> Option<&Syntax> {
        self.pattern.as_ref().ok().map(|pattern| &pattern.syntax)
    }

    /// Bytes of the pattern's text for a span of UTF-16 units, as syntax trees and errors have.
    pub fn span(&self, units: Span) -> Span {
        Utf16::new(&self.text).span(units)
    }

    /// To be asked about many URLs. `None` where the pattern has an error, or is empty: that would match every URL.
    pub fn run<'p>(&'p self, buffers: &'p mut Buffers) -> Option<Run<'p>> {
        self.pattern.as_ref().ok().filter(|_| !self.text.is_empty()).map(|pattern| Run::new(pattern, buffers))
    }

    /// What the pattern says of one URL, with what was expected of its groups.
    pub fn verdict(&self, url: &str, expected: Option<&serde_json::Value>) -> Option<Verdict> {
        self.run(&mut Buffers::default()).map(|mut run| run.verdict(url, expected))
    }

    /// The groups of a match, in order; bytes of the URL.
    pub fn captures(&self, url: &str, found: &Match) -> Vec<Capture> {
        self.syntax().map(|syntax| verdict::captures(syntax, url, found)).unwrap_or_default()
    }

    /// How far the pattern got, and what it wanted there; bytes of the URL.
    pub fn why_not(&self, url: &str, furthest: &Furthest) -> Option<WhyNot> {
        let why = why_not(self.syntax()?, url, furthest);
        Some(match &self.dress {
            Some(dress) => WhyNot { text: format!("The pattern is written {}", dress.worn), ..why },
            None => why,
        })
    }

    /// A URL that makes backtracking run away. Found once, on first demand, out of the samples of that moment.
    pub fn attack(&self, samples: &[&str]) -> Option<&str> {
        let pattern = self.pattern.as_ref().ok()?;
        self.attack.get_or_init(|| attack(pattern, samples)).as_deref()
    }

    /// URLs of somebody else that the pattern matches. The search takes longer than all verdicts, so its result is kept.
    pub fn foreign(&self, domain: &str) -> Arc<[Foreign]> {
        let Ok(pattern) = self.pattern.as_ref() else { return Arc::default() };
        let mut known = self.foreign.lock().unwrap_or_else(PoisonError::into_inner);
        match &*known {
            Some((of, found)) if of == domain => Arc::clone(found),
            _ => {
                let found = Arc::from(foreign(&self.text, pattern, domain));
                *known = Some((domain.to_owned(), Arc::clone(&found)));
                found
            }
        }
    }
}
