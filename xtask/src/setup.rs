//! Installs what is missing. What is there in a fitting version is used, so a second run only looks.
//!
//! The tools go where `cargo install` puts them, so that plain `trunk serve` finds them too and other clones need not build them
//! again.

use std::fs;
use std::time::SystemTime;

use crate::command::{Outcome, cargo_bin, command, find, output, root, run, task};
use crate::files;

const TARGET: &str = "wasm32-unknown-unknown";
/// 0.22 needs a newer compiler than the one that `rust-toolchain.toml` names.
const TRUNK: &str = "0.21.14";
/// Its version goes with that of `wasm_split_helpers` in Cargo.lock: the two talk through a section of the wasm.
const WASM_SPLIT: &str = "0.2.4";
const NODE: u32 = 20;

/// All that a build of the page needs.
pub fn for_build() -> Outcome {
    target()?;
    node()?;
    trunk()?;
    for_hooks()
}

/// What Trunk's hooks need: somebody may have started Trunk without us.
pub fn for_hooks() -> Outcome {
    packages("editor")?;
    wasm_bindgen()?;
    wasm_split()
}

/// What the browser tests need besides.
pub fn for_browser_tests() -> Outcome {
    packages("tests/browser")
}

fn target() -> Outcome {
    let Some(rustup) = find("rustup") else {
        // A compiler of another origin: it either has the target or says so itself.
        return Ok(());
    };
    let rustup = rustup.to_string_lossy().into_owned();
    let installed = output(command(&rustup).args(["target", "list", "--installed"])).unwrap_or_default();
    if installed.lines().any(|line| line == TARGET) {
        return Ok(());
    }
    task(&format!("installing the compiler's target {TARGET}"), || {
        run(command(&rustup).args(["--quiet", "target", "add", TARGET]))
    })
}

fn node() -> Outcome {
    let found = output(command("node").arg("--version")).and_then(|version| major(&version));
    match found {
        Some(major) if major >= NODE => Ok(()),
        Some(major) => Err(format!("Node.js {NODE} or newer is needed, version {major} is here; see https://nodejs.org")),
        None => Err(format!("Node.js {NODE} or newer is needed and `node` is not on PATH; see https://nodejs.org")),
    }
}

/// The npm packages of a folder: the code editor's with esbuild and wasm-opt, the tests' with axe.
fn packages(folder: &str) -> Outcome {
    let here = root().join(folder);
    let changed = |file: &str| fs::metadata(here.join(file)).and_then(|file| file.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
    // npm writes this file at the end of every install.
    if changed("node_modules/.package-lock.json") >= changed("package-lock.json") {
        return Ok(());
    }
    task(&format!("installing the npm packages of {folder}/"), || {
        run(command("npm").current_dir(&here).args(["ci", "--silent", "--no-audit", "--no-fund"]))
    })
}

fn trunk() -> Outcome {
    let found = output(command("trunk").arg("--version")).and_then(|text| version(&text));
    if found.as_deref().is_some_and(|version| version.starts_with("0.21.")) {
        return Ok(());
    }
    // Without the check for updates. It waits for other programs and serves files, so nothing in it needs to be quick.
    install("trunk", TRUNK, "0", &["--no-default-features", "--features", "rustls"])
}

/// Its version must be that of the crate, to the last number.
fn wasm_bindgen() -> Outcome {
    let lock = files::read(&root().join("Cargo.lock"))?;
    let wanted = locked(&lock, "wasm-bindgen").ok_or("Cargo.lock names no wasm-bindgen: run `cargo update -p wasm-bindgen`")?;
    let found = output(command("wasm-bindgen").arg("--version")).and_then(|text| version(&text));
    if found.as_ref() == Some(&wanted) {
        Ok(())
    } else {
        {
            // Alone: the programs beside it run tests, and bring TLS along.
            install("wasm-bindgen-cli", &wanted, "1", &["--no-default-features", "--bin", "wasm-bindgen"])
        }
    }
}

/// It does not tell its version, so this reads what cargo noted when it installed it.
fn wasm_split() -> Outcome {
    let installed = cargo_bin().parent().map(|home| files::read(&home.join(".crates.toml")).unwrap_or_default());
    let wanted = format!("\"wasm_split_cli_support {WASM_SPLIT} ");
    if find("wasm-split-cli").is_some() && installed.is_some_and(|installed| installed.contains(&wanted)) {
        return Ok(());
    }
    install("wasm_split_cli_support", WASM_SPLIT, "1", &["--features", "build-binary"])
}

/// Builds a tool from source, with the dependencies of its lock file.
///
/// Trunk's own settings optimize for minutes, which no build of the page ever wins back.
fn install(package: &str, version: &str, optimization: &str, features: &[&str]) -> Outcome {
    task(&format!("installing {package} {version}"), || {
        run(command("cargo")
            .args(["install", "--quiet", "--locked", package, "--version", version])
            .args(features)
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", optimization)
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "0"))
    })
}

/// `v20.11.1` → 20
fn major(version: &str) -> Option<u32> {
    version.trim().trim_start_matches('v').split('.').next()?.parse().ok()
}

/// `trunk 0.21.14` → `0.21.14`
fn version(text: &str) -> Option<String> {
    text.split_whitespace().nth(1).map(str::to_owned)
}

/// The version of a package in a Cargo.lock.
fn locked(lock: &str, package: &str) -> Option<String> {
    let wanted = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != wanted);
    let line = lines.nth(1)?;
    Some(line.strip_prefix("version = \"")?.strip_suffix('"')?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read() {
        assert_eq!(major("v20.11.1\n"), Some(20));
        assert_eq!(major("not a version"), None);
        assert_eq!(version("trunk 0.21.14\n").as_deref(), Some("0.21.14"));
        assert_eq!(version("wasm-bindgen 0.2.129 (abc)").as_deref(), Some("0.2.129"));
    }

    #[test]
    fn the_lock_names_one_version_of_one_package() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.1.0\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.129\"\n";
        assert_eq!(locked(lock, "wasm-bindgen").as_deref(), Some("0.2.129"));
        assert_eq!(locked(lock, "trunk"), None);
    }
}
