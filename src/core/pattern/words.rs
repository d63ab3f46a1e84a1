//! Parts of a pattern in plain English: a node in, a phrase out ("one or more digits").
//!
//! Written for designers: everyday words instead of the terms of regular expressions. Phrases of deep or long parts end
//! in an ellipsis, so they stay short whatever a person pastes.

use super::syntax::{ClassItem, ClassKind, Modifiers, NodeId, NodeKind, Set, SetName, Syntax};
use crate::core::hidden;

/// Parts nested deeper become an ellipsis.
const DEEP: usize = 6;
/// The bytes after which a phrase ends.
const LONG: usize = 240;
/// The most items of a class that a phrase names.
const MANY_ITEMS: usize = 16;
/// The most items of a class that are read to find those to name, since a class may repeat its items.
const MOST_ITEMS: usize = 200;

pub fn phrase(syntax: &Syntax, id: NodeId) -> String {
    let mut words = Words { syntax, out: String::new(), full: false };
    words.part(id, 0);
    words.out
}

/// A group by its name, or else by its number.
pub fn group_name(syntax: &Syntax, group: u32) -> String {
    let index = (group as usize).wrapping_sub(1);
    match syntax.groups.get(index).and_then(|group| group.name.as_deref()) {
        Some(name) => format!("the group `{name}`"),
        None => format!("group {group}"),
    }
}

/// Literal text of a pattern; only the beginning of a long one.
pub fn literal(units: &[u16]) -> String {
    let (shown, end) = if units.len() > LONG { (&units[..LONG], "…`") } else { (units, "`") };
    match shown {
        [unit] => self::unit(*unit),
        _ => format!("`{}{end}", hidden::shown(&String::from_utf16_lossy(shown))),
    }
}

/// The literal units at the start of these parts; no more than a phrase can show.
pub fn run(syntax: &Syntax, parts: &[NodeId]) -> Vec<u16> {
    parts.iter().take(LONG + 1).map_while(|part| unit_of(syntax, *part)).collect()
}

pub fn unit_of(syntax: &Syntax, id: NodeId) -> Option<u16> {
    match syntax.node(id).kind {
        NodeKind::Unit(unit) => Some(unit),
        _ => None,
    }
}

fn unit(unit: u16) -> String {
    let name = match unit {
        0x09 => "a tab",
        0x0A => "a line feed",
        0x0D => "a carriage return",
        0x20 => "a space",
        0x60 => "a backtick",
        0xA0 => "a no-break space",
        0xD800..=0xDFFF => "half of a character such as an emoji",
        _ => return format!("`{}`", hidden::shown(&String::from_utf16_lossy(&[unit]))),
    };
    name.to_owned()
}

struct Words<'s> {
    syntax: &'s Syntax,
    out: String,
    full: bool,
}

impl Words<'_> {
    fn say(&mut self, text: &str) {
        if !self.full {
            self.out.push_str(text);
            if self.out.len() > LONG {
                self.out.push('…');
                self.full = true;
            }
        }
    }

    fn part(&mut self, id: NodeId, depth: usize) {
        if self.full {
            return;
        }
        if depth > DEEP {
            return self.say("…");
        }
        let syntax = self.syntax;
        match &syntax.node(id).kind {
            NodeKind::Empty => self.say("nothing"),
            NodeKind::Start => self.say("the start of the URL"),
            NodeKind::End => self.say("the end of the URL"),
            NodeKind::Boundary { negated: false } => self.say("the edge of a word"),
            NodeKind::Boundary { negated: true } => self.say("a place inside or outside of words, not at the edge of one"),
            NodeKind::Alternatives(choices) => self.choices(choices, depth),
            NodeKind::Sequence(parts) => self.sequence(parts, depth),
            NodeKind::Look { behind, negated, inside } => {
                self.say(match (behind, negated) {
                    (false, false) => "what follows must begin with ",
                    (false, true) => "what follows must not begin with ",
                    (true, false) => "what stands before must end with ",
                    (true, true) => "what stands before must not end with ",
                });
                self.part(*inside, depth + 1);
            }
            NodeKind::Capture { group, inside } => {
                self.say(&group_name(syntax, *group));
                self.say(": ");
                self.part(*inside, depth + 1);
            }
            NodeKind::Group { modifiers, inside } => {
                self.modifiers(*modifiers);
                self.part(*inside, depth + 1);
            }
            NodeKind::Repeat { min, max, lazy, inside } => self.repeat(*min, *max, *lazy, *inside, depth),
            NodeKind::BackReference(groups) => {
                self.say("once more what ");
                let names: Vec<_> = groups.iter().map(|group| group_name(syntax, *group)).collect();
                self.say(names.first().map_or("a group", String::as_str));
                self.say(" captured");
            }
            kind => self.say(&one(kind)),
        }
    }

    fn choices(&mut self, choices: &[NodeId], depth: usize) {
        self.say("either ");
        for (index, choice) in choices.iter().enumerate() {
            match index {
                0 => {}
                _ if index + 1 == choices.len() => self.say(" or "),
                _ => self.say(", "),
            }
            self.part(*choice, depth + 1);
        }
    }

    fn sequence(&mut self, parts: &[NodeId], depth: usize) {
        let mut rest = parts;
        while let [first, others @ ..] = rest {
            if rest.len() < parts.len() {
                self.say(", then ");
            }
            let run = run(self.syntax, rest);
            if run.is_empty() {
                self.part(*first, depth + 1);
                rest = others;
            } else {
                self.say(&literal(&run));
                rest = &rest[run.len()..];
            }
            if self.full {
                return;
            }
        }
    }

    fn modifiers(&mut self, modifiers: Modifiers) {
        if let Some(alike) = modifiers.ignore_case {
            self.say(if alike { "upper and lower case alike: " } else { "upper and lower case told apart: " });
        }
    }

    fn repeat(&mut self, min: u32, max: Option<u32>, lazy: bool, inside: NodeId, depth: usize) {
        let kind = &self.syntax.node(inside).kind;
        if let Some(many) = many(kind) {
            self.say(&amount(min, max, &one(kind), &many));
            self.greed(min, max, lazy);
        } else {
            self.say(&times(min, max));
            self.greed(min, max, lazy);
            self.say(": ");
            self.part(inside, depth + 1);
        }
    }

    fn greed(&mut self, min: u32, max: Option<u32>, lazy: bool) {
        // As many as there are is what everybody expects.
        match (lazy, max) {
            (false, _) => {}
            (true, Some(most)) if most == min => {}
            (true, Some(1)) => self.say(", preferably none"),
            (true, _) => self.say(", as few as possible"),
        }
    }
}

fn amount(min: u32, max: Option<u32>, one: &str, many: &str) -> String {
    let number = |number: u32| if number == 1 { "one".to_owned() } else { number.to_string() };
    match (min, max) {
        (_, Some(0)) => "nothing".to_owned(),
        (0, Some(1)) => format!("{one} or nothing"),
        (1, Some(1)) => one.to_owned(),
        (0, None) => format!("any number of {many}, or none"),
        (_, None) => format!("{} or more {many}", number(min)),
        (0, Some(max)) => format!("up to {} {many}", number(max)),
        (_, Some(max)) if min == max => format!("{} {many}", number(min)),
        (_, Some(max)) => format!("{min} to {max} {many}"),
    }
}

fn times(min: u32, max: Option<u32>) -> String {
    match (min, max) {
        (_, Some(0)) => "never".to_owned(),
        (0, Some(1)) => "once or not at all".to_owned(),
        (1, Some(1)) => "once".to_owned(),
        (0, None) => "any number of times, or never".to_owned(),
        (1, None) => "once or more".to_owned(),
        (_, None) => format!("{min} times or more"),
        (0, Some(max)) => format!("up to {max} times"),
        (_, Some(max)) if min == max => format!("{min} times"),
        (_, Some(max)) => format!("{min} to {max} times"),
    }
}

/// A part that matches one character.
fn one(kind: &NodeKind) -> String {
    match kind {
        NodeKind::Unit(unit) => self::unit(*unit),
        NodeKind::Any => "any character but a line break".to_owned(),
        NodeKind::Set(set) => set_words(*set, false).to_owned(),
        NodeKind::Class { negated: false, items } if items.is_empty() => "a character out of none".to_owned(),
        NodeKind::Class { negated: true, items } if items.is_empty() => "any character".to_owned(),
        NodeKind::Class { negated: true, items } => format!("any character but {}", listed(items)),
        NodeKind::Class { items, .. } => match items.as_slice() {
            [item] if !is_span(item) => item_words(item, false),
            _ => format!("a character out of {}", listed(items)),
        },
        _ => String::new(),
    }
}

/// The plural of a part that matches one character; `None` for other parts.
fn many(kind: &NodeKind) -> Option<String> {
    Some(match kind {
        NodeKind::Unit(unit) => self::unit(*unit),
        NodeKind::Any => "characters, any but a line break".to_owned(),
        NodeKind::Set(set) => set_words(*set, true).to_owned(),
        NodeKind::Class { items, .. } if items.is_empty() => "characters".to_owned(),
        NodeKind::Class { negated: true, items } => format!("characters, any but {}", listed(items)),
        NodeKind::Class { items, .. } => match items.as_slice() {
            [item] if !is_span(item) => item_words(item, true),
            _ => format!("characters out of {}", listed(items)),
        },
        _ => return None,
    })
}

fn set_words(set: Set, many: bool) -> &'static str {
    match (set.name, set.negated, many) {
        (SetName::Digit, false, false) => "a digit",
        (SetName::Digit, false, true) => "digits",
        (SetName::Digit, true, false) => "any character but a digit",
        (SetName::Digit, true, true) => "characters, any but digits",
        (SetName::Space, false, false) => "white space",
        (SetName::Space, false, true) => "white-space characters",
        (SetName::Space, true, false) => "any character but white space",
        (SetName::Space, true, true) => "characters, any but white space",
        (SetName::Word, false, false) => "a letter, a digit or `_`",
        (SetName::Word, false, true) => "letters, digits and `_`",
        (SetName::Word, true, false) => "any character but a letter, a digit or `_`",
        (SetName::Word, true, true) => "characters, any but letters, digits and `_`",
    }
}

const DIGITS: ClassKind = ClassKind::Range(0x30, 0x39);
const SMALL: ClassKind = ClassKind::Range(0x61, 0x7A);
const CAPITAL: ClassKind = ClassKind::Range(0x41, 0x5A);

/// Whether an item is a range without a name of its own.
fn is_span(item: &ClassItem) -> bool {
    matches!(item.kind, ClassKind::Range(..)) && item.kind != DIGITS
}

fn listed(items: &[ClassItem]) -> String {
    let read = items.get(..MOST_ITEMS).unwrap_or(items);
    let has = |kind| read.iter().any(|item| item.kind == kind);
    let letters = has(SMALL) && has(CAPITAL);
    let mut words: Vec<String> = Vec::new();
    for item in read {
        let letters = letters && (item.kind == SMALL || item.kind == CAPITAL);
        let word = if letters { "letters".to_owned() } else { item_words(item, true) };
        if !words.contains(&word) {
            words.push(word);
        }
        if words.len() > MANY_ITEMS {
            break;
        }
    }
    if words.len() > MANY_ITEMS || items.len() > MOST_ITEMS {
        words.push("…".to_owned());
    }
    either(&words)
}

/// `a, b or c`
fn either(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [word] => word.clone(),
        [words @ .., last] => format!("{} or {last}", words.join(", ")),
    }
}

pub fn item_words(item: &ClassItem, many: bool) -> String {
    match item.kind {
        ClassKind::Unit(unit) => self::unit(unit),
        DIGITS if many => "digits".to_owned(),
        DIGITS => "a digit".to_owned(),
        ClassKind::Range(first, last) => format!("{} to {}", self::unit(first), self::unit(last)),
        ClassKind::Set(set) => set_words(set, many).to_owned(),
    }
}
