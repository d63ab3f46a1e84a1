//! Applying every safe fix there is.

use std::sync::Arc;

use time::UtcDateTime;

use super::links::{LinkAnalysis, analyze_links};
use super::payload::analyze;
use crate::core::edit::{Edit, Fix, apply};
use crate::core::links::Links;
use crate::core::place::Where;
use crate::core::profile::Profile;
use crate::core::project::Project;

/// A fix can bring a new finding to light (a mended text parses at last), so it goes round until nothing is left.
/// The bound only guards against two fixes that undo each other.
const ROUNDS: usize = 16;

/// The text with every safe fix applied.
pub fn fix_all(text: &str, profile: Profile) -> String {
    let mut text = text.to_owned();
    for _ in 0..ROUNDS {
        let analysis = analyze(&text, profile, UtcDateTime::UNIX_EPOCH);
        let firsts = analysis.diagnostics.iter().filter_map(|diagnostic| diagnostic.fixes.iter().find(|fix| fix.safe));
        let edits = compatible(firsts);
        if edits.is_empty() {
            break;
        }
        text = apply(&text, &edits);
    }
    text
}

/// Applies every safe fix to the texts of the link rules.
pub fn fix_all_links(project: &mut Project) {
    let (mut links, mut analysis) = (Links::default(), LinkAnalysis::default());
    // One text after another; a rule has two that can be mended.
    for _ in 0..ROUNDS * 2 * project.rules.len() {
        links = links.following(project.patterns());
        analysis = analyze_links(project, &links, &analysis);
        let fixable = analysis.diagnostics.iter().filter(|found| found.fixes.iter().any(|fix| fix.safe));
        let Some(Where::Rule { index, text }) = fixable.map(|found| found.source).next() else { break };
        let here = analysis.diagnostics.iter().filter(|found| found.source == Where::Rule { index, text });
        let edits = compatible(here.filter_map(|found| found.fixes.iter().find(|fix| fix.safe)));
        let Some(rule) = project.rules.get_mut(index).filter(|_| !edits.is_empty()) else { break };
        let mended = apply(rule.text(text), &edits);
        Arc::make_mut(rule).put(text, mended);
    }
}

/// The edits of as many fixes as can be applied together; the others get their turn in the next round.
fn compatible<'f>(fixes: impl Iterator<Item = &'f Fix>) -> Vec<Edit> {
    let mut fixes: Vec<&Fix> = fixes.filter(|fix| !fix.edits.is_empty()).collect();
    fixes.sort_by_key(|fix| fix.edits[0].span.start);
    let mut edits: Vec<Edit> = Vec::new();
    for fix in fixes {
        let free_from = edits.last().map_or(0, |last: &Edit| last.span.end + 1);
        if fix.edits[0].span.start >= free_from {
            edits.extend(fix.edits.iter().cloned());
        }
    }
    edits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::project::{FreshIds, LinkRule, Sample};

    #[test]
    fn mends_every_text_of_a_link_rule() {
        let rule = LinkRule {
            name: "item".to_owned(),
            pattern: r"^https:\/\/www.acme.com\/items\/(?<itemNo>\d+)$".to_owned(),
            samples: vec![Sample::new("https://www.acme.com/items/1", &mut FreshIds::default())],
            placeholders:
                r#"[{"id": "title", "name": "Title", "inline": {"title": {"value": "$<itemno>", "section": "title"}}}]"#.into(),
            ..LinkRule::default()
        };
        let mut project = Project { rules: vec![Arc::new(rule)], ..Project::default() };
        fix_all_links(&mut project);
        assert_eq!(project.rules[0].pattern, r"^https:\/\/www\.acme\.com\/items\/(?<itemNo>\d+)$");
        assert!(project.rules[0].placeholders.contains(r#""type": "inline""#), "{}", project.rules[0].placeholders);
    }
}
