//! Almost-JSON to JSON as a list of small edits.
//!
//! In: a text that does not parse. Out: one fix whose edits make it parse, or nothing. It repairs what people paste:
//! comments, extra and missing commas, other quotes, bare names, words and numbers of Python and JavaScript, raw line
//! breaks in strings, missing brackets at the end, and text around the JSON (a code fence, a `curl` command, an
//! assignment). If two readings are possible, there is no fix.

mod around;
mod chain;
mod escaped;
mod http;
mod level;
mod mender;
mod nearest;
mod page;
mod program;
mod quotes;
mod reader;
mod what;
mod whole;
mod yaml;

use chain::chain;
use mender::Mender;
use nearest::{Nearest, Reading, nearest};
use what::{What, title};
use whole::Json;
use whole::{Recognized, Whole, recognize};

use crate::core::edit::{Edit, Fix, apply};
use crate::core::json::lex;
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

/// What is known of a text that does not parse, beyond the first fault.
#[derive(Default)]
pub struct Repair {
    pub fix: Option<Fix>,
    /// What to say in place of the parser's own message.
    pub message: Option<&'static str>,
    pub help: Option<String>,
    /// Where it is.
    pub span: Option<Span>,
}

/// The edits that make the text parse.
pub fn repair(text: &str) -> Option<Fix> {
    examine(text).fix
}

pub fn examine(text: &str) -> Repair {
    if text.len() > MAX_LENGTH {
        return Repair::default();
    }
    let whole = Span::new(bom(text), text.len());
    let Some(Recognized { whole: kind, json, keeps_all }) = recognize(text) else { return mended(text, whole, None) };
    let words = kind.words(json != Json::None);
    let fix = match json {
        Json::None => None,
        Json::Written(json) => {
            Some(Fix { title: kind.title().to_owned(), edits: vec![Edit { span: whole, text: json }], safe: keeps_all })
        }
        Json::At(inner) => mended(text, inner, Some(kind)).fix.map(|fix| Fix { safe: fix.safe && keeps_all, ..fix }),
    };
    let (message, help) = words.unzip();
    Repair { fix, message, help: help.map(str::to_owned), span: message.map(|_| first_line(text)) }
}

/// The first line with content, for what is said of the text as a whole.
fn first_line(text: &str) -> Span {
    let start = text.len() - text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}').len();
    Span::new(start, lex::line_end(text, start))
}

/// Leaves only the JSON in `inner`, and makes it parse.
fn mended(text: &str, inner: Span, whole: Option<Whole>) -> Repair {
    let body = &text[..inner.end];
    match nearest(body, inner.start) {
        Nearest::One(reading) => one_edit(text, reading, inner, whole),
        Nearest::Several { documented: true, quotes } => {
            let help = quotes.then(|| "Check the quotes here: one is missing, doubled, or needs a backslash".to_owned());
            Repair { help, ..Repair::default() }
        }
        found => {
            let certain = matches!(found, Nearest::Several { .. }).then_some(false);
            let mends = Mender::new(body, inner.start).mend();
            let by_token = mends.and_then(|mends| fix(text, mends, certain, inner, whole));
            let by_chain = || fix(text, chain(body, inner.start)?, Some(false), inner, whole);
            Repair { fix: by_token.or_else(by_chain), ..Repair::default() }
        }
    }
}

fn one_edit(text: &str, reading: Reading, inner: Span, whole: Option<Whole>) -> Repair {
    let Reading { mends, certain, documented } = reading;
    let first = mends.first().and_then(|mend| Some((mend.what?, mend.edit.span)));
    let message = first.and_then(|(what, _)| what.message());
    let span = first.filter(|_| message.is_some()).map(|(_, span)| visible(text, span));
    // In JSON of another kind nothing vouches for the reading.
    let known = (documented || !certain).then_some(certain);
    let fix = fix(text, mends, known, inner, whole);
    let help = fix.as_ref().map(|fix| fix.title.clone());
    Repair { fix, message, help, span }
}

/// The place of an insertion, as the character behind it.
fn visible(text: &str, span: Span) -> Span {
    let next = text[span.start..].chars().next().filter(|c| !c.is_control()).map_or(0, char::len_utf8);
    Span::new(span.start, span.end.max(span.start + next))
}

/// `certain`: whether the person can have meant nothing else, if that is known.
fn fix(text: &str, mut mends: Vec<Mend>, certain: Option<bool>, inner: Span, whole: Option<Whole>) -> Option<Fix> {
    let around = [Span::new(bom(text), inner.start), Span::new(inner.end, text.len())];
    let removed = around.into_iter().filter(|span| span.start < span.end);
    mends.extend(removed.map(|span| Mend { edit: Edit { span, text: String::new() }, what: None }));
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
    Some(Fix { title: title(&reasons, whole), edits, safe: certain.unwrap_or(keeps) })
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
            ("[1, 2,]", "[1, 2]", "Remove the trailing comma"),
            ("{\"a\": [1,],\n}\n", "{\"a\": [1]\n}\n", "Remove the trailing commas"),
            ("[1,, 2]", "[1, 2]", "Remove the stray comma"),
            ("[,1]", "[1]", "Remove the stray comma"),
            ("[ … ]", "[  ]", "Remove the `…`"),
            ("{\"a\": [1, ...]}", "{\"a\": [1 ]}", "Convert to JSON (2 changes)"),
            ("{\"a\": 1\n \"b\": 2}", "{\"a\": 1,\n \"b\": 2}", "Add the missing comma"),
            ("[\"a\" \"b\"]", "[\"a\", \"b\"]", "Add the missing comma"),
            ("[{} {}]", "[{}, {}]", "Add the missing comma"),
            ("[1; 2]", "[1, 2]", "Write the separator as JSON does"),
            ("{\"a\" 1, \"b\": 2}", "{\"a\": 1, \"b\": 2}", "Add the missing colon"),
            ("{\"a\" = 1, \"b\" => 2}", "{\"a\" : 1, \"b\" : 2}", "Write the separators as JSON does"),
            ("[1];\n", "[1]\n", "Remove the semicolon"),
        ]);
    }

    #[test]
    fn mends_comments_and_spaces() {
        check(&[
            ("[1, // one\n 2]", "[1,\n 2]", "Remove the comment"),
            ("// head\n[1 /* a */]\n# end", "[1]\n", "Remove the comments"),
            ("[\n  // only\n  1\n]", "[\n  1\n]", "Remove the comment"),
            ("[1, // one\n]", "[1\n]", "Convert to JSON (2 changes)"),
            ("[\u{a0}1]", "[ 1]", "Replace the invisible character by a space"),
            ("\u{FEFF}[1,]", "\u{FEFF}[1]", "Remove the trailing comma"),
        ]);
    }

    #[test]
    fn mends_quotes_names_and_words() {
        check(&[
            ("['it\\'s', 'say \"hi\"']", r#"["it's", "say \"hi\""]"#, "Convert to JSON (5 changes)"),
            ("{'a': 'b'}", r#"{"a": "b"}"#, "Use double quotes"),
            ("{“a”: „b“, ‘c’: `d`}", r#"{"a": "b", "c": "d"}"#, "Use double quotes"),
            ("{a: 1, $b_2: 2, 3: 4}", r#"{"a": 1, "$b_2": 2, "3": 4}"#, "Put the names in double quotes"),
            ("{a: True}", r#"{"a": true}"#, "Convert to JSON (2 changes)"),
            ("[True, False, None]", "[true, false, null]", "Write the words as JSON does"),
            ("[undefined, NaN]", "[null, null]", "Write `null` for what JSON does not know"),
            ("[+1, .5, 5., 0x1F, 007]", "[1, 0.5, 5, 31, 7]", "Write the numbers as JSON does"),
            ("{\"section\": title}", r#"{"section": "title"}"#, "Put the word in double quotes"),
            ("[2022-01-11]", r#"["2022-01-11"]"#, "Put the word in double quotes"),
        ]);
    }

    #[test]
    fn mends_strings() {
        check(&[
            ("[\"a\tb\"]", r#"["a\tb"]"#, "Escape what a string cannot hold"),
            ("[\"a\r\nb\u{1}\"]", r#"["a\nb\u0001"]"#, "Escape what a string cannot hold"),
            (r#"["C:\dir\x41\u1"]"#, r#"["C:\\dir\\x41\\u1"]"#, "Double the backslashes"),
            (r#"["it\'s"]"#, r#"["it's"]"#, "Escape what a string cannot hold"),
            (r#"["he said "hi" to me"]"#, r#"["he said \"hi\" to me"]"#, "Escape the quotes inside the text"),
            ("{\"a\": \"b,\n\"c\": 1}", "{\"a\": \"b\",\n\"c\": 1}", "Add the closing quote"),
            ("[\"abc]", "[\"abc\"]", "Add the closing quote"),
        ]);
    }

    #[test]
    fn mends_brackets() {
        check(&[
            ("[{\"a\": {\"b\": 1", "[{\"a\": {\"b\": 1}}]", "Add the missing brackets"),
            ("[{\"a\": 1,\n", "[{\"a\": 1}]\n", "Convert to JSON (3 changes)"),
            ("[{\"a\": 1]", "[{\"a\": 1}]", "Add the missing bracket"),
            ("[{\"a\": 1, \"b\": \n", "[{\"a\": 1}] \n", "Convert to JSON (3 changes)"),
            ("[{\"a\"", "[{}]", "Convert to JSON (3 changes)"),
            ("[1}", "[1]", "Use the matching bracket"),
            ("[1]]", "[1]", "Remove the stray bracket"),
            ("{\"a\": 1},\n{\"a\": 2}", "[{\"a\": 1},\n{\"a\": 2}]", "Put all into one array"),
            ("{\"a\": 1}\n{\"a\": 2}\n", "[{\"a\": 1},\n{\"a\": 2}]\n", "Convert to JSON (2 changes)"),
        ]);
    }

    #[test]
    fn takes_json_out_of_what_stands_around_it() {
        let title = "Remove the text around the JSON";
        check(&[
            ("```json\n[1]\n```\n", "[1]\n", title),
            ("Here it is:\n```\n[1]\n```", "[1]\n", title),
            ("curl -X PATCH https://a.b -H 'C: d' -d '[1]'", "[1]", title),
            ("curl https://a.b \\\n --data-raw `{\"a\": 1}`\n", "{\"a\": 1}", title),
            ("const a = [1];", "[1]", "Convert to JSON"),
            ("export default {a: 1}", "{\"a\": 1}", "Convert to JSON (2 changes)"),
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
            "hello",
            "{\"a\": …}",
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

    /// A text, the message about it, and what its fix comes to, with a `!` if that is safe.
    #[test]
    fn takes_over_whole_texts() {
        let payload = r#"[{"id": "title"}]"#;
        let response = "This is an HTTP response with its headers";
        let (script, code, yaml) = ("This is JavaScript, not JSON", "This is program code, not JSON", "This is YAML, not JSON");
        let (page, trace) = ("This is a web page (HTML), not JSON", "This is the output of `curl -v`");
        let escaped = "This is JSON with escaped quotes, as inside a string";
        for (text, message, json) in [
            (format!("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{payload}\n"), response, "[{\"id\": \"title\"}]\n"),
            (format!("HTTP/2 302 \nlocation: /x\n\nHTTP/2 200 \nserver: x\n\n{payload}"), response, payload),
            ("HTTP/1.1 502 Bad Gateway\n\n<html></html>".to_owned(), "This is an HTTP response without a JSON body", ""),
            (format!("POST /x HTTP/1.1\nHost: a.b\n\n{payload}"), "This is an HTTP request with its headers", payload),
            (
                format!("* Connected to a.b\n> POST /x HTTP/1.1\n>\n< HTTP/1.1 200 OK\n< server: x\n<\n{{ [17 bytes data]\n{payload}\n* Connection #0 to host a.b left intact"),
                trace,
                payload,
            ),
            (format!("> POST /x HTTP/1.1\n> \n< HTTP/1.1 200 OK\n< \n{payload}* Connection #0 to host a.b left intact"), trace, payload),
            ("<!DOCTYPE html>\n<title>Sign in</title><script>let a = {\"b\": [1]};</script>".to_owned(), page, ""),
            (format!("<br />\n<b>Warning</b>: x in [a]\n{payload}"), "This is a web page (HTML) with JSON in it", payload),
            (format!("const attributes = {payload};\n"), script, "[{\"id\": \"title\"}]!"),
            ("// Notion\nimport x from 'y';\nexport default [{id: 'title'}]".to_owned(), script, payload),
            ("export const a: Attribute[] = [\n{id: 'title'}] as const;\nfoo(a);".to_owned(), script, "[\n{\"id\": \"title\"}]"),
            ("attributes = [{'id': 'title'}]".to_owned(), code, "[{\"id\": \"title\"}]!"),
            (r#"[{\"id\": \"title\"}]"#.to_owned(), escaped, "[{\"id\": \"title\"}]!"),
            (
                "- id: title # the heading\n  inline:\n    title:\n      value: no\n      color: {r: 1, g: 1.50}\n      path: [a, 'b''c']\n".to_owned(),
                yaml,
                r#"[{"id":"title","inline":{"title":{"value":"no","color":{"r":1,"g":1.50},"path":["a","b'c"]}}}]"#,
            ),
            ("uri: https://a.b/c\noperations:\n- path:\n  - attributes\n  set: []\n".to_owned(), yaml, r#"{"uri":"https://a.b/c","operations":[{"path":["attributes"],"set":[]}]}"#),
            ("- id: title\n  name: |\n    two\n    lines\n".to_owned(), yaml, ""),
            ("- id: title\n  name:\n".to_owned(), yaml, ""),
            ("- id: &x title\n- id: *x\n".to_owned(), yaml, ""),
        ] {
            let repair = examine(&text);
            assert_eq!(repair.message, Some(message), "{text}");
            let mut mended = repair.fix.as_ref().map(|fix| apply(&text, &fix.edits)).unwrap_or_default();
            if message == yaml {
                mended = mended.split('\n').map(str::trim_start).collect::<String>().replace("\": ", "\":");
            }
            if repair.fix.is_some_and(|fix| fix.safe) {
                mended = mended.trim_end().to_owned() + "!";
            }
            assert_eq!(mended.trim_end(), json.trim_end(), "{text}");
        }
    }

    #[test]
    fn an_uncertain_command_has_no_fix() {
        for text in [
            r#"curl -X PATCH https://a.b --data-raw '[{"id": "It'\''s"}]'"#,
            r#"curl -d '[{"id":"title"}]' -H 'Content-Type: application/json' https://a.b"#,
            r#"curl https://a.b -d "[{\"id\": \"title\"}]""#,
            r#"curl https://a.b -d $'[{"id": "a\u0021"}]'"#,
        ] {
            assert_eq!(repair(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn never_panics_and_always_parses(text in r#"(\[|\]|\{|\}|,|:|"|'|“|`|\\|/\*|\*/|//|#|;|=|\n|\t| |é|\u{a0}|a|true|None|1|-|\.5|\\u12|```|curl -d '|- |id: |HTTP/1.1 200|const a = |<b>){0,40}"#) {
            if let Some(fix) = repair(&text) {
                prop_assert!(Source::new(&apply(&text, &fix.edits)).parse().is_ok());
                prop_assert!(Source::new(&text).parse().is_err());
            }
        }
    }
}
