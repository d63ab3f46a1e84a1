//! Escapes that mean less than they seem to: without the flags `u` and `v`, many a letter behind a backslash is just that
//! letter.

use crate::core::pattern::syntax::Syntax;
use crate::core::rule::{Family, Rule, rule};
use crate::core::rules::link::linked::{LABELS, Linked};
use crate::core::rules::report::Report;
use crate::core::severity::Severity;
use crate::core::text::Span;

pub static FLAG_DEPENDENT_ESCAPE: Rule = rule! {
    name: "flag-dependent-escape",
    family: Family::LinkRule,
    documented: Severity::Info,
    wild: Severity::Info,
    summary: "A backslash does nothing, or not what it does in other languages.",
    why: "`\\:` is a colon in a pattern without flags and an error in one with `u` or `v`, as in the `pattern` of an HTML form. The documents' own example has it and names no flags. `\\p{L}` and `\\A` mean something elsewhere, here they match the letters `p` and `A`.",
    bad: r#"{"name": "item", "pattern": "^https\\:\\/\\/acme\\.com\\/items\\/\\d+$", "samples": ["https://acme.com/items/1"]}"#,
    good: r#"{"name": "item", "pattern": "^https:\\/\\/acme\\.com\\/items\\/\\d+$", "samples": ["https://acme.com/items/1"]}"#,
    document: "guide, URL matching and placeholder",
};

pub fn flag_dependent(linked: &Linked, report: &mut Report) {
    let Some((pattern, syntax)) = linked.parsed() else { return };
    let mut told: Vec<(String, Vec<Span>, &'static str)> = Vec::new();
    for (span, escape) in escapes(pattern, syntax) {
        let known = told.iter().position(|(message, ..)| *message == escape.message);
        match known {
            Some(known) if told[known].1.len() <= LABELS => told[known].1.push(span),
            None if told.len() < LABELS => told.push((escape.message, vec![span], escape.help)),
            _ => {}
        }
    }
    for (message, places, help) in told {
        let mut places = places.into_iter();
        let Some(first) = places.next() else { continue };
        let finding = linked.in_pattern(first, message).help(help);
        report.add(places.fold(finding, |finding, place| finding.label(place, "Here too")));
    }
}

/// An escape that is another one, or an error, with the flag `u`.
struct Escape {
    /// Its bytes behind the backslash.
    length: usize,
    message: String,
    help: &'static str,
}

/// These escapes with their bytes in the pattern.
fn escapes(pattern: &str, syntax: &Syntax) -> Vec<(Span, Escape)> {
    let scope = Scope { has_names: syntax.has_names(), groups: syntax.groups.len() };
    let mut found = Vec::new();
    let mut in_class = false;
    let mut at = 0;
    while let Some(c) = pattern[at..].chars().next() {
        match c {
            '[' => in_class = true,
            ']' => in_class = false,
            '\\' => {
                let rest = &pattern[at + 1..];
                let Some(escaped) = rest.chars().next() else { break };
                match scope.read(escaped, rest, in_class) {
                    Some(escape) => {
                        let end = at + 1 + escape.length;
                        found.push((Span::new(at, end), escape));
                        at = end;
                    }
                    None => at += 1 + escaped.len_utf8(),
                }
                continue;
            }
            _ => {}
        }
        at += c.len_utf8();
    }
    found
}

/// What decides about the meaning of `\k` and `\1`.
struct Scope {
    has_names: bool,
    groups: usize,
}

impl Scope {
    /// `None` for an escape that is the same with the flag `u`. `rest` begins with the escaped character.
    fn read(&self, escaped: char, rest: &str, in_class: bool) -> Option<Escape> {
        let after = &rest[escaped.len_utf8()..];
        let hex = |count: usize| after.len() >= count && after.bytes().take(count).all(|byte| byte.is_ascii_hexdigit());
        let holds = match escaped {
            _ if "^$\\.*+?()[]{}|/dDsSwWbfnrtv".contains(escaped) => true,
            'B' => !in_class,
            '-' => in_class,
            'c' => after.starts_with(|next: char| next.is_ascii_alphabetic()),
            'x' => hex(2),
            'u' => hex(4),
            'k' => !in_class && self.has_names,
            '0' => !after.starts_with(|next: char| next.is_ascii_digit()),
            '1'..='9' => !in_class && number(rest) <= self.groups,
            _ => false,
        };
        if holds {
            return None;
        }
        Some(match escaped {
            'p' | 'P' | 'u' => braced(rest, in_class).unwrap_or_else(|| letter(escaped)),
            'k' => named(rest).filter(|_| !in_class).unwrap_or_else(|| letter(escaped)),
            '0'..='9' => digits(rest, in_class),
            'c' => Escape {
                length: 1,
                message: "`\\c` matches a backslash and `c`".to_owned(),
                help: "Write a letter behind it, or `\\\\c` for a backslash and `c`",
            },
            _ if escaped.is_ascii_alphabetic() => letter(escaped),
            _ => Escape {
                length: escaped.len_utf8(),
                message: format!("`\\{escaped}` matches `{escaped}`, but is an error with the flag `u`"),
                help: "Remove the backslash",
            },
        })
    }
}

/// The number that the text begins with.
fn number(text: &str) -> usize {
    let digits = text.bytes().take_while(u8::is_ascii_digit);
    digits.fold(0, |number: usize, digit| number.saturating_mul(10).saturating_add(usize::from(digit - b'0')))
}

/// `p{L}`, `u{41}`: with the flag `u` a property of characters or a code point.
fn braced(rest: &str, in_class: bool) -> Option<Escape> {
    let end = rest[1..].strip_prefix('{')?.find('}')? + 3;
    let (letter, inside, written) = (&rest[..1], &rest[2..end - 1], &rest[..end]);
    let is_count = inside.starts_with(|first: char| first.is_ascii_digit())
        && inside.split(',').count() <= 2
        && inside.bytes().all(|byte| byte.is_ascii_digit() || byte == b',');
    let matches = match is_count {
        _ if in_class => format!("one character of `{written}`"),
        true => format!("`{letter}` {} times", inside.trim_end_matches(',').replace(',', " to ")),
        false => format!("the text `{written}`"),
    };
    let (what, help) = match letter {
        "u" => ("a code point", "Write it with four digits, such as `\\u0041`"),
        _ => ("a kind of character", "List the characters, such as `[A-Za-z]` or `[0-9]`"),
    };
    Some(Escape { length: end, message: format!("`\\{written}` matches {matches}: it is {what} only with the flag `u`"), help })
}

/// `k<n>` in a pattern without named groups.
fn named(rest: &str) -> Option<Escape> {
    let end = rest[1..].strip_prefix('<')?.find('>')? + 3;
    let written = &rest[..end];
    let message = format!("`\\{written}` matches the text `{written}`: the pattern has no named group");
    Some(Escape { length: end, message, help: "Name a group, such as `(?<itemNo>…)`, or remove the backslash" })
}

/// `1` without such a group, `07`: a character by its octal number, or the digit itself.
fn digits(rest: &str, in_class: bool) -> Escape {
    let (mut length, mut value) = (0, 0);
    for digit in rest.bytes().take(3).take_while(|byte| matches!(byte, b'0'..=b'7')) {
        let longer = value * 8 + u32::from(digit - b'0');
        if longer > 0xFF {
            break;
        }
        (length, value) = (length + 1, longer);
    }
    let length = length.max(1);
    let written = &rest[..length];
    let matches = if rest.starts_with(['8', '9']) { format!("`{written}`") } else { format!("the character U+{value:04X}") };
    let why = match (in_class, rest.starts_with('0')) {
        (false, false) => format!(": there is no group {}", number(rest)),
        _ => String::new(),
    };
    let message = format!("`\\{written}` matches {matches}{why}");
    Escape { length, message, help: "Refer to a group that the pattern has, or write the character with `\\x` and two digits" }
}

/// A letter that means itself here.
fn letter(letter: char) -> Escape {
    let help = match letter {
        'A' => "Write `^` for the start of the URL",
        'z' | 'Z' => "Write `$` for the end of the URL",
        'h' => "Write `[0-9a-f]` for a hexadecimal digit, `[ \\t]` for a blank",
        'R' => "Remove it: a URL has no line breaks",
        'K' | 'G' => "Remove it: JavaScript has nothing like it",
        'Q' | 'E' => "Put a backslash before each special character instead",
        'x' => "Write two hexadecimal digits behind it, such as `\\x41`",
        'u' => "Write four hexadecimal digits behind it, such as `\\u0041`",
        _ => "Remove the backslash if you mean the letter",
    };
    Escape { length: 1, message: format!("`\\{letter}` matches the letter `{letter}` and nothing else"), help }
}

#[cfg(test)]
mod tests;
