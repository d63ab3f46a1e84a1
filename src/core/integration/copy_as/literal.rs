//! Texts, variables and tables as JavaScript and Python both write them.

use std::fmt::Write;

/// A text in quotes: the first kind that its double quotes and line breaks allow. `many_lines`: the quotes for several
/// lines, `` ` `` or `'''`.
pub(super) fn literal(text: &str, many_lines: &str) -> String {
    let quotes = match text {
        _ if text.contains('\n') => many_lines,
        _ if text.contains('"') => "'",
        _ => "\"",
    };
    let mut literal = String::from(quotes);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        let escaped = match (quotes, c) {
            (_, '\\') => true,
            ("`", '$') => next == Some('{'),
            ("'''", '\'') => matches!(next, None | Some('\'')),
            _ => quotes.len() == 1 && quotes.starts_with(c),
        };
        match c {
            _ if escaped => literal.extend(['\\', c]),
            '\r' => literal.push_str("\\r"),
            '\n' => literal.push(c),
            '\t' if quotes == many_lines => literal.push(c),
            _ if c.is_ascii_control() => _ = write!(literal, "\\x{:02X}", u32::from(c)),
            _ => literal.push(c),
        }
    }
    literal.push_str(quotes);
    literal
}

/// The lines of a table: `"name": value,`
pub(super) fn push_entries(out: &mut String, indent: &str, entries: Vec<(&str, String)>) {
    for (name, value) in entries {
        _ = writeln!(out, "{indent}\"{name}\": {value},");
    }
}
