//! The query of a URL: how Notion and a service send parameters through the person's browser.
//!
//! In: a URL as typed, and pairs. Out: the URL with the pairs in its query, encoded as forms are (RFC 6749, appendix B).

/// The URL with pairs added to its query; a fragment stays at the end.
pub fn with_query(url: &str, pairs: &[(&str, &str)]) -> String {
    let (address, fragment) = url.split_at(url.find('#').unwrap_or(url.len()));
    let joint = match address {
        _ if pairs.is_empty() => "",
        open if open.ends_with(['?', '&']) => "",
        query if query.contains('?') => "&",
        _ => "?",
    };
    let pairs = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
    format!("{address}{joint}{pairs}{fragment}")
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
