//! The code editor: the one island of JavaScript, loaded after the first preview.

use std::cell::RefCell;

use js_sys::{JSON, Object, Promise, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;

use crate::core::complete;
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
    #[wasm_bindgen(method, js_name = setText)]
    pub fn set_text(this: &Editor, text: &str);
    #[wasm_bindgen(method, js_name = setProblems)]
    fn set_problems(this: &Editor, problems: &JsValue);
    #[wasm_bindgen(method)]
    pub fn reveal(this: &Editor, from: usize, to: usize);
    #[wasm_bindgen(method)]
    pub fn highlight(this: &Editor, from: usize, to: usize);
    #[wasm_bindgen(method)]
    pub fn focus(this: &Editor);
    #[wasm_bindgen(method)]
    pub fn flush(this: &Editor);
}

/// What the editor asks of the page.
pub struct Host {
    pub change: Box<dyn FnMut(Vec<u8>)>,
    pub undo: Box<dyn FnMut()>,
    pub redo: Box<dyn FnMut()>,
    /// The fix of a problem, both by their place in the list that the editor was given.
    pub fix: Box<dyn FnMut(usize, usize)>,
    pub cursor: Box<dyn FnMut(usize)>,
    /// What can be typed at an offset, for [`completions`].
    pub complete: Box<dyn FnMut(usize) -> JsValue>,
}

/// Loads the editor and puts it into `parent`.
pub async fn create(parent: &HtmlElement, text: &str, label: &str, host: Host) -> Result<Editor, JsValue> {
    let module: Module = JsFuture::from(load()).await?.unchecked_into();
    let options = object(&[("text", text.into()), ("label", label.into()), ("language", "json".into())]);
    let host = object(&[
        ("change", Closure::new(host.change).into_js_value()),
        ("undo", Closure::new(host.undo).into_js_value()),
        ("redo", Closure::new(host.redo).into_js_value()),
        ("fix", Closure::new(host.fix).into_js_value()),
        ("cursor", Closure::new(host.cursor).into_js_value()),
        ("complete", Closure::new(host.complete).into_js_value()),
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

/// As `setProblems` and `complete` of `editor.ts` take it.
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

impl Editor {
    pub fn show_problems(&self, text: &str, diagnostics: &[Diagnostic]) {
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
        self.set_problems(&to_js(&problems.collect::<Vec<_>>()));
    }
}

/// One string across the border is cheaper than a call for each field.
fn to_js(value: &impl Serialize) -> JsValue {
    serde_json::to_string(value).ok().and_then(|text| JSON::parse(&text).ok()).unwrap_or(JsValue::NULL)
}

/// What can be typed at an offset, as the editor takes it.
pub fn completions(text: &str, offset: usize) -> JsValue {
    let utf16 = Utf16::new(text);
    complete::complete(text, utf16.to_byte(offset), &[]).map_or(JsValue::NULL, |mut completions| {
        completions.from = utf16.from_byte(completions.from);
        completions.to = utf16.from_byte(completions.to);
        to_js(&completions)
    })
}

thread_local! {
    static PAYLOAD: RefCell<Option<Editor>> = const { RefCell::new(None) };
}

/// Makes an editor the one that holds the payload.
pub fn adopt(editor: Editor) {
    PAYLOAD.set(Some(editor));
}

fn with(act: impl FnOnce(&Editor)) {
    // Cloned first: what the editor does may come back here.
    if let Some(editor) = PAYLOAD.with_borrow(Clone::clone) {
        act(&editor);
    }
}

/// Delivers what was typed in a large text and not sent yet.
pub fn flush() {
    with(Editor::flush);
}

/// Selects a range, counted in UTF-16 units, and moves the focus there.
pub fn reveal(from: usize, to: usize) {
    with(|editor| editor.reveal(from, to));
}

/// Marks a range softly; an empty one clears the mark.
pub fn highlight(from: usize, to: usize) {
    with(|editor| editor.highlight(from, to));
}
