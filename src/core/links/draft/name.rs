//! Names of groups, from the word before them in the URL: `items/23487` → `itemNo`.

use super::kind::TextKind;

/// The name of a group of a kind; `before`: the fixed text before it.
pub fn name(before: Option<&str>, kind: TextKind) -> String {
    let Some(mut name) = before.and_then(camel) else {
        let alone = match kind {
            TextKind::Number => "number",
            TextKind::Uuid | TextKind::Hex(_) => "id",
            TextKind::Key => "key",
            TextKind::Slug | TextKind::Any => "part",
        };
        return alone.to_owned();
    };
    name.push_str(match kind {
        TextKind::Number => "No",
        TextKind::Uuid | TextKind::Hex(_) => "Id",
        TextKind::Key => "Key",
        TextKind::Slug | TextKind::Any => "",
    });
    name
}

/// `merge_requests` → `mergeRequest`; `None` if it is not a word.
pub fn camel(text: &str) -> Option<String> {
    let mut name = String::new();
    for word in text.split(['-', '_', '.']).filter(|word| !word.is_empty()) {
        if !word.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return None;
        }
        let (first, rest) = word.split_at(1);
        name.push_str(&if name.is_empty() { first.to_ascii_lowercase() } else { first.to_ascii_uppercase() });
        name.push_str(rest);
    }
    name.starts_with(|first: char| first.is_ascii_alphabetic()).then(|| singular(name))
}

fn singular(mut word: String) -> String {
    let endings = ["ies", "sses", "xes", "ches", "shes"];
    match endings.iter().find(|ending| word.len() > ending.len() + 1 && word.ends_with(*ending)) {
        Some(&"ies") => {
            word.truncate(word.len() - 3);
            word.push('y');
        }
        Some(_) => word.truncate(word.len() - 2),
        None if word.len() > 2 && word.ends_with('s') && !["ss", "us", "is"].iter().any(|end| word.ends_with(end)) => {
            word.truncate(word.len() - 1);
        }
        None => {}
    }
    word
}

#[cfg(test)]
mod tests {
    use super::{TextKind, name};

    #[test]
    fn come_from_the_word_before() {
        for (before, kind, expected) in [
            (Some("items"), TextKind::Number, "itemNo"),
            (Some("merge_requests"), TextKind::Number, "mergeRequestNo"),
            (Some("work-items"), TextKind::Key, "workItemKey"),
            (Some("stories"), TextKind::Uuid, "storyId"),
            (Some("boxes"), TextKind::Hex(None), "boxId"),
            (Some("status"), TextKind::Slug, "status"),
            (Some("t"), TextKind::Any, "t"),
            (Some("s"), TextKind::Any, "s"),
            (Some("42"), TextKind::Number, "number"),
            (Some("%C3%A4"), TextKind::Uuid, "id"),
            (None, TextKind::Key, "key"),
            (None, TextKind::Slug, "part"),
        ] {
            assert_eq!(name(before, kind), expected, "{before:?} {kind:?}");
        }
    }
}
