//! Everything the Lab knows of a text: its diagnostics and its drawing; and of the link rules.

pub mod answer;
mod crossing;
mod fix_all;
mod links;
mod payload;

pub use fix_all::{fix_all, fix_all_links};
pub use links::{LinkAnalysis, RuleAnalysis, analyze_links};
pub use payload::{Analysis, Before, Options, analyze, analyze_with, ids};
