//! What a person most likely meant by a name that no document lists: other words for it, and typing slips.

use crate::core::unfurl::{Section, SubType};

const SUB_TYPES: &[(&str, &[&str])] = &[
    ("title", &["heading", "headline", "header", "h1"]),
    ("plain_text", &["text", "string", "plain", "richtext", "markdown", "paragraph", "description"]),
    ("enum", &["status", "select", "multiselect", "tag", "label", "chip", "pill", "badge", "option"]),
    ("image", &["img", "picture", "photo", "gif", "icon", "thumbnail"]),
    ("datetime", &["timestamp", "time"]),
    ("date", &["day"]),
    ("color", &["colour", "rgb", "swatch"]),
    ("html", &["iframe", "webpage"]),
    ("video", &["movie", "mp4"]),
    ("audio", &["sound", "music", "mp3"]),
    ("pdf", &["document"]),
];

const SECTIONS: &[(&str, &[&str])] = &[
    ("title", &["heading", "headline", "header"]),
    ("entity", &["icon"]),
    ("primary", &["subtitle", "subheading", "subheader", "first"]),
    ("secondary", &["meta", "metadata", "second"]),
    ("body", &["description", "content", "text", "main"]),
    ("embed", &["media", "image", "picture", "cover", "video", "audio", "html"]),
    ("avatar", &["author", "photo"]),
    ("identifier", &["footer", "bottom", "id"]),
    ("background", &["bg", "backgroundcolor", "color", "colour"]),
];

const KEYS: &[(&str, &[&str])] = &[
    ("id", &["key", "identifier"]),
    ("name", &["label", "displayname"]),
    ("type", &["kind"]),
    ("value", &["text", "content", "val"]),
    ("section", &["slot", "place", "position", "area"]),
    ("src_url", &["src", "url", "href", "source", "link", "uri", "value"]),
    ("color", &["colour"]),
    ("uri", &["url", "link", "href"]),
    ("operations", &["ops"]),
    ("status", &["code", "statuscode"]),
    ("message", &["msg", "text", "description"]),
];

pub fn sub_type(word: &str) -> Option<SubType> {
    SubType::from_name(meant(word, &SubType::names(&SubType::ALL), SUB_TYPES)?)
}

/// The section that was meant; where the sub-type is documented, one that lists it.
pub fn section(word: &str, sub_type: Option<SubType>) -> Option<Section> {
    let meant = meant(word, &Section::names(&Section::ALL), SECTIONS).and_then(Section::from_name);
    let Some(sub_type) = sub_type else { return meant };
    match Section::listing(sub_type)[..] {
        [only] => Some(only),
        _ => meant.filter(|section| section.sub_types().contains(&sub_type)),
    }
}

/// The key of a level that was meant.
pub fn key(word: &str, level: &[&'static str]) -> Option<&'static str> {
    meant(word, level, KEYS)
}

/// The nearest of some names, slips only.
pub fn near<'n>(word: &str, names: &[&'n str]) -> Option<&'n str> {
    meant(word, names, &[])
}

fn meant<'n>(word: &str, names: &[&'n str], aliases: &[(&str, &[&str])]) -> Option<&'n str> {
    let word = plain(word)?;
    let same = names.iter().find(|name| plain(name).as_deref() == Some(&word));
    let alias = || {
        let (name, _) = aliases.iter().find(|(name, others)| names.contains(name) && others.contains(&word.as_str()))?;
        names.iter().find(|other| *other == name)
    };
    let slip = || {
        // Names of other lengths are too far away to be measured.
        let near = names.iter().filter(|name| name.len().abs_diff(word.len()) <= 3);
        let measured = near.filter_map(|name| Some((distance(&word, &plain(name)?), name)));
        let (steps, name) = measured.min_by_key(|(steps, _)| *steps)?;
        (steps <= 2 && steps * 3 <= word.len()).then_some(name)
    };
    same.or_else(alias).or_else(slip).copied()
}

/// Lower case, without what joins words. No name is near forty letters long.
fn plain(word: &str) -> Option<String> {
    let letters = || word.chars().filter(|c| !matches!(c, '_' | '-' | ' '));
    (letters().take(41).count() <= 40).then(|| letters().map(|c| c.to_ascii_lowercase()).collect())
}

/// Letters to insert, delete, replace or swap with their neighbour.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            rows[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let replaced = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                let swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                let other = (rows[i - 1][j] + 1).min(rows[i][j - 1] + 1);
                replaced.min(other).min(if swapped { rows[i - 2][j - 2] + 1 } else { usize::MAX })
            };
        }
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::{key, section, sub_type};
    use crate::core::rules::keys;
    use crate::core::unfurl::{Section, SubType};

    #[test]
    fn guesses_sub_types() {
        for (word, meant) in [
            ("plainText", Some(SubType::PlainText)),
            ("plaintext", Some(SubType::PlainText)),
            ("text", Some(SubType::PlainText)),
            ("heading", Some(SubType::Title)),
            ("tilte", Some(SubType::Title)),
            ("select", Some(SubType::Enum)),
            ("picture", Some(SubType::Image)),
            ("timestamp", Some(SubType::Datetime)),
            ("dateTime", Some(SubType::Datetime)),
            ("colour", Some(SubType::Color)),
            ("link", None),
            ("x", None),
            ("", None),
        ] {
            assert_eq!(sub_type(word), meant, "{word}");
        }
    }

    #[test]
    fn guesses_sections_that_list_the_sub_type() {
        for (word, of, meant) in [
            ("secondry", Some(SubType::PlainText), Some(Section::Secondary)),
            ("footer", Some(SubType::PlainText), Some(Section::Identifier)),
            ("footer", Some(SubType::Date), None),
            ("anything", Some(SubType::Title), Some(Section::Title)),
            ("subtitle", None, Some(Section::Primary)),
            ("sidebar", None, None),
        ] {
            assert_eq!(section(word, of), meant, "{word}");
        }
    }

    #[test]
    fn guesses_keys_of_a_level() {
        assert_eq!(key("nmae", keys::ATTRIBUTE), Some("name"));
        assert_eq!(key("ID", keys::ATTRIBUTE), Some("id"));
        assert_eq!(key("url", keys::ENVELOPE), Some("uri"));
        assert_eq!(key("url", keys::EMBED), Some("src_url"));
        assert_eq!(key("it", keys::ATTRIBUTE), None);
    }
}
