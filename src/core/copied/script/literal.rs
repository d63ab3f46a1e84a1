//! String literals of JavaScript, Python and Rust: quotes, prefixes and escapes.

use super::super::traced::Traced;

/// How a literal begins.
#[derive(Debug, Clone)]
pub struct Opening {
    /// What ends it.
    pub close: String,
    /// Bytes up to the inside.
    pub length: usize,
    pub is_raw: bool,
    /// What begins an expression inside: `${` or `{`.
    pub hole: Option<&'static str>,
}

/// The opening of a literal at the start of a text.
pub fn opening(text: &str) -> Option<Opening> {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let prefix = text[..letters].to_ascii_lowercase();
    if letters > 2 || !prefix.chars().all(|c| "rbfuc".contains(c)) {
        return None;
    }
    let rest = &text[letters..];
    let hashes = rest.len() - rest.trim_start_matches('#').len();
    let is_raw = prefix.contains('r');
    if hashes > 0 && !(is_raw && rest[hashes..].starts_with('"')) {
        return None;
    }
    let quote = rest[hashes..].chars().next().filter(|c| matches!(c, '"' | '\'' | '`'))?;
    if quote == '`' && letters > 0 {
        return None;
    }
    let triple = quote.to_string().repeat(3);
    let (quotes, close) = if hashes == 0 && quote != '`' && rest.starts_with(&triple) {
        (3, triple)
    } else {
        (1, format!("{quote}{}", "#".repeat(hashes)))
    };
    let hole = if quote == '`' { Some("${") } else { prefix.contains('f').then_some("{") };
    Some(Opening { close, length: letters + hashes + quotes, is_raw, hole })
}

/// Reads an escape, which begins with a backslash at a byte; returns the byte behind it.
pub fn escape(source: &str, at: usize, text: &mut Traced) -> usize {
    let Some(c) = source[at + 1..].chars().next() else { return source.len() };
    let behind = at + 1 + c.len_utf8();
    let digits = |start: usize, count: usize| {
        let hex = source.get(start..start + count)?;
        u32::from_str_radix(hex, 16).ok()
    };
    let mut push = |code: Option<u32>, end: usize| {
        let known = code.and_then(char::from_u32);
        text.push(known.unwrap_or(c), at);
        if known.is_some() { end } else { behind }
    };
    match c {
        'n' => push(Some(0x0A), behind),
        'r' => push(Some(0x0D), behind),
        't' => push(Some(0x09), behind),
        'b' => push(Some(0x08), behind),
        'f' => push(Some(0x0C), behind),
        'v' => push(Some(0x0B), behind),
        '0' => push(Some(0), behind),
        'x' => push(digits(behind, 2), behind + 2),
        'U' => push(digits(behind, 8), behind + 8),
        'u' if source[behind..].starts_with('{') => {
            let length = source[behind..].find('}').unwrap_or(0);
            push(digits(behind + 1, length.saturating_sub(1)), behind + length + 1)
        }
        'u' => {
            let high = digits(behind, 4);
            let low = source.get(behind + 4..behind + 6).filter(|next| *next == "\\u").and_then(|_| digits(behind + 6, 4));
            match (high, low) {
                (Some(high @ 0xD800..0xDC00), Some(low @ 0xDC00..0xE000)) => {
                    push(Some(0x1_0000 + ((high - 0xD800) << 10) + (low - 0xDC00)), behind + 10)
                }
                (Some(0xD800..0xE000), _) => push(Some(0xFFFD), behind + 4),
                _ => push(high, behind + 4),
            }
        }
        '\n' => source.len() - source[behind..].trim_start_matches([' ', '\t']).len(),
        _ => push(None, behind),
    }
}
