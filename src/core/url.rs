//! An absolute URL taken apart: text in, its parts or the reason why it is none out.
//!
//! Strict where browsers repair: a URL that reaches Notion goes through more hands than a browser's. It leaves out
//! percent-decoding, punycode and the joining of relative addresses.

mod address;

use std::net::{Ipv4Addr, Ipv6Addr};

use crate::core::text::{has, slice_from, split};
use address::{ipv4, ipv6};

/// `https://user@acme.com:8080/a/b.png?q#f`
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Url<'u> {
    pub scheme: &'u str,
    /// What stands before `@`.
    pub user: Option<&'u str>,
    /// As written; an IPv6 address keeps its brackets.
    pub host: &'u str,
    pub port: Option<u16>,
    /// Empty, or from its first `/`.
    pub path: &'u str,
    pub query: Option<&'u str>,
    pub fragment: Option<&'u str>,
}

/// Why a text is no absolute URL.
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
        let (scheme, rest) = split_scheme(text)?;
        let rest = rest.strip_prefix("//").ok_or(Refused::NoAuthority(scheme))?;
        if let Some(at) = text.find(|c: char| c.is_whitespace() || c.is_control()) {
            return Err(Refused::Space(at));
        }
        let (rest, fragment) = cut(rest, '#');
        let (rest, query) = cut(rest, '?');
        let (authority, path) = split(rest, rest.find('/').unwrap_or(rest.len()));
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

    /// What follows the last dot of the path's last segment: `png`.
    pub fn extension(&self) -> Option<&'u str> {
        let name = self.path.rsplit('/').next()?;
        let (stem, extension) = name.rsplit_once('.')?;
        (!stem.is_empty() && !extension.is_empty()).then_some(extension)
    }

    /// Whether the host can only be reached from the person's own machine or network.
    pub fn is_private(&self) -> bool {
        let host = self.host.strip_suffix('.').unwrap_or(self.host).to_ascii_lowercase();
        if let Some(address) = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')) {
            return ipv6(address).is_some_and(private_v6);
        }
        if let Some(address) = ipv4(&host) {
            return private_v4(address);
        }
        !has(&host, '.') || [".localhost", ".local", ".internal", ".lan"].iter().any(|ending| host.ends_with(ending))
    }
}

fn split_scheme(text: &str) -> Result<(&str, &str), Refused<'_>> {
    if text.starts_with("//") {
        return Err(Refused::ProtocolRelative);
    }
    let (scheme, rest) = text.split_once(':').ok_or(Refused::Relative)?;
    let starts_well = scheme.starts_with(|c: char| c.is_ascii_alphabetic());
    let named = starts_well && scheme.chars().all(|c| c.is_ascii_alphanumeric() || has("+-.", c));
    // `acme.com:8080/a` is a host and a port; no scheme in use has a dot.
    let host_and_port = has(scheme, '.') || (scheme == "localhost" && rest.starts_with(|c: char| c.is_ascii_digit()));
    if named && !host_and_port { Ok((scheme, rest)) } else { Err(Refused::Relative) }
}

fn cut(text: &str, at: char) -> (&str, Option<&str>) {
    text.split_once(at).map_or((text, None), |(before, after)| (before, Some(after)))
}

fn split_port(address: &str) -> Result<(&str, Option<u16>), Refused<'_>> {
    let host_end = address.rfind(']').map_or(0, |at| at + 1);
    let colon = slice_from(address, host_end).find(':').map(|at| host_end + at);
    let (host, port) = split(address, colon.unwrap_or(address.len()));
    if !is_host(host) {
        return Err(Refused::Host(host));
    }
    match port.strip_prefix(':') {
        None | Some("") => Ok((host, None)),
        Some(digits) if digits.bytes().all(|byte| byte.is_ascii_digit()) => {
            let port = digits.parse::<usize>().ok().and_then(|port| u16::try_from(port).ok());
            port.map(|port| (host, Some(port))).ok_or(Refused::Port(digits))
        }
        Some(other) => Err(Refused::Port(other)),
    }
}

fn is_host(host: &str) -> bool {
    if let Some(address) = host.strip_prefix('[') {
        return address.strip_suffix(']').is_some_and(|address| ipv6(address).is_some());
    }
    let name = host.strip_suffix('.').unwrap_or(host);
    let label =
        |label: &str| !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric() || has("-_", c) || is_foreign(c));
    let numeric = name.rsplit('.').next().is_some_and(|last| last.bytes().all(|byte| byte.is_ascii_digit()));
    name.split('.').all(label) && (!numeric || ipv4(name).is_some())
}

/// Letters of any script, combining marks and emoji stand in internationalised names.
fn is_foreign(c: char) -> bool {
    !c.is_ascii() && !c.is_whitespace() && !c.is_control()
}

fn private_v4(address: Ipv4Addr) -> bool {
    let [a, b, ..] = address.octets();
    address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_unspecified()
        || (a == 100 && (64..128).contains(&b))
}

fn private_v6(address: Ipv6Addr) -> bool {
    let first = address.segments()[0];
    address.is_loopback()
        || address.is_unspecified()
        || first & 0xfe00 == 0xfc00
        || first & 0xffc0 == 0xfe80
        || address.to_ipv4_mapped().is_some_and(private_v4)
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
    fn knows_private_hosts() {
        for (host, private) in [
            ("localhost", true),
            ("app.localhost", true),
            ("printer.local", true),
            ("intranet", true),
            ("127.0.0.1", true),
            ("10.1.2.3", true),
            ("172.16.0.1", true),
            ("172.32.0.1", false),
            ("192.168.1.1", true),
            ("169.254.0.1", true),
            ("100.64.0.1", true),
            ("[::1]", true),
            ("[fd00::1]", true),
            ("[fe80::1]", true),
            ("[::ffff:10.0.0.1]", true),
            ("[2606:4700::1]", false),
            ("8.8.8.8", false),
            ("acme.com", false),
            ("local.acme.com", false),
            ("media.example", false),
        ] {
            let url = format!("https://{host}/");
            assert_eq!(Url::parse(&url).unwrap().is_private(), private, "{host}");
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
