//! Tables of patterns: their trees, and why others are refused.

use super::*;

fn read(pattern: &str) -> Result<Syntax, SyntaxError> {
    parse(&pattern.encode_utf16().collect::<Vec<_>>())
}

/// The tree in one line, each part with its place left out.
fn tree(syntax: &Syntax, id: NodeId) -> String {
    let list = |ids: &[NodeId]| ids.iter().map(|id| tree(syntax, *id)).collect::<Vec<_>>().join(" ");
    match &syntax.node(id).kind {
        NodeKind::Alternatives(all) => format!("either({})", list(all)),
        NodeKind::Sequence(all) => list(all),
        NodeKind::Unit(unit) => match u8::try_from(*unit) {
            Ok(letter @ b'!'..=b'~') => char::from(letter).to_string(),
            _ => format!("{unit:X}"),
        },
        NodeKind::Set(set) => format!("{:?}{}", set.name, if set.negated { "!" } else { "" }),
        NodeKind::Class { negated, items } => {
            let items = items.iter().map(|item| match item.kind {
                ClassKind::Unit(unit) => format!("{unit:X}"),
                ClassKind::Range(from, to) => format!("{from:X}-{to:X}"),
                ClassKind::Set(set) => format!("{:?}{}", set.name, if set.negated { "!" } else { "" }),
            });
            format!("[{}{}]", if *negated { "^" } else { "" }, items.collect::<Vec<_>>().join(" "))
        }
        NodeKind::Look { behind, negated, inside } => {
            format!("look{}{}({})", if *behind { "<" } else { "" }, if *negated { "!" } else { "=" }, tree(syntax, *inside))
        }
        NodeKind::Capture { group, inside } => format!("{group}({})", tree(syntax, *inside)),
        NodeKind::Group { inside, .. } => format!("({})", tree(syntax, *inside)),
        NodeKind::Repeat { min, max, lazy, inside } => {
            let max = max.map_or_else(String::new, |max| max.to_string());
            format!("{}{{{min},{max}}}{}", tree(syntax, *inside), if *lazy { "?" } else { "" })
        }
        NodeKind::BackReference(groups) => format!("same{groups:?}"),
        NodeKind::Boundary { negated } => format!("boundary{}", if *negated { "!" } else { "" }),
        other => format!("{other:?}").to_lowercase(),
    }
}

#[test]
fn reads_as_javascript_does() {
    for (pattern, wanted) in [
        ("", "empty"),
        ("a|", "either(a empty)"),
        ("^a.$", "start a any end"),
        ("(a)(?:b)(?<n>c)\\k<n>", "1(a) (b) 2(c) same[2]"),
        ("\\k<n>", "k < n >"),
        ("(?<$𝒜>)\\k<$\\u{1d49c}>", "1(empty) same[1]"),
        ("(?:(?<a>x)|(?<a>y))\\k<a>", "(either(1(x) 2(y))) same[1, 2]"),
        ("\\1(a)\\2", "same[1] 1(a) 2"),
        ("\\8\\18\\377\\400\\0", "8 1 8 FF 20 0 0"),
        ("\\ca\\c1[\\c1\\c*]", "1 \\ c 1 [11 5C 63 2A]"),
        ("\\x4\\x41\\u41\\u0041\\:", "x 4 A u 4 1 A :"),
        ("\\b[\\b\\B-]\\B", "boundary [8 42 2D] boundary!"),
        ("[\\d-z][a-\\W][^\\s]", "[Digit 2D 7A] [61 2D Word!] [^Space]"),
        ("[]a[^]", "[] a [^]"),
        ("a{,2}b{2}c{2,}?d{1,2", "a { , 2 } b{2,2} c{2,}? d { 1 , 2"),
        ("]}{", "] } {"),
        ("(?=a)*(?<!b)(?i-m:c)", "look=(a){0,} look<!(b) (c)"),
    ] {
        let syntax = read(pattern).unwrap();
        assert_eq!(tree(&syntax, syntax.root), wanted, "{pattern}");
    }
}

#[test]
fn refuses_as_javascript_does_and_says_where() {
    for (pattern, message, start, end) in [
        ("a(b", "unterminated group", 1, 2),
        ("a(?<n>b", "unterminated group", 1, 6),
        ("ab)", "unmatched ')'", 2, 3),
        ("a**", "nothing to repeat", 2, 3),
        ("a|{1,2}", "nothing to repeat", 2, 7),
        ("^*", "nothing to repeat", 1, 2),
        ("a\\", "\\ at end of pattern", 1, 2),
        ("[\\", "\\ at end of pattern", 1, 2),
        ("a[bc", "unterminated character class", 1, 4),
        ("[z-", "unterminated character class", 0, 3),
        ("[xb-ay]", "range out of order in character class", 2, 5),
        ("a{3,2}", "numbers out of order in {} quantifier", 1, 6),
        ("(?<=a)+", "invalid quantifier", 6, 7),
        ("x(?a)", "invalid group", 1, 4),
        ("(?", "invalid group", 0, 2),
        ("(?-:a)", "invalid group", 0, 4),
        ("(?ii:a)", "invalid group", 0, 4),
        ("(?<1>)", "invalid capture group name", 3, 4),
        ("(?<a", "invalid capture group name", 3, 4),
        ("(?<\\u12>)", "invalid Unicode escape", 3, 5),
        ("(?<a>)(?<a>)", "duplicate capture group name", 9, 10),
        ("(?:(?<a>)|b)(?:(?<b>)|(?<a>))", "duplicate capture group name", 25, 26),
        ("\\k(?<a>)", "invalid named reference", 0, 2),
        ("(?<a>)\\k<b>", "invalid named capture referenced", 6, 11),
        ("(?<a>)[\\k]", "invalid escape", 7, 9),
    ] {
        let error = read(pattern).expect_err(pattern);
        assert_eq!((error.message.as_str(), error.span), (message, Span::new(start, end)), "{pattern}");
    }
}

#[test]
fn says_what_only_newer_engines_take() {
    let found = |pattern: &str| {
        let parts = read(pattern).unwrap().engine_dependent.into_iter();
        parts.map(|part| (part.what, part.span.start, part.span.end)).collect::<Vec<_>>()
    };
    assert_eq!(found("(?<a>x)|(?<a>y)"), [(NewSyntax::DuplicateName, 11, 12)]);
    assert_eq!(found("(?:a)(?i-s:b)"), [(NewSyntax::Modifiers, 7, 10)]);
}

#[test]
fn knows_where_groups_and_terms_stand() {
    let syntax = read("x(?<n>(a|bc)+)").unwrap();
    assert_eq!(syntax.groups[0].span, Span::new(1, 14));
    assert_eq!(syntax.groups[1].span, Span::new(6, 12));
    assert_eq!(syntax.groups[0].name.as_deref(), Some("n"));
    let NodeKind::Capture { inside, .. } = syntax.node(syntax.groups[0].node).kind else { panic!("a group") };
    assert_eq!(syntax.node(inside).span, Span::new(6, 13));
}

#[test]
fn depth_is_no_matter() {
    let deep = "(?:".repeat(50_000) + &")".repeat(50_000);
    assert_eq!(read(&deep).unwrap().nodes.len(), 50_001);
    assert_eq!(read(&"()".repeat(32_768)).unwrap_err().message, "too many captures");
}

#[test]
fn half_a_pair_is_a_unit() {
    let syntax = parse(&[0xD83D, u16::from(b'+')]).unwrap();
    assert_eq!(tree(&syntax, syntax.root), "D83D{1,}");
}
