//! Trunk's `pre_build` hook: makes what index.html takes from `target/page`.
//!
//! | file | made of |
//! | --- | --- |
//! | `editor.js`, `search.js`, `icons.svg` | `editor`, when something there is newer |
//! | `page.css` | `style`, which esbuild joins |
//! | `before-paint.js`, `start.js` | the scripts of these names in `src` |
//! | `rules.json`, `contradictions.json`, `templates.json` | what the host program prints |
//! | `page.html` | the first page, as the program `prerender` prints it |

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::command::{Outcome, command, printed, root, run, target, task};
use crate::{files, setup};

const EDITOR: [&str; 4] = ["build", "package-lock.json", "package.json", "src"];

pub fn prepare() -> Outcome {
    setup::for_hooks()?;
    let page = page();
    files::make(&page)?;
    // Trunk serves every script that it finds there, those of older builds too.
    files::clear(&target()?.join("wasm-bindgen"))?;
    editor()?;
    styles_and_scripts(&page)?;
    task("rendering the first page", || {
        table(&page, "rules.json", &["rules", "--format", "json"])?;
        table(&page, "contradictions.json", &["contradictions", "--format", "json"])?;
        table(&page, "templates.json", &["templates"])?;
        files::write_changed(&page.join("page.html"), &printed(&mut program("prerender"))?)
    })
}

/// Where index.html expects it, wherever cargo's target folder is.
fn page() -> PathBuf {
    root().join("target/page")
}

/// Bundles the code editor, if it has changed.
fn editor() -> Outcome {
    let editor = root().join("editor");
    let changed = EDITOR.iter().filter_map(|source| changed(&editor.join(source))).max();
    if changed <= modified(&page().join("editor.js")) {
        return Ok(());
    }
    task("bundling the code editor", || run(command("npm").current_dir(&editor).args(["run", "--silent", "build"])))
}

/// When something in a file or folder last changed.
fn changed(path: &Path) -> Option<SystemTime> {
    let Ok(entries) = fs::read_dir(path) else { return modified(path) };
    let inside = entries.filter_map(|entry| changed(&entry.ok()?.path())).max();
    inside.max(modified(path))
}

fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|file| file.modified()).ok()
}

fn styles_and_scripts(page: &Path) -> Outcome {
    let mut outdir = std::ffi::OsString::from("--outdir=");
    outdir.push(page);
    let entries = ["page=style/page.css", "before-paint=src/before-paint.js", "start=src/start.js"];
    let settings = ["--bundle", "--minify", "--format=esm", "--target=es2022", "--charset=utf8", "--log-level=warning"];
    run(command("esbuild").args(entries).args(settings).arg(outdir))
}

fn table(page: &Path, name: &str, arguments: &[&str]) -> Outcome {
    files::write_changed(&page.join(name), &printed(program("link-preview-lab").args(arguments))?)
}

/// One of the host's programs. Both with the feature, so that cargo compiles the library once.
fn program(name: &str) -> std::process::Command {
    let mut cargo = command("cargo");
    cargo.args(["run", "--quiet", "--locked", "--features", "prerender", "--bin", name, "--"]);
    cargo
}
