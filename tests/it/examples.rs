//! The examples in the README and in the help work as written.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use callback_server::CallbackServer;

use crate::program::{COMMANDS, fixture, program};

/// What the README writes before a command, since it does not ask to install the program.
const CARGO: &str = "cargo run -q --release --";
const NAME: &str = "link-preview-lab";

/// The callback of the examples. A test must not call what a developer runs there.
const CALLBACK: &str = "http://127.0.0.1:3000/unfurl";

/// A folder with the files that the examples name.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).expect("a folder");
    for (name, source) in [("payload.json", "every-section.json"), ("reply.json", "outside-the-table.json")] {
        fs::copy(fixture(source), folder.join(name)).expect("a fixture");
    }
    fs::write(folder.join("placeholders.json"), r#"["$<itemNo>"]"#).expect("a file");
    fs::write(folder.join("request.txt"), "Authorization: Bearer ABC\n").expect("a file");
    fs::write(folder.join("links.txt"), "https://acme.com/items/1\n").expect("a file");
    folder
}

/// Runs lines in a shell. Status 2 would mean wrong usage.
fn run(folder: &Path, lines: &[String]) {
    let bin = Path::new(env!("CARGO_BIN_EXE_link-preview-lab"));
    let path = env::join_paths(bin.parent()).expect("a path");
    let server = CallbackServer::start().expect("a free port");
    for line in lines {
        let line = line.replace(CALLBACK, &server.url("/ok"));
        let mut shell = Command::new("/bin/sh");
        let output = shell.args(["-c", &line]).current_dir(folder).env("PATH", &path).output().expect("a shell");
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert!(matches!(output.status.code(), Some(0 | 1)), "{line}\n{stderr}");
    }
    assert_eq!(server.requests().len(), 2, "one link and one of the file");
}

#[test]
fn examples_of_the_readme() {
    let readme = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).expect("the README");
    let lines: Vec<&str> = readme.lines().filter_map(|line| line.strip_prefix("    $ ")).collect();
    assert!(lines.len() > 5 && lines.iter().all(|line| line.contains(CARGO)), "{lines:?}");
    run(&folder("readme"), &lines.iter().map(|line| line.replace(CARGO, NAME)).collect::<Vec<_>>());
}

#[test]
fn examples_of_the_help() {
    let example = |command: &str| {
        let help = program(&[command, "--help"], "").stdout;
        let (_, example) = help.split_once("\nExample:\n").expect("an example");
        example.lines().next().map(str::to_owned).expect("a line")
    };
    run(&folder("help"), &COMMANDS.map(example));
}
