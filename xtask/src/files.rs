//! Files and folders, with failures as sentences.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::command::Outcome;

/// Turns a failure into a sentence that names the file.
fn named<T>(result: io::Result<T>, path: &Path) -> Result<T, String> {
    result.map_err(|error| format!("{}: {error}", path.display()))
}

pub fn read(file: &Path) -> Result<String, String> {
    named(fs::read_to_string(file), file)
}

pub fn write(file: &Path, text: impl AsRef<[u8]>) -> Outcome {
    named(fs::write(file, text), file)
}

/// Leaves a file alone that holds the text already.
pub fn write_changed(file: &Path, text: &str) -> Outcome {
    if fs::read_to_string(file).is_ok_and(|held| held == text) { Ok(()) } else { write(file, text) }
}

pub fn size(file: &Path) -> Result<u64, String> {
    named(fs::metadata(file), file).map(|file| file.len())
}

pub fn rename(from: &Path, to: &Path) -> Outcome {
    named(fs::rename(from, to), from)
}

pub fn make(folder: &Path) -> Outcome {
    named(fs::create_dir_all(folder), folder)
}

/// Makes an empty folder, or empties the one that is there.
pub fn clear(folder: &Path) -> Outcome {
    if folder.exists() {
        named(fs::remove_dir_all(folder), folder)?;
    }
    make(folder)
}

/// What lies in a folder, sorted.
pub fn list(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = named(fs::read_dir(folder), folder)?;
    let mut paths: Vec<PathBuf> = entries.filter_map(Result::ok).map(|entry| entry.path()).collect();
    paths.sort();
    Ok(paths)
}

/// Copies what lies in a folder, over what is there.
pub fn copy(from: &Path, to: &Path) -> Outcome {
    make(to)?;
    for path in list(from)? {
        let target = to.join(name(&path));
        if path.is_dir() {
            copy(&path, &target)?;
        } else {
            named(fs::copy(&path, &target), &path)?;
        }
    }
    Ok(())
}

/// The last part of a path.
pub fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

pub fn has_extension(path: &Path, wanted: &str) -> bool {
    path.extension().is_some_and(|extension| extension == wanted)
}
