//! Every check there is, the quick ones first.

use crate::browser;
use crate::build;
use crate::command::{Outcome, command, root, run, step};
use crate::setup;

const STRICT: [&str; 3] = ["--", "-D", "warnings"];

pub fn test() -> Outcome {
    step("set-up", setup::for_build)?;
    step("format", || run(command("cargo").args(["fmt", "--all", "--check"])))?;
    step("host tests", || run(command("cargo").args(["test", "--locked", "--workspace", "--exclude", "browser-tests"])))?;
    step("lints", lints)?;
    step("editor", editor)?;
    build::build()?;
    setup::for_browser_tests()?;
    let browser = browser::ready()?;
    step("browser tests", || {
        run(command("cargo")
            .args(["test", "--locked", "--package", "browser-tests"])
            .env("LAB_DIST", root().join("dist"))
            .env("LAB_CHROMIUM", &browser.program)
            .env("LAB_CHROMEDRIVER", &browser.driver))
    })
}

/// The types and the tests of the code editor.
fn editor() -> Outcome {
    let script = |name: &str| run(command("npm").current_dir(root().join("editor")).args(["run", "--silent", name]));
    script("check")?;
    script("test")
}

fn lints() -> Outcome {
    run(command("cargo").args(["clippy", "--locked", "--workspace", "--all-targets"]).args(STRICT))?;
    run(command("cargo").args(["clippy", "--locked", "--target", "wasm32-unknown-unknown", "--lib", "--bins"]).args(STRICT))
}
