//! The parser against the public suite of JSON texts: `y_*` parse, `n_*` are refused, and of `i_*` those that
//! `JSON.parse` takes.

use std::io::Write;
use std::path::{Path, PathBuf};

use link_preview_lab::core::json::{Source, SyntaxErrorKind};

/// Not UTF-8, so nothing the Lab can be given.
const NOT_UTF8: usize = 25;

/// Past the test harness, which shows what `println` says of failed tests only.
fn say(line: &str) {
    writeln!(std::io::stderr(), "{line}").expect("stderr");
}

fn corpus() -> Option<Vec<(String, PathBuf)>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/json");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        say("skipped: there is no ../shared/corpus/json");
        return None;
    };
    let paths = entries.map(|entry| entry.expect("a readable folder").path());
    let mut files: Vec<_> = paths.map(|path| (path.file_name().expect("a name").to_string_lossy().into_owned(), path)).collect();
    files.sort();
    Some(files)
}

#[test]
fn gives_the_verdict_of_json_parse() {
    let Some(files) = corpus() else { return };
    let mut not_utf8 = Vec::new();
    for (name, path) in &files {
        let Ok(text) = String::from_utf8(std::fs::read(path).expect(name)) else {
            not_utf8.push(name.as_str());
            continue;
        };
        match (name.as_bytes()[0], Source::new(&text).parse()) {
            (b'y' | b'i', Err(error)) => panic!("{name}: refused: {}", error.message),
            (b'n', Ok(_)) => panic!("{name}: accepted"),
            (b'n', Err(error)) => {
                assert!(text.get(error.span.start..error.span.end).is_some(), "{name}: {:?}", error.span);
                let deep =
                    ["n_structure_100000_opening_arrays.json", "n_structure_open_array_object.json"].contains(&name.as_str());
                assert_eq!(error.kind == SyntaxErrorKind::Depth, deep, "{name}");
            }
            _ => {}
        }
    }
    say(&format!("{} files, of these refused before parsing since they are not UTF-8: {}", files.len(), not_utf8.join(" ")));
    assert_eq!(not_utf8.len(), NOT_UTF8);
    assert!(not_utf8.iter().all(|name| !name.starts_with('y')), "{not_utf8:?}");
}
