//! Trunk's `post_build` hook: splits the wasm and makes it small.
//!
//! `wasm_split` divides the program into a main module and parts that load on demand. That must happen after cargo and before
//! wasm-bindgen, where Trunk has no hook. So this takes cargo's wasm again, splits it, runs wasm-bindgen and wasm-opt, and
//! overwrites what Trunk put into its staging folder. Trunk's hash of cargo's wasm is in every name, so that files of two builds
//! never meet.
//!
//! A release build is optimized; a debug build is not, and keeps the names of functions. The files stay in the target folder:
//! a build that compiled nothing uses them again.

mod link;
mod names;
mod wasm;

use std::env;
use std::fs;
use std::path::PathBuf;

use crate::command::{Outcome, target};
use crate::files;

use names::Names;

/// What Trunk says about the build it is at, and where things lie.
struct Build {
    release: bool,
    /// Trunk's output so far.
    staging: PathBuf,
    names: Names,
    /// Cargo's wasm.
    compiled: PathBuf,
    /// The files that this hook makes.
    made: PathBuf,
}

impl Build {
    fn of_trunk() -> Result<Self, String> {
        let told = |variable| env::var_os(variable).ok_or("`finish` is Trunk's to call, at the end of a build");
        let release = told("TRUNK_PROFILE")? == "release";
        let staging = PathBuf::from(told("TRUNK_STAGING_DIR")?);
        let served: Vec<String> = files::list(&staging)?.iter().map(|file| files::name(file)).collect();
        let names = Names::find(&served).ok_or("Trunk has built no program: see the `rel=\"rust\"` link of index.html")?;
        let target = target()?;
        // As index.html has it.
        let profile = if release { "web" } else { "debug" };
        let compiled = target.join("wasm32-unknown-unknown").join(profile).join(names::PROGRAM).with_extension("wasm");
        Ok(Self { release, staging, names, compiled, made: target.join("finished").join(profile) })
    }

    /// The file that says which build `made` holds.
    fn stamp(&self) -> PathBuf {
        self.made.with_extension("id")
    }

    /// Another xtask may make other files of the same wasm.
    fn identity(&self) -> String {
        let changed = env::current_exe().and_then(|file| fs::metadata(file)?.modified()).ok();
        format!("{} {changed:?}", self.names.id())
    }

    fn is_made(&self) -> bool {
        fs::read_to_string(self.stamp()).is_ok_and(|made| made == self.identity())
    }

    fn make(&self) -> Outcome {
        fs::remove_file(self.stamp()).ok();
        files::clear(&self.made)?;
        wasm::make(self)?;
        files::write(&self.stamp(), self.identity())
    }

    fn preload(&self) -> Outcome {
        let link = self.names.link();
        let page = self.staging.join("index.html");
        if self.made.join(&link).exists() { files::write(&page, link::preloaded(&files::read(&page)?, &link)) } else { Ok(()) }
    }
}

pub fn finish() -> Outcome {
    let build = Build::of_trunk()?;
    if !build.is_made() {
        build.make()?;
    }
    files::copy(&build.made, &build.staging)?;
    build.preload()
}
