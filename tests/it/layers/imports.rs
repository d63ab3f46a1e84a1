//! What source files use of their own crate: every path that starts with `crate::` or `super::`.
//!
//! It reads text, not syntax: comments and `#[cfg(test)]` modules are left out, macros are read like any other code.

use std::fs;
use std::path::Path;

/// A path in a file, as it resolves from the crate's root.
pub struct Import {
    /// Under `src`.
    pub file: String,
    /// From 1 on.
    pub line: usize,
    /// The module of the file: the name directly under the root.
    pub from: String,
    pub path: Vec<String>,
}

/// All imports of the files under a root.
pub fn imports(root: &str, left_out: &[&str]) -> Vec<Import> {
    let mut found = Vec::new();
    for file in files(root, left_out) {
        let module = module_of(&file);
        let Some(from) = module.get(1).cloned() else { continue };
        let module: Vec<&str> = module.iter().map(String::as_str).collect();
        for (line, path) in of(&module, &read(&file)) {
            found.push(Import { file: file.clone(), line, from: from.clone(), path });
        }
    }
    found
}

/// The names of the modules under a root.
pub fn modules(root: &str, left_out: &[&str]) -> Vec<String> {
    let mut names: Vec<String> = files(root, left_out).iter().filter_map(|file| module_of(file).get(1).cloned()).collect();
    names.dedup();
    names
}

/// The paths in the text of one module, each with its line.
pub fn of(module: &[&str], text: &str) -> Vec<(usize, Vec<String>)> {
    let text = without_tests(text);
    let mut found = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("//") {
            continue;
        }
        let start = line.as_ptr() as usize - text.as_ptr() as usize;
        for (at, _) in line.match_indices("crate::").chain(line.match_indices("super::")) {
            // The second half of `super::super::` was read with the first.
            if line[..at].ends_with("super::") || line[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_') {
                continue;
            }
            for path in tree(&mut &text[start + at..]) {
                found.push((index + 1, resolved(module, path)));
            }
        }
    }
    found
}

/// A path from the crate's root.
fn resolved(module: &[&str], path: Vec<String>) -> Vec<String> {
    let supers = path.iter().take_while(|step| *step == "super").count();
    let from = if supers == 0 { &[][..] } else { &module[..module.len().saturating_sub(supers)] };
    let rest = path.into_iter().skip(supers).skip_while(|step| step == "crate");
    from.iter().map(|step| (*step).to_owned()).chain(rest).collect()
}

/// The paths of a use tree: `a::{b, c::d}` is `a::b` and `a::c::d`.
fn tree(text: &mut &str) -> Vec<Vec<String>> {
    let mut stem = Vec::new();
    loop {
        *text = text.trim_start();
        if let Some(rest) = text.strip_prefix('{') {
            *text = rest;
            return group(text).into_iter().map(|path| stem.iter().cloned().chain(path).collect()).collect();
        }
        let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
        stem.push(text[..end].to_owned());
        *text = &text[end..];
        match text.strip_prefix("::") {
            Some(rest) => *text = rest,
            None => return vec![stem],
        }
    }
}

/// The paths between braces.
fn group(text: &mut &str) -> Vec<Vec<String>> {
    let mut paths = Vec::new();
    loop {
        *text = text.trim_start_matches([',', ' ', '\n']);
        if text.is_empty() || text.starts_with('}') {
            *text = text.get(1..).unwrap_or_default();
            return paths;
        }
        paths.extend(tree(text));
        // What a path is named or globbed as.
        let end = text.find([',', '}']).unwrap_or(text.len());
        *text = &text[end..];
    }
}

/// Tests are the last thing in a file.
fn without_tests(text: &str) -> &str {
    let at = text.match_indices("#[cfg(test)]\nmod ").find(|(at, _)| {
        let rest = &text[*at..];
        rest.find('{') < rest.find(';') && rest.contains('{')
    });
    at.map_or(text, |(at, _)| &text[..at])
}

/// The files under a root, under `src`, without those that are tests.
fn files(root: &str, left_out: &[&str]) -> Vec<String> {
    let mut files = Vec::new();
    visit(root, left_out, &mut files);
    let tests: Vec<String> = files.iter().flat_map(|file| test_modules(file)).collect();
    files.retain(|file| !tests.iter().any(|test| module_of(file).join("/").starts_with(test)));
    files.sort();
    files
}

fn visit(folder: &str, left_out: &[&str], files: &mut Vec<String>) {
    for entry in fs::read_dir(src(folder)).expect("a folder can be read") {
        let path = format!("{folder}/{}", entry.expect("an entry can be read").file_name().to_string_lossy());
        if left_out.contains(&path.as_str()) {
            continue;
        }
        if src(&path).is_dir() {
            visit(&path, left_out, files);
        } else if Path::new(&path).extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// The modules that a file declares for tests only.
fn test_modules(file: &str) -> Vec<String> {
    let text = read(file);
    let mut modules = Vec::new();
    for (at, attribute) in text.match_indices("#[cfg(test)]\n") {
        let declared = text[at + attribute.len()..].lines().next().unwrap_or_default();
        if let Some(name) = declared.trim_start_matches("pub ").strip_prefix("mod ").and_then(|rest| rest.strip_suffix(';')) {
            modules.push(format!("{}/{name}", module_of(file).join("/")));
        }
    }
    modules
}

/// `core/json/mod.rs` and `core/json.rs` are both `core`, `json`.
fn module_of(file: &str) -> Vec<String> {
    let path = file.trim_end_matches(".rs").trim_end_matches("/mod");
    path.split('/').map(str::to_owned).collect()
}

fn src(path: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(path)
}

fn read(file: &str) -> String {
    fs::read_to_string(src(file)).expect("a source file can be read")
}
