//! The frame of `index.html`, in step with the state: the header, the toolbars, the tabs.

use leptos::prelude::*;

use super::platform::dom::{self, flag, pressed, text};
use super::platform::preferences::{Preferences, Theme};
use super::splitter::{self, Between};
use super::state::{Around, Checked, Lab, Linked, Lower, Pane, Screen, Source};
use crate::core::project::Project;

pub fn follow(lab: Lab) {
    let project = move |read: fn(&Project) -> String| move || lab.setup.with(|project| read(project));
    let preferences = move |read: fn(&Preferences) -> &'static str| move || lab.preferences.with(read);
    text("project-name", project(|project| project.shown_name().to_owned()));
    pressed("profile", move || lab.setup.with(|project| project.profile.name()));
    pressed("theme", preferences(|preferences| preferences.drawing.name()));
    pressed("width", preferences(|preferences| preferences.width.name()));
    flag("[data-action=undo]", "disabled", move || lab.history.with(|history| !history.can_undo()));
    flag("[data-action=redo]", "disabled", move || lab.history.with(|history| !history.can_redo()));
    pressed("state", move || lab.views.with(|views| views.first().map_or("", |view| view.wish.name())));
    flag("#stale", "hidden", move || lab.views.with(|views| !views.iter().any(|view| view.stale)));
    dom::follow(Box::new(move || lab.screen.with(screen)));
    dom::changing(move || lab.preferences.with(|preferences| preferences.theme), page_theme);
    let counted =
        move || lab.analysis.with(|checked| lab.linked.with(|linked| lab.around.with(|around| counts(checked, linked, around))));
    dom::changing(counted, show_counts);
    splitters(lab);
}

/// What is in front, and what was just said.
fn screen(screen: &Screen) {
    dom::set(".lab", "data-pane", Some(screen.pane.name()));
    let source = match screen.source {
        Source::Payload => Pane::Payload,
        Source::Rules => Pane::Rules,
        Source::Integration => Pane::Integration,
    };
    let lower = if screen.lower == Lower::Timeline { Pane::Timeline } else { Pane::Problems };
    in_front(".source-tabs", &[Pane::Payload, Pane::Rules, Pane::Integration], source);
    in_front(".lower-tabs", &[Pane::Problems, Pane::Timeline], lower);
    in_front(".tabs", &[], screen.pane);
    dom::set("#unsaved", "hidden", if screen.unsaved.is_none() { Some("") } else { None });
    dom::set("#unsaved", "title", screen.unsaved.as_deref());
    let (times, said) = &screen.announcement;
    // Two names of one animation, in turn: the browser starts it anew only when the name changes.
    let turn = match times {
        0 => "none",
        times if times % 2 == 0 => "even",
        _ => "odd",
    };
    dom::set("#announcement", "data-turn", Some(turn));
    dom::set_text("#announcement", said);
}

/// Presses the tab of the pane that is in front of others, and hides what belongs to these.
fn in_front(tabs: &str, panes: &[Pane], front: Pane) {
    for pane in panes {
        dom::set(&[".of-", pane.name()].concat(), "hidden", (*pane != front).then_some(""));
    }
    for tab in dom::all(&[tabs, " [data-action]"].concat()) {
        let chosen = tab.get_attribute("data-action").is_some_and(|action| action.ends_with(front.name()));
        tab.set_attribute("aria-pressed", if chosen { "true" } else { "false" }).ok();
    }
}

fn page_theme(theme: Theme) {
    let (name, icon) = match theme {
        Theme::System => ("Page theme: as the system", "#icon-contrast"),
        Theme::Light => ("Page theme: light", "#icon-sun"),
        Theme::Dark => ("Page theme: dark", "#icon-moon"),
    };
    dom::set("html", "data-theme", Some(theme.name()));
    dom::set("[data-action=page-theme]", "aria-label", Some(name));
    dom::set("[data-action=page-theme]", "title", Some(name));
    dom::set("#page-theme-icon", "href", Some(icon));
}

/// How many problems there are, and how many of them "Fix all" would mend.
fn counts(checked: &Checked, linked: &Linked, around: &Around) -> (usize, usize) {
    let diagnostics = || checked.analysis.diagnostics.iter().chain(linked.analysis.problems());
    let fixable = diagnostics().filter(|diagnostic| diagnostic.fixes.iter().any(|fix| fix.safe)).count();
    (diagnostics().count() + around.problems().count(), fixable)
}

fn show_counts((problems, fixable): (usize, usize)) {
    let words = if fixable == 0 { "Fix all".to_owned() } else { format!("Fix all ({fixable})") };
    dom::set_text("[data-words=fix-all]", &words);
    dom::set("[data-action=fix-all]", "disabled", if fixable == 0 { Some("") } else { None });
    dom::set_text("#tab-count", &problems.to_string());
    dom::set("#tab-count", "hidden", if problems == 0 { Some("") } else { None });
}

fn splitters(lab: Lab) {
    let usual = Preferences::default();
    splitter::attach(
        Between::LeftAndRight,
        "split-source",
        move || usual.source,
        move || lab.preferences.with(|preferences| preferences.source),
        move |value| lab.preferences.update(|preferences| preferences.source = value),
    );
    // The timeline needs more room than the problems; each keeps its own.
    let timeline = move || lab.screen.with(|screen| screen.lower == Lower::Timeline);
    splitter::attach(
        Between::AboveAndBelow,
        "split-lower",
        move || if timeline() { usual.timeline } else { usual.lower },
        move || lab.preferences.with(|preferences| if timeline() { preferences.timeline } else { preferences.lower }),
        move |value| {
            let of_timeline = untrack(timeline);
            lab.preferences.update(|preferences| {
                if of_timeline {
                    preferences.timeline = value;
                } else {
                    preferences.lower = value;
                }
            });
        },
    );
}
