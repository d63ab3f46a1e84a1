//! Colors as designers write and choose them.

use crate::core::preview::Rgb;

/// One of Notion's colors for tags.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tint {
    pub name: &'static str,
    /// On a light page, and on a dark one.
    pub light: Rgb,
    pub dark: Rgb,
}

impl Tint {
    /// As a payload has it.
    pub fn json(&self) -> String {
        json(self.light)
    }
}

const fn tint(name: &'static str, [r, g, b]: [u8; 3], [dark_r, dark_g, dark_b]: [u8; 3]) -> Tint {
    Tint { name, light: Rgb { r, g, b }, dark: Rgb { r: dark_r, g: dark_g, b: dark_b } }
}

/// Measured in Notion; the documents name none. A payload has one color for both pages: the light one.
pub const TINTS: [Tint; 9] = [
    tint("Gray", [227, 226, 224], [90, 90, 90]),
    tint("Brown", [238, 224, 218], [96, 59, 44]),
    tint("Orange", [250, 222, 201], [133, 76, 29]),
    tint("Yellow", [253, 236, 200], [137, 99, 42]),
    tint("Green", [219, 237, 219], [43, 89, 63]),
    tint("Blue", [211, 229, 239], [40, 69, 108]),
    tint("Purple", [232, 222, 238], [73, 47, 100]),
    tint("Pink", [245, 224, 233], [105, 49, 76]),
    tint("Red", [255, 226, 221], [110, 54, 48]),
];

/// `#dbeddb`
pub fn hex(color: Rgb) -> String {
    format!("#{:02x}{:02x}{:02x}", color.r, color.g, color.b)
}

/// Reads `#dbeddb`, `dbeddb` or `#fff`.
pub fn from_hex(text: &str) -> Option<Rgb> {
    let digits = text.trim().trim_start_matches('#');
    let digit = |at: usize| u8::try_from(digits.get(at..=at).and_then(|one| u32::from_str_radix(one, 16).ok())?).ok();
    let channel = |at: usize| match digits.len() {
        3 => digit(at).map(|one| one * 17),
        6 => Some(digit(at * 2)? * 16 + digit(at * 2 + 1)?),
        _ => None,
    };
    Some(Rgb { r: channel(0)?, g: channel(1)?, b: channel(2)? })
}

/// As a payload has it.
pub(super) fn json(color: Rgb) -> String {
    format!(r#"{{"r": {}, "g": {}, "b": {}}}"#, color.r, color.g, color.b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_designers_write() {
        let green = Some(Rgb { r: 219, g: 237, b: 219 });
        for (text, color) in [
            ("#dbeddb", green),
            ("DBEDDB ", green),
            ("#fff", Some(Rgb { r: 255, g: 255, b: 255 })),
            ("#1a2", Some(Rgb { r: 17, g: 170, b: 34 })),
            ("", None),
            ("#12345", None),
            ("#ggg", None),
            ("#é12", None),
            ("#+1+2+3", None),
        ] {
            assert_eq!(from_hex(text), color, "{text}");
        }
        assert_eq!(green.map(hex).as_deref(), Some("#dbeddb"));
    }
}
