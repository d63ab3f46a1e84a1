//! The commands `match` and `expand`.

use crate::program::program;

const PATTERN: &str = r"^(?<site>https\:\/\/acme\.com)\/items\/(?<itemNo>\d+)(?<rest>\?.*)?$";
const URL: &str = "https://acme.com/items/23487";

fn answers(questions: &str) -> Vec<String> {
    let ran = program(&["match", "--jsonl"], questions);
    assert_eq!((ran.status, ran.stderr.as_str()), (Some(0), ""), "{questions}");
    ran.stdout.lines().map(str::to_owned).collect()
}

/// The answer to one question, without the steps.
fn answer(question: &str) -> String {
    let answer = answers(question).concat();
    let (front, rest) = answer.split_once("\"steps\":").expect("steps");
    let steps = rest.find(',').expect("more than steps");
    format!("{front}{}", &rest[steps + 1..])
}

#[test]
fn a_line_is_answered_by_a_line() {
    let cases = [
        (
            r#"{"source":"^(a)|(?<n>b)","url":"b","flags":""}"#,
            r#"{"error":null,"matched":true,"index":0,"captures":["b",null,"b"],"groups":{"n":"b"},"verdict":"ok","notes":[]}"#,
        ),
        (
            r#"{"source":"A(?<n>x)?","url":"-a","flags":"i"}"#,
            r#"{"error":null,"matched":true,"index":1,"captures":["a",null],"groups":{"n":null},"verdict":"ok","notes":[]}"#,
        ),
        (
            r#"{"url":"b","source":"a"}"#,
            r#"{"error":null,"matched":false,"index":null,"captures":[],"groups":{},"verdict":"ok","notes":[]}"#,
        ),
        (
            r#"{"source":"a(","url":""}"#,
            r#"{"error":{"message":"unterminated group","offset":1},"matched":null,"index":null,"captures":[],"groups":{},"verdict":"ok","notes":[]}"#,
        ),
        (
            r#"{"source":"(\uD83D)(.)$","url":"\"🙂"}"#,
            r#"{"error":null,"matched":true,"index":1,"captures":["🙂","\uD83D","\uDE42"],"groups":{},"verdict":"ok","notes":[]}"#,
        ),
        (
            r#"{"source":"(?<n>a)|(?<n>b)","url":"b"}"#,
            r#"{"error":null,"matched":true,"index":0,"captures":["b",null,"b"],"groups":{"n":"b"},"verdict":"ok","notes":["engine-dependent"]}"#,
        ),
        (
            r#"{"source":"a","url":"a","flags":"u"}"#,
            r#"{"error":{"message":"invalid flags `u`: only `i` is known here","offset":0},"matched":null,"index":null,"captures":[],"groups":{},"verdict":"ok","notes":[]}"#,
        ),
    ];
    for (question, expected) in cases {
        assert_eq!(answer(question), expected, "{question}");
    }
}

#[test]
fn slow_patterns_say_so() {
    let long = "a".repeat(2_000);
    let linear = answer(&format!(r#"{{"source":"^(a+)+$","url":"{long}!"}}"#));
    assert!(linear.contains(r#""matched":false"#) && linear.contains(r#""verdict":"slow""#), "{linear}");
    let neither = answer(&format!(r#"{{"source":"^(?:(?=(a|a))\\1|a)+!","url":"{long}"}}"#));
    assert!(neither.contains(r#""matched":null"#) && neither.contains(r#""verdict":"slow""#), "{neither}");
}

#[test]
fn answers_keep_the_order_of_the_lines() {
    let question = |number| format!("{{\"source\":\"\\\\d+\",\"url\":\"n{number}\"}}\n\n");
    let questions = (0..500).map(question).collect::<Vec<_>>().concat();
    let answers = answers(&questions);
    assert_eq!(answers.len(), 500);
    assert!(answers.iter().enumerate().all(|(number, answer)| answer.contains(&format!("[\"{number}\"]"))));
}

#[test]
fn an_invalid_line_is_unreadable_input() {
    let cases: [(&[u8], &str); 6] = [
        (b"{\"source\":\"a\",\"url\":\"a\"}\n[]", "error: line 2 is not valid: it is an array, not an object\n"),
        (b"{\"source\":\"a\"}", "error: line 1 is not valid: it has no `url`\n"),
        (b"{\"source\":1,\"url\":\"a\"}", "error: line 1 is not valid: `source` is a number, not a string\n"),
        (b"{\"source\":\"\",\"url\":\"\",\"flags\":null}", "error: line 1 is not valid: `flags` is null, not a string\n"),
        (b"\n\xFF", "error: line 2 is not valid: it is not UTF-8\n"),
        (b"{", "error: line 1 is not valid: The text ends inside an object\n"),
    ];
    for (questions, expected) in cases {
        let ran = program(&["match", "--jsonl"], questions);
        assert_eq!((ran.status, ran.stdout.as_str()), (Some(2), ""), "{expected}");
        assert_eq!(ran.stderr, expected);
    }
}

#[test]
fn people_see_what_the_groups_captured() {
    let ran = program(&["match", PATTERN, URL], "");
    let expected =
        "https://acme.com/items/23487 matches\n  site    `https://acme.com`\n  itemNo  `23487`\n  rest    took no part\n";
    assert_eq!((ran.status, ran.stdout.as_str(), ran.stderr.as_str()), (Some(0), expected, ""));
    let ran = program(&["match", "--ignore-case", "(B)", "abc"], "");
    assert_eq!(ran.stdout, "abc matches\n  match  `b`\n  1      `b`\n");
}

#[test]
fn people_see_why_a_url_does_not_match() {
    let ran = program(&["match", PATTERN, URL, "https://acme.com/items/x"], "");
    let lines: Vec<_> = ran.stdout.lines().collect();
    assert_eq!((ran.status, lines.len()), (Some(1), 6), "{}", ran.stdout);
    assert_eq!(lines[4], "https://acme.com/items/x does not match");
    assert!(lines[5].contains("`https://acme.com/items/`"), "{}", lines[5]);
    let ran = program(&["match", "(a", "x"], "");
    assert_eq!(ran.stdout, "pattern:1: error[pattern-syntax]: unterminated group\n1 | (a\n  | ^\n");
    assert_eq!(ran.status, Some(1));
}

fn expand(pattern: &str, url: &str, text: &str) -> (Option<i32>, String, String) {
    let ran = program(&["expand", "--pattern", pattern, "--url", url, "-"], text);
    (ran.status, ran.stdout, ran.stderr)
}

#[test]
fn expand_fills_string_values_and_nothing_else() {
    let text =
        "\u{FEFF}[\r\n  { \"$<itemNo>\" : \"Acme Item #$<itemNo>\", \"n\": 1.50, \"x\": [\"$<rest>$$\", \"\\u00e9\"] }\r\n]\n";
    let expected = "\u{FEFF}[\r\n  { \"$<itemNo>\" : \"Acme Item #23487\", \"n\": 1.50, \"x\": [\"$\", \"\\u00e9\"] }\r\n]\n";
    assert_eq!(expand(PATTERN, URL, text), (Some(0), expected.to_owned(), String::new()));
    assert_eq!(expand("(.*)", "a\"\\b", "\"<$1>\"").1, r#""<a\"\\b>""#);
}

#[test]
fn expand_says_why_it_cannot() {
    let cases = [
        ("(a", URL, "[]", "pattern:1: error[pattern-syntax]: unterminated group"),
        ("^x", URL, "[]", "error: the pattern does not match `https://acme.com/items/23487`"),
        (PATTERN, URL, "[", "-:1:1: error[json-syntax]: "),
    ];
    for (pattern, url, text, expected) in cases {
        let (status, stdout, stderr) = expand(pattern, url, text);
        assert_eq!((status, stdout.as_str()), (Some(1), ""), "{expected}");
        assert!(stderr.starts_with(expected), "{stderr}");
    }
}
