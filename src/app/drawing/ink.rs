//! Colors of a drawing as CSS.

use crate::core::preview::Rgb;
use crate::core::preview::format::ink_on;

/// The usual ink of the page, light and dark.
const INK: [Rgb; 2] = [Rgb { r: 55, g: 53, b: 47 }, Rgb { r: 211, g: 211, b: 211 }];
/// The usual ink of a chip, light and dark.
const CHIP_INK: [Rgb; 2] = [Rgb { r: 50, g: 48, b: 44 }, Rgb { r: 209, g: 209, b: 209 }];

pub fn css(color: Rgb) -> String {
    format!("rgb({},{},{})", color.r, color.g, color.b)
}

/// A card with a background: an ink that can be read on it, for the second line too, and nothing darker behind a tile.
pub fn card(background: Option<Rgb>, dark: bool) -> Option<String> {
    background.map(|background| {
        let ink = css(ink_on(background, INK[usize::from(dark)]));
        format!(
            "--card:{};--sunken:transparent;--ink:{ink};--ink-soft:{ink};--frame:color-mix(in srgb,{ink} 22%,transparent)",
            css(background)
        )
    })
}

pub fn chip(color: Option<Rgb>, dark: bool) -> Option<String> {
    color.map(|color| format!("--chip:{};--chip-ink:{}", css(color), css(ink_on(color, CHIP_INK[usize::from(dark)]))))
}

pub fn swatch(color: Option<Rgb>) -> Option<String> {
    color.map(|color| format!("--swatch:{}", css(color)))
}
