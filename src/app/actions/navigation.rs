//! Going to places: panes, dialogs, fields, ranges of a text.

use leptos::prelude::*;

use super::rules;
use crate::app::lab::Lab;
use crate::app::store::{
    Canvas, Dialog, EditorName, Lower, Pane, ScreenStoreFields, Source, Target, VersionsScreenStoreFields, ViewKind,
};
use crate::core::place::Where;
use crate::core::text::Span;
use crate::core::utf16::Utf16;

pub fn show(lab: Lab, dialog: Dialog) {
    lab.screen.versions().compared().set(None);
    lab.screen.dialog().set(Some(dialog));
}

pub fn close_dialog(lab: Lab) {
    lab.screen.dialog().set(None);
}

/// Shows the link in another way; closes the dialog that offered it.
pub fn show_canvas(lab: Lab, canvas: Canvas) {
    close_dialog(lab);
    bring_forward(lab, Pane::Preview);
    lab.screen.canvas().set(canvas);
}

pub fn skip_to_editor(lab: Lab) {
    bring_forward(lab, Pane::Payload);
    lab.focus(Target::Editor(EditorName::Payload));
}

/// Brings a pane to the front, where there is room for one only.
pub fn bring_forward(lab: Lab, pane: Pane) {
    lab.screen.pane().set(pane);
    match pane {
        Pane::Payload => lab.screen.source().set(Source::Payload),
        Pane::Rules => lab.screen.source().set(Source::Rules),
        Pane::Integration => lab.screen.source().set(Source::Integration),
        Pane::Problems => lab.screen.lower().set(Lower::Problems),
        Pane::Timeline => lab.screen.lower().set(Lower::Timeline),
        Pane::Preview => {}
    }
}

/// Shows something in the pane below, where that has a place of its own.
pub fn bring_below(lab: Lab, lower: Lower) {
    lab.screen.lower().set(lower);
}

/// Selects the place of a diagnostic in the text that it is about.
pub fn reveal(lab: Lab, source: Where, span: Span) {
    match source {
        Where::Payload => {
            bring_forward(lab, Pane::Payload);
            reveal_in(lab, EditorName::Payload, &lab.payload(), span);
        }
        Where::Rule { index, text } => {
            bring_forward(lab, Pane::Rules);
            rules::open_at(lab, index);
            rules::reveal(lab, text, span);
        }
        Where::Update => {
            bring_forward(lab, Pane::Integration);
            reveal_in(lab, EditorName::Update, &lab.derived.update.get_untracked(), span);
        }
        Where::Setting(setting) => {
            bring_forward(lab, Pane::Integration);
            lab.focus(Target::Setting(setting));
        }
        Where::Service(field) => {
            bring_forward(lab, Pane::Integration);
            lab.focus(Target::Service(field));
        }
        Where::Message => {}
    }
}

/// Selects a span of a text in its editor.
pub fn reveal_in(lab: Lab, editor: EditorName, text: &str, span: Span) {
    let utf16 = Utf16::new(text);
    lab.select(editor, utf16.from_byte(span.start), utf16.from_byte(span.end));
}

/// Marks in the payload's editor the attribute that the pointer is on in the drawing.
pub fn hover(lab: Lab, attribute: Option<usize>) {
    if lab.screen.hovered().get_untracked() == attribute {
        return;
    }
    lab.screen.hovered().set(attribute);
    mark(lab, attribute.or(lab.screen.selected().get_untracked()), false);
}

/// Marks an attribute in the payload's editor. `show`: scrolls there, unless it is in view.
pub fn mark(lab: Lab, attribute: Option<usize>, show: bool) {
    let span = lab.derived.views.with_untracked(|views| {
        let view = views.iter().find(|view| view.kind == ViewKind::Answer && view.stale.is_none())?;
        view.render.place_of(attribute?)
    });
    let (from, to) = span.map_or((0, 0), |span| {
        let text = lab.payload();
        let utf16 = Utf16::new(&text);
        (utf16.from_byte(span.start), utf16.from_byte(span.end))
    });
    lab.editors.highlight(EditorName::Payload.name(), from, to, show && from < to);
}
