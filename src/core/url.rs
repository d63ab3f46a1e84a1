//! An absolute URL: text in, its parts or the reason why it is not one out.
//!
//! Strict where browsers repair, because a URL that Notion gets is read by more programs than a browser. It leaves out
//! percent-decoding, punycode and the joining of relative addresses. [`LenientUrl`] reads any text instead.

mod lenient;
mod network;

use std::net::{Ipv4Addr, Ipv6Addr};

pub use lenient::{LenientUrl, host_shown};

/// `https://user@acme.com:8080/a/b.png?q#f`
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Url<'u> {
    pub scheme: &'u str,
    /// The text before `@`.
    pub user: Option<&'u str>,
    /// As written; an IPv6 address keeps its brackets.
    pub host: &'u str,
    pub port: Option<u16>,
    /// Empty, or from its first `/`.
    pub path: &'u str,
    pub query: Option<&'u str>,
    pub fragment: Option<&'u str>,
}

/// Why a text is not an absolute URL.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused<'u> {
    Blank,
    /// White space or a control character at this byte.
    Space(usize),
    /// `/a.png`, `acme.com/a.png`
    Relative,
    /// `//acme.com/a.png`
    ProtocolRelative,
    /// `data:…`, `mailto:…`, `https:/acme.com`: a scheme without `//`.
    NoAuthority(&'u str),
    Host(&'u str),
    Port(&'u str),
}

impl<'u> Url<'u> {
    pub fn parse(text: &'u str) -> Result<Self, Refused<'u>> {
        if text.trim().is_empty() {
            return Err(Refused::Blank);
        }
        if text.starts_with(is_space) {
            return Err(Refused::Space(0));
        }
        let (scheme, rest) = split_scheme(text)?;
        let rest = rest.strip_prefix("//").ok_or(Refused::NoAuthority(scheme))?;
        if let Some(at) = text.find(is_space) {
            return Err(Refused::Space(at));
        }
        let (rest, fragment) = cut(rest, '#');
        let (rest, query) = cut(rest, '?');
        let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let (user, address) = authority.rsplit_once('@').map_or((None, authority), |(user, address)| (Some(user), address));
        let (host, port) = split_port(address)?;
        Ok(Self { scheme, user, host, port, path, query, fragment })
    }

    pub fn is_http(&self) -> bool {
        self.is_insecure() || self.scheme.eq_ignore_ascii_case("https")
    }

    pub fn is_insecure(&self) -> bool {
        self.scheme.eq_ignore_ascii_case("http")
    }

    /// The text behind the last dot of the path's last segment: `png`.
    pub fn extension(&self) -> Option<&'u str> {
        let name = self.path.rsplit('/').next()?;
        let (stem, extension) = name.rsplit_once('.')?;
        (!stem.is_empty() && !extension.is_empty()).then_some(extension)
    }

    /// Whether only the person's own machine or network reaches the host.
    pub fn is_private(&self) -> bool {
        network::is_private(self.host)
    }
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || c.is_control()
}

fn split_scheme(text: &str) -> Result<(&str, &str), Refused<'_>> {
    if text.starts_with("//") {
        return Err(Refused::ProtocolRelative);
    }
    let (scheme, rest) = text.split_once(':').ok_or(Refused::Relative)?;
    let starts_well = scheme.starts_with(|c: char| c.is_ascii_alphabetic());
    let named = starts_well && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    // `acme.com:8080/a` is a host and a port; no scheme in use has a dot.
    let host_and_port = scheme.contains('.') || (scheme == "localhost" && rest.starts_with(|c: char| c.is_ascii_digit()));
    if named && !host_and_port { Ok((scheme, rest)) } else { Err(Refused::Relative) }
}

fn cut(text: &str, at: char) -> (&str, Option<&str>) {
    text.split_once(at).map_or((text, None), |(before, after)| (before, Some(after)))
}

fn split_port(address: &str) -> Result<(&str, Option<u16>), Refused<'_>> {
    let host_end = address.rfind(']').map_or(0, |at| at + 1);
    let colon = address[host_end..].find(':').map(|at| host_end + at);
    let (host, port) = address.split_at(colon.unwrap_or(address.len()));
    if !is_host(host) {
        return Err(Refused::Host(host));
    }
    match port.strip_prefix(':') {
        None | Some("") => Ok((host, None)),
        Some(digits) if digits.bytes().all(|byte| byte.is_ascii_digit()) => {
            digits.parse().map(|port| (host, Some(port))).map_err(|_| Refused::Port(digits))
        }
        Some(other) => Err(Refused::Port(other)),
    }
}

fn is_host(host: &str) -> bool {
    if let Some(address) = host.strip_prefix('[') {
        return address.strip_suffix(']').is_some_and(|address| address.parse::<Ipv6Addr>().is_ok());
    }
    let name = host.strip_suffix('.').unwrap_or(host);
    let label = |label: &str| {
        !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_') || is_foreign(c))
    };
    let numeric = name.rsplit('.').next().is_some_and(|last| last.bytes().all(|byte| byte.is_ascii_digit()));
    name.split('.').all(label) && (!numeric || name.parse::<Ipv4Addr>().is_ok())
}

/// Internationalized names hold letters of any script, combining marks and emoji.
fn is_foreign(c: char) -> bool {
    !c.is_ascii() && !c.is_whitespace() && !c.is_control()
}

#[cfg(test)]
mod tests {
    use super::{Refused, Url};

    #[test]
    fn takes_a_url_apart() {
        let url = Url::parse("https://user@acme.com:8080/a/b.png?q=1#f").unwrap();
        let expected = Url {
            scheme: "https",
            user: Some("user"),
            host: "acme.com",
            port: Some(8080),
            path: "/a/b.png",
            query: Some("q=1"),
            fragment: Some("f"),
        };
        assert_eq!(url, expected);
        assert_eq!(url.extension(), Some("png"));
    }

    #[test]
    fn accepts_what_is_absolute() {
        for text in [
            "https://acme.com",
            "HTTP://acme.com",
            "https://[::1]:3000/",
            "https://acme.com.",
            "https://münchen.de/ä?x=ü",
            "https://a_b.acme.com",
            "https://acme.com:",
            "https://127.0.0.1/a",
        ] {
            assert!(Url::parse(text).is_ok(), "{text}: {:?}", Url::parse(text));
        }
    }

    #[test]
    fn says_why_not() {
        for (text, reason) in [
            ("", Refused::Blank),
            (" ", Refused::Blank),
            ("/a.png", Refused::Relative),
            ("a.png", Refused::Relative),
            ("acme.com:8080/a.png", Refused::Relative),
            ("localhost:3000/a.png", Refused::Relative),
            ("//acme.com/a.png", Refused::ProtocolRelative),
            ("data:image/png;base64,AA", Refused::NoAuthority("data")),
            (" https://acme.com/", Refused::Space(0)),
            ("https:/acme.com", Refused::NoAuthority("https")),
            ("https://acme.com/a b", Refused::Space(18)),
            ("https://", Refused::Host("")),
            ("https://a..b/", Refused::Host("a..b")),
            ("https://1.2.3/", Refused::Host("1.2.3")),
            ("https://[::g]/", Refused::Host("[::g]")),
            ("https://a\\b/", Refused::Host("a\\b")),
            ("https://acme.com:99999/", Refused::Port("99999")),
            ("https://acme.com:a/", Refused::Port("a")),
        ] {
            assert_eq!(Url::parse(text), Err(reason), "{text}");
        }
    }

    #[test]
    fn reads_extensions() {
        for (path, extension) in
            [("/a.png", Some("png")), ("/a.tar.gz", Some("gz")), ("/a", None), ("/.png", None), ("/a.", None), ("/a.b/c", None)]
        {
            let url = format!("https://acme.com{path}?x=y.mp4");
            assert_eq!(Url::parse(&url).unwrap().extension(), extension, "{path}");
        }
    }
}
