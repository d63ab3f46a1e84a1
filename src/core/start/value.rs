//! A value as an attribute shows it.

use super::amount::amount;
use super::data::Data;
use super::leaf::{Leaf, Scalar};
use super::moment::moment;
use super::role::Role;
use super::tint::of_state;
use crate::core::form::{Word, from_hex};
use crate::core::hidden::is_hidden;
use crate::core::preview::Rgb;
use crate::core::preview::format::written;
use crate::core::text::capitalized;
use crate::core::unfurl::SubType;

/// A card shows a few lines; the sample keeps all.
const LONGEST: usize = 280;
const LONGEST_LINE: usize = 120;

/// The text for a role. Empty where the value cannot be one.
pub fn shown(data: &Data, role: Role, leaf: &Leaf) -> String {
    match role {
        Role::Link => leaf.text.trim().to_owned(),
        Role::Part(word) => of_word(data, word, leaf),
    }
}

fn of_word(data: &Data, word: &Word, leaf: &Leaf) -> String {
    match (word.word, word.sub_type) {
        (_, SubType::Datetime) => moment(leaf).map(written).unwrap_or_default(),
        (_, SubType::Date) => moment(leaf).map(|at| written(at)[..10].to_owned()).unwrap_or_default(),
        (_, media) if media.is_embed() => {
            if leaf.is_web() {
                leaf.text.trim().to_owned()
            } else {
                String::new()
            }
        }
        (_, SubType::Color) => from_hex(&leaf.text).map(|_| leaf.text.trim().to_owned()).unwrap_or_default(),
        ("Price", _) if leaf.is_numeric() => amount(data, leaf),
        ("Status", _) => chip(leaf),
        ("ID", _) if leaf.is_integer() && leaf.text.len() < 10 => format!("#{}", leaf.text),
        ("Description", _) => plain(&leaf.text, LONGEST),
        _ => plain(&leaf.text, LONGEST_LINE),
    }
}

/// The color of a chip: the service's own, or the one of the state.
pub fn tint(data: &Data, word: &Word, leaf: &Leaf) -> Option<Rgb> {
    let own = data
        .beside(leaf, &["color", "background_color"])
        .filter(|_| word.word != "Price")
        .and_then(|color| from_hex(&color.text));
    own.or_else(|| of_state(&chip(leaf)).filter(|_| word.word == "Status"))
}

/// `in_progress` → `In progress`; `merged: true` → `Merged`; `https://schema.org/InStock` → `In stock`.
fn chip(leaf: &Leaf) -> String {
    let text = plain(if leaf.scalar == Scalar::True { leaf.last() } else { &leaf.text }, LONGEST_LINE);
    let name = text.rsplit_once("schema.org/").map_or(&*text, |(_, name)| name);
    let mut words = String::new();
    for letter in name.chars() {
        if name.len() < text.len() && letter.is_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.extend(if name.len() < text.len() { letter.to_lowercase().collect::<Vec<_>>() } else { vec![letter] });
    }
    if words.bytes().any(|byte| byte.is_ascii_uppercase()) { words } else { capitalized(&words.replace('_', " ")) }
}

/// One line without what nobody sees, cut at a word.
fn plain(text: &str, most: usize) -> String {
    let text: String =
        text.chars().filter(|letter| letter.is_whitespace() || !is_hidden(*letter) && !letter.is_control()).collect();
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((end, _)) = line.char_indices().nth(most) else { return line };
    let cut = &line[..end];
    let cut = cut.rsplit_once(' ').map_or(cut, |(words, _)| words);
    format!("{cut}…")
}
