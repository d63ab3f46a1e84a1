//! Building and serving the page.

use crate::command::{Outcome, command, root, run, step};
use crate::setup;

/// The static files in `dist/`.
pub fn build() -> Outcome {
    setup::for_build()?;
    editor()?;
    step("building the page", || run(command("trunk").args(["build", "--release", "--locked"])))
}

/// Serves the release build: it is what others will get, and a build after a change takes seconds.
pub fn serve(port: u16) -> Outcome {
    setup::for_build()?;
    editor()?;
    println!("building; then the Lab is at http://127.0.0.1:{port}/ (stop with Ctrl C)");
    run(command("trunk").args(["serve", "--release", "--locked", "--port", &port.to_string()]))
}

/// Bundles the code editor into `editor/dist/editor.js`.
pub fn editor() -> Outcome {
    step("bundling the code editor", || run(command("npm").current_dir(root().join("editor")).args(["run", "--silent", "build"])))
}
