//! Card and Mention as text, for a terminal.
//!
//! A chip is `[text]`, a relation `‹text›`, a swatch `■` with its color, a small image `▣`; other media show their
//! address. Only the frame and the title are styled.

use std::sync::Arc;

use clap::ValueEnum;

use super::terminal::{Style, fitting, visible, width};
use crate::core::preview::format::initials;
use crate::core::preview::{Mention, Part, PartKind, Preview, Render, Rgb};
use crate::core::unfurl::ErrorReply;

/// Columns inside the frame.
const COLUMNS: usize = 72;
const BODY_LINES: usize = 3;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum View {
    /// The card
    Preview,
    /// The Mention
    Mention,
    /// The card, then the Mention
    #[default]
    Both,
}

pub fn draw(render: &Render, view: View, style: Style) -> String {
    let mut blocks = Vec::new();
    if view != View::Mention {
        blocks.push(card(render, style));
    }
    if view != View::Preview {
        blocks.push(mention(render));
    }
    blocks.extend(render.not_drawn.split_first().map(|_| not_drawn(render)));
    blocks.join("\n")
}

fn card(render: &Render, style: Style) -> String {
    let lines = card_lines(&render.preview, style);
    let error = render.error.as_ref().map(error).into_iter().flat_map(|text| wrap(&text, COLUMNS));
    let mut lines: Vec<(String, String)> = lines.into_iter().chain(error.map(plain)).collect();
    if lines.is_empty() {
        lines.push(plain("nothing to draw yet".to_owned()));
    }
    let bar = style.faint("│");
    let edge = "─".repeat(COLUMNS + 2);
    let padding = |text: &str| " ".repeat(COLUMNS.saturating_sub(width(text)));
    let inside = lines.iter().map(|(text, painted)| format!("{bar} {painted}{} {bar}\n", padding(text)));
    let top = style.faint(&format!("╭{edge}╮")) + "\n";
    let bottom = style.faint(&format!("╰{edge}╯")) + "\n";
    let background = render.preview.background.map(|color| format!("background {}\n", hex(color)));
    std::iter::once(top).chain(inside).chain([bottom]).chain(background).collect()
}

fn plain(text: String) -> (String, String) {
    (text.clone(), text)
}

/// The lines of the card, each plain (to measure its width) and styled.
fn card_lines(preview: &Preview, style: Style) -> Vec<(String, String)> {
    let subheading = spaced([dotted(&preview.entity), dotted(preview.primary.iter().chain(&preview.secondary))]);
    let bottom = spaced([preview.avatar.iter().map(|part| avatar(part)).collect(), dotted(&preview.identifier)]);
    let title = wrap(&joined(&preview.title), COLUMNS).into_iter().map(|line| (line.clone(), style.bold(&line)));
    let body = preview.body.iter().flat_map(|part| cut(wrap(&words(part), COLUMNS), BODY_LINES));
    let rest = wrap(&subheading, COLUMNS).into_iter().chain(body);
    let rest = rest.chain(wrap(&joined(&preview.embed), COLUMNS)).chain(wrap(&bottom, COLUMNS));
    title.chain(rest.map(plain)).collect()
}

fn mention(render: &Render) -> String {
    let Mention { entity, identifier, title } = &render.mention;
    let line = spaced([dotted(entity), dotted(identifier), joined(title)]);
    let line = spaced([line, render.error.as_ref().map(error).unwrap_or_default()]);
    format!("Mention: {}\n", if line.is_empty() { "nothing to draw yet" } else { &line })
}

fn error(error: &ErrorReply) -> String {
    let status = error.status.map(|status| status.to_string());
    let message = error.message.as_deref().map(one_line);
    let words: Vec<String> = status.into_iter().chain(message).collect();
    format!("⚠ {}", if words.is_empty() { "error".to_owned() } else { words.join(": ") })
}

fn not_drawn(render: &Render) -> String {
    let lines = render.not_drawn.iter().map(|left| format!("  {}  {}\n", visible(&left.pointer), visible(&left.reason)));
    std::iter::once("not drawn:\n".to_owned()).chain(lines).collect()
}

fn words(part: &Part) -> String {
    let text = part.text.as_deref().unwrap_or_default();
    let src_url = visible(part.src_url.as_deref().unwrap_or_default());
    match part.kind {
        PartKind::Text | PartKind::Date | PartKind::Datetime => text.to_owned(),
        PartKind::Chip => format!("[{}]", one_line(text)),
        PartKind::Relation => format!("‹{}›", one_line(text)),
        PartKind::Swatch => format!("■ {}", part.color.map(hex).unwrap_or_default()),
        PartKind::Image => format!("▣ {src_url}"),
        PartKind::Video => format!("▶ {src_url}"),
        PartKind::Audio => format!("♪ {src_url}"),
        PartKind::Html => format!("⧉ {src_url}"),
        PartKind::Pdf => format!("▤ {src_url}"),
    }
}

/// The bottom line shows an image without its address.
fn avatar(part: &Part) -> String {
    match part.kind {
        PartKind::Text => format!("({})", visible(&initials(part.text.as_deref().unwrap_or_default()))),
        PartKind::Image => "(▣)".to_owned(),
        _ => one_line(&words(part)),
    }
}

/// A part within a line, where an image has no room for its address.
fn small(part: &Part) -> String {
    if part.kind == PartKind::Image { "▣".to_owned() } else { one_line(&words(part)) }
}

fn dotted<'p>(parts: impl IntoIterator<Item = &'p Arc<Part>>) -> String {
    parts.into_iter().map(|part| small(part)).collect::<Vec<_>>().join(" · ")
}

fn joined(parts: &[Arc<Part>]) -> String {
    parts.iter().map(|part| one_line(&words(part))).collect::<Vec<_>>().join(" ")
}

fn spaced<const N: usize>(texts: [String; N]) -> String {
    texts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
}

fn one_line(text: &str) -> String {
    visible(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn hex(color: Rgb) -> String {
    format!("#{:02x}{:02x}{:02x}", color.r, color.g, color.b)
}

/// Lines of at most `columns`, broken between words. A word longer than a line is broken too.
fn wrap(text: &str, columns: usize) -> Vec<String> {
    text.lines().map(visible).flat_map(|line| wrap_line(&line, columns)).filter(|line| !line.is_empty()).collect()
}

fn wrap_line(line: &str, columns: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in line.split_whitespace() {
        let mut rest = word;
        if used > 0 && used + 1 + width(word) > columns && width(word) <= columns || used + 1 >= columns {
            lines.push(String::new());
            used = 0;
        }
        while let Some(last) = lines.last_mut() {
            if used > 0 {
                last.push(' ');
                used += 1;
            }
            let fits = fitting(rest, columns - used).len().max(rest.chars().next().map_or(0, char::len_utf8));
            last.push_str(&rest[..fits]);
            used += width(&rest[..fits]);
            rest = &rest[fits..];
            if rest.is_empty() {
                break;
            }
            lines.push(String::new());
            used = 0;
        }
    }
    lines
}

/// The first `most` lines, with an ellipsis if there were more.
fn cut(mut lines: Vec<String>, most: usize) -> Vec<String> {
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            *last = format!("{}…", fitting(last, COLUMNS - 1).trim_end());
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_broken_between_words() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("one\n\n two", 7), ["one", "two"]);
        assert_eq!(wrap("", 7), [""; 0]);
    }

    #[test]
    fn long_words_are_broken() {
        assert_eq!(wrap("abcdefgh ij", 3), ["abc", "def", "gh", "ij"]);
        assert_eq!(wrap("a bcdefgh", 4), ["a bc", "defg", "h"]);
        assert_eq!(wrap("漢字漢字", 3), ["漢", "字", "漢", "字"]);
    }

    #[test]
    fn more_lines_than_there_is_room_for_end_in_an_ellipsis() {
        let lines = |count| vec!["line".to_owned(); count];
        assert_eq!(cut(lines(3), 3), ["line", "line", "line"]);
        assert_eq!(cut(lines(4), 3), ["line", "line", "line…"]);
    }
}
