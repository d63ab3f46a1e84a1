//! Every check there is, the quick ones first.

use crate::browser;
use crate::build;
use crate::command::{Outcome, command, root, run, step};
use crate::setup;

const STRICT: [&str; 3] = ["--", "-D", "warnings"];

pub fn test() -> Outcome {
    step("set-up", setup::for_build)?;
    step("format", || run(command("cargo").args(["fmt", "--all", "--check"])))?;
    step("host tests", || run(&mut cargo("test", &["--workspace", "--exclude", "browser-tests"])))?;
    step("components", components)?;
    step("lints", lints)?;
    step("editor", editor)?;
    build::build()?;
    setup::for_browser_tests()?;
    let browser = browser::ready()?;
    step("browser tests", || {
        run(cargo("test", &["--package", "browser-tests"])
            .env("LAB_DIST", root().join("dist"))
            .env("LAB_CHROMIUM", &browser.program)
            .env("LAB_CHROMEDRIVER", &browser.driver))
    })
}

/// Quietly: lines of packages that are compiled say nothing to anybody.
fn cargo(what: &str, arguments: &[&str]) -> std::process::Command {
    let mut cargo = command("cargo");
    cargo.args([what, "--locked"]).args(arguments).env("CARGO_TERM_QUIET", "true");
    cargo
}

/// Components, rendered on the host.
fn components() -> Outcome {
    run(&mut cargo("test", &["--features", "prerender", "--lib", "app::"]))
}

/// The types and the tests of the code editor.
fn editor() -> Outcome {
    let script = |name: &str| run(command("npm").current_dir(root().join("editor")).args(["run", "--silent", name]));
    script("check")?;
    script("test")
}

/// The page is checked for both of its targets.
fn lints() -> Outcome {
    run(cargo("clippy", &["--workspace", "--features", "prerender", "--all-targets"]).args(STRICT))?;
    run(cargo("clippy", &["--target", "wasm32-unknown-unknown", "--lib", "--bin", "link-preview-lab"]).args(STRICT))
}
