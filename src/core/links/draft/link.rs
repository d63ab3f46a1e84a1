//! What a link says of the rule that is made for it: the domain and the name.

use crate::core::url::Url;

/// `https://www.acme.com:80/a` → `acme.com`
pub fn domain_of(link: &str) -> String {
    let host = Url::parse(link).map(|url| url.host).unwrap_or_default();
    host.strip_prefix("www.").unwrap_or(host).to_owned()
}

/// The last word of the path, as the rule's name; `link` where there is none.
pub fn rule_name(link: &str) -> String {
    let path = Url::parse(link).map(|url| url.path).unwrap_or_default();
    let is_word = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    path.split('/').rfind(is_word).unwrap_or("link").to_owned()
}
