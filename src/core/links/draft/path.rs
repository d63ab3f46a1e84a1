//! The path of a draft: compares the samples segment by segment.

use super::distinct;
use super::kind::TextKind;
use super::name::name;
use super::part::Part;
use super::sketch::Sketch;

/// If the samples differ by more segments, the draft accepts any tail.
const OPTIONAL: usize = 2;
/// The most words that make a list of fixed ones.
const WORDS: usize = 4;
const ENDS: &str = r"\/?#";

struct Path<'u> {
    segments: Vec<&'u str>,
    /// A slash at its end.
    slash: bool,
}

pub fn write(sketch: &mut Sketch, paths: &[&str]) {
    let paths: Vec<Path> = paths.iter().map(|path| take_apart(path)).collect();
    let lengths = || paths.iter().map(|path| path.segments.len());
    let (least, most) = (lengths().min().unwrap_or(0), lengths().max().unwrap_or(0));
    let column = |at: usize| paths.iter().filter_map(|path| path.segments.get(at).copied()).collect::<Vec<_>>();
    let (named, optional) = if most - least > OPTIONAL { (least, 0) } else { (most, most - least) };
    let mut before = None;
    for at in 0..named {
        if at >= least {
            sketch.push("(?:");
        }
        sketch.push(r"\/");
        let id_follows = at + 1 < named && TextKind::of(&column(at + 1)).is_id();
        before = segment(sketch, Part::Segment(at), &column(at), before, id_follows);
    }
    sketch.push(&")?".repeat(optional));
    if named < most {
        sketch.push(r"(?:\/[^?#]*)?");
        sketch.assume("Any further segments of the path, or none");
        return;
    }
    if optional > 0 {
        sketch.assume("The last segments of the path are optional, as in the samples");
    }
    match (paths.iter().any(|path| path.slash), paths.iter().all(|path| path.slash)) {
        (_, true) => sketch.push(r"\/"),
        (true, false) => {
            sketch.push(r"\/?");
            sketch.assume("A slash at the end, or none");
        }
        (false, _) => sketch.assume("No slash at the end"),
    }
}

fn take_apart(path: &str) -> Path<'_> {
    let (bare, slash) = path.strip_suffix('/').map_or((path, false), |bare| (bare, true));
    let segments = bare.strip_prefix('/').map(|bare| bare.split('/').collect()).unwrap_or_default();
    Path { segments, slash }
}

/// Writes one segment, and returns it if it is fixed, since it names the next one. `id_follows`: the next segment
/// varies.
fn segment<'u>(sketch: &mut Sketch, part: Part, texts: &[&'u str], before: Option<&'u str>, id_follows: bool) -> Option<&'u str> {
    let kind = TextKind::of(texts);
    let distinct = distinct(texts);
    let varies = sketch.varies(part, &distinct, kind.is_id());
    match distinct.as_slice() {
        [only] if !varies => {
            sketch.literal(only);
            return Some(only);
        }
        words if id_follows && words.len() <= WORDS && words.iter().all(|word| is_collection(word)) => {
            let name = sketch.choice_group("kind", words);
            sketch.assume(&format!("`{name}` is one of {}", quoted(words)));
        }
        _ => {
            let name = sketch.group(&name(before, kind), &kind.pattern(texts, ENDS));
            sketch.assume(&format!("`{name}` is {}", kind.words(texts)));
        }
    }
    None
}

/// Whether a word names the id behind it: `issues`, `pull`, `task`.
fn is_collection(word: &str) -> bool {
    const ONES: [&str; 12] =
        ["board", "card", "design", "doc", "file", "issue", "item", "page", "project", "pull", "task", "ticket"];
    word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_' || byte == b'-')
        && (ONES.contains(&word) || (word.len() > 3 && word.ends_with('s')))
}

fn quoted(words: &[&str]) -> String {
    let mut list = String::new();
    for word in words {
        list.push_str(if list.is_empty() { "`" } else { ", `" });
        list.push_str(word);
        list.push('`');
    }
    list
}
