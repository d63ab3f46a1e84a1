//! Almost-JSON to JSON as a list of small edits.
//!
//! In: a text that does not parse. Out: one fix whose edits make it parse, or nothing. It repairs what people paste:
//! comments, extra and missing commas, other quotes, bare names, words and numbers of Python and JavaScript, raw line
//! breaks in strings, missing brackets at the end, and text around the JSON (a code fence, a `curl` command, an
//! assignment). If two readings are possible, there is no fix.

mod around;
mod level;
mod mender;
mod nearest;
mod quotes;
mod reader;
mod what;

use mender::Mender;
use nearest::{Nearest, Reading, nearest};
use what::{What, title};

use crate::core::edit::{Edit, Fix, apply};
use crate::core::text::Span;

/// Longer texts are not repaired, because the fix is computed with every diagnostic, so at every key.
const MAX_LENGTH: usize = 1 << 20;

/// One edit and its reason; an edit that belongs to the one before has none.
#[derive(Debug)]
struct Mend {
    edit: Edit,
    what: Option<What>,
}

impl Mend {
    fn new(span: Span, text: impl Into<String>, what: What) -> Self {
        Self { edit: Edit { span, text: text.into() }, what: Some(what) }
    }
}

/// The edits that make the text parse.
pub fn repair(text: &str) -> Option<Fix> {
    if text.len() > MAX_LENGTH {
        return None;
    }
    let inner = around::inner(text).unwrap_or(Span::new(bom(text), text.len()));
    let body = &text[..inner.end];
    let (mut mends, certain) = match nearest(body, inner.start) {
        Nearest::One(Reading { mends, certain, documented: true }) => (mends, Some(certain)),
        Nearest::Several { documented: true } => return None,
        found => (Mender::new(body, inner.start).mend()?, matches!(found, Nearest::Several { .. }).then_some(false)),
    };
    mends.extend(outside(text, inner));
    fix(text, mends, certain)
}

/// Takes away what is around the JSON.
fn outside(text: &str, inner: Span) -> Vec<Mend> {
    if inner.start == bom(text) && inner.end == text.len() {
        return Vec::new();
    }
    let before = Mend::new(Span::new(bom(text), inner.start), "", What::Around);
    vec![before, Mend { edit: Edit { span: Span::new(inner.end, text.len()), text: String::new() }, what: None }]
}

/// `certain`: whether the person can have meant nothing else, if that is known.
fn fix(text: &str, mut mends: Vec<Mend>, certain: Option<bool>) -> Option<Fix> {
    // An insertion comes before an edit that starts at the same offset.
    mends.sort_by_key(|mend| mend.edit.span.start * 2 + usize::from(mend.edit.span.end > mend.edit.span.start));
    let reasons: Vec<What> = mends.iter().filter_map(|mend| mend.what).collect();
    let edits: Vec<Edit> = mends.into_iter().map(|mend| mend.edit).collect();
    let apart = edits.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start);
    if edits.is_empty() || !apart {
        return None;
    }
    let fits = reader::fits(&apply(text, &edits))?;
    // Several faults at once, and what came out is not as documented: another reading may be.
    if certain.is_none() && !fits && reasons.iter().any(|what| what.is_structural()) {
        return None;
    }
    let keeps = reasons.iter().all(|what| what.is_safe());
    Some(Fix { title: title(&reasons), edits, safe: certain.unwrap_or(keeps) })
}

fn bom(text: &str) -> usize {
    if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::core::json::Source;

    #[track_caller]
    fn check(cases: &[(&str, &str, &str)]) {
        for (text, mended, title) in cases {
            let fix = repair(text).unwrap_or_else(|| panic!("no fix for {text}"));
            assert_eq!((apply(text, &fix.edits).as_str(), fix.title.as_str()), (*mended, *title), "{text}");
        }
    }

    #[test]
    fn mends_commas_and_colons() {
        check(&[
            ("[1, 2,]", "[1, 2]", "remove the trailing comma"),
            ("{\"a\": [1,],\n}\n", "{\"a\": [1]\n}\n", "remove the trailing commas"),
            ("[1,, 2]", "[1, 2]", "remove the stray comma"),
            ("[,1]", "[1]", "remove the stray comma"),
            ("{\"a\": 1\n \"b\": 2}", "{\"a\": 1,\n \"b\": 2}", "add the missing comma"),
            ("[\"a\" \"b\"]", "[\"a\", \"b\"]", "add the missing comma"),
            ("[{} {}]", "[{}, {}]", "add the missing comma"),
            ("[1; 2]", "[1, 2]", "write the separator as JSON does"),
            ("{\"a\" 1, \"b\": 2}", "{\"a\": 1, \"b\": 2}", "add the missing colon"),
            ("{\"a\" = 1, \"b\" => 2}", "{\"a\" : 1, \"b\" : 2}", "write the separators as JSON does"),
            ("[1];\n", "[1]\n", "remove the semicolon"),
        ]);
    }

    #[test]
    fn mends_comments_and_spaces() {
        check(&[
            ("[1, // one\n 2]", "[1,\n 2]", "remove the comment"),
            ("// head\n[1 /* a */]\n# end", "[1]\n", "remove the comments"),
            ("[\n  // only\n  1\n]", "[\n  1\n]", "remove the comment"),
            ("[1, // one\n]", "[1\n]", "mend 2 places"),
            ("[\u{a0}1]", "[ 1]", "replace the invisible character by a space"),
            ("\u{FEFF}[1,]", "\u{FEFF}[1]", "remove the trailing comma"),
        ]);
    }

    #[test]
    fn mends_quotes_names_and_words() {
        check(&[
            ("['it\\'s', 'say \"hi\"']", r#"["it's", "say \"hi\""]"#, "mend 5 places"),
            ("{'a': 'b'}", r#"{"a": "b"}"#, "use double quotes"),
            ("{“a”: „b“, ‘c’: `d`}", r#"{"a": "b", "c": "d"}"#, "use double quotes"),
            ("{a: 1, $b_2: 2, 3: 4}", r#"{"a": 1, "$b_2": 2, "3": 4}"#, "put the names in double quotes"),
            ("{a: True}", r#"{"a": true}"#, "mend 2 places"),
            ("[True, False, None]", "[true, false, null]", "write the words as JSON does"),
            ("[undefined, NaN]", "[null, null]", "write `null` for what JSON does not know"),
            ("[+1, .5, 5., 0x1F, 007]", "[1, 0.5, 5, 31, 7]", "write the numbers as JSON does"),
            ("{\"section\": title}", r#"{"section": "title"}"#, "put the word in double quotes"),
            ("[2022-01-11]", r#"["2022-01-11"]"#, "put the word in double quotes"),
        ]);
    }

    #[test]
    fn mends_strings() {
        check(&[
            ("[\"a\tb\"]", r#"["a\tb"]"#, "escape what a string cannot hold"),
            ("[\"a\r\nb\u{1}\"]", r#"["a\nb\u0001"]"#, "escape what a string cannot hold"),
            (r#"["C:\dir\x41\u1"]"#, r#"["C:\\dir\\x41\\u1"]"#, "double the backslashes"),
            (r#"["it\'s"]"#, r#"["it's"]"#, "escape what a string cannot hold"),
            (r#"["he said "hi" to me"]"#, r#"["he said \"hi\" to me"]"#, "escape the quotes inside the text"),
            ("{\"a\": \"b,\n\"c\": 1}", "{\"a\": \"b\",\n\"c\": 1}", "close the string"),
            ("[\"abc]", "[\"abc\"]", "close the string"),
        ]);
    }

    #[test]
    fn mends_brackets() {
        check(&[
            ("[{\"a\": {\"b\": 1", "[{\"a\": {\"b\": 1}}]", "add the missing brackets"),
            ("[{\"a\": 1,\n", "[{\"a\": 1}]\n", "mend 3 places"),
            ("[{\"a\": 1]", "[{\"a\": 1}]", "add the missing bracket"),
            ("[{\"a\": 1, \"b\": \n", "[{\"a\": 1}] \n", "mend 3 places"),
            ("[{\"a\"", "[{}]", "mend 3 places"),
            ("[1}", "[1]", "use the matching bracket"),
            ("[1]]", "[1]", "remove the stray bracket"),
            ("{\"a\": 1},\n{\"a\": 2}", "[{\"a\": 1},\n{\"a\": 2}]", "put all into one array"),
            ("{\"a\": 1}\n{\"a\": 2}\n", "[{\"a\": 1},\n{\"a\": 2}]\n", "mend 2 places"),
        ]);
    }

    #[test]
    fn takes_json_out_of_what_stands_around_it() {
        let title = "remove what stands around the JSON";
        check(&[
            ("```json\n[1]\n```\n", "[1]\n", title),
            ("Here it is:\n```\n[1]\n```", "[1]\n", title),
            ("curl -X PATCH https://a.b -H 'C: d' -d '[1]'", "[1]", title),
            ("curl https://a.b \\\n --data-raw `{\"a\": 1}`\n", "{\"a\": 1}", title),
            ("const a = [1];", "[1]", "mend 2 places"),
            ("export default {a: 1}", "{\"a\": 1}", "mend 2 places"),
        ]);
    }

    #[test]
    fn does_not_guess() {
        let texts = [
            "",
            " ",
            "hello world",
            "[hello world]",
            "{\"a\", \"b\"}",
            "[1:2]",
            "https://a.b",
            "{a: https://a.b}",
            "[1] 2",
            "]",
            "[1 2]x",
            "{\"a\": , \"b\":}",
            "{\"a\":}",
            "['a' + 'b']",
            "[...rest]",
            "['a''b']",
        ];
        for text in texts {
            assert_eq!(repair(text), None, "{text}");
        }
        assert_eq!(repair(&"[".repeat(1_000)), None, "too deep once mended");
        assert_eq!(repair("[1]"), None, "nothing to mend");
    }

    #[test]
    fn tells_what_loses_nothing() {
        let safe = |text| repair(text).map(|fix| fix.safe);
        for text in ["[1,]", "{'a': True}", "[1", "[\"a\tb\"]"] {
            assert_eq!(safe(text), Some(true), "{text}");
        }
        for text in ["[1] // c", "[NaN]", "[\"abc]", "[1]]", "```\n[1]\n```"] {
            assert_eq!(safe(text), Some(false), "{text}");
        }
    }

    /// Of each damaged text: what the first fix makes of it and whether it is safe, or that there is none.
    #[test]
    fn a_wrong_pair_of_quotes_is_never_mended_safely() {
        let attribute = |value: &str| {
            format!(
                r#"[{{"id": "title", "name": "Title", "type": "inline", "inline": {{"title": {{{value}, "section": "title"}}}}}}]"#
            )
        };
        let good = r#""value": "Feature Request""#;
        for (damaged, mended) in [
            (r#"value": "Feature Request""#, Some((good, true))),
            (r#""value: "Feature Request""#, Some((good, true))),
            (r#""value": "Feature Request"#, Some((good, true))),
            (r#""value"": "Feature Request""#, Some((good, true))),
            (r#""value": ""Feature Request""#, Some((good, false))),
            (r#""value": "Feature Request"""#, Some((good, false))),
            (r#""value": "Fix the 24" monitor""#, Some((r#""value": "Fix the 24\" monitor""#, false))),
            (r#""value": "The "OG"""#, Some((r#""value": "The \"OG\"""#, false))),
            (r#""value": ""OG" first""#, Some((r#""value": "\"OG\" first""#, false))),
            (r#""value": "Monitor 24"""#, None),
            (r#""value": 'PR #' + 12"#, None),
            (r##""value": "#" + item.no"##, None),
            (r#""value": 'a' + 'b'"#, None),
            (r#""value": "C:\Users\new""#, Some((r#""value": "C:\\Users\\new""#, false))),
        ] {
            let text = attribute(damaged);
            let fixed = repair(&text).map(|fix| (apply(&text, &fix.edits), fix.safe));
            assert_eq!(fixed, mended.map(|(value, safe)| (attribute(value), safe)), "{damaged}");
        }
    }

    proptest! {
        #[test]
        fn never_panics_and_always_parses(text in r#"(\[|\]|\{|\}|,|:|"|'|“|`|\\|/\*|\*/|//|#|;|=|\n|\t| |é|\u{a0}|a|true|None|1|-|\.5|\\u12|```|curl -d '){0,40}"#) {
            if let Some(fix) = repair(&text) {
                prop_assert!(Source::new(&apply(&text, &fix.edits)).parse().is_ok());
                prop_assert!(Source::new(&text).parse().is_err());
            }
        }
    }
}
