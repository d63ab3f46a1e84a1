//! Colors: contrast as WCAG 2 measures it, and a text color with enough of it.

use crate::core::preview::rgb::Rgb;

pub const BLACK: Rgb = Rgb { r: 0, g: 0, b: 0 };
pub const WHITE: Rgb = Rgb { r: 255, g: 255, b: 255 };

/// The least contrast of text in WCAG's level AA.
const ENOUGH: f64 = 4.5;

/// The contrast ratio of two colors in any order, 1 to 21.
pub fn contrast(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// The usual ink if its contrast with the background is at least 4.5:1, or else white, or else black.
///
/// On mid colors black is often a little better by the number, but Notion sets white on them, and white looks right.
///
/// A translucent ink must be laid [`over`] the background first.
pub fn ink_on(background: Rgb, usual: Rgb) -> Rgb {
    // One of black and white always reads: their ratios multiply to 21.
    [usual, WHITE].into_iter().find(|ink| contrast(background, *ink) >= ENOUGH).unwrap_or(BLACK)
}

/// The color of an ink with this opacity (0 to 1) on a background.
pub fn over(background: Rgb, ink: Rgb, alpha: f64) -> Rgb {
    let mix = |below: u8, above: u8| channel(f64::from(above) * alpha + f64::from(below) * (1.0 - alpha));
    Rgb { r: mix(background.r, ink.r), g: mix(background.g, ink.g), b: mix(background.b, ink.b) }
}

/// The nearest value of a channel.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the range of u8")]
pub(in crate::core::preview) fn channel(value: f64) -> u8 {
    value.round().clamp(0.0, 255.0) as u8
}

fn luminance(color: Rgb) -> f64 {
    0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b)
}

fn linear(channel: u8) -> f64 {
    let channel = f64::from(channel) / 255.0;
    if channel <= 0.04045 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const INK: Rgb = Rgb { r: 55, g: 53, b: 47 };

    fn rgb(r: u8, g: u8, b: u8) -> Rgb {
        Rgb { r, g, b }
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        let two_places = |ratio: f64| format!("{ratio:.2}");
        assert_eq!(two_places(contrast(BLACK, WHITE)), "21.00");
        assert_eq!(two_places(contrast(WHITE, BLACK)), "21.00");
        assert_eq!(two_places(contrast(rgb(118, 118, 118), WHITE)), "4.54");
        assert_eq!(two_places(contrast(rgb(119, 119, 119), WHITE)), "4.48");
        assert_eq!(two_places(contrast(INK, INK)), "1.00");
    }

    #[test]
    fn the_usual_ink_stays_where_it_reads() {
        assert_eq!(ink_on(WHITE, INK), INK);
        assert_eq!(ink_on(rgb(247, 247, 42), INK), INK);
    }

    #[test]
    fn black_or_white_elsewhere() {
        assert_eq!(ink_on(rgb(235, 64, 52), INK), BLACK);
        assert_eq!(ink_on(rgb(100, 100, 100), INK), WHITE);
        assert_eq!(ink_on(BLACK, INK), WHITE);
        // Black has 4.6:1 here.
        assert_eq!(ink_on(rgb(68, 131, 97), INK), WHITE);
    }

    #[test]
    fn every_gray_gets_an_ink_that_reads() {
        for level in 0..=255 {
            let gray = rgb(level, level, level);
            assert!(contrast(gray, ink_on(gray, INK)) >= ENOUGH, "{level}");
        }
    }

    #[test]
    fn a_translucent_ink_takes_on_its_background() {
        assert_eq!(over(WHITE, BLACK, 0.5), rgb(128, 128, 128));
        assert_eq!(over(WHITE, INK, 1.0), INK);
        assert_eq!(over(rgb(10, 20, 30), INK, 0.0), rgb(10, 20, 30));
    }

    #[test]
    fn channels_are_rounded_and_clamped() {
        assert_eq!([-3.0, 0.4, 0.5, 254.5, 300.0, f64::INFINITY].map(channel), [0, 0, 1, 255, 255, 255]);
    }
}
