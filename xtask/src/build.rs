//! Building and serving the page. Trunk does it, and calls `prepare` and `finish`.

use std::process::Command;

use crate::command::{Outcome, command, run, step};
use crate::setup;

/// The static files in `dist/`.
pub fn build() -> Outcome {
    setup::for_build()?;
    step("building the page", || run(trunk("build").args(["--release", "--locked"])))
}

/// Serves the release build: it is what others will get.
pub fn serve(port: u16) -> Outcome {
    setup::for_build()?;
    println!("── building; then the Lab is at http://127.0.0.1:{port}/ (stop with Ctrl C)");
    run(trunk("serve").args(["--release", "--locked", "--port", &port.to_string()]))
}

/// Quietly: neither Trunk's steps nor the packages that cargo compiles, only what goes wrong.
fn trunk(what: &str) -> Command {
    let mut trunk = command("trunk");
    trunk.args([what, "--quiet"]).env("CARGO_TERM_QUIET", "true");
    trunk
}
