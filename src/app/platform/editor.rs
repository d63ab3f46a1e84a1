//! The code editors: the one island of JavaScript, loaded after the first preview.

use std::cell::RefCell;

use js_sys::{JSON, Object, Promise, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;

use crate::core::complete::{self, Group};
use crate::core::diagnostic::Diagnostic;
use crate::core::utf16::Utf16;

#[wasm_bindgen(inline_js = "export const load = () => import(new URL('editor.js', document.baseURI).href);")]
extern "C" {
    fn load() -> Promise;
}

#[wasm_bindgen]
extern "C" {
    /// The module `editor.js`.
    type Module;
    #[wasm_bindgen(method)]
    fn create(this: &Module, parent: &HtmlElement, options: &Object, host: &Object) -> Editor;

    /// One editor on the page; see `editor/src/editor.ts`.
    #[derive(Clone)]
    pub type Editor;
    /// A text that did not come from the editor, and what [`over`] says of it.
    #[wasm_bindgen(method)]
    pub fn show(this: &Editor, text: Option<&str>, over: &JsValue) -> bool;
    #[wasm_bindgen(method)]
    pub fn reveal(this: &Editor, from: usize, to: usize);
    #[wasm_bindgen(method)]
    pub fn highlight(this: &Editor, from: usize, to: usize);
    #[wasm_bindgen(method)]
    pub fn focus(this: &Editor);
    #[wasm_bindgen(method)]
    fn cursor(this: &Editor) -> usize;
    #[wasm_bindgen(method, js_name = isPending)]
    fn is_pending(this: &Editor) -> bool;
    #[wasm_bindgen(method)]
    pub fn flush(this: &Editor);
}

/// Which text of the project an editor holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Name {
    Payload,
    Pattern,
    Placeholders,
    Update,
}

impl Name {
    /// As in `data-editor`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Payload => "payload",
            Self::Pattern => "pattern",
            Self::Placeholders => "placeholders",
            Self::Update => "update",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    Json,
    /// Of one line.
    Pattern,
}

impl Language {
    fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Pattern => "pattern",
        }
    }
}

/// What the editor asks of the page.
pub struct Host {
    /// A text that stands now where a range of the text was.
    pub change: Box<dyn FnMut(usize, usize, String)>,
    pub undo: Box<dyn FnMut()>,
    pub redo: Box<dyn FnMut()>,
    /// The fix of a problem, both by their place in the list that the editor was given.
    pub fix: Box<dyn FnMut(usize, usize)>,
    /// What can be typed at an offset, for [`completions`].
    pub complete: Box<dyn FnMut(usize) -> JsValue>,
    /// What the character behind an offset is part of.
    pub explain: Box<dyn FnMut(usize) -> Option<Explanation>>,
}

/// Loads the editor and puts it into `parent`.
pub async fn create(parent: &HtmlElement, language: Language, label: &str, text: &str, host: Host) -> Result<Editor, JsValue> {
    let module: Module = JsFuture::from(load()).await?.unchecked_into();
    let options = object(&[("text", text.into()), ("label", label.into()), ("language", language.name().into())]);
    let Host { explain: mut part, .. } = host;
    let explain = move |offset| {
        part(offset).map_or(JsValue::NULL, |part| {
            object(&[("from", part.from.into()), ("to", part.to.into()), ("text", part.text.into())]).into()
        })
    };
    let host = object(&[
        ("change", Closure::new(host.change).into_js_value()),
        ("undo", Closure::new(host.undo).into_js_value()),
        ("redo", Closure::new(host.redo).into_js_value()),
        ("fix", Closure::new(host.fix).into_js_value()),
        ("complete", Closure::new(host.complete).into_js_value()),
        ("explain", Closure::new(explain).into_js_value()),
    ]);
    Ok(module.create(parent, &options, &host))
}

fn object(entries: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (key, value) in entries {
        // Setting a key of a plain object cannot fail.
        Reflect::set(&object, &(*key).into(), value).ok();
    }
    object
}

/// As `show` of `editor.ts` takes it.
#[derive(Serialize)]
struct Problem<'d> {
    from: usize,
    to: usize,
    severity: &'d str,
    rule: &'d str,
    message: &'d str,
    help: Option<&'d str>,
    fixes: Vec<&'d str>,
}

/// More squiggles than this help nobody; the Problems panel has them all.
pub const MOST_PROBLEMS: usize = 500;

/// A coloured span, in UTF-16 units. Of two the shorter one lies on top.
#[derive(Serialize)]
pub struct Mark {
    from: usize,
    to: usize,
    kind: &'static str,
}

impl Mark {
    pub fn new(from: usize, to: usize, kind: MarkKind) -> Self {
        Self { from, to, kind: kind.class() }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkKind {
    /// A group of a pattern, or what refers to it; the number counts from 1.
    Group(usize),
    /// `\/`, `\x2F`
    Escape,
    /// `[a-z]`, `\d`, `.`
    Set,
    /// `^`, `*`, `|`, `(?=`: what stands for no character.
    Operator,
}

impl MarkKind {
    /// The class that colours it, in the editors as anywhere on the page. The ninth group looks as the first.
    pub fn class(self) -> &'static str {
        const GROUPS: [&str; 8] = ["group-1", "group-2", "group-3", "group-4", "group-5", "group-6", "group-7", "group-8"];
        match self {
            Self::Group(number) => GROUPS[(number + 7) % 8],
            Self::Escape => "code-escape",
            Self::Set => "code-set",
            Self::Operator => "code-operator",
        }
    }
}

/// What a part of a text means, in UTF-16 units; each line a paragraph, names and signs in backticks.
pub struct Explanation {
    pub from: usize,
    pub to: usize,
    pub text: String,
}

/// Beyond this nobody looks for colours, and to lay out 2,000 takes the browser 30 ms.
pub const MOST_MARKS: usize = 400;

/// What an editor shows over a text.
pub fn over(text: &str, diagnostics: &[Diagnostic], marks: &[Mark]) -> JsValue {
    let utf16 = Utf16::new(text);
    let problems = diagnostics.iter().take(MOST_PROBLEMS).map(|diagnostic| Problem {
        from: utf16.from_byte(diagnostic.span.start),
        to: utf16.from_byte(diagnostic.span.end),
        severity: diagnostic.severity.name(),
        rule: diagnostic.rule.name,
        message: &diagnostic.message,
        help: diagnostic.help.as_deref(),
        fixes: diagnostic.fixes.iter().map(|fix| fix.title.as_str()).collect(),
    });
    let problems = to_js(&problems.collect::<Vec<_>>());
    object(&[("problems", problems), ("marks", to_js(&marks.get(..MOST_MARKS).unwrap_or(marks)))]).into()
}

/// One string across the border is cheaper than a call for each field.
fn to_js(value: &impl Serialize) -> JsValue {
    serde_json::to_string(value).ok().and_then(|text| JSON::parse(&text).ok()).unwrap_or(JsValue::NULL)
}

/// What can be typed at an offset, as the editor takes it; `groups` of the pattern, where there are placeholders.
pub fn completions(text: &str, offset: usize, groups: &[Group]) -> JsValue {
    let utf16 = Utf16::new(text);
    complete::complete(text, utf16.to_byte(offset), groups).map_or(JsValue::NULL, |mut completions| {
        completions.from = utf16.from_byte(completions.from);
        completions.to = utf16.from_byte(completions.to);
        to_js(&completions)
    })
}

thread_local! {
    static ADOPTED: RefCell<Vec<(Name, Editor)>> = const { RefCell::new(Vec::new()) };
    /// The range to reveal in an editor that is still being made.
    static AWAITED: RefCell<Option<(Name, usize, usize)>> = const { RefCell::new(None) };
}

/// Makes an editor the one of its name.
pub fn adopt(name: Name, editor: Editor) {
    if let Some((_, from, to)) = AWAITED.with_borrow_mut(|awaited| awaited.take_if(|(wanted, ..)| *wanted == name)) {
        editor.reveal(from, to);
    }
    ADOPTED.with_borrow_mut(|adopted| adopted.push((name, editor)));
}

fn find(name: Name) -> Option<Editor> {
    ADOPTED.with_borrow(|adopted| adopted.iter().find(|(adopted, _)| *adopted == name).map(|(_, editor)| editor.clone()))
}

/// Delivers what was typed into any editor and not sent yet.
pub fn flush() {
    // Cloned first: what the editor does may come back here.
    for (_, editor) in ADOPTED.with_borrow(Clone::clone) {
        editor.flush();
    }
}

/// Whether something was typed into the payload that is not delivered.
pub fn is_pending() -> bool {
    find(Name::Payload).is_some_and(|editor| editor.is_pending())
}

/// Selects a range, counted in UTF-16 units, and moves the focus there.
pub fn reveal(name: Name, from: usize, to: usize) {
    let editor = find(name);
    AWAITED.set(editor.is_none().then_some((name, from, to)));
    if let Some(editor) = editor {
        editor.reveal(from, to);
    }
}

/// Where the cursor stands in the payload, in UTF-16 units.
pub fn cursor() -> usize {
    find(Name::Payload).map_or(0, |editor| editor.cursor())
}

/// Marks a range of the payload softly; an empty one clears the mark.
pub fn highlight(from: usize, to: usize) {
    if let Some(editor) = find(Name::Payload) {
        editor.highlight(from, to);
    }
}
