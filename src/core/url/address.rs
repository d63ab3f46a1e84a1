//! Addresses that stand in the place of a host: `127.0.0.1`, and `::1` without its brackets.
//!
//! In: a text. Out: the address it spells. As strict as the standard library, whose parser takes 1 KB of brotli more.

use std::net::{Ipv4Addr, Ipv6Addr};

use crate::core::text::cut;

/// Of an IPv6 address.
const GROUPS: usize = 8;

pub fn ipv4(text: &str) -> Option<Ipv4Addr> {
    let mut bytes = [0; 4];
    let mut parts = text.split('.');
    for byte in &mut bytes {
        let part = parts.next()?;
        // Some programs take a zero in front for an octal number.
        let plain = part == "0" || !part.starts_with('0');
        *byte = number(part, 10, 3).filter(|_| plain).and_then(|number| u8::try_from(number).ok())?;
    }
    parts.next().is_none().then(|| bytes.into())
}

pub fn ipv6(text: &str) -> Option<Ipv6Addr> {
    let Some((front, back)) = cut(text, "::") else {
        return <[u16; GROUPS]>::try_from(groups(text, true)?).ok().map(Ipv6Addr::from);
    };
    let (front, back) = (groups(front, false)?, groups(back, true)?);
    // The colons stand for one group at least.
    let zeros = (GROUPS - 1).checked_sub(front.len() + back.len())? + 1;
    let all = [front, vec![0; zeros], back].concat();
    <[u16; GROUPS]>::try_from(all).ok().map(Ipv6Addr::from)
}

/// `1:2f:3`; where the address ends with them, the last two may be written as an IPv4 address.
fn groups(text: &str, at_end: bool) -> Option<Vec<u16>> {
    let mut groups = Vec::new();
    let mut rest = Some(text).filter(|text| !text.is_empty());
    while let Some(text) = rest {
        let (part, after) = text.split_once(':').map_or((text, None), |(part, after)| (part, Some(after)));
        match ipv4(part).filter(|_| at_end && after.is_none()) {
            Some(address) => {
                let [a, b, c, d] = address.octets();
                groups.extend_from_slice(&[u16::from_be_bytes([a, b]), u16::from_be_bytes([c, d])]);
            }
            None => groups.push(number(part, 16, 4)?),
        }
        rest = after;
    }
    Some(groups)
}

/// At least one digit, and so many at most.
fn number(text: &str, base: u32, digits: usize) -> Option<u16> {
    if text.is_empty() || text.len() > digits {
        return None;
    }
    let number = text.chars().try_fold(0, |number, digit| Some(number * base + digit.to_digit(base)?))?;
    u16::try_from(number).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_those_of_the_standard_library() {
        for text in [
            "",
            "0.0.0.0",
            "127.0.0.1",
            "255.255.255.255",
            "256.0.0.1",
            "01.2.3.4",
            "00.0.0.0",
            "1.2.3",
            "1.2.3.4.5",
            "1..2.3",
            "1.2.3.4.",
            ".1.2.3",
            "1.2.3.x",
            "0001.2.3.4",
            "+1.2.3.4",
            "1.2.3.-4",
            "é.1.2.3",
        ] {
            assert_eq!(ipv4(text), text.parse().ok(), "{text}");
        }
        for text in [
            "",
            ":",
            "::",
            ":::",
            "::1",
            "1::",
            "::1::",
            "1::2::3",
            "1:2:3:4:5:6:7:8",
            "1:2:3:4:5:6:7",
            "1:2:3:4:5:6:7:8:9",
            "1:2:3:4:5:6:7::",
            "::2:3:4:5:6:7:8",
            "::1:2:3:4:5:6:7:8",
            "1:2:3:4::5:6:7:8",
            "fe80::1",
            "FD00::aB",
            "12345::",
            "0001::00",
            "::g",
            "1::2:",
            ":1::2",
            "::ffff:10.0.0.1",
            "::10.0.0.1",
            "1:2:3:4:5:6:10.0.0.1",
            "1:2:3:4:5:6:7:10.0.0.1",
            "1:2:3:4:5::10.0.0.1",
            "1:2:3:4:5:6::10.0.0.1",
            "10.0.0.1::",
            "10.0.0.1::1",
            "::10.0.0.1:1",
            "::10.0.0",
            "::256.0.0.1",
            "fe80::1%1",
            "é::",
            "10.0.0.1",
            "::1.2.3.4.5",
        ] {
            assert_eq!(ipv6(text), text.parse().ok(), "{text}");
        }
    }
}
