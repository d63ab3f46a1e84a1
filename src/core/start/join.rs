//! A relative address of a page as an absolute one.

use crate::core::url::Url;

/// `None`: the address is relative, and nobody knows to what.
pub fn join(base: &str, address: &str) -> Option<String> {
    let address = address.trim();
    if Url::parse(address).is_ok() {
        return Some(address.to_owned());
    }
    let base = Url::parse(base).ok().filter(Url::is_http)?;
    if address.is_empty() || address.contains(|c: char| c.is_whitespace()) {
        return None;
    }
    if let Some(rest) = address.strip_prefix("//") {
        return Some(format!("{}://{rest}", base.scheme));
    }
    let port = base.port.map(|port| format!(":{port}")).unwrap_or_default();
    let origin = format!("{}://{}{port}", base.scheme, base.host);
    if address.starts_with('/') {
        return Some(origin + address);
    }
    let folder = base.path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let joined = format!("{origin}{folder}/{}", address.trim_start_matches("./"));
    Url::parse(&joined).is_ok().then_some(joined)
}
