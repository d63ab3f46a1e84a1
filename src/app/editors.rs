//! The texts of the project that are edited as text: a plain field at once, the code editor in its place when that has
//! loaded. What a text is, and what is shown over it, comes from whoever asks for the editor.
//!
//! An editor follows the text that `read` gives, whatever is behind it: undo, another project, another link rule. What
//! was typed and not told yet belongs to the text it was typed into: call [`flush`](editor::flush) before another one
//! takes its place, as `large::settle` does.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use gloo::events::EventListener;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, HtmlTextAreaElement};

use super::actions;
use super::platform::editor::{self, Editor, Explanation, Host, Language, Name};
use super::platform::{document, dom};
use super::state::Lab;
use crate::core::breaks;
use crate::core::text::{Span, slice_from, slice_to};
use crate::core::utf16::Utf16;

/// One text, and what its editor asks about it. Offsets are UTF-16 units, as the editor counts.
pub struct Edited {
    /// The element `[data-editor=NAME]`.
    pub name: Name,
    pub language: Language,
    /// The accessible name.
    pub label: &'static str,
    /// Followed.
    pub read: Box<dyn Fn() -> Arc<str>>,
    /// What the person made of it; never called for what came from `read`.
    pub write: Box<dyn Fn(Arc<str>)>,
    /// Whether `read` still gives what was there before the last `write`.
    pub pending: fn() -> bool,
    /// What lies over the text, of [`editor::over`]; followed.
    pub over: Box<dyn Fn() -> JsValue>,
    /// The fix of a problem, both by their place in the list that was shown last.
    pub fix: Box<dyn Fn(usize, usize)>,
    /// See [`editor::completions`]. JSON only.
    pub complete: Box<dyn Fn(usize) -> JsValue>,
    pub explain: Box<dyn Fn(usize) -> Option<Explanation>>,
}

impl Edited {
    /// A text with nothing to say about it; the rest is filled in by `..`.
    pub fn new(
        name: Name,
        language: Language,
        label: &'static str,
        read: impl Fn() -> Arc<str> + 'static,
        write: impl Fn(Arc<str>) + 'static,
    ) -> Self {
        Self {
            name,
            language,
            label,
            read: Box::new(read),
            write: Box::new(write),
            pending: || false,
            over: Box::new(|| JsValue::NULL),
            fix: Box::new(|_, _| {}),
            complete: Box::new(|_| JsValue::NULL),
            explain: Box::new(|_| None),
        }
    }
}

thread_local! {
    /// Editors that have not loaded yet.
    static AWAITED: Cell<u32> = const { Cell::new(0) };
}

/// Puts the editor of a text into its place on the page.
pub fn follow(lab: Lab, edited: Edited) {
    let Some(place) = dom::all(&["[data-editor=", edited.name.as_str(), "]"].concat()).into_iter().next() else { return };
    let Ok(place) = place.dyn_into::<HtmlElement>() else { return };
    let edited = Rc::new(Text { of: edited, in_editor: RefCell::default() });
    let field = place.query_selector("textarea").ok().flatten().and_then(|field| field.dyn_into().ok());
    if let Some(field) = field.clone() {
        plain(&edited, field);
    }
    AWAITED.set(AWAITED.get() + 1);
    spawn_local(async move {
        // The drawing first: the editor's script must not delay it.
        document::painted().await;
        let Edited { name, language, label, .. } = edited.of;
        let text = edited.now();
        match editor::create(&place, language, label, &text, host(lab, &edited)).await {
            Ok(created) => {
                edited.in_editor.replace(text);
                editor::adopt(name, created.clone());
                take_over(&edited, created, field.as_ref());
            }
            Err(_) => dom::set("#editor-failed", "hidden", None),
        }
        AWAITED.set(AWAITED.get() - 1);
        if AWAITED.get() == 0 {
            dom::set("html", "data-editor", Some("ready"));
        }
    });
}

/// A text with what its editor knows of it.
struct Text {
    of: Edited,
    /// The text that the editor last sent or was given, so that its own edits do not come back to it.
    in_editor: RefCell<Arc<str>>,
}

impl Text {
    fn now(&self) -> Arc<str> {
        untrack(|| (self.of.read)())
    }

    /// Takes over an edit of what is in the editor, in UTF-16 units.
    fn changed(&self, units: Span, insert: &str) {
        let text = {
            let text = self.in_editor.borrow();
            let bytes = Utf16::new(&text).span(units);
            [slice_to(&text, bytes.start), insert, slice_from(&text, bytes.end)].concat()
        };
        self.typed(text);
    }

    fn typed(&self, text: String) {
        let text = Arc::<str>::from(text);
        self.in_editor.replace(text.clone());
        (self.of.write)(text);
    }

    /// Gives the editor what lies over its text, and a text that did not come from it.
    fn follow(&self, editor: &Editor) {
        let (text, over) = ((self.of.read)(), (self.of.over)());
        if (self.of.pending)() {
            return;
        }
        let is_new = *self.in_editor.borrow() != text;
        let shown = editor.show(is_new.then_some(&*text), &over);
        if is_new && shown {
            self.in_editor.replace(text);
        }
    }
}

/// The plain field: what is typed into it, and what is not.
fn plain(edited: &Rc<Text>, field: HtmlTextAreaElement) {
    let (to, typed) = (edited.clone(), field.clone());
    EventListener::new(&field, "input", move |_| {
        let mut text = typed.value();
        if to.of.language == Language::Pattern && text.contains(['\r', '\n']) {
            text.retain(|character| !matches!(character, '\r' | '\n'));
            typed.set_value(&text);
        }
        let text = breaks::edited(&to.now(), &text);
        to.typed(text);
    })
    .forget();
    let edited = edited.clone();
    dom::follow(Box::new(move || {
        let text = (edited.of.read)();
        if field.is_connected() && !(edited.of.pending)() && field.value() != breaks::shown(&text) {
            field.set_value(&text);
        }
    }));
}

/// What was typed into the plain field while the editor loaded is in the project already.
fn take_over(edited: &Rc<Text>, created: Editor, field: Option<&HtmlTextAreaElement>) {
    let had_focus = field
        .is_some_and(|field| leptos::prelude::document().active_element().is_some_and(|active| active.is_same_node(Some(field))));
    if let Some(field) = field {
        field.remove();
    }
    if had_focus {
        created.focus();
    }
    let edited = edited.clone();
    dom::follow(Box::new(move || edited.follow(&created)));
}

fn host(lab: Lab, edited: &Rc<Text>) -> Host {
    let about = || edited.clone();
    let (change, fix, complete, explain) = (about(), about(), about(), about());
    Host {
        change: Box::new(move |from, to, insert| change.changed(Span::new(from, to), &insert)),
        undo: Box::new(move || actions::undo(lab)),
        redo: Box::new(move || actions::redo(lab)),
        fix: Box::new(move |problem, at| (fix.of.fix)(problem, at)),
        complete: Box::new(move |offset| (complete.of.complete)(offset)),
        explain: Box::new(move |offset| (explain.of.explain)(offset)),
    }
}
