//! Edge cases of a sample: the same URL as people also write it, and URLs that only look like it.
//!
//! In: a sample and the URLs that are listed already. Out: further URLs, each with the reason to try it. Whether one
//! must match or must not is the person's to say.

use crate::core::text::{has, split};
use crate::core::url::Url;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EdgeCase {
    pub url: String,
    pub why: &'static str,
}

/// None where the sample is no URL of the web.
pub fn edge_cases(sample: &str, listed: &[&str]) -> Vec<EdgeCase> {
    let Some(parts) = Parts::of(sample) else { return Vec::new() };
    let mut cases: Vec<EdgeCase> = Vec::new();
    for (url, why) in parts.cases() {
        let known = url == sample || listed.contains(&url.as_str()) || cases.iter().any(|case| case.url == url);
        if !known {
            cases.push(EdgeCase { url, why });
        }
    }
    cases
}

/// A URL cut where the cases change it; put together again, it is the sample as it was.
struct Parts<'u> {
    scheme: &'u str,
    host: &'u str,
    /// From the end of the host: a port, perhaps.
    port: &'u str,
    path: &'u str,
    query: &'u str,
    hash: &'u str,
}

impl<'u> Parts<'u> {
    fn of(sample: &'u str) -> Option<Self> {
        let url = Url::parse(sample).ok().filter(|url| url.is_http() && url.user.is_none())?;
        let rest = sample.get(url.scheme.len() + "://".len() + url.host.len()..)?;
        let (rest, hash) = split(rest, rest.find('#').unwrap_or(rest.len()));
        let (rest, query) = split(rest, rest.find('?').unwrap_or(rest.len()));
        let (port, path) = split(rest, rest.find('/').unwrap_or(rest.len()));
        Some(Self { scheme: url.scheme, host: url.host, port, path, query, hash })
    }

    fn with_scheme(&self, scheme: &str) -> String {
        [scheme, "://", self.host, self.port, self.path, self.query, self.hash].concat()
    }

    fn with_host(&self, host: &str) -> String {
        [self.scheme, "://", host, self.port, self.path, self.query, self.hash].concat()
    }

    fn with_path(&self, path: &str) -> String {
        [self.scheme, "://", self.host, self.port, path, self.query, self.hash].concat()
    }

    fn with_end(&self, query: &str, hash: &str) -> String {
        [self.scheme, "://", self.host, self.port, self.path, query, hash].concat()
    }

    fn cases(&self) -> Vec<(String, &'static str)> {
        let mut cases = vec![
            if self.scheme.eq_ignore_ascii_case("https") {
                (self.with_scheme("http"), "old links begin with `http:`")
            } else {
                (self.with_scheme("https"), "the same page over `https:`")
            },
            match self.host.strip_prefix("www.") {
                Some(bare) => (self.with_host(bare), "people leave `www.` out"),
                None => (self.with_host(&["www.", self.host].concat()), "people write `www.` before the host"),
            },
            match self.path.strip_suffix('/') {
                Some(bare) => (self.with_path(bare), "some programs drop the slash at the end"),
                None => (self.with_path(&[self.path, "/"].concat()), "some programs add a slash at the end"),
            },
        ];
        let tracked =
            if self.query.is_empty() { "?utm_source=mail".to_owned() } else { [self.query, "&utm_source=mail"].concat() };
        cases.push((self.with_end(&tracked, self.hash), "links in mails carry a query"));
        if !self.query.is_empty() {
            cases.push((self.with_end("", self.hash), "the same page without its query"));
        }
        if self.hash.is_empty() {
            cases.push((self.with_end(self.query, "#comments"), "a link to a place in the page has a hash"));
        } else {
            cases.push((self.with_end(self.query, ""), "the same page without its hash"));
        }
        cases.push((
            self.with_path(&self.path.to_ascii_uppercase()),
            "patterns tell upper case from lower case, servers often do not",
        ));
        cases.push((self.with_host(&self.host.to_ascii_uppercase()), "upper case in a host means the same host"));
        let named = has(self.host, '.') && !self.host.ends_with(|last: char| last.is_ascii_digit()) && !self.host.ends_with(']');
        if named {
            cases.push((self.with_host(&[self.host, ".evil.example"].concat()), "a stranger's host may begin with yours"));
            cases.push((self.with_host(&["evil-", self.host].concat()), "a stranger's host may end with yours"));
            cases.push((self.with_host(&self.host.replacen('.', "x", 1)), "an unescaped dot takes any character"));
        }
        cases.push((self.with_host("other.example"), "another product's URL of the same form"));
        cases
    }
}

#[cfg(test)]
mod tests {
    use super::edge_cases;

    fn urls(sample: &str, listed: &[&str]) -> Vec<String> {
        edge_cases(sample, listed).into_iter().map(|case| case.url).collect()
    }

    #[test]
    fn cover_what_people_and_strangers_write() {
        assert_eq!(
            urls("https://acme.com/items/23", &[]),
            [
                "http://acme.com/items/23",
                "https://www.acme.com/items/23",
                "https://acme.com/items/23/",
                "https://acme.com/items/23?utm_source=mail",
                "https://acme.com/items/23#comments",
                "https://acme.com/ITEMS/23",
                "https://ACME.COM/items/23",
                "https://acme.com.evil.example/items/23",
                "https://evil-acme.com/items/23",
                "https://acmexcom/items/23",
                "https://other.example/items/23",
            ]
        );
    }

    #[test]
    fn go_the_other_way_where_the_sample_has_it_already() {
        let urls = urls("http://www.acme.com:8080/a/?q=1#f", &[]);
        for url in [
            "https://www.acme.com:8080/a/?q=1#f",
            "http://acme.com:8080/a/?q=1#f",
            "http://www.acme.com:8080/a?q=1#f",
            "http://www.acme.com:8080/a/?q=1&utm_source=mail#f",
            "http://www.acme.com:8080/a/#f",
            "http://www.acme.com:8080/a/?q=1",
        ] {
            assert!(urls.iter().any(|known| known == url), "{url}: {urls:?}");
        }
    }

    #[test]
    fn are_new_and_each_only_once() {
        let sample = "https://127.0.0.1/1";
        let listed = ["http://127.0.0.1/1"];
        let urls = urls(sample, &listed);
        for (index, url) in urls.iter().enumerate() {
            assert!(url != sample && !listed.contains(&url.as_str()) && !urls[..index].contains(url), "{url}");
        }
        assert!(!urls.is_empty());
    }

    #[test]
    fn need_a_url() {
        for text in ["", "acme.com/items", "mailto:a@acme.com", "ftp://acme.com/a"] {
            assert_eq!(edge_cases(text, &[]), [], "{text}");
        }
    }
}
