//! Patterns in the dress of a language: copied with the slashes, quotation marks or escapes of the program around them.
//!
//! In: a pattern as typed. Out: what it wears, and the pattern alone, if that is a pattern. A dress that could be meant is
//! left on: `/items/` may be a part of a path.

use super::syntax::parse;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dress {
    /// The end of a sentence: "The pattern is written …".
    pub worn: &'static str,
    /// The pattern alone.
    pub pattern: String,
}

/// Dresses over each other, as in `new RegExp("^https:\\/\\/…")`.
const LAYERS: usize = 6;

pub fn undress(text: &str) -> Option<Dress> {
    let (worn, mut pattern) = layer(text)?;
    for _ in 1..LAYERS {
        match layer(&pattern) {
            Some((_, inner)) => pattern = inner,
            None => break,
        }
    }
    let is_pattern = !pattern.is_empty() && parse(&pattern.encode_utf16().collect::<Vec<_>>()).is_ok();
    is_pattern.then_some(Dress { worn, pattern })
}

fn layer(text: &str) -> Option<(&'static str, String)> {
    let bare = text.trim().trim_end_matches([';', ',']);
    let lines = || text.contains(['\n', '\r']).then(|| text.lines().map(str::trim).collect::<String>());
    None.or_else(|| call(bare).map(|inside| ("as code that makes a regular expression", inside.to_owned())))
        .or_else(|| literal(bare).map(|inside| ("as a regular expression literal, between slashes", inside.to_owned())))
        .or_else(|| string(bare).map(|inside| ("as a string, in quotation marks", inside.to_owned())))
        .or_else(|| lines().map(|joined| ("over several lines", joined)))
        .or_else(|| halved(text).map(|halved| ("for a string, with every backslash doubled", halved)))
        .or_else(|| decoded(text).map(|decoded| ("for HTML, with entities such as `&lt;`", decoded)))
}

/// `new RegExp("…", "i")`: the string.
fn call(text: &str) -> Option<&str> {
    let calls = ["new RegExp(", "RegExp(", "re.compile(", "Regex(", "preg_match("];
    let inside = calls.iter().find_map(|call| text.strip_prefix(call))?.strip_suffix(')')?.trim();
    // Flags may follow.
    let first = inside.rsplit_once(',').map_or(inside, |(first, _)| first.trim_end());
    [inside, first].into_iter().find(|part| string(part).is_some() || literal(part).is_some())
}

/// `"…"`, `r'…'`: what the quotation marks hold, if they are a pair.
fn string(text: &str) -> Option<&str> {
    let text = ["String.raw", "r", "@"].iter().find_map(|prefix| text.strip_prefix(prefix)).unwrap_or(text);
    let quote = text.chars().next().filter(|first| matches!(first, '"' | '\'' | '`'))?;
    let inside = text.strip_prefix(quote)?.strip_suffix(quote)?;
    (!inside.is_empty() && !inside.contains(quote)).then_some(inside)
}

/// `/^…/gi`: what the slashes hold. Only where `^`, `$` or a scheme right inside shows that they are no part of a path.
fn literal(text: &str) -> Option<&str> {
    let (inside, flags) = text.strip_prefix('/')?.rsplit_once('/')?;
    let is_escaped = inside.len() - inside.trim_end_matches('\\').len();
    let is_whole = inside.starts_with('^') || inside.ends_with('$') || inside.starts_with("http");
    (is_whole && is_escaped % 2 == 0 && flags.bytes().all(|flag| b"dgimsuvy".contains(&flag))).then_some(inside)
}

/// With half the backslashes, if all are doubled. A backslash in a URL is as good as never meant.
fn halved(text: &str) -> Option<String> {
    let mut runs = text.split(|c| c != '\\').map(str::len).filter(|length| *length > 0).peekable();
    (runs.peek().is_some() && runs.all(|length| length % 2 == 0)).then(|| text.replace(r"\\", r"\"))
}

fn decoded(text: &str) -> Option<String> {
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    let decoded = entities.iter().fold(text.to_owned(), |text, (entity, c)| text.replace(entity, c));
    (decoded != text).then_some(decoded)
}

#[cfg(test)]
mod tests {
    use super::undress;

    const ALONE: &str = r"^https:\/\/acme\.com\/items\/(?<itemNo>\d+)$";

    #[test]
    fn every_dress_comes_off() {
        let doubled = ALONE.replace('\\', r"\\");
        for (dressed, worn) in [
            (format!("/{ALONE}/"), "literal"),
            (format!(" /{ALONE}/gi; "), "literal"),
            (doubled.clone(), "doubled"),
            (format!("\"{doubled}\""), "quotation marks"),
            (format!("'{ALONE}',"), "quotation marks"),
            (format!("`{doubled}`"), "quotation marks"),
            (format!("r\"{ALONE}\""), "quotation marks"),
            (format!("String.raw`{ALONE}`"), "quotation marks"),
            (format!("new RegExp(\"{doubled}\", \"i\")"), "code"),
            (format!("new RegExp('{doubled}');"), "code"),
            (format!("re.compile(r'{ALONE}')"), "code"),
            (format!("new RegExp(/{ALONE}/, 'g')"), "code"),
            (ALONE.replace('<', "&lt;").replace('>', "&gt;"), "HTML"),
            (ALONE.replace(r"\/items", "\n  \\/items\r\n"), "lines"),
        ] {
            let dress = undress(&dressed).unwrap_or_else(|| panic!("{dressed}"));
            assert_eq!(dress.pattern, ALONE, "{dressed}");
            assert!(dress.worn.contains(worn), "{dressed}: {}", dress.worn);
        }
    }

    #[test]
    fn what_can_be_meant_stays() {
        for pattern in [
            ALONE,
            "",
            "/",
            "//",
            "/items/",
            r"/items/\d+/i",
            r"^https:\/\/acme\.com\/a\\\/b$",
            r#"^https:\/\/acme\.com\/"\d+"$"#,
            r"\/items\/",
            "\"",
            "/^(/",
            "x&y=1",
        ] {
            assert_eq!(undress(pattern), None, "{pattern}");
        }
    }
}
