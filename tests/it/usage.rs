//! Wrong usage, help and version.

use crate::program::{COMMANDS, program};

/// Every way to call the program wrongly, without a file or a request. Options whose values must stay secret are tested
/// with their command.
const WRONG: [&str; 48] = [
    "",
    "chek -",
    "--chek",
    "check",
    "check --fromat json -",
    "check -x -",
    "check --version",
    "check --format xml -",
    "check - --format",
    "check --profile strict -",
    "check --as answer -",
    "check --base x.json -",
    "check - -",
    "check --as update --base - -",
    "check \u{1b}[2J\t\u{202E}",
    "check --\u{1b}[2J\t\u{202E}",
    "render",
    "render a b",
    "render --format svgz -",
    "render --now today -",
    "render --view card -",
    "match",
    "match a",
    "match --jsonl a",
    "match --jsonl --ignore-case",
    "match --json a",
    "match -a b",
    "expand -",
    "expand --pattern a -",
    "expand --pattern a --url a",
    "expand --pattern a --url a - -",
    "callback",
    "callback http://127.0.0.1/",
    "callback --put http://127.0.0.1/ https://acme.com/items/1",
    "callback --timeout 31 http://127.0.0.1/ https://acme.com/items/1",
    "callback --timeout 0 http://127.0.0.1/ https://acme.com/items/1",
    "callback --token",
    "callback --tokn=secret http://127.0.0.1/ https://acme.com/items/1",
    "message",
    "message a b",
    "message --format xml -",
    "rules mising_dev",
    "rules missing-dev nonsense",
    "rules --all",
    "contradictions 75",
    "contradictions --all",
    "templates smalest",
    "templates a b",
];

#[test]
fn wrong_usage_has_status_2_and_a_message_on_standard_error() {
    let mut messages = String::new();
    for line in WRONG {
        let ran = program(&line.split_terminator(' ').collect::<Vec<_>>(), "");
        assert_eq!((ran.status, ran.stdout.as_str()), (Some(2), ""), "{line}");
        messages.extend(["── ", &line.escape_debug().to_string(), "\n", &ran.stderr]);
    }
    insta::assert_snapshot!(messages);
}

/// Scripts and aliases put defaults before what a user adds.
#[test]
fn the_last_of_a_repeated_option_counts() {
    let ran = program(&["rules", "--format", "text", "--format=json", "missing-dev"], "");
    assert_eq!((ran.status, ran.stdout.lines().next()), (Some(0), Some("{")));
}

#[test]
fn help_and_version_go_to_standard_output() {
    for flag in ["-h", "--help"] {
        let ran = program(&[flag], "");
        assert_eq!((ran.status, ran.stderr.as_str()), (Some(0), ""), "{flag}");
        let listed = |command: &&str| ran.stdout.contains(&format!("\n  {command} "));
        assert!(COMMANDS.iter().all(listed), "{}", ran.stdout);
    }
    for flag in ["-V", "--version"] {
        let ran = program(&[flag], "");
        let expected = concat!("link-preview-lab ", env!("CARGO_PKG_VERSION"), "\n");
        assert_eq!((ran.status, ran.stdout.as_str(), ran.stderr.as_str()), (Some(0), expected, ""));
    }
}

#[test]
fn every_command_explains_itself() {
    for command in COMMANDS {
        let long = program(&[command, "--help"], "");
        for ran in [&long, &program(&[command, "-h"], "")] {
            assert_eq!((ran.status, ran.stderr.as_str()), (Some(0), ""), "{command}");
            for part in ["Usage: ", "Arguments:\n", "Options:\n", "\nExample:\n", "\nExit status:\n"] {
                assert!(ran.stdout.contains(part), "{command} has no {part}: {}", ran.stdout);
            }
        }
        assert_eq!(program(&["help", command], "").stdout, long.stdout);
    }
}
