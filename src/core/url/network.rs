//! Hosts that only the person's own machine or network reaches: `localhost`, `printer.local`, `10.0.0.1`, `[::1]`.

use std::net::{Ipv4Addr, Ipv6Addr};

/// The endings of names that no public name server knows.
const PRIVATE_ENDINGS: [&str; 4] = [".localhost", ".local", ".internal", ".lan"];

/// Whether a host is private. An IPv6 address has its brackets.
pub(super) fn is_private(host: &str) -> bool {
    let host = host.strip_suffix('.').unwrap_or(host).to_ascii_lowercase();
    if let Some(address) = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')) {
        return address.parse().is_ok_and(private_v6);
    }
    if let Ok(address) = host.parse() {
        return private_v4(address);
    }
    !host.contains('.') || PRIVATE_ENDINGS.iter().any(|ending| host.ends_with(ending))
}

fn private_v4(address: Ipv4Addr) -> bool {
    let [a, b, ..] = address.octets();
    address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_unspecified()
        // Shared by the customers of one provider (RFC 6598).
        || (a == 100 && (64..128).contains(&b))
}

fn private_v6(address: Ipv6Addr) -> bool {
    address.is_loopback()
        || address.is_unspecified()
        || address.is_unique_local()
        || address.is_unicast_link_local()
        || address.to_ipv4_mapped().is_some_and(private_v4)
}

#[cfg(test)]
mod tests {
    use super::is_private;

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
            ("0.0.0.0", true),
            ("[::1]", true),
            ("[fd00::1]", true),
            ("[fe80::1]", true),
            ("[::ffff:10.0.0.1]", true),
            ("[2606:4700::1]", false),
            ("8.8.8.8", false),
            ("acme.com", false),
            ("LOCALHOST.", true),
            ("local.acme.com", false),
            ("media.example", false),
        ] {
            assert_eq!(is_private(host), private, "{host}");
        }
    }
}
