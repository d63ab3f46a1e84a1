//! The name of a service, from its host.

use crate::core::text::capitalized;

/// `www.acme.co.uk` → `Acme`; empty where the host has no name.
pub fn company(domain: &str) -> String {
    let labels: Vec<&str> = domain.split('.').filter(|label| !label.is_empty()).collect();
    let name = match labels.as_slice() {
        [.., name, second, _] if second.len() <= 3 && labels.len() > 2 => name,
        [.., name, _] => name,
        _ => return String::new(),
    };
    if name.bytes().all(|byte| byte.is_ascii_digit()) { String::new() } else { capitalized(name) }
}
