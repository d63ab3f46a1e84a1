//! The value for each of the designers' words: by its name, and by what it looks like.

use super::amount::is_amount;
use super::data::Data;
use super::leaf::{Leaf, Scalar};
use super::moment::moment;
use super::names::NAMES;
use super::role::{Mapped, Role};

/// A card has room for a few.
const MOST_LABELS: usize = 2;
/// Longer texts are sentences.
const LONGEST_CHIP: usize = 40;
const LONGEST_NAME: usize = 80;
const LONGEST_TITLE: usize = 300;

/// What fits each role best, in the order of the card; roles that nothing fits are left out.
pub fn propose(data: &Data) -> Vec<Mapped> {
    let mut proposal = Proposal { data, home: Vec::new(), person: Vec::new(), used: Vec::new(), mapped: Vec::new() };
    for (name, names) in &NAMES {
        if let Some(role) = Role::named(name) {
            proposal.choose(role, names);
        }
    }
    let mut mapped = proposal.mapped;
    let order = |mapped: &Mapped| Role::all().position(|role| role == mapped.role);
    mapped.sort_by_key(order);
    mapped
}

/// The value that fits a role best, whatever the others use.
pub fn best(data: &Data, role: Role) -> Option<String> {
    let (_, names) = NAMES.iter().find(|(name, _)| *name == role.name())?;
    let proposal = Proposal { data, home: Vec::new(), person: Vec::new(), used: Vec::new(), mapped: Vec::new() };
    proposal.ranked(role, names).first().map(|leaf| leaf.path.clone())
}

struct Proposal<'d> {
    data: &'d Data,
    /// The keys of the object that has the title.
    home: Vec<String>,
    /// The keys of the person who is the author.
    person: Vec<String>,
    used: Vec<&'d str>,
    mapped: Vec<Mapped>,
}

/// How well a value fits; the smaller, the better: the name, outside of the object, the alternative of each key, the depth.
type Rank = (usize, bool, Vec<usize>, usize);

impl<'d> Proposal<'d> {
    fn choose(&mut self, role: Role, names: &[&str]) {
        // Two times say less than one, and nobody sees which is which.
        if role.name() == "Created" && self.mapped.iter().any(|mapped| mapped.role.name() == "Updated") {
            return;
        }
        let most = if role.name() == "Label" { MOST_LABELS } else { 1 };
        let found: Vec<&Leaf> = self.ranked(role, names).into_iter().take(most).collect();
        // A list has several labels; a priority is not one more of them.
        let list = found.first().map(|first| first.keys.clone());
        for leaf in found.into_iter().filter(|leaf| Some(&leaf.keys) == list.as_ref()) {
            match role.name() {
                "Title" => self.home = object_of(leaf),
                "Author" => self.person = object_of(leaf),
                _ => {}
            }
            self.used.push(&leaf.path);
            self.mapped.push(Mapped { role, path: Some(leaf.path.clone()) });
        }
    }

    fn ranked(&self, role: Role, names: &[&str]) -> Vec<&'d Leaf> {
        let near = if role.name() == "Avatar" { &self.person } else { &self.home };
        let data: &'d Data = self.data;
        // The picture of somebody else is worse than none.
        let of_another =
            |leaf: &Leaf| role.name() == "Avatar" && self.person.len() > self.home.len() && !leaf.keys.starts_with(near);
        let fits = |leaf: &&Leaf| !self.used.contains(&leaf.path.as_str()) && suits(data, role, leaf) && !of_another(leaf);
        let mut ranked: Vec<(Rank, &Leaf)> =
            data.leaves.iter().filter(fits).filter_map(|leaf| Some((rank(leaf, names, near)?, leaf))).collect();
        ranked.sort_by(|(one, _), (other, _)| one.cmp(other));
        if ranked.is_empty() && role.name() == "Cover" {
            return data
                .leaves
                .iter()
                .filter(fits)
                .filter(|leaf| leaf.is_picture() && leaf.names().any(|keys| keys.len() <= near.len() + 1))
                .collect();
        }
        ranked.into_iter().map(|(_, leaf)| leaf).collect()
    }
}

/// The keys of the object that a value belongs to. The lines of an invoice belong to the invoice.
fn object_of(leaf: &Leaf) -> Vec<String> {
    let parents = leaf.keys.split_last().map(|(_, parents)| parents).unwrap_or_default();
    parents.iter().take_while(|key| !matches!(key.as_str(), "lines" | "line_items")).cloned().collect()
}

fn rank(leaf: &Leaf, names: &[&str], near: &[String]) -> Option<Rank> {
    leaf.names().filter_map(|keys| rank_of(keys, names, near)).min()
}

fn rank_of(keys: &[String], names: &[&str], near: &[String]) -> Option<Rank> {
    let inside = keys.starts_with(near);
    let depth = keys.len() - if inside { near.len() } else { 0 };
    names.iter().enumerate().find_map(|(at, name)| {
        let (own, name) = name.strip_prefix('^').map_or((false, *name), |name| (true, name));
        let alternatives = alternatives(keys, name)?;
        (!own || depth <= alternatives.len()).then_some((at, !inside, alternatives, depth))
    })
}

/// Which alternative of a name each key at the end of the path is.
fn alternatives(keys: &[String], name: &str) -> Option<Vec<usize>> {
    let wanted: Vec<&str> = name.split('.').collect();
    let end = keys.get(keys.len().checked_sub(wanted.len())?..)?;
    wanted.iter().zip(end).map(|(names, key)| names.split('|').position(|name| name == key)).collect()
}

/// Whether a value looks like what the role shows.
fn suits(data: &Data, role: Role, leaf: &Leaf) -> bool {
    let text = leaf.scalar == Scalar::Text && !leaf.is_web();
    let short = |most: usize| text && leaf.text.trim().chars().count() <= most;
    match role.name() {
        "Title" => short(LONGEST_TITLE) || leaf.is_integer(),
        "Link" => leaf.is_web() && !leaf.is_picture() && !leaf.is_for_programs(),
        "ID" => leaf.is_integer() || short(LONGEST_CHIP) && !leaf.text.contains(' ') && !is_uuid(&leaf.text),
        "Status" => leaf.scalar == Scalar::True || is_schema(leaf) || is_chip(leaf, text),
        "Label" => is_chip(leaf, text),
        "Price" => is_amount(data, leaf),
        "Author" | "Developer" => short(LONGEST_NAME),
        "Avatar" | "Icon" | "Cover" => leaf.is_web(),
        "Updated" | "Created" | "Due date" => moment(leaf).is_some(),
        _ => text,
    }
}

/// `https://schema.org/InStock`
fn is_schema(leaf: &Leaf) -> bool {
    leaf.text.contains("://schema.org/")
}

fn is_chip(leaf: &Leaf, text: bool) -> bool {
    text && leaf.text.trim().chars().count() <= LONGEST_CHIP && moment(leaf).is_none()
}

fn is_uuid(text: &str) -> bool {
    text.len() == 36 && text.bytes().filter(|byte| *byte == b'-').count() == 4
}
