//! The code editors: the one island of JavaScript, loaded after the first drawing. `editor/src/host.ts` defines what the
//! two sides say to each other. Offsets are UTF-16 units.

use js_sys::{JSON, Object, Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;

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
    #[wasm_bindgen(method, js_name = show)]
    fn show_js(this: &Editor, text: Option<&str>, over: &JsValue) -> bool;
    #[wasm_bindgen(method)]
    pub fn reveal(this: &Editor, from: usize, to: usize);
    #[wasm_bindgen(method)]
    fn highlight(this: &Editor, from: usize, to: usize, show: bool);
    #[wasm_bindgen(method)]
    pub fn focus(this: &Editor);
    #[wasm_bindgen(method)]
    fn cursor(this: &Editor) -> usize;
    #[wasm_bindgen(method, js_name = isPending)]
    fn is_pending(this: &Editor) -> bool;
    #[wasm_bindgen(method)]
    fn flush(this: &Editor);
    #[wasm_bindgen(method)]
    pub fn destroy(this: &Editor);
}

impl Editor {
    /// Gives the editor what lies over its text, as JSON, and a text that did not come from it. Whether it shows that text now.
    pub fn show(&self, text: Option<&str>, over: &str) -> bool {
        self.show_js(text, &JSON::parse(over).unwrap_or(JsValue::NULL))
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    Json,
    /// A regular expression, of one line.
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
    /// The text that replaces a range.
    pub change: Box<dyn FnMut(usize, usize, String)>,
    pub undo: Box<dyn FnMut()>,
    pub redo: Box<dyn FnMut()>,
    /// The fix of a problem, both by their place in the list that the editor was given.
    pub fix: Box<dyn FnMut(usize, usize)>,
    /// What can be typed at an offset, as JSON.
    pub complete: Box<dyn FnMut(usize) -> Option<String>>,
    /// The person moved the cursor to an offset without typing.
    pub pointed: Box<dyn FnMut(usize)>,
    /// What the character behind an offset is part of.
    pub explain: Box<dyn FnMut(usize) -> Option<Explanation>>,
}

/// What a part of a text means; each line is a paragraph, with names in backticks.
pub struct Explanation {
    pub from: usize,
    pub to: usize,
    pub text: String,
}

/// Loads the editor and puts it into `parent`.
pub async fn create(parent: &HtmlElement, language: Language, label: &str, text: &str, host: Host) -> Result<Editor, JsValue> {
    let module: Module = JsFuture::from(load()).await?.unchecked_into();
    let options = object(&[("text", text.into()), ("label", label.into()), ("language", language.name().into())]);
    Ok(module.create(parent, &options, &callbacks(host)))
}

fn callbacks(host: Host) -> Object {
    let Host { change, undo, redo, fix, mut complete, pointed, mut explain } = host;
    let complete = move |offset| complete(offset).and_then(|json| JSON::parse(&json).ok()).unwrap_or(JsValue::NULL);
    let explain = move |offset| {
        explain(offset).map_or(JsValue::NULL, |part| {
            object(&[("from", part.from.into()), ("to", part.to.into()), ("text", part.text.into())]).into()
        })
    };
    object(&[
        ("change", Closure::new(change).into_js_value()),
        ("undo", Closure::new(undo).into_js_value()),
        ("redo", Closure::new(redo).into_js_value()),
        ("fix", Closure::new(fix).into_js_value()),
        ("complete", Closure::<dyn FnMut(usize) -> JsValue>::new(complete).into_js_value()),
        ("pointed", Closure::new(pointed).into_js_value()),
        ("explain", Closure::<dyn FnMut(usize) -> JsValue>::new(explain).into_js_value()),
    ])
}

fn object(entries: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (key, value) in entries {
        // Setting a key of a plain object cannot fail.
        Reflect::set(&object, &(*key).into(), value).ok();
    }
    object
}

/// The editors on the page, by the names that `data-editor` has.
#[derive(Clone, Copy)]
pub struct Editors {
    made: StoredValue<Vec<(&'static str, Editor)>, LocalStorage>,
    /// Editors that are loading.
    awaited: RwSignal<u32>,
}

impl Default for Editors {
    fn default() -> Self {
        Self { made: StoredValue::new_local(Vec::new()), awaited: RwSignal::new(0) }
    }
}

impl Editors {
    /// An editor begins to load.
    pub fn expect(self) {
        self.awaited.update(|awaited| *awaited += 1);
    }

    /// The loading of an editor has ended, with an editor or without one.
    pub fn arrived(self, name: &'static str, editor: Option<Editor>) {
        self.made.update_value(|made| made.extend(editor.map(|editor| (name, editor))));
        self.awaited.update(|awaited| *awaited -= 1);
    }

    /// An editor leaves the page.
    pub fn remove(self, name: &'static str) {
        self.made.try_update_value(|made| made.retain(|(one, _)| *one != name));
    }

    /// Whether no editor is loading.
    pub fn all_arrived(self) -> bool {
        self.awaited.get() == 0
    }

    fn find(self, name: &str) -> Option<Editor> {
        self.made.with_value(|made| made.iter().find(|(one, _)| *one == name).map(|(_, editor)| editor.clone()))
    }

    /// Delivers what was typed into any editor and not sent yet.
    pub fn flush(self) {
        // Cloned first: the change that an editor delivers may come back here.
        for (_, editor) in self.made.get_value() {
            editor.flush();
        }
    }

    /// Whether an editor holds typed text that it has not delivered.
    pub fn is_pending(self, name: &str) -> bool {
        self.find(name).is_some_and(|editor| editor.is_pending())
    }

    pub fn cursor(self, name: &str) -> usize {
        self.find(name).map_or(0, |editor| editor.cursor())
    }

    /// Puts a soft mark behind a range; an empty range clears it. `show`: scrolls there, unless it is in view.
    pub fn highlight(self, name: &str, from: usize, to: usize, show: bool) {
        if let Some(editor) = self.find(name) {
            editor.highlight(from, to, show);
        }
    }
}
