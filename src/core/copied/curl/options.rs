//! The options of curl's manual, up to version 8.16: their letters, and which of them take a value.

/// Options without a value.
const FLAGS: &str = "\
    anyauth append basic ca-native cert-status compressed compressed-ssh create-dirs crlf digest disable \
    disable-eprt disable-epsv disallow-username-in-url doh-cert-status doh-insecure dump-ca-embed fail fail-early \
    fail-with-body false-start follow form-escape ftp-create-dirs ftp-pasv ftp-pret ftp-skip-pasv-ip ftp-ssl-ccc \
    ftp-ssl-control get globoff haproxy-protocol head http0.9 http1.0 http1.1 http2 http2-prior-knowledge http3 \
    http3-only ignore-content-length include insecure ipv4 ipv6 junk-session-cookies list-only location \
    location-trusted mail-rcpt-allowfails manual metalink mptcp negotiate netrc netrc-optional next no-alpn \
    no-buffer no-clobber no-keepalive no-npn no-progress-meter no-sessionid ntlm ntlm-wb out-null parallel \
    parallel-immediate path-as-is post301 post302 post303 progress-bar proxy-anyauth proxy-basic proxy-ca-native \
    proxy-digest proxy-http2 proxy-insecure proxy-negotiate proxy-ntlm proxy-ssl-allow-beast \
    proxy-ssl-auto-client-cert proxy-tlsv1 proxytunnel raw remote-header-name remote-name remote-name-all \
    remote-time remove-on-error retry-all-errors retry-connrefused sasl-ir show-error silent skip-existing \
    socks5-basic socks5-gssapi socks5-gssapi-nec ssl ssl-allow-beast ssl-auto-client-cert ssl-no-revoke ssl-reqd \
    ssl-revoke-best-effort sslv2 sslv3 styled-output suppress-connect-headers tcp-fastopen tcp-nodelay \
    tftp-no-options tls-earlydata tlsv1 tlsv1.0 tlsv1.1 tlsv1.2 tlsv1.3 tr-encoding trace-ids trace-time use-ascii \
    verbose version xattr";

/// Options with a value.
const VALUES: &str = "\
    abstract-unix-socket alt-svc aws-sigv4 cacert capath cert cert-type ciphers config connect-timeout connect-to \
    continue-at cookie cookie-jar create-file-mode crlfile curves data data-ascii data-binary data-raw \
    data-urlencode delegation dns-interface dns-ipv4-addr dns-ipv6-addr dns-servers doh-url dump-header ech \
    egd-file engine etag-compare etag-save expect100-timeout form form-string ftp-account ftp-alternative-to-user \
    ftp-method ftp-port ftp-ssl-ccc-mode happy-eyeballs-timeout-ms haproxy-clientip header help hostpubmd5 \
    hostpubsha256 hsts interface ip-tos ipfs-gateway json keepalive-cnt keepalive-time key key-type knownhosts krb \
    libcurl limit-rate local-port login-options mail-auth mail-from mail-rcpt max-filesize max-redirs max-time \
    netrc-file noproxy oauth2-bearer output output-dir parallel-max parallel-max-host pass pinnedpubkey preproxy \
    proto proto-default proto-redir proxy proxy-cacert proxy-capath proxy-cert proxy-cert-type proxy-ciphers \
    proxy-crlfile proxy-header proxy-key proxy-key-type proxy-pass proxy-pinnedpubkey proxy-service-name \
    proxy-tls13-ciphers proxy-tlsauthtype proxy-tlspassword proxy-tlsuser proxy-user proxy1.0 pubkey quote \
    random-file range rate referer request request-target resolve retry retry-delay retry-max-time sasl-authzid \
    service-name sigalgs socks4 socks4a socks5 socks5-gssapi-service socks5-hostname speed-limit speed-time stderr \
    telnet-option tftp-blksize time-cond tls-max tls13-ciphers tlsauthtype tlspassword tlsuser trace trace-ascii \
    trace-config unix-socket upload-file upload-flags url url-query user user-agent variable vlan-priority \
    write-out";

/// One letter each.
const LETTERS: &[(char, &str)] = &[
    ('a', "append"),
    ('E', "cert"),
    ('K', "config"),
    ('C', "continue-at"),
    ('b', "cookie"),
    ('c', "cookie-jar"),
    ('d', "data"),
    ('q', "disable"),
    ('D', "dump-header"),
    ('f', "fail"),
    ('F', "form"),
    ('P', "ftp-port"),
    ('G', "get"),
    ('g', "globoff"),
    ('I', "head"),
    ('H', "header"),
    ('h', "help"),
    ('0', "http1.0"),
    ('i', "include"),
    ('k', "insecure"),
    ('4', "ipv4"),
    ('6', "ipv6"),
    ('j', "junk-session-cookies"),
    ('l', "list-only"),
    ('L', "location"),
    ('M', "manual"),
    ('m', "max-time"),
    ('n', "netrc"),
    (':', "next"),
    ('N', "no-buffer"),
    ('o', "output"),
    ('Z', "parallel"),
    ('#', "progress-bar"),
    ('x', "proxy"),
    ('U', "proxy-user"),
    ('p', "proxytunnel"),
    ('Q', "quote"),
    ('r', "range"),
    ('e', "referer"),
    ('J', "remote-header-name"),
    ('O', "remote-name"),
    ('R', "remote-time"),
    ('X', "request"),
    ('S', "show-error"),
    ('s', "silent"),
    ('Y', "speed-limit"),
    ('y', "speed-time"),
    ('2', "sslv2"),
    ('3', "sslv3"),
    ('t', "telnet-option"),
    ('z', "time-cond"),
    ('1', "tlsv1"),
    ('T', "upload-file"),
    ('B', "use-ascii"),
    ('u', "user"),
    ('A', "user-agent"),
    ('v', "verbose"),
    ('V', "version"),
    ('w', "write-out"),
];

/// An option by its whole name, and whether it takes a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CurlOption {
    pub name: &'static str,
    pub takes_value: bool,
}

pub fn of_letter(letter: char) -> Option<CurlOption> {
    let (_, name) = LETTERS.iter().find(|(known, _)| *known == letter)?;
    of_name(name)
}

/// By its name without the dashes. A beginning that only one option has is enough, and `no-` turns a flag off.
pub fn of_name(name: &str) -> Option<CurlOption> {
    if let Some(found) = all().find(|option| option.name == name) {
        return Some(found);
    }
    if let Some(flag) = name.strip_prefix("no-").and_then(|flag| FLAGS.split(' ').find(|known| *known == flag)) {
        return Some(CurlOption { name: flag, takes_value: false });
    }
    // `--expand-url` expands the variables of curl in the value.
    let name = name.strip_prefix("expand-").unwrap_or(name);
    let mut begun = all().filter(|option| option.name.starts_with(name));
    begun.next().filter(|only| only.name == name || begun.next().is_none())
}

fn all() -> impl Iterator<Item = CurlOption> {
    let of = |names: &'static str, takes_value| names.split(' ').map(move |name| CurlOption { name, takes_value });
    of(FLAGS, false).chain(of(VALUES, true))
}

#[cfg(test)]
mod tests {
    use super::{LETTERS, all, of_letter, of_name};

    #[test]
    fn every_letter_has_its_option() {
        for (letter, name) in LETTERS {
            assert_eq!(of_letter(*letter).map(|option| option.name), Some(*name));
        }
        assert!(all().all(|option| !option.name.is_empty()));
    }

    #[test]
    fn options_are_found_as_curl_finds_them() {
        for (given, found) in [
            ("data", Some(("data", true))),
            ("json", Some(("json", true))),
            ("compressed", Some(("compressed", false))),
            ("no-compressed", Some(("compressed", false))),
            ("no-buffer", Some(("no-buffer", false))),
            ("noproxy", Some(("noproxy", true))),
            ("user-a", Some(("user-agent", true))),
            ("data-u", Some(("data-urlencode", true))),
            ("expand-url", Some(("url", true))),
            ("data-", None),
            ("nonsense", None),
            ("", None),
        ] {
            assert_eq!(of_name(given).map(|option| (option.name, option.takes_value)), found, "{given}");
        }
    }
}
