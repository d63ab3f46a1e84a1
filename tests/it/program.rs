//! Runs the program `link-preview-lab` as a user does.

use std::io::Write;
use std::process::{Command, Stdio};

pub const COMMANDS: [&str; 9] =
    ["check", "render", "match", "expand", "callback", "message", "rules", "contradictions", "templates"];

pub struct Ran {
    pub stdout: String,
    pub stderr: String,
    pub status: Option<i32>,
}

/// Runs the program with `input` on its standard input and no token in the environment.
pub fn program(arguments: &[&str], input: impl AsRef<[u8]>) -> Ran {
    program_with_token(None, arguments, input)
}

/// Runs the program with or without a token in the environment.
pub fn program_with_token(token: Option<&str>, arguments: &[&str], input: impl AsRef<[u8]>) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_link-preview-lab"));
    command.env_remove("SERVICE_TOKEN").envs(token.map(|token| ("SERVICE_TOKEN", token)));
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    // Writing fails if the program ends without reading; that is fine.
    child.stdin.take().map(|mut stdin| stdin.write_all(input.as_ref()));
    let output = child.wait_with_output().expect("the program ends");
    let text = |bytes| String::from_utf8(bytes).expect("the program prints UTF-8");
    Ran { stdout: text(output.stdout), stderr: text(output.stderr), status: output.status.code() }
}

/// The path of a file in `tests/fixtures`.
pub fn fixture(name: &str) -> String {
    format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"))
}
