//! Building and serving the page.

use std::fs;

use crate::command::{Outcome, command, output, root, run, step};
use crate::setup;

/// The static files in `dist/`.
pub fn build() -> Outcome {
    setup::for_build()?;
    editor()?;
    rules()?;
    step("building the page", || run(command("trunk").args(["build", "--release", "--locked"])))
}

/// Serves the release build: it is what others will get, and a build after a change takes seconds.
pub fn serve(port: u16) -> Outcome {
    setup::for_build()?;
    editor()?;
    rules()?;
    println!("building; then the Lab is at http://127.0.0.1:{port}/ (stop with Ctrl C)");
    run(command("trunk").args(["serve", "--release", "--locked", "--port", &port.to_string()]))
}

/// Writes what the rules say of themselves, which the page loads when somebody asks why.
fn rules() -> Outcome {
    step("writing the texts of the rules", || {
        let table = output(command("cargo").args(["run", "--quiet", "--locked", "--", "rules", "--format", "json"]));
        let table = table.ok_or("the host program could not be built: `cargo build` says why")?;
        let file = root().join("target").join("rules.json");
        // Cargo's own target folder may be elsewhere.
        fs::create_dir_all(root().join("target")).ok();
        fs::write(&file, table).map_err(|error| format!("{} cannot be written: {error}", file.display()))
    })
}

/// Bundles the code editor into `editor/dist/editor.js`.
pub fn editor() -> Outcome {
    step("bundling the code editor", || run(command("npm").current_dir(root().join("editor")).args(["run", "--silent", "build"])))
}
