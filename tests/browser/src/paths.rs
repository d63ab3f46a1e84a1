//! Where things lie.

use std::path::{Path, PathBuf};

/// The built page: `LAB_DIST`, else `dist/` of the repository.
pub fn dist() -> PathBuf {
    std::env::var_os("LAB_DIST").map_or_else(|| root().join("dist"), PathBuf::from)
}

/// The accessibility checker: `LAB_AXE`, else what `npm ci` put beside this package.
pub fn axe() -> PathBuf {
    std::env::var_os("LAB_AXE")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/axe-core/axe.min.js"), PathBuf::from)
}

/// Pictures that tests take, kept from run to run.
pub fn screenshots() -> PathBuf {
    root().join("target/screenshots")
}

/// The pictures of the README.
pub fn pictures() -> PathBuf {
    root().join("docs/pictures")
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A program: what the variable names, else the first of `names` that PATH has.
pub fn program(variable: &str, names: &[&str]) -> Option<PathBuf> {
    if let Some(path) = std::env::var_os(variable) {
        return Some(PathBuf::from(path));
    }
    let path = std::env::var_os("PATH")?;
    names.iter().find_map(|name| std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file()))
}
