//! Building and serving the page.

use std::fs;

use crate::command::{Outcome, command, output, root, run, step};
use crate::setup;

/// The static files in `dist/`.
pub fn build() -> Outcome {
    setup::for_build()?;
    editor()?;
    tables()?;
    step("building the page", || run(command("trunk").args(["build", "--release", "--locked"])))
}

/// Serves the release build: it is what others will get, and a build after a change takes seconds.
pub fn serve(port: u16) -> Outcome {
    setup::for_build()?;
    editor()?;
    tables()?;
    println!("building; then the Lab is at http://127.0.0.1:{port}/ (stop with Ctrl C)");
    run(command("trunk").args(["serve", "--release", "--locked", "--port", &port.to_string()]))
}

/// Writes what the page loads when it is asked for: why a rule is one, and the templates.
fn tables() -> Outcome {
    step("writing the texts of the rules and the templates", || {
        table("rules.json", &["rules", "--format", "json"])?;
        table("templates.json", &["templates"])
    })
}

/// Writes what a command of the host program prints.
fn table(name: &str, arguments: &[&str]) -> Outcome {
    let printed = output(command("cargo").args(["run", "--quiet", "--locked", "--"]).args(arguments));
    let printed = printed.ok_or("the host program could not be built: `cargo build` says why")?;
    let file = root().join("target").join(name);
    // Cargo's own target folder may be elsewhere.
    fs::create_dir_all(root().join("target")).ok();
    fs::write(&file, printed).map_err(|error| format!("{} cannot be written: {error}", file.display()))
}

/// Bundles the code editor into `editor/dist/editor.js`.
pub fn editor() -> Outcome {
    step("bundling the code editor", || run(command("npm").current_dir(root().join("editor")).args(["run", "--silent", "build"])))
}
