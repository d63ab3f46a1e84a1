//! From cargo's wasm to the files that are served.

use std::path::{Path, PathBuf};

use super::{Build, link};
use crate::command::{Outcome, command, run};
use crate::files;

/// Not `-Oz`: compressed, as it is sent, that makes the page's wasm no smaller (321 KB, and 320 KB with this).
const LEVEL: &str = "-O2";

/// What rustc turns on for wasm32; wasm-opt assumes less.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

pub fn make(build: &Build) -> Outcome {
    let split = build.made.with_extension("split");
    files::clear(&split)?;
    run(command("wasm-split-cli").arg(&build.compiled).arg(&split).args(["--out-name", &build.names.program()]))?;
    bind(build, &split)?;
    take_parts(build, &split)?;
    if build.release { reduce(build) } else { Ok(()) }
}

fn main_module(build: &Build, split: &Path) -> PathBuf {
    split.join(build.names.program()).with_extension("wasm")
}

/// What the linker exports stays exported: the parts import it.
fn bind(build: &Build, split: &Path) -> Outcome {
    let mut bindgen = command("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", &build.names.program()]);
    run(bindgen.arg("--out-dir").arg(&build.made).arg(main_module(build, split)))
}

/// Moves the parts beside the main module, if there are any, and tells everybody their names.
fn take_parts(build: &Build, split: &Path) -> Outcome {
    let script = build.made.join(build.names.script());
    let text = files::read(&script)?;
    if !link::is_linked(&text) {
        return Ok(());
    }
    files::write(&script, link::linked(&text, &build.names.link()))?;
    let mut renamed = Vec::new();
    for part in wasms(split)?.iter().filter(|file| **file != main_module(build, split)) {
        let (from, to) = (files::name(part), build.names.part(&files::name(part)));
        files::rename(part, &build.made.join(&to))?;
        renamed.push((from, to));
    }
    let text = files::read(&split.join("__wasm_split.js"))?;
    files::write(&build.made.join(build.names.link()), link::renamed(&text, &renamed))
}

fn wasms(folder: &Path) -> Result<Vec<PathBuf>, String> {
    Ok(files::list(folder)?.into_iter().filter(|file| files::has_extension(file, "wasm")).collect())
}

fn reduce(build: &Build) -> Outcome {
    for wasm in wasms(&build.made)? {
        run(command("wasm-opt").args(["--quiet", LEVEL]).args(FEATURES).arg(&wasm).arg("--output").arg(&wasm))?;
    }
    for script in files::list(&build.made)?.iter().filter(|file| files::has_extension(file, "js")) {
        minify(script)?;
    }
    Ok(())
}

fn minify(script: &Path) -> Outcome {
    let mut outfile = std::ffi::OsString::from("--outfile=");
    outfile.push(script);
    // The glue imports one script for each part, all under one key.
    let quiet = ["--log-level=warning", "--log-override:duplicate-object-key=silent"];
    let settings = ["--minify", "--format=esm", "--target=es2022", "--charset=utf8", "--allow-overwrite"];
    run(command("esbuild").arg(script).args(settings).args(quiet).arg(outfile))
}
