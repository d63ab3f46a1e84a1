//! One value of what was pasted, with its path and the words of that path.

use crate::core::url::Url;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scalar {
    Text,
    Number,
    True,
    False,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaf {
    /// As people see it: `user.login`, `labels[0].name`, `og:title`.
    pub path: String,
    pub text: String,
    pub(super) scalar: Scalar,
    /// The path in words that names are compared with: `["assignee", "display_name"]`. Keys that every API wraps its objects in are
    /// left out.
    pub(super) keys: Vec<String>,
}

/// Keys around an object that say nothing of it.
const WRAPPERS: [&str; 20] = [
    "@graph",
    "article",
    "attributes",
    "attrs",
    "content",
    "data",
    "edges",
    "fields",
    "item",
    "items",
    "json_ld",
    "link",
    "node",
    "nodes",
    "object",
    "og",
    "payload",
    "properties",
    "result",
    "results",
];
/// Keys that name one of several forms of an address.
const FORMS: [&str; 10] = ["full", "href", "large", "medium", "original", "regular", "secure_url", "small", "src", "url"];

const PICTURES: [&str; 9] = ["avif", "bmp", "gif", "ico", "jpeg", "jpg", "png", "svg", "webp"];

impl Leaf {
    /// `names`: the keys of the path, without indexes.
    pub fn new(path: String, text: String, scalar: Scalar, names: &[&str]) -> Self {
        let mut keys: Vec<String> = names.iter().map(|name| snake(name)).collect();
        let last = keys.pop();
        keys.retain(|key| !WRAPPERS.contains(&key.as_str()));
        keys.extend(last);
        Self { path, text, scalar, keys }
    }

    /// The keys; and those of `image.url` without the last one, which only says that it is an address.
    pub fn names(&self) -> impl Iterator<Item = &[String]> {
        let shorter = self.keys.split_last().filter(|(last, rest)| !rest.is_empty() && is_form(last) && self.is_web());
        std::iter::once(self.keys.as_slice()).chain(shorter.map(|(_, rest)| rest))
    }

    pub fn is_web(&self) -> bool {
        self.scalar == Scalar::Text && Url::parse(&self.text).is_ok_and(|url| url.is_http())
    }

    pub fn is_picture(&self) -> bool {
        let extension = Url::parse(&self.text).ok().filter(Url::is_http).and_then(|url| url.extension());
        extension.is_some_and(|extension| PICTURES.iter().any(|picture| picture.eq_ignore_ascii_case(extension)))
    }

    /// An address for programs, which no person would open.
    pub fn is_for_programs(&self) -> bool {
        Url::parse(&self.text).is_ok_and(|url| {
            url.host.starts_with("api.") || ["/api/", "/rest/", "/v1/"].iter().any(|part| url.path.contains(part))
        })
    }

    pub fn is_integer(&self) -> bool {
        self.scalar == Scalar::Number && self.text.bytes().all(|byte| byte.is_ascii_digit())
    }

    pub fn is_numeric(&self) -> bool {
        let digits = self.text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        digits && self.text.parse::<f64>().is_ok()
    }

    pub fn last(&self) -> &str {
        self.keys.last().map_or("", String::as_str)
    }
}

fn is_form(key: &str) -> bool {
    let size = key.split_once('x').is_some_and(|(width, height)| is_number(width) && is_number(height));
    size || FORMS.contains(&key)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `avatarUrls`, `avatar-urls` → `avatar_urls`; `HTMLUrl` → `htmlurl`.
fn snake(name: &str) -> String {
    let mut words = String::with_capacity(name.len() + 4);
    let mut lower = false;
    for letter in name.chars() {
        if letter.is_uppercase() && lower {
            words.push('_');
        }
        lower = letter.is_lowercase();
        match letter {
            '-' | ' ' => words.push('_'),
            _ => words.extend(letter.to_lowercase()),
        }
    }
    words
}
