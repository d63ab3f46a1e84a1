//! What the browser's bench is served: the page, the page with a clock before its editor (`timed/`), a bare editor
//! (`bare/`), and the texts (`payloads/`).

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::payload;
use crate::command::{Outcome, command, root, run};

/// The sizes at which keystrokes and analysis are measured.
pub const ATTRIBUTES: [usize; 3] = [9, 100, 1000];

/// So many attributes of the usual kinds make five megabytes.
const MANY: usize = 24_000;

pub fn lay_out(dist: &Path) -> Result<PathBuf, String> {
    let site = root().join("target/bench");
    files(dist, &site).map_err(|error| format!("`{}` cannot be laid out: {error}", site.display()))?;
    bundle(&site.join("bare/bare.js"))?;
    Ok(site)
}

fn files(dist: &Path, site: &Path) -> io::Result<()> {
    if site.exists() {
        fs::remove_dir_all(site)?;
    }
    let own = root().join("tests/browser");
    copy(dist, site)?;
    copy(dist, &site.join("timed"))?;
    fs::rename(site.join("timed/editor.js"), site.join("timed/editor-itself.js"))?;
    copy(&own.join("timed"), &site.join("timed"))?;
    copy(&own.join("bare"), &site.join("bare"))?;
    payloads(&site.join("payloads"))
}

fn payloads(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for attributes in ATTRIBUTES {
        fs::write(folder.join(format!("{attributes}.json")), payload::of(attributes))?;
    }
    fs::write(folder.join("many.json"), payload::of(MANY))?;
    fs::write(folder.join("long.json"), payload::long())
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
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
