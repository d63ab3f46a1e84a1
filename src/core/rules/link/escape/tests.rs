use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::core::pattern::{Answer, Flags, Pattern};
use crate::core::rules::link::tests::of_pattern;

/// A pattern, a text that it matches as a whole, whether the flag `u` accepts it, and what is said (none: nothing).
const TABLE: [(&str, &str, bool, &str); 48] = [
    (r"\p{N}", "p{N}", true, r"`\p{N}` matches the text `p{N}`: it is a kind of character only with the flag `u`"),
    (r"\P{L}", "P{L}", true, r"`\P{L}` matches the text `P{L}`: it is a kind of character only with the flag `u`"),
    (r"\p{Script=Greek}", "p{Script=Greek}", true, r"`\p{Script=Greek}` matches the text `p{Script=Greek}`: "),
    (r"\p{3}", "ppp", false, r"`\p{3}` matches `p` 3 times: "),
    (r"\p{2,3}", "pp", false, r"`\p{2,3}` matches `p` 2 to 3 times: "),
    (r"[\p{L}]", "L", true, r"`\p{L}` matches one character of `p{L}`: "),
    (r"\p", "p", false, r"`\p` matches the letter `p` and nothing else"),
    (
        r"\u{41}",
        "uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu",
        true,
        r"`\u{41}` matches `u` 41 times: it is a code point only with the flag `u`",
    ),
    (r"\u{1F600}", "u{1F600}", true, r"`\u{1F600}` matches the text `u{1F600}`: "),
    (r"\u00", "u00", false, r"`\u` matches the letter `u` and nothing else"),
    (r"\x4", "x4", false, r"`\x` matches the letter `x` and nothing else"),
    (r"\A", "A", false, r"`\A` matches the letter `A` and nothing else"),
    (r"\z", "z", false, r"`\z` matches the letter `z` and nothing else"),
    (r"\Z", "Z", false, r"`\Z` matches the letter `Z` and nothing else"),
    (r"\h", "h", false, r"`\h` matches the letter `h` and nothing else"),
    (r"\R", "R", false, r"`\R` matches the letter `R` and nothing else"),
    (r"\K", "K", false, r"`\K` matches the letter `K` and nothing else"),
    (r"\Q", "Q", false, r"`\Q` matches the letter `Q` and nothing else"),
    (r"\E", "E", false, r"`\E` matches the letter `E` and nothing else"),
    (r"\G", "G", false, r"`\G` matches the letter `G` and nothing else"),
    (r"\e", "e", false, r"`\e` matches the letter `e` and nothing else"),
    (r"\i", "i", false, r"`\i` matches the letter `i` and nothing else"),
    (r"[\B]", "B", false, r"`\B` matches the letter `B` and nothing else"),
    (r"\k<n>", "k<n>", false, r"`\k<n>` matches the text `k<n>`: the pattern has no named group"),
    (r"\k", "k", false, r"`\k` matches the letter `k` and nothing else"),
    (r"\1", "\u{1}", false, r"`\1` matches the character U+0001: there is no group 1"),
    (r"(a)\2", "a\u{2}", false, r"`\2` matches the character U+0002: there is no group 2"),
    (r"\8", "8", false, r"`\8` matches `8`: there is no group 8"),
    (r"\12", "\n", false, r"`\12` matches the character U+000A: there is no group 12"),
    (r"\400", " 0", false, r"`\40` matches the character U+0020: there is no group 400"),
    (r"\101", "A", false, r"`\101` matches the character U+0041: there is no group 101"),
    (r"\01", "\u{1}", false, r"`\01` matches the character U+0001"),
    (r"[\1]", "\u{1}", false, r"`\1` matches the character U+0001"),
    (r"\c", "\\c", false, r"`\c` matches a backslash and `c`"),
    (r"\c1", "\\c1", false, r"`\c` matches a backslash and `c`"),
    (r"\:", ":", false, r"`\:` matches `:`, but is an error with the flag `u`"),
    (r"\=", "=", false, r"`\=` matches `=`, but is an error with the flag `u`"),
    (r"\-", "-", false, r"`\-` matches `-`, but is an error with the flag `u`"),
    (r"[\:]", ":", false, r"`\:` matches `:`, but is an error with the flag `u`"),
    (r"\é", "é", false, r"`\é` matches `é`, but is an error with the flag `u`"),
    (r"\ ", " ", false, r"`\ ` matches ` `, but is an error with the flag `u`"),
    (r"[\-]", "-", true, ""),
    (r"(a)\1", "aa", true, ""),
    (r"(?<n>a)\k<n>", "aa", true, ""),
    (r"\x41\u0041\cA\0\n", "AA\u{1}\0\n", true, ""),
    (r"\^\$\\\.\*\+\?\(\)\[\]\{\}\|\/", "^$\\.*+?()[]{}|/", true, ""),
    (r"\d\D\s\S\w\W\b\Ba", "1a a.a", false, ""),
    (r"[\b]", "\u{8}", true, ""),
];

#[test]
fn escapes_are_explained_as_they_act() {
    for (pattern, text, _, said) in TABLE {
        let found = of_pattern(pattern, &["flag-dependent-escape"]);
        match said {
            "" => assert_eq!(found, [""; 0], "{pattern}"),
            said => assert!(found.len() == 1 && found[0].contains(&format!(": {said}")), "{pattern}: {found:?}"),
        }
        if pattern.contains(r"\B") && text.len() > 2 {
            continue;
        }
        let units = |text: &str| text.encode_utf16().collect::<Vec<_>>();
        let ours = Pattern::new(&units(&format!("^(?:{pattern})$")), Flags::default()).unwrap().exec(&units(text)).answer;
        assert!(matches!(ours, Answer::Matched(_)), "{pattern} {text}");
    }
}

const SCRIPT: &str = "
const rows = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const valid = source => { try { new RegExp(source, 'u'); return true; } catch { return false; } };
console.log(JSON.stringify(rows.map(([source, text]) => [new RegExp(`^(?:${source})$`).test(text), valid(source)])));
";

#[test]
fn node_reads_the_table_alike() {
    let child = Command::new("node").args(["-e", SCRIPT]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let Ok(mut child) = child else {
        return writeln!(std::io::stderr(), "skipped: there is no Node to read the escapes with").unwrap();
    };
    let rows: Vec<Value> = TABLE.iter().map(|(pattern, text, ..)| json!([pattern, text])).collect();
    child.stdin.take().unwrap().write_all(json!(rows).to_string().as_bytes()).unwrap();
    let answers: Value = serde_json::from_slice(&child.wait_with_output().unwrap().stdout).unwrap();
    for ((pattern, text, with_u, said), answer) in TABLE.iter().zip(answers.as_array().unwrap()) {
        // What holds with the flag as well is no matter of this table.
        let expected = if said.is_empty() { answer.clone() } else { json!([true, with_u]) };
        assert_eq!(*answer, expected, "{pattern} {text}");
    }
}

#[test]
fn each_is_marked_as_a_whole() {
    for (pattern, expected) in [
        (r"^https:\/\/acme\.com\/\d+\?a\=1$", "28..30"),
        (r"é\:", "2..4"),
        (r"[\-\]]\-", "6..8"),
        (r"x\p{L}y", "1..6"),
        (r"\k<n>", "0..5"),
        (r"\é", "0..3"),
    ] {
        let found = of_pattern(pattern, &["flag-dependent-escape"]);
        let places: Vec<&str> = found.iter().filter_map(|one| one.split([' ', ':']).nth(1)).collect();
        assert_eq!(places, [expected], "{pattern}");
    }
}

#[test]
fn one_finding_tells_all_places_of_an_escape() {
    let found = of_pattern(r"https\:\/\/a\:1\=", &["flag-dependent-escape"]);
    let expected = [
        "flag-dependent-escape 5..7: `\\:` matches `:`, but is an error with the flag `u`",
        "flag-dependent-escape 15..17: `\\=` matches `=`, but is an error with the flag `u`",
    ];
    assert_eq!(found, expected);
}
