//! URLs of somebody else that a pattern matches: on a host that is neither the domain nor one of its subdomains.
//!
//! In: a pattern, the domain as typed. Out: such URLs, each with the host in the pattern that lets it in; none where every
//! URL that the pattern matches is within the domain. What is answered was matched and its host was compared. It leaves out
//! hosts without a dot and patterns that are too large.

use super::domain::{Host, Reach, host_of_pattern, root, within};
use crate::core::pattern::Pattern;
use crate::core::pattern::linear::witness::{Language, Witness};
use crate::core::text::Span;
use crate::core::url::Url;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Foreign {
    pub url: String,
    /// The host in the pattern, in bytes; `None` if it cannot be told.
    pub host: Option<Span>,
}

/// `text`: of the pattern.
pub fn foreign(text: &str, pattern: &Pattern, domain: &str) -> Vec<Foreign> {
    let root = root(domain);
    let Some(mut witness) = Witness::of(pattern).filter(|_| !root.is_empty()) else { return Vec::new() };
    let is_foreign = |url: &String| Url::parse(url).is_ok_and(|url| url.is_http() && !within(url.host, domain));
    let mut on = |authority: Option<&str>| {
        let mut of = |scheme| witness.find(&Elsewhere::new(scheme, authority, &root)).filter(is_foreign);
        of("https://").or_else(|| of("http://"))
    };
    let hosts = host_of_pattern(text, &pattern.syntax);
    let written = hosts.iter().filter(|host| !host.text.contains('*') && host.reach(domain) == Reach::Outside);
    let found: Vec<Foreign> =
        written.filter_map(|host| Some(Foreign { url: on(Some(&host.text))?, host: Some(host.span) })).collect();
    if !found.is_empty() {
        return found;
    }
    let strangers = ["evil.example".to_owned(), format!("{root}.evil.example"), format!("evil{root}"), format!("evil-{root}")];
    // The shortest is the one that is understood at once.
    let url = strangers.iter().filter_map(|stranger| on(Some(stranger))).min_by_key(String::len);
    let url = url.or_else(|| on(Some(&format!("{root}@evil.example")))).or_else(|| on(None));
    url.map(|url| Foreign { url, host: open(&hosts, domain).map(|host| host.span) }).into_iter().collect()
}

/// The host that most likely lets strangers in.
fn open<'h>(hosts: &'h [Host], domain: &str) -> Option<&'h Host> {
    hosts.iter().find(|host| host.reach(domain) != Reach::Inside).or_else(|| hosts.first())
}

/// URLs of the web on a host outside a domain.
struct Elsewhere {
    scheme: &'static str,
    /// The host as written; `None`: any outside.
    authority: Option<Vec<u16>>,
    /// The domain with a dot in front.
    domain: Vec<u16>,
    /// Of each length of its beginning: the longest shorter beginning that the former ends in.
    shorter: Vec<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum At {
    Scheme(usize),
    /// So far in the written authority.
    Written(usize),
    Host(Labels),
    /// So many digits.
    Port(u8),
    Rest,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Labels {
    /// How much of the domain the host ends in.
    domain: usize,
    dotted: bool,
    /// The last label: its length up to two, whether it is all letters, and whether it ends in a hyphen.
    length: u8,
    letters: bool,
    hyphen: bool,
}

impl Elsewhere {
    fn new(scheme: &'static str, authority: Option<&str>, root: &str) -> Self {
        let domain: Vec<u16> = format!(".{root}").encode_utf16().collect();
        let authority = authority.map(|text| text.encode_utf16().collect());
        let mut elsewhere = Self { scheme, authority, domain, shorter: vec![0, 0] };
        for end in 1..elsewhere.domain.len() {
            let shorter = elsewhere.ending(elsewhere.shorter[end], elsewhere.domain[end]);
            elsewhere.shorter.push(shorter);
        }
        elsewhere
    }

    /// How much of the domain a text ends in that ended in so much before this unit.
    fn ending(&self, mut before: usize, unit: u16) -> usize {
        loop {
            match self.domain.get(before) {
                Some(wanted) if *wanted == unit => return before + 1,
                _ if before == 0 => return 0,
                _ => before = self.shorter[before],
            }
        }
    }

    fn scheme(&self, at: usize, unit: u16) -> Option<At> {
        let scheme = self.scheme.as_bytes();
        let next = scheme.get(at).filter(|wanted| u16::from(**wanted) == unit).map(|_| at + 1)?;
        if next < scheme.len() {
            return Some(At::Scheme(next));
        }
        // The start of a host counts as a dot.
        let labels = Labels { domain: 1, dotted: false, length: 0, letters: true, hyphen: false };
        Some(if self.authority.is_some() { At::Written(0) } else { At::Host(labels) })
    }

    fn written(&self, at: usize, unit: u16) -> Option<At> {
        match self.authority.as_ref()?.get(at) {
            Some(wanted) => (*wanted == unit).then_some(At::Written(at + 1)),
            None => behind(unit),
        }
    }

    fn host(&self, host: Labels, unit: u16) -> Option<At> {
        let domain = self.ending(host.domain, unit);
        let byte = u8::try_from(unit).unwrap_or(b'a');
        let next = match byte {
            b'.' if host.length > 0 && !host.hyphen => Labels { domain, dotted: true, length: 0, letters: true, hyphen: false },
            b'-' if host.length > 0 => Labels { domain, letters: false, hyphen: true, ..host },
            _ if byte.is_ascii_alphanumeric() => Labels {
                domain,
                length: (host.length + 1).min(2),
                letters: host.letters && byte.is_ascii_alphabetic(),
                hyphen: false,
                ..host
            },
            _ if self.is_outside(host) => return behind(unit),
            _ => return None,
        };
        Some(At::Host(next))
    }

    /// Whether it is a whole host, such as somebody can own, outside of the domain.
    fn is_outside(&self, host: Labels) -> bool {
        host.dotted && host.length >= 2 && host.letters && host.domain != self.domain.len()
    }
}

/// What follows a host.
fn behind(unit: u16) -> Option<At> {
    match u8::try_from(unit).ok()? {
        b'/' | b'?' | b'#' => Some(At::Rest),
        b':' => Some(At::Port(0)),
        _ => None,
    }
}

impl Language for Elsewhere {
    type State = At;

    fn start(&self) -> At {
        At::Scheme(0)
    }

    fn step(&self, state: At, unit: u16) -> Option<At> {
        // Scheme and host are the same in upper case.
        let lower = u8::try_from(unit).map_or(unit, |byte| u16::from(byte.to_ascii_lowercase()));
        match state {
            At::Scheme(at) => self.scheme(at, lower),
            At::Written(at) => self.written(at, lower),
            At::Host(labels) => self.host(labels, lower),
            At::Port(digits) if (0x30..=0x39).contains(&unit) => (digits < 4).then_some(At::Port(digits + 1)),
            At::Port(0) => None,
            At::Port(_) => behind(unit).filter(|next| *next == At::Rest),
            At::Rest => Some(At::Rest),
        }
    }

    fn accepts(&self, state: At) -> bool {
        match state {
            At::Scheme(_) => false,
            At::Written(at) => self.authority.as_ref().is_some_and(|authority| authority.len() == at),
            At::Host(labels) => self.is_outside(labels),
            At::Port(digits) => digits > 0,
            At::Rest => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::foreign;
    use crate::core::pattern::{Answer, Flags, Pattern};

    fn compiled(text: &str) -> Pattern {
        Pattern::new(&text.encode_utf16().collect::<Vec<_>>(), Flags::default()).unwrap()
    }

    /// The URLs of somebody else, for the domain `acme.com`.
    fn urls(text: &str) -> Vec<String> {
        foreign(text, &compiled(text), "acme.com").into_iter().map(|one| one.url).collect()
    }

    #[test]
    fn a_pattern_that_lets_strangers_in_is_shown_one() {
        for (pattern, url) in [
            (r"^https?:\/\/[^/]+\/items\/(?<id>\d+)$", "https://evil.example/items/1"),
            (r"^https:\/\/\S+acme\.com\/(?<id>\d+)$", "https://evilacme.com/1"),
            (r"^https:\/\/acme\.com(?<rest>.*)$", "https://acme.com.evil.example"),
            (r"^https:\/\/(?<c>.+)\.acme\.com\/x$", "https://evil.example/.acme.com/x"),
            (r"^https:\/\/.*acme\.com\/$", "https://evilacme.com/"),
            (r"^https:\/\/[^/]*acme\.com\/$", "https://evilacme.com/"),
            (r"^https:\/\/acme\.com[^/]*\/$", "https://acme.com.evil.example/"),
            (r"^https:\/\/acme\.com[^/.]*@[^/]*\/$", "https://acme.com@evil.example/"),
            (r"^https:\/\/[^/]+\.acme\.com\/.*$", "https://evil.example?.acme.com/"),
            (r"^https:\/\/.*$", "https://evil.example"),
            (r"^https:\/\/[a-z.]+\/x$", "https://evil.example/x"),
            (r"^https:\/\/[a-z]{3}\.org\/x$", "https://aaa.org/x"),
            (r"^https:\/\/www.acme\.com\/$", "https://wwwaacme.com/"),
            (r"^https:\/\/example\.org\/(?<id>\d{4})$", "https://example.org/1111"),
            (r"^https:\/\/acme\.(com|org)$", "https://acme.org"),
            (r"acme\.com\/items\/(\d+)", "https://evilacme.com/items/1"),
            (r"^https:\/\/(?!evil)[^/]+\/(\w)\1$", "https://acme.com.evil.example/aa"),
            (r"^https:\/\/[^/]+\b\/\B-$", "https://evil.example/-"),
            (r"^HTTPS:\/\/.*$", "HTTPS://evil.example"),
            ("", "https://evil.example"),
        ] {
            assert_eq!(urls(pattern), [url], "{pattern}");
            let answer = compiled(pattern).exec(&url.encode_utf16().collect::<Vec<_>>()).answer;
            assert!(matches!(answer, Answer::Matched(_)), "{pattern} {url}");
        }
    }

    #[test]
    fn a_pattern_that_keeps_to_the_domain_is_not() {
        for pattern in [
            r"^(?<site>https\:\/\/acme\.com)\/items\/(?<itemNo>\d+)$",
            r"^https?:\/\/(www\.)?acme\.com\/",
            r"^https:\/\/([a-z\d-]+\.)*acme\.com(?::\d+)?\/.*$",
            r"^https:\/\/[^/?#]+\.acme\.com\/.*$",
            r"^https:\/\/(?:[^/?#]*\.)?acme\.com(?:[/?#].*)?$",
            r"^https:\/\/acme.com\/items$",
            r"^https:\/\/acme\.com$",
            r"^https:\/\/ACME\.com\/",
            r"^https:\/\/(?=acme\.com\/).*$",
            r"^https:\/\/(?!.*\.(?:com|example)).*\.org\/(?!)$",
            r"^mailto:.*$",
            r"^\/items\/\d+$",
            r"^(?:a|b)$",
        ] {
            assert_eq!(urls(pattern), [""; 0], "{pattern}");
        }
        assert_eq!(foreign(r"^.*$", &compiled("^.*$"), " "), []);
    }

    /// The host's place in the pattern.
    #[test]
    fn each_host_that_is_written_is_told() {
        let text = r"^https:\/\/(?:beta\.com|acme\.com|gamma\.org)\/$";
        let found = foreign(text, &compiled(text), "acme.com");
        let told: Vec<_> = found.iter().map(|one| (&*one.url, &text[one.host.unwrap().start..one.host.unwrap().end])).collect();
        assert_eq!(told, [("https://beta.com/", r"beta\.com"), ("https://gamma.org/", r"gamma\.org")]);
    }

    #[test]
    fn is_bounded() {
        for text in [
            format!("^https:{}$", "(?:a|b|[^/])*".repeat(500)),
            format!("^https:{}x{}$", "(?:".repeat(20_000), ")*".repeat(20_000)),
            format!("^(?:https:\\/\\/{}\\.acme\\.com)$", "[a-z]{1,60}".repeat(60)),
            "a?".repeat(50_000),
            format!("^{}\\.acme\\.com$", "(?:[a-z]|b|c)".repeat(900)),
        ] {
            let pattern = compiled(&text);
            let start = Instant::now();
            let _ = foreign(&text, &pattern, "acme.com");
            assert!(start.elapsed().as_millis() < 3_000, "{:?} {}", start.elapsed(), &text[..30]);
        }
    }
}
