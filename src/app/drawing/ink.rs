//! Colors of a drawing as CSS, for both themes at once: the drawing's `color-scheme` chooses.

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
pub fn card(background: Option<Rgb>) -> Option<String> {
    background.map(|background| {
        let ink = ink(background, INK);
        format!(
            "--card:{};--sunken:transparent;--ink:{ink};--ink-soft:{ink};--frame:color-mix(in srgb,{ink} 22%,transparent)",
            css(background)
        )
    })
}

pub fn chip(color: Option<Rgb>) -> Option<String> {
    color.map(|color| format!("--chip:{};--chip-ink:{}", css(color), ink(color, CHIP_INK)))
}

/// What can be read on a color, of the usual inks where those can.
fn ink(color: Rgb, usual: [Rgb; 2]) -> String {
    let [light, dark] = usual.map(|usual| ink_on(color, usual));
    if light == dark { css(light) } else { format!("light-dark({},{})", css(light), css(dark)) }
}

pub fn swatch(color: Option<Rgb>) -> Option<String> {
    color.map(|color| format!("--swatch:{}", css(color)))
}
