//! The parts of a text that may be a URL, cut where a browser cuts them. Any text has these parts: nothing is checked.
//!
//! For what people paste and type, for what is shown, and where [`super::Url`] would refuse too much.

/// What ends an authority; browsers read `\` as `/`.
const ENDS: [char; 4] = ['/', '?', '#', '\\'];

/// `https` `user@acme.com:8080` `/a?q#f`
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LenientUrl<'u> {
    /// The text before `://`.
    pub scheme: Option<&'u str>,
    /// The user, the host and the port.
    pub authority: &'u str,
    pub rest: &'u str,
}

impl<'u> LenientUrl<'u> {
    pub fn read(text: &'u str) -> Self {
        let (scheme, text) = match text.split_once("://") {
            Some((scheme, rest)) if !scheme.contains(ENDS) => (Some(scheme), rest),
            _ => (None, text),
        };
        let (authority, rest) = text.split_at(text.find(ENDS).unwrap_or(text.len()));
        Self { scheme, authority, rest }
    }

    pub fn is_http(&self) -> bool {
        self.scheme.is_some_and(|scheme| scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https"))
    }

    /// The authority without a user's name: the host, and its port if it is written.
    pub fn host(&self) -> &'u str {
        self.authority.rsplit_once('@').map_or(self.authority, |(_, host)| host)
    }
}

/// The host of an address, as a drawing shows it to a person: the one that a browser would ask.
pub fn host_shown(address: &str) -> &str {
    LenientUrl::read(address).host()
}

#[cfg(test)]
mod tests {
    use super::{LenientUrl, host_shown};

    #[test]
    fn any_text_has_parts() {
        for (text, scheme, authority, rest) in [
            ("https://acme.com/a?b#c", Some("https"), "acme.com", "/a?b#c"),
            ("https://acme.com", Some("https"), "acme.com", ""),
            ("acme.com/a", None, "acme.com", "/a"),
            ("acme.com/?from=https://b.com/", None, "acme.com", "/?from=https://b.com/"),
            ("/a", None, "", "/a"),
            ("https:///a", Some("https"), "", "/a"),
            ("", None, "", ""),
        ] {
            assert_eq!(LenientUrl::read(text), LenientUrl { scheme, authority, rest }, "{text}");
        }
        assert!(LenientUrl::read("HTTP://a").is_http() && !LenientUrl::read("ftp://a").is_http());
    }

    #[test]
    fn the_host_of_an_address() {
        for (address, host) in [
            ("https://acme.com/a.png", "acme.com"),
            ("https://acme.com:8080?x", "acme.com:8080"),
            ("https://good.example@evil.example/x", "evil.example"),
            ("https://evil.example\\.good.example/x", "evil.example"),
            ("https://evil.example#.good.example", "evil.example"),
            ("no address", "no address"),
        ] {
            assert_eq!(host_shown(address), host);
        }
    }
}
