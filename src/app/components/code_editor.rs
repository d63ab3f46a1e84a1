//! A text that is edited as text: a plain field at once, the code editor in its place when that has loaded.
//!
//! It follows the text that it is given, whatever changed that: undo, another project, another link rule. Pending
//! keystrokes belong to the text they were typed into: call [`Editors::flush`] before you show another text.

use std::sync::Arc;

use leptos::ev::Event;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::HtmlTextAreaElement;

use crate::app::browser::editor::{self, Editor, Editors, Explanation, Host, Language};
use crate::app::browser::frame::{next_frame, painted};
use crate::core::breaks;
use crate::core::text::Span;
use crate::core::utf16::Utf16;

/// What an editor asks of the page. Offsets are UTF-16 units.
#[derive(Clone, Copy)]
pub struct EditorHost {
    /// What the person made of the text.
    pub change: Callback<Arc<str>>,
    pub undo: Callback<()>,
    pub redo: Callback<()>,
    /// A fix was chosen: the problem and the fix, both by their place in the overlay shown last.
    pub fix: Callback<(usize, usize)>,
    /// What can be typed at an offset, as JSON; of JSON texts only.
    pub complete: Callback<usize, Option<String>>,
    /// The person moved the cursor to an offset without typing.
    pub pointed: Callback<usize>,
    /// What the character behind an offset is part of.
    pub explain: Callback<usize, Option<Explanation>>,
}

/// Where in an editor the focus is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EditorPlace {
    /// Where its cursor is.
    Cursor,
    /// With a range selected.
    Range(usize, usize),
}

/// A focus request, as an editor receives it.
#[derive(Clone, Copy)]
pub struct EditorFocus {
    pub wanted: Signal<Option<EditorPlace>>,
    /// Marks the request as fulfilled.
    pub done: Callback<()>,
    /// The editor has taken or lost the focus.
    pub moved: Callback<bool>,
}

/// The editor of one text.
#[component]
pub fn CodeEditor(
    editors: Editors,
    /// Public, as `data-editor`.
    name: &'static str,
    /// Its look.
    class: &'static str,
    language: Language,
    /// The accessible name.
    label: &'static str,
    /// It keeps what it holds, but takes no room.
    #[prop(optional, into)]
    hidden: Signal<bool>,
    #[prop(default = 1)] rows: u32,
    #[prop(into)] text: Signal<Arc<str>>,
    /// `text` is still what it was before the last change.
    #[prop(optional, into)]
    pending: Signal<bool>,
    /// What lies over the text; see [`overlay`](super::overlay).
    #[prop(into)]
    overlay: Signal<String>,
    host: EditorHost,
    focus: EditorFocus,
) -> impl IntoView {
    let place = NodeRef::<html::Div>::new();
    let field = NodeRef::<html::Textarea>::new();
    let typed = Typed { text, delivered: StoredValue::new(Arc::default()), host };
    let editor = RwSignal::new_local(None::<Editor>);
    let failed = RwSignal::new(false);
    Effect::new(move |_| {
        if let Some(place) = place.get() {
            editors.expect();
            spawn_local(async move {
                // The drawing first: the editor's script must not delay it.
                painted().await;
                let given = typed.given();
                let made = editor::create(&place, language, label, &given, typed.host()).await;
                editors.arrived(name, made.as_ref().ok().cloned());
                match made {
                    Ok(made) => {
                        typed.delivered.set_value(given);
                        take_over(&made, field.get_untracked().as_ref());
                        editor.set(Some(made));
                    }
                    Err(_) => failed.set(true),
                }
            });
        }
    });
    Effect::new(move |_| {
        let (text, over) = (text.get(), overlay.get());
        editor.with(|editor| {
            if let Some(editor) = editor.as_ref().filter(|_| !pending.get_untracked()) {
                typed.show(editor, text, &over);
            }
        });
    });
    Effect::new(move |_| {
        let Some(place) = focus.wanted.get() else { return };
        if let Some(editor) = editor.get() {
            // Later: an editor in a hidden pane cannot scroll.
            next_frame(move || {
                focus.done.run(());
                select(&editor, place);
            });
        } else if failed.get() {
            next_frame(move || {
                focus.done.run(());
                if let Some(field) = field.get_untracked() {
                    select_in(&field, place);
                }
            });
        }
    });
    on_cleanup(move || {
        editors.remove(name);
        if let Some(editor) = editor.try_get_untracked().flatten() {
            editor.destroy();
        }
    });
    let input = move |event: Event| typed.in_field(&event_target::<HtmlTextAreaElement>(&event), language);
    view! {
        <div
            class=format!("editor {class}")
            data-editor=name
            hidden=move || hidden.get()
            node_ref=place
            on:focusin=move |_| focus.moved.run(true)
            on:focusout=move |_| focus.moved.run(false)
        >
            <Show when=move || editor.with(Option::is_none)>
                <textarea
                    rows=rows
                    aria-label=label
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    node_ref=field
                    on:input=input
                    prop:value=move || text.with(|text| breaks::shown(text))
                >
                    {text.with_untracked(|text| breaks::shown(text))}
                </textarea>
            </Show>
        </div>
        <Show when=move || failed.get()>
            <p class="note">"The code editor could not be loaded. This plain field does the same, without completion and search."</p>
        </Show>
    }
}

/// What is typed, on its way to the page.
#[derive(Clone, Copy)]
struct Typed {
    text: Signal<Arc<str>>,
    /// The text that the editor last sent or was given, so that its own edits do not come back to it.
    delivered: StoredValue<Arc<str>>,
    host: EditorHost,
}

impl Typed {
    fn given(self) -> Arc<str> {
        self.text.get_untracked()
    }

    /// Applies an edit of the editor, in UTF-16 units.
    fn edit(self, units: Span, insert: &str) {
        let text = self.delivered.get_value();
        let bytes = Utf16::new(&text).span(units);
        let text: Arc<str> = [&text[..bytes.start], insert, &text[bytes.end..]].concat().into();
        self.delivered.set_value(text.clone());
        self.host.change.run(text);
    }

    /// An edit in the plain field.
    fn in_field(self, field: &HtmlTextAreaElement, language: Language) {
        let mut text = field.value();
        if language == Language::Pattern && text.contains(['\r', '\n']) {
            text.retain(|character| !matches!(character, '\r' | '\n'));
            field.set_value(&text);
        }
        self.host.change.run(breaks::edited(&self.given(), &text).into());
    }

    /// Gives the editor what lies over its text, and a text that did not come from it.
    fn show(self, editor: &Editor, text: Arc<str>, over: &str) {
        let is_new = self.delivered.with_value(|delivered| *delivered != text);
        let shown = editor.show(is_new.then_some(&*text), over);
        if is_new && shown {
            self.delivered.set_value(text);
        }
    }

    fn host(self) -> Host {
        let EditorHost { undo, redo, fix, complete, pointed, explain, .. } = self.host;
        Host {
            change: Box::new(move |from, to, insert| self.edit(Span::new(from, to), &insert)),
            undo: Box::new(move || undo.run(())),
            redo: Box::new(move || redo.run(())),
            fix: Box::new(move |problem, at| fix.run((problem, at))),
            complete: Box::new(move |offset| complete.run(offset)),
            pointed: Box::new(move |offset| pointed.run(offset)),
            explain: Box::new(move |offset| explain.run(offset)),
        }
    }
}

/// The editor continues where the person was in the plain field.
fn take_over(editor: &Editor, field: Option<&HtmlTextAreaElement>) {
    let Some(field) = field else { return };
    let had_focus = document().active_element().is_some_and(|active| active.is_same_node(Some(field)));
    if had_focus {
        let place = |at: Result<Option<u32>, _>| at.ok().flatten().unwrap_or_default() as usize;
        let (from, to) = (place(field.selection_start()), place(field.selection_end()));
        field.remove();
        editor.reveal(from, to);
    }
}

fn select(editor: &Editor, place: EditorPlace) {
    match place {
        EditorPlace::Range(from, to) => editor.reveal(from, to),
        EditorPlace::Cursor => editor.focus(),
    }
}

fn select_in(field: &HtmlTextAreaElement, place: EditorPlace) {
    field.focus().ok();
    if let EditorPlace::Range(from, to) = place {
        let unit = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        field.set_selection_range(unit(from), unit(to)).ok();
    }
}
