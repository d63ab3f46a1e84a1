//! The size of what is fetched until the page can be edited: raw and as a server sends it.

use std::fs;
use std::path::{Path, PathBuf};

use super::table::Row;
use crate::command::{command, output};

/// 177 with the payload's pane alone, 70 for the link rules, 50 for the integration.
const WASM: u64 = 297;
/// 310 with the payload's pane alone, and the same 120.
const ALL: u64 = 430;

/// Fetched when somebody searches; the browser's tests see to it that it is not before.
const LATER: &str = "search.js";

pub fn sizes(dist: &Path) -> Result<Vec<Row>, String> {
    let mut rows = Vec::new();
    let mut total = (0, 0);
    for file in fetched(dist)? {
        let raw = fs::metadata(&file).map_err(|error| format!("{} cannot be read: {error}", file.display()))?.len();
        let brotli = brotli(&file)?;
        total = (total.0 + raw, total.1 + brotli);
        if file.extension().is_some_and(|extension| extension == "wasm") {
            rows.push(row("wasm".to_owned(), (raw, brotli), Some(WASM)));
        } else {
            rows.push(row(file.file_name().unwrap_or_default().to_string_lossy().into_owned(), (raw, brotli), None));
        }
    }
    rows.push(row("all until editable".to_owned(), total, Some(ALL)));
    Ok(rows)
}

/// `limit`: of the compressed size, in kilobytes.
fn row(what: String, (raw, brotli): (u64, u64), limit: Option<u64>) -> Row {
    #[expect(clippy::cast_precision_loss, reason = "sizes of files, printed to a tenth of a kilobyte")]
    let kilobytes = |bytes: u64| bytes as f64 / 1000.0;
    Row {
        what,
        measured: format!("{:.1} KB brotli, {:.0} KB raw", kilobytes(brotli), kilobytes(raw)),
        limit: limit.map_or_else(String::new, |limit| format!("{limit} KB")),
        missed: limit.is_some_and(|limit| brotli > limit * 1000),
    }
}

fn fetched(dist: &Path) -> Result<Vec<PathBuf>, String> {
    let mut files = Vec::new();
    let mut folders = vec![dist.to_path_buf(), dist.join("snippets")];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).map_err(|error| format!("{} cannot be read: {error}", folder.display()))?;
        for path in entries.filter_map(Result::ok).map(|entry| entry.path()) {
            if path.is_dir() && folder.ends_with("snippets") {
                folders.push(path);
            } else if is_code(&path) && !path.ends_with(LATER) {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

fn is_code(file: &Path) -> bool {
    file.extension().is_some_and(|extension| ["html", "js", "wasm"].iter().any(|wanted| extension == *wanted))
}

/// Node has brotli built in, at the quality that static hosts use.
fn brotli(file: &Path) -> Result<u64, String> {
    let script = "console.log(require('zlib').brotliCompressSync(require('fs').readFileSync(process.argv[1])).length)";
    let printed = output(command("node").arg("-e").arg(script).arg(file));
    printed.and_then(|text| text.trim().parse().ok()).ok_or_else(|| format!("{} cannot be compressed with Node", file.display()))
}
