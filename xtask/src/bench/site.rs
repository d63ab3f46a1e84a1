//! What the browser's bench is served: the page, the page with a clock before its editor (`timed/`), a page as large with
//! one word on it (`empty/`), a bare editor (`bare/`), and the texts (`payloads/`).

use std::path::{Path, PathBuf};

use super::payload;
use crate::command::{Outcome, command, root, run};
use crate::files;

/// The sizes at which keystrokes and analysis are measured.
pub const ATTRIBUTES: [usize; 3] = [9, 100, 1000];

/// So many attributes of the usual kinds make five megabytes.
const MANY: usize = 24_000;

pub fn lay_out(dist: &Path) -> Result<PathBuf, String> {
    let site = root().join("target/bench");
    let own = root().join("tests/browser");
    files::clear(&site)?;
    files::copy(dist, &site)?;
    files::copy(dist, &site.join("timed"))?;
    files::rename(&site.join("timed/editor.js"), &site.join("timed/editor-itself.js"))?;
    files::copy(&own.join("timed"), &site.join("timed"))?;
    files::copy(&own.join("bare"), &site.join("bare"))?;
    empty(&files::read(&dist.join("index.html"))?, &site.join("empty"))?;
    payloads(&site.join("payloads"))?;
    bundle(&site.join("bare/bare.js"))?;
    Ok(site)
}

/// As many bytes as the page, of which the browser draws one word.
fn empty(page: &str, folder: &Path) -> Outcome {
    let start = r#"<!doctype html><meta charset="utf-8"><title>Empty</title><link rel="icon" href="data:,">Empty<!--"#;
    let end = "-->";
    let filling = "x".repeat(page.len().saturating_sub(start.len() + end.len()));
    files::make(folder)?;
    files::write(&folder.join("index.html"), [start, &filling, end].concat())
}

fn payloads(folder: &Path) -> Outcome {
    files::make(folder)?;
    for attributes in ATTRIBUTES {
        files::write(&folder.join(format!("{attributes}.json")), payload::of(attributes))?;
    }
    files::write(&folder.join("many.json"), payload::of(MANY))?;
    files::write(&folder.join("long.json"), payload::long())
}

/// The bare editor is made of the same packages as the Lab's, by the same bundler with the same settings.
fn bundle(into: &Path) -> Outcome {
    let editor = root().join("editor");
    let settings = ["--bundle", "--minify", "--format=esm", "--target=es2022", "--log-level=warning"];
    let mut outfile = std::ffi::OsString::from("--outfile=");
    outfile.push(into);
    let mut esbuild = command("esbuild");
    esbuild.arg(root().join("tests/browser/bare/bare.js")).args(settings).arg("--allow-overwrite").arg(outfile);
    run(esbuild.env("NODE_PATH", editor.join("node_modules")))
}
