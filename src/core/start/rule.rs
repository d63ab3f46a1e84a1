//! The rule for links: a drafted pattern, and placeholders made of what it captures.

use crate::core::form::{DEVELOPER, WORDS, Word};
use crate::core::json::{Source, format};
use crate::core::links::draft::{Part, domain_of, draft_with, rule_name};
use crate::core::links::{Compiled, named};
use crate::core::pattern::Answer;
use crate::core::placeholders::expand;
use crate::core::project::{LinkRule, Project};
use crate::core::text::capitalized;

/// Endings that a draft gives to the names of groups of ids.
const IDS: [&str; 3] = ["No", "Id", "Key"];

/// Makes a rule that matches all links, and sets the link and the domain. `made_by`: who made the service.
/// The text is the payload that the placeholders come to for the first link.
pub fn add(project: &mut Project, links: &[String], turned: &[Part], made_by: &str) -> Result<String, String> {
    let texts: Vec<&str> = links.iter().map(String::as_str).collect();
    let pattern = draft_with(&texts, turned)?.pattern;
    let link = texts.first().copied().unwrap_or_default();
    let (placeholders, filled) = placeholders(&pattern, link, made_by);
    let samples = links.iter().map(|link| project.new_sample(link.clone())).collect();
    let name = rule_name(link);
    let rule = LinkRule { name, pattern, samples, placeholders: placeholders.into(), ..project.new_rule() };
    project.settings.domain = domain_of(link);
    link.clone_into(&mut project.link);
    project.rules.push(rule.into());
    Ok(filled)
}

/// The placeholders, and what they come to for a link.
fn placeholders(pattern: &str, link: &str, made_by: &str) -> (String, String) {
    let compiled = Compiled::new(pattern);
    let found = compiled.verdict(link, None).and_then(|verdict| match verdict.answer {
        Answer::Matched(found) => Some(found),
        _ => None,
    });
    let captures = found.as_ref().map(|found| compiled.captures(link, found)).unwrap_or_default();
    let groups: Vec<(&str, &str)> = named(&captures)
        .into_iter()
        .filter_map(|capture| Some((capture.name.as_deref()?, capture.span.and_then(|span| link.get(span.start..span.end))?)))
        .filter(|(_, text)| !text.is_empty())
        .collect();
    let text = written(&attributes(&groups, &rule_name(link), made_by));
    let source = Source::new(&text);
    let filled = match (source.parse(), compiled.syntax(), &found) {
        (Ok(root), Some(syntax), Some(found)) => {
            expand(&text, &root, syntax, found, &link.encode_utf16().collect::<Vec<_>>()).text
        }
        _ => text.clone(),
    };
    (text, filled)
}

/// Title, identifier and developer, with `$<name>` for what the pattern captures.
fn attributes(groups: &[(&str, &str)], rule: &str, made_by: &str) -> Vec<String> {
    let stem = |name: &str| IDS.iter().find_map(|ending| name.strip_suffix(ending)).map(str::to_owned);
    let chosen = groups.iter().rfind(|(name, _)| stem(name).is_some()).or(groups.last());
    let Some((name, text)) = chosen else {
        return vec![title(&capitalized(&rule.replace('-', " "))), developer(made_by)];
    };
    let reference = format!("$<{name}>");
    let number = text.bytes().all(|byte| byte.is_ascii_digit());
    let heading = match stem(name) {
        Some(stem) => format!("{} {reference}", words(&stem)),
        None => reference.clone(),
    };
    let id = if number { format!("#{reference}") } else { reference };
    let mut attributes = vec![title(&heading), developer(made_by)];
    // A text that is the title already is no identifier.
    if id != heading {
        attributes.push(word("ID").map(|word| word.filled(&id, None, &[])).unwrap_or_default());
    }
    attributes
}

/// `mergeRequest` → `Merge request`
fn words(camel: &str) -> String {
    let mut words = String::new();
    for letter in camel.chars() {
        if letter.is_ascii_uppercase() {
            words.push(' ');
        }
        words.push(letter.to_ascii_lowercase());
    }
    capitalized(&words)
}

/// An attribute list as a payload is laid out.
pub fn written(attributes: &[String]) -> String {
    let list = format!("[{}]", attributes.join(","));
    format::format(&list).unwrap_or(list)
}

pub fn title(text: &str) -> String {
    word("Title").map(|word| word.filled(text, None, &[])).unwrap_or_default()
}

pub fn developer(name: &str) -> String {
    let name = if name.trim().is_empty() { "Your company" } else { name };
    WORDS.iter().find(|word| word.id() == DEVELOPER).map(|word| word.filled(name, None, &[])).unwrap_or_default()
}

fn word(name: &str) -> Option<&'static Word> {
    WORDS.iter().find(|word| word.word == name)
}
