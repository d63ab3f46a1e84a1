//! The query of a URL: what Notion and a service say to one another through the person's browser.
//!
//! In: a URL as typed, and pairs. Out: the URL with the pairs in its query, encoded as forms are (RFC 6749, appendix B).

use super::form::encode;
use crate::core::text::{has, push, split};

/// The URL with pairs behind what its query holds already; a fragment stays at the end.
pub fn with_query(url: &str, pairs: &[(&str, &str)]) -> String {
    let (address, fragment) = split(url, url.find('#').unwrap_or(url.len()));
    let mut whole = address.to_owned();
    let mut joint = match address {
        open if open.ends_with(['?', '&']) => "",
        query if has(query, '?') => "&",
        _ => "?",
    };
    for (name, value) in pairs {
        push(&mut whole, &[joint, name, "=", &encode(value)]);
        joint = "&";
    }
    whole.push_str(fragment);
    whole
}

#[cfg(test)]
mod tests {
    use super::with_query;

    #[test]
    fn a_query_is_joined_to_what_the_url_has() {
        for (url, whole) in [
            ("https://acme.com/a", "https://acme.com/a?x=1&y=%26"),
            ("https://acme.com/a?b=c", "https://acme.com/a?b=c&x=1&y=%26"),
            ("https://acme.com/a?", "https://acme.com/a?x=1&y=%26"),
            ("https://acme.com/a?b&", "https://acme.com/a?b&x=1&y=%26"),
            ("https://acme.com/a#f?g", "https://acme.com/a?x=1&y=%26#f?g"),
            ("", "?x=1&y=%26"),
        ] {
            assert_eq!(with_query(url, &[("x", "1"), ("y", "&")]), whole);
        }
    }
}
