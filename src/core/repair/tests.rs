//! What the first fix of a text comes to, whether it is safe, and what is said of the text.

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
        ("curl -X PATCH 'https://a.b' --data-raw '[\"It'\\''s\"]'\n", "[\"It's\"]", title),
        ("curl -d '[{\"id\":\"title\"}]' -H 'Content-Type: application/json' https://a.b", "[{\"id\":\"title\"}]", title),
        ("curl --location 'https://a.b' \\\n--header 'C: d' \\\n--data '[1]'", "[1]", title),
        ("curl \"https://a.b\" --data-raw \"{\"\"id\"\":1}\"", "{\"id\":1}", title),
        ("curl https://a.b -d \"{\\\"a\\\": 1}\" | jq '.'", "{\"a\": 1}", title),
        ("curl ^\"https://a.b^\" --data-raw ^\"^{^\\^\"a^\\^\":1^}^\"", "{\"a\":1}", title),
        ("$ curl.exe https://a.b -d '[1]'", "[1]", title),
        ("# ask\ncurl https://a.b --json @- <<'END'\n[1]\nEND\n", "[1]\n", title),
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
    let around = "There is other text around the JSON";
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
        (format!("12:00 INFO answered {payload}"), around, payload),
        (format!("{payload} is what I sent"), around, payload),
        (format!("callback({payload});"), around, payload),
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
fn keys_of_the_users_own_hinder_no_repair() {
    let attribute =
        |id: &str| format!(r#"{{"id": "{id}", "note": 1, "inline": {{"title": {{"value": "x", "section": "title"}}}}}}"#);
    let (one, other) = (attribute("a"), attribute("b"));
    for (text, mended) in [
        (format!("{one}\n{other}\n"), format!("[{one},\n{other}]\n")),
        (format!("[{one}, {}", &other[..other.len() - 3]), format!("[{one}, {other}]")),
        (format!("[{one} {other},]"), format!("[{one}, {other}]")),
    ] {
        let fix = repair(&text).unwrap_or_else(|| panic!("no fix for {text}"));
        assert_eq!(apply(&text, &fix.edits), mended, "{text}");
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
