//! Hosts and the domain of the settings: which hosts a pattern matches, and whether a host belongs to a domain.
//!
//! In: a pattern with its tree, the host of a URL, the domain as typed. Out: hosts with their spans in the pattern, and
//! whether they are inside the domain. It leaves out the list of public suffixes, so `acme.co.uk` is taken as it was
//! typed.

use super::ways::{Way, What, ways};
use crate::core::hidden::is_hidden;
use crate::core::pattern::syntax::Syntax;
use crate::core::text::Span;
use crate::core::url::LenientUrl;
use crate::core::utf16::Utf16;

/// A host that a pattern matches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Host {
    /// In lower case; `*` marks the parts that the pattern leaves open: `acme.com`, `*.acme.com`.
    pub text: String,
    /// In bytes of the pattern.
    pub span: Span,
}

/// Whether a host of a pattern is inside a domain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    Inside,
    Outside,
    /// The pattern leaves too much open to tell.
    Unknown,
}

/// The hosts that URLs matched by a pattern can have; empty if they cannot be told.
pub fn host_of_pattern(pattern: &str, syntax: &Syntax) -> Vec<Host> {
    let bytes = Utf16::new(pattern);
    let mut hosts: Vec<Host> = Vec::new();
    for host in ways(syntax).iter().flatten().filter_map(Way::host) {
        let (Some(first), Some(last)) = (host.first(), host.last()) else { continue };
        let text = text(host.iter().map(|piece| piece.what));
        if hosts.iter().all(|known| known.text != text) {
            let span = bytes.span(Span::new(first.span.start, last.span.end));
            hosts.push(Host { text, span });
        }
    }
    hosts
}

fn text(pieces: impl Iterator<Item = What>) -> String {
    let mut text = String::new();
    for what in pieces {
        match what {
            What::Unit(unit) => text.push(char::from_u32(u32::from(unit)).unwrap_or('\u{FFFD}').to_ascii_lowercase()),
            What::Dot => text.push('.'),
            What::Wild if text.ends_with('*') => {}
            What::Wild => text.push('*'),
        }
    }
    text
}

impl Host {
    pub fn reach(&self, domain: &str) -> Reach {
        let Some((_, known)) = self.text.rsplit_once('*') else {
            return if within(&self.text, domain) { Reach::Inside } else { Reach::Outside };
        };
        let root = root(domain);
        match known.strip_prefix('.') {
            Some(name) if within(name, domain) => Reach::Inside,
            // `*com` and `*.com` may be any host, inside the domain too.
            _ if known.is_empty() || root.is_empty() || ends_in(&root, known) => Reach::Unknown,
            _ if within(known, domain) && known.len() > root.len() => Reach::Inside,
            _ => Reach::Outside,
        }
    }
}

fn ends_in(root: &str, known: &str) -> bool {
    root.ends_with(known) || root.ends_with(known.trim_start_matches('.'))
}

/// Whether a host is the domain or one of its subdomains. Every host is within a blank domain.
pub fn within(host: &str, domain: &str) -> bool {
    let root = root(domain);
    let host = host.strip_suffix('.').unwrap_or(host).to_ascii_lowercase();
    root.is_empty() || host.strip_suffix(root.as_str()).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

/// The domain that the person meant, who may have pasted `https://acme.com/`.
pub fn root(domain: &str) -> String {
    // What nobody sees is told by another rule, and makes no other domain.
    let domain: String = domain.chars().filter(|c| !is_hidden(*c)).collect();
    let authority = LenientUrl::read(domain.trim()).authority;
    let domain = authority.split_once(':').map_or(authority, |(domain, _)| domain);
    domain.strip_prefix("*.").unwrap_or(domain).trim_matches('.').to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::{Host, Reach, Span, host_of_pattern, within};
    use crate::core::pattern::syntax::parse;

    fn hosts(pattern: &str) -> Vec<Host> {
        host_of_pattern(pattern, &parse(&pattern.encode_utf16().collect::<Vec<_>>()).unwrap())
    }

    #[test]
    fn hosts_are_read_out_of_patterns() {
        for (pattern, expected) in [
            (r"^(?<site>https\:\/\/acme\.com)\/items\/(?<itemNo>\d+)$", &["acme.com"][..]),
            (r"^https?:\/\/(www\.)?acme\.com\/", &["www.acme.com", "acme.com"]),
            (r"^https?://(?:www\.)?ACME[.]com(?:/.*)?$", &["www.acme.com", "acme.com"]),
            (r"^https:\/\/[a-z]+\.acme\.com\/", &["*.acme.com"]),
            (r"^https:\/\/(?<team>[a-z]+\.)?acme\.com\/", &["*.acme.com", "acme.com"]),
            (r"^https:\/\/.*acme\.com\/", &["*acme.com"]),
            (r"^https:\/\/acme.com\/", &["acme.com"]),
            (r"^https:\/\/(acme|beta)\.(com|org)\/", &["acme.com", "beta.com", "acme.org", "beta.org"]),
            (r"^https:\/\/acme\.com:8080\/", &["acme.com"]),
            (r"^https:\/\/acme\.com$", &["acme.com"]),
            (r"^https:\/\/localhost\/", &["localhost"]),
            (r"^(https?:\/\/)?acme\.com\/", &["acme.com"]),
            (r"^[a-z]+:\/\/acme\.com\/", &["acme.com"]),
            (r"acme\.com\/items\/(\d+)", &["acme.com"]),
            (r"^https:\/\/(?!evil)acme\.com\/(a|b|c)(d|e|f)(g|h|i)(j|k|l)(m|n|o)", &["acme.com"]),
            (r"^https:\/\/[^\/]+\/items\/\d+$", &["*"]),
            (r"\/items\/(\d+)", &[]),
            (r"^items\/(\d+)", &[]),
            (r"", &[]),
            (r"^https:\/\/(a|b)(c|d)(e|f)(g|h)(i|j)(k|l)(m|n)\.com", &[]),
        ] {
            let texts: Vec<_> = hosts(pattern).into_iter().map(|host| host.text).collect();
            assert_eq!(texts, expected, "{pattern}");
        }
    }

    #[test]
    fn hosts_are_where_the_pattern_has_them() {
        let pattern = r"^(?<ü>https?:\/\/(www\.)?acme\.com)\/";
        let written: Vec<_> = hosts(pattern).iter().map(|host| &pattern[host.span.start..host.span.end]).collect();
        assert_eq!(written, [r"www\.)?acme\.com", r"acme\.com"]);
    }

    #[test]
    fn deep_nests_and_long_texts_are_given_up() {
        for pattern in ["(?:".repeat(50_000) + "a" + &")".repeat(50_000), "a".repeat(100_000), "a?".repeat(50_000)] {
            assert_eq!(hosts(&pattern), [], "{}", &pattern[..9]);
        }
    }

    #[test]
    fn hosts_stand_to_a_domain() {
        for (host, domain, reach) in [
            ("acme.com", "acme.com", Reach::Inside),
            ("www.acme.com", "acme.com", Reach::Inside),
            ("evilacme.com", "acme.com", Reach::Outside),
            ("acme.com.evil.example", "acme.com", Reach::Outside),
            ("*.acme.com", "acme.com", Reach::Inside),
            ("*x.acme.com", "acme.com", Reach::Inside),
            ("*acme.com", "acme.com", Reach::Unknown),
            ("*", "acme.com", Reach::Unknown),
            ("acme.*", "acme.com", Reach::Unknown),
            ("*.com", "acme.com", Reach::Unknown),
            ("*.beta.com", "acme.com", Reach::Outside),
            ("beta.com", "", Reach::Inside),
        ] {
            assert_eq!(Host { text: host.to_owned(), span: Span::default() }.reach(domain), reach, "{host} {domain}");
        }
    }

    #[test]
    fn a_domain_is_understood_as_typed() {
        for domain in
            ["acme.com", " ACME.com ", "acme.com\u{200B}", "https://acme.com/", "*.acme.com", ".acme.com", "acme.com:443", ""]
        {
            assert!(within("app.Acme.com.", domain), "{domain}");
        }
        assert!(!within("acme.org", "https://acme.com/"));
    }
}
