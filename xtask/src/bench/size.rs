//! The size of what the page fetches until it can be edited, and of the parts that it fetches later: raw, and as a server sends it.

use std::path::{Path, PathBuf};

use super::table::Row;
use crate::command::{command, output};
use crate::files;

/// In kilobytes, compressed.
const PROGRAM: u64 = 320;
const ALL: u64 = 450;
const PART: u64 = 60;

/// Fetched when somebody searches; the browser's tests see to it that it is not before.
const LATER: &str = "search.js";

#[derive(Clone, Copy, Default)]
struct Size {
    brotli: u64,
    raw: u64,
}

pub fn sizes(dist: &Path) -> Result<Vec<Row>, String> {
    let mut rows = Vec::new();
    let mut total = Size::default();
    let (parts, fetched): (Vec<_>, Vec<_>) = code(dist)?.into_iter().partition(|file| is_part(file));
    for file in fetched {
        let size = size_of(&file)?;
        total = Size { brotli: total.brotli + size.brotli, raw: total.raw + size.raw };
        rows.push(if files::has_extension(&file, "wasm") {
            row("wasm", size, Some(PROGRAM))
        } else {
            row(&files::name(&file), size, None)
        });
    }
    rows.push(row("all until editable", total, Some(ALL)));
    for file in &parts {
        rows.push(row(&format!("part {}", files::name(file)), size_of(file)?, Some(PART)));
    }
    Ok(rows)
}

/// `limit`: of the compressed size, in kilobytes.
fn row(what: &str, Size { brotli, raw }: Size, limit: Option<u64>) -> Row {
    #[expect(clippy::cast_precision_loss, reason = "sizes of files, printed to a tenth of a kilobyte")]
    let kilobytes = |bytes: u64| bytes as f64 / 1000.0;
    Row {
        what: what.to_owned(),
        measured: format!("{:.1} KB brotli, {:.0} KB raw", kilobytes(brotli), kilobytes(raw)),
        limit: limit.map_or_else(String::new, |limit| format!("{limit} KB")),
        missed: limit.is_some_and(|limit| brotli > limit * 1000),
    }
}

/// Page, scripts and wasm, those of snippets too; the tables and `public` are fetched when they are asked for.
fn code(dist: &Path) -> Result<Vec<PathBuf>, String> {
    let mut found = Vec::new();
    let mut folders = vec![dist.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for path in files::list(&folder)? {
            if path.is_dir() && path.strip_prefix(dist).is_ok_and(|path| path.starts_with("snippets")) {
                folders.push(path);
            } else if is_code(&path) && !path.ends_with(LATER) {
                found.push(path);
            }
        }
    }
    Ok(found)
}

fn is_code(file: &Path) -> bool {
    ["html", "js", "wasm"].iter().any(|wanted| files::has_extension(file, wanted))
}

/// What `xtask finish` split off; a chunk is what several parts share.
fn is_part(file: &Path) -> bool {
    let name = files::name(file);
    files::has_extension(file, "wasm") && (name.starts_with("split_") || name.starts_with("chunk_"))
}

fn size_of(file: &Path) -> Result<Size, String> {
    Ok(Size { brotli: brotli(file)?, raw: files::size(file)? })
}

/// Node has brotli built in, at the quality that static hosts use.
fn brotli(file: &Path) -> Result<u64, String> {
    let script = "console.log(require('zlib').brotliCompressSync(require('fs').readFileSync(process.argv[1])).length)";
    let printed = output(command("node").arg("-e").arg(script).arg(file));
    printed.and_then(|text| text.trim().parse().ok()).ok_or_else(|| format!("{} cannot be compressed with Node", file.display()))
}
