//! Almost-JSON to JSON as a list of small edits.
//!
//! In: a text that does not parse. Out: one fix whose edits make it parse, or nothing. It repairs what people paste:
//! comments, extra and missing commas, other quotes, bare names, words and numbers of Python and JavaScript, raw line
//! breaks in strings, missing brackets at the end, and text around the JSON (a code fence, a `curl` command, an
//! assignment). If two readings are possible, there is no fix.

mod around;
mod mender;
mod what;

use mender::Mender;
use what::{What, title};

use super::Source;
use crate::core::copied::Body;
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
    let body = around::body(text);
    if let Some(Body { text: json, span: None }) = &body {
        return rewritten(text, json);
    }
    let inner = body.and_then(|body| body.span).or_else(|| around::inner(text)).unwrap_or(Span::new(bom(text), text.len()));
    mended(text, inner)
}

fn mended(text: &str, inner: Span) -> Option<Fix> {
    let mut mends = Mender::new(&text[..inner.end], inner.start).mend()?;
    if inner.start > bom(text) || inner.end < text.len() {
        mends.push(Mend::new(Span::new(bom(text), inner.start), "", What::Around));
        mends.push(Mend { edit: Edit { span: Span::new(inner.end, text.len()), text: String::new() }, what: None });
    }
    // An insertion comes before an edit that starts at the same offset.
    mends.sort_by_key(|mend| mend.edit.span.start * 2 + usize::from(mend.edit.span.end > mend.edit.span.start));
    let reasons: Vec<What> = mends.iter().filter_map(|mend| mend.what).collect();
    let edits: Vec<Edit> = mends.into_iter().map(|mend| mend.edit).collect();
    let apart = edits.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start);
    let parses = apart && Source::new(&apply(text, &edits)).parse().is_ok();
    (parses && !edits.is_empty()).then(|| Fix { title: title(&reasons), edits, safe: reasons.iter().all(|what| what.is_safe()) })
}

/// The body of a command, as its shell passes it on, in place of the command.
fn rewritten(text: &str, json: &str) -> Option<Fix> {
    let json = match mended(json, Span::new(0, json.len())) {
        Some(fix) => apply(json, &fix.edits),
        None => json.to_owned(),
    };
    let edit = Edit { span: Span::new(bom(text), text.len()), text: json };
    let parses = Source::new(&edit.text).parse().is_ok();
    parses.then(|| Fix { title: title(&[What::Around]), edits: vec![edit], safe: false })
}

fn bom(text: &str) -> usize {
    if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

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
            ("{\"a\": , \"b\":}", "{\"a\": null , \"b\": null}", "add the missing values"),
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
            (r#"["C:\dir\x41\u1"]"#, r#"["C:\\dir\u0041\\u1"]"#, "escape what a string cannot hold"),
            (r#"["it\'s"]"#, r#"["it's"]"#, "escape what a string cannot hold"),
            (r#"["he said "hi" to me"]"#, r#"["he said \"hi\" to me"]"#, "escape what a string cannot hold"),
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
            ("[{\"a\"", "[{\"a\": null}]", "mend 3 places"),
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
            ("curl -X PATCH 'https://a.b' --data-raw '[\"It'\\''s\"]'\n", "[\"It's\"]", title),
            ("curl -d '[{\"id\":\"title\"}]' -H 'Content-Type: application/json' https://a.b", "[{\"id\":\"title\"}]", title),
            ("curl --location 'https://a.b' \\\n--header 'C: d' \\\n--data '[1]'", "[1]", title),
            ("curl \"https://a.b\" --data-raw \"{\"\"id\"\":1}\"", "{\"id\":1}", title),
            ("curl https://a.b -d \"{\\\"a\\\": 1}\" | jq '.'", "{\"a\": 1}", title),
            ("curl ^\"https://a.b^\" --data-raw ^\"^{^\\^\"a^\\^\":1^}^\"", "{\"a\":1}", title),
            ("$ curl.exe https://a.b -d '[1]'", "[1]", title),
            ("# ask\ncurl https://a.b --json @- <<'END'\n[1]\nEND\n", "[1]\n", title),
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
        for text in ["[1] // c", "[NaN]", "{\"a\":}", "[\"abc]", "[1]]", "```\n[1]\n```"] {
            assert_eq!(safe(text), Some(false), "{text}");
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
