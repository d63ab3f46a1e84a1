//! Where the bytes of the wasm go: its functions by module, largest first.
//!
//! Measured before wasm-opt, which inlines across modules and takes the names away.

use std::collections::HashMap;
use std::fs;

use crate::command::{Outcome, command, run, step, target};
use crate::wasm::{self, Function};
use crate::{files, setup};

const PROGRAM: &str = "link_preview_lab::";
/// `link_preview_lab::app::panes::rules`, and of core the layer alone.
const DEPTH: [(&str, usize); 2] = [("app", 3), ("core", 2)];

/// As many as tell where a kilobyte could be saved.
const ROWS: usize = 60;

pub fn sizes() -> Outcome {
    setup::for_hooks()?;
    let target = target()?;
    let arguments = ["build", "--quiet", "--locked", "--target", "wasm32-unknown-unknown", "--profile", "web", "--bin"];
    step("building the page with names", || run(command("cargo").args(arguments).arg("link-preview-lab")))?;
    let named = target.join("sizes");
    let mut bindgen = command("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", "named", "--out-dir"]).arg(&named);
    run(bindgen.arg(target.join("wasm32-unknown-unknown/web/link-preview-lab.wasm")))?;
    let file = named.join("named_bg.wasm");
    let bytes = fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    let functions = wasm::functions(&bytes).ok_or_else(|| format!("{} cannot be read", file.display()))?;
    print(&functions, files::size(&file)?);
    Ok(())
}

fn print(functions: &[Function], file: u64) {
    let code: usize = functions.iter().map(|function| function.size).sum();
    println!("\n{:>9}  {:>5}  {:>9}  module", "bytes", "", "functions");
    for (module, bytes, count) in rows(functions).into_iter().take(ROWS) {
        println!("{bytes:>9}  {:>4}%  {count:>9}  {module}", percent(bytes, code));
    }
    println!("{code:>9}   100%  {:>9}  all code; the file has {file} bytes", functions.len());
}

/// With one digit after the point.
fn percent(part: usize, whole: usize) -> String {
    let thousandths = part * 1000 / whole.max(1);
    format!("{}.{}", thousandths / 10, thousandths % 10)
}

/// Module, bytes, number of functions.
fn rows(functions: &[Function]) -> Vec<(String, usize, usize)> {
    let mut modules: HashMap<String, (usize, usize)> = HashMap::new();
    for function in functions {
        let (bytes, count) = modules.entry(owner(&function.name)).or_default();
        *bytes += function.size;
        *count += 1;
    }
    let mut rows: Vec<_> = modules.into_iter().map(|(module, (bytes, count))| (module, bytes, count)).collect();
    rows.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    rows
}

/// Whose a function is: the first module of the program that its name mentions, else the crate that it begins with.
///
/// `<alloc::vec::Vec<link_preview_lab::core::json::Node> as core::clone::Clone>::clone` is the work of `core::json`.
fn owner(name: &str) -> String {
    if let Some(at) = name.find(PROGRAM) {
        let mut path = path(&name[at + PROGRAM.len()..]);
        path.pop_if(|word| is_hash(word));
        let depth = DEPTH.iter().find(|(layer, _)| path.first() == Some(layer)).map_or(1, |(_, depth)| *depth);
        // The last word is the function or type itself.
        let modules = path.len().saturating_sub(1).clamp(1, depth);
        return path.into_iter().take(modules).collect::<Vec<_>>().join("::");
    }
    let mut name = name.trim_start_matches(['<', '&', '*', '(', '[']);
    for word in ["mut ", "const ", "dyn "] {
        name = name.trim_start_matches(word);
    }
    match path(name).first() {
        Some(first) if name[first.len()..].starts_with("::") => format!("({first})"),
        _ => "(no crate)".to_owned(),
    }
}

/// The words of a path, up to what is no word: `core::json::Node>` → `core`, `json`, `Node`.
fn path(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text;
    loop {
        let end = rest.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(rest.len());
        words.push(&rest[..end]);
        match rest[end..].strip_prefix("::") {
            Some(more) if more.starts_with(|letter: char| letter.is_alphabetic() || letter == '_') => rest = more,
            _ => return words,
        }
    }
}

/// What the compiler adds to the name of a function: `h0123456789abcdef`.
fn is_hash(word: &str) -> bool {
    word.strip_prefix('h').is_some_and(|digits| digits.len() == 16 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_belongs_to_its_module() {
        let owners = [
            ("link_preview_lab::core::rules::colors::check", "core::rules"),
            ("link_preview_lab::core::history::History::undo::{{closure}}", "core::history"),
            ("link_preview_lab::app::panes::rules::list::row", "app::panes::rules"),
            ("link_preview_lab::app::commands::run::h0123456789abcdef", "app::commands"),
            ("link_preview_lab::app::mount::{{closure}}", "app"),
            ("<alloc::vec::Vec<link_preview_lab::core::json::Node> as core::clone::Clone>::clone", "core::json"),
            ("<alloc::vec::Vec<u8> as core::clone::Clone>::clone", "(alloc)"),
            ("<&mut tachys::view::View as core::fmt::Debug>::fmt", "(tachys)"),
            ("reactive_graph::effect::run", "(reactive_graph)"),
            ("__rust_alloc", "(no crate)"),
        ];
        for (name, expected) in owners {
            assert_eq!(owner(name), expected, "{name}");
        }
    }

    #[test]
    fn the_largest_module_comes_first() {
        let function = |name: &str, size| Function { name: name.to_owned(), size };
        let functions = [function("a::x", 3), function("b::x", 4), function("a::y", 2)];
        assert_eq!(rows(&functions), [("(a)".to_owned(), 5, 2), ("(b)".to_owned(), 4, 1)]);
    }

    #[test]
    fn shares_have_one_digit() {
        assert_eq!(percent(1, 8), "12.5");
        assert_eq!(percent(0, 0), "0.0");
    }
}
