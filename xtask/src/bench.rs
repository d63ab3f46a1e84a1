//! Sizes and speeds, as one table.

use std::fs;
use std::path::{Path, PathBuf};

use crate::build;
use crate::command::{Outcome, command, output, root};

struct Row {
    what: String,
    measured: String,
    limit: &'static str,
}

pub fn bench() -> Outcome {
    build::build()?;
    let rows = sizes(&root().join("dist"))?;
    print(&rows);
    Ok(())
}

/// What is fetched until the page can be edited: raw and as a server sends it.
fn sizes(dist: &Path) -> Result<Vec<Row>, String> {
    let mut rows = Vec::new();
    let mut total = (0, 0);
    for file in fetched(dist)? {
        let raw = fs::metadata(&file).map_err(|error| format!("{} cannot be read: {error}", file.display()))?.len();
        let brotli = brotli(&file)?;
        total = (total.0 + raw, total.1 + brotli);
        let wasm = file.extension().is_some_and(|extension| extension == "wasm");
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        rows.push(size(if wasm { "wasm".to_owned() } else { name }, (raw, brotli), if wasm { "180 KB" } else { "" }));
    }
    rows.push(size("all until editable".to_owned(), total, "310 KB"));
    Ok(rows)
}

fn size(what: String, (raw, brotli): (u64, u64), limit: &'static str) -> Row {
    #[expect(clippy::cast_precision_loss, reason = "sizes of files, printed to a tenth of a kilobyte")]
    let kilobytes = |bytes: u64| bytes as f64 / 1000.0;
    Row { what, measured: format!("{:.1} KB brotli, {:.0} KB raw", kilobytes(brotli), kilobytes(raw)), limit }
}

fn fetched(dist: &Path) -> Result<Vec<PathBuf>, String> {
    let mut files = Vec::new();
    let mut folders = vec![dist.to_path_buf(), dist.join("snippets")];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).map_err(|error| format!("{} cannot be read: {error}", folder.display()))?;
        for path in entries.filter_map(Result::ok).map(|entry| entry.path()) {
            if path.is_dir() && folder.ends_with("snippets") {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| ["html", "js", "wasm"].iter().any(|wanted| extension == *wanted)) {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

/// Node has brotli built in, at the quality that static hosts use.
fn brotli(file: &Path) -> Result<u64, String> {
    let script = "console.log(require('zlib').brotliCompressSync(require('fs').readFileSync(process.argv[1])).length)";
    let printed = output(command("node").arg("-e").arg(script).arg(file));
    printed.and_then(|text| text.trim().parse().ok()).ok_or_else(|| format!("{} cannot be compressed with Node", file.display()))
}

fn print(rows: &[Row]) {
    let width = |cell: fn(&Row) -> usize| rows.iter().map(cell).max().unwrap_or(0);
    let (what, measured) = (width(|row| row.what.len()), width(|row| row.measured.len()));
    println!("{:what$}  {:measured$}  at most", "what", "measured");
    for row in rows {
        println!("{:what$}  {:measured$}  {}", row.what, row.measured, row.limit);
    }
}
