//! The page without a mouse.

use browser_tests::{Key, Lab, Outcome, eventually, payload, with_lab};
use serde_json::json;

/// Notes the element that has the focus; answers whether it was noted before. A date field has several stops.
const NOTE: &str = "const element = document.activeElement;
    window.reached ??= new Set();
    const before = window.reached.has(element) && [...window.reached].at(-1) !== element;
    window.reached.add(element);
    return { before, body: element === document.body }";

/// The element that has the focus, where no outline shows it.
const HIDDEN: &str = "const element = document.activeElement;
    const shown = [element, element.closest('.cm-editor'), element.closest('body [data-editor]')].filter(Boolean)
        .flatMap(e => [getComputedStyle(e), getComputedStyle(e, '::after')])
        .some(style => style.boxShadow !== 'none' || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0));
    return shown ? null : element.outerHTML.slice(0, 200)";

/// Commands that can be seen but not reached; in a group with arrow keys one stop is enough.
const UNREACHED: &str = "const groups = '[role=radiogroup], [role=tablist], [role=toolbar], [role=menubar], .choice, .combobox';
    const reached = [...window.reached];
    return [...document.querySelectorAll('[data-action]')]
        .filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.disabled && e.getClientRects().length)
        .filter(e => !reached.includes(e) && !reached.some(r => r.closest(groups)?.contains(e)))
        .map(e => e.dataset.action)";

#[derive(serde::Deserialize)]
struct Stop {
    before: bool,
    body: bool,
}

async fn go_round(lab: &Lab) -> Outcome {
    for _ in 0..200 {
        lab.tab().await?;
        let stop: Stop = lab.eval(NOTE, []).await?;
        if stop.body {
            continue;
        }
        // The code editor marks its focus a moment later.
        eventually(async || lab.eval::<Option<String>>(HIDDEN, []).await, None::<String>).await?;
        if stop.before {
            return Ok(());
        }
    }
    Err("the way round the page has no end".into())
}

#[test]
fn everything_is_reached_by_tab_and_shows_its_focus() -> Outcome {
    with_lab(async |lab| {
        lab.set_payload("[]").await?;
        go_round(lab).await?;
        assert_eq!(lab.eval::<Vec<String>>(UNREACHED, []).await?, Vec::<String>::new());
        lab.link_rules().open().await?;
        lab.press("suggest").await?;
        lab.press("draft").await?;
        lab.eval::<()>("window.reached = new Set(); document.activeElement.blur()", []).await?;
        go_round(lab).await?;
        assert_eq!(lab.eval::<Vec<String>>(UNREACHED, []).await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn integration_and_timeline_are_reached_by_tab_and_show_their_focus() -> Outcome {
    with_lab(async |lab| {
        crate::accessibility::around(lab).await?;
        lab.eval::<()>("window.reached = new Set(); document.activeElement.blur()", []).await?;
        go_round(lab).await?;
        assert_eq!(lab.eval::<Vec<String>>(UNREACHED, []).await?, Vec::<String>::new());
        let fields = "return [...document.querySelectorAll('.integration :is(input, select, textarea, summary, .secret)')]
            .filter(e => e.checkVisibility() && ![...window.reached].includes(e) && !e.closest('[data-editor]')).map(e => e.outerHTML)";
        assert_eq!(lab.eval::<Vec<String>>(fields, []).await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn a_conversation_is_played_and_read_by_keyboard() -> Outcome {
    with_lab(async |lab| {
        for (stop, keys) in [
            (".lower-tabs [data-action=\"pane:problems\"]", Key::Right + Key::Enter),
            (".event[data-action=\"play:first-paste\"]", Key::Enter + ""),
            (".interstitial [data-action=\"play:allow\"]", Key::Enter + ""),
            ("[data-exchange=\"1:3\"] summary", Key::Space + ""),
        ] {
            lab.tab_to(stop).await?;
            lab.keys(keys).await?;
            lab.settle().await?;
        }
        eventually(async || lab.timeline().opened().await, ["1:3"]).await?;
        assert!(lab.focus_is("[data-exchange=\"1:3\"] summary").await?, "the focus is not where it was");
        assert_eq!(lab.project().await?["events"], json!(["first-paste", "allow"]));
        Ok(())
    })
}

#[test]
fn a_link_rule_is_made_from_nothing() -> Outcome {
    with_lab(async |lab| {
        for (stop, keys) in [
            (".source-tabs [data-action=\"pane:payload\"]", Key::Right + Key::Enter),
            ("[data-action=\"rule:add\"]", Key::Enter + ""),
            ("#rule-name", "task".into()),
            ("[data-editor=\"pattern\"] *", "^https://acme\\.com/tasks/(?<no>[0-9]+)$".into()),
            ("[data-action=\"sample:required\"]", Key::Enter + ""),
            ("[data-sample=\"required\"] textarea", "https://acme.com/tasks/12".into()),
            ("[data-action=\"expect\"]", Key::Space + ""),
            ("[data-editor=\"placeholders\"] *", "[]".into()),
        ] {
            lab.tab_to(stop).await?;
            lab.keys(keys).await?;
            lab.settle().await?;
        }
        let rule = json!({ "name": "task", "pattern": "^https://acme\\.com/tasks/(?<no>[0-9]+)$", "samples": ["https://acme.com/tasks/12"],
            "excluded": [], "expected": { "https://acme.com/tasks/12": { "no": "12" } }, "placeholders": "[]" });
        eventually(async || Ok(lab.project().await?["rules"][1].clone()), rule.clone()).await?;
        Ok(())
    })
}

#[test]
fn the_editor_is_left_by_escape_and_tab() -> Outcome {
    with_lab(async |lab| {
        lab.payload().focus().await?;
        lab.keys(Key::Escape).await?;
        lab.keys(Key::Tab).await?;
        assert!(!lab.payload().has_focus().await?);
        Ok(())
    })
}

#[test]
fn text_is_changed_and_mended() -> Outcome {
    with_lab(async |lab| {
        lab.tab_to("[data-editor=\"payload\"] *").await?;
        lab.chord(&[Key::Control], 'a').await?;
        lab.keys(Key::Delete + json!([payload::title("By keyboard")]).to_string()).await?;
        eventually(async || lab.rules().await, ["missing-dev"]).await?;
        lab.tab_to("[data-problem][data-rule=\"missing-dev\"] [data-action=\"fix\"]").await?;
        lab.keys(Key::Enter).await?;
        eventually(async || lab.rules().await, Vec::<String>::new()).await?;
        Ok(())
    })
}

#[test]
fn the_gallery_is_opened_left_and_chosen_from() -> Outcome {
    with_lab(async |lab| {
        let before = lab.project().await?;
        let open = async || lab.shows("[data-template]").await;
        lab.tab_to("[data-action=\"templates\"]").await?;
        lab.keys(Key::Enter).await?;
        eventually(open, true).await?;
        lab.keys(Key::Escape).await?;
        eventually(open, false).await?;
        assert_eq!(lab.project().await?, before);
        assert!(lab.focus_is("[data-action=\"templates\"]").await?, "the focus is not back where it was");

        lab.keys(Key::Enter).await?;
        eventually(open, true).await?;
        lab.tab_to("[data-template]:not(:first-child), :not(:first-child) > [data-template]").await?;
        lab.keys(Key::Enter).await?;
        eventually(open, false).await?;
        eventually(async || Ok(lab.project().await? == before), false).await?;
        Ok(())
    })
}

#[test]
fn undo_and_redo_have_their_usual_keys() -> Outcome {
    with_lab(async |lab| {
        let before = lab.payload_text().await?;
        let text = payload::item("Undone", []);
        lab.payload().paste_over(&text).await?;
        eventually(async || lab.payload_text().await, text.clone()).await?;
        lab.chord(&[Key::Control], 'z').await?;
        eventually(async || lab.payload_text().await, before.clone()).await?;
        lab.chord(&[Key::Control, Key::Shift], 'z').await?;
        eventually(async || lab.payload_text().await, text.clone()).await?;
        Ok(())
    })
}

#[test]
fn the_first_stop_leads_past_the_header() -> Outcome {
    with_lab(async |lab| {
        lab.tab().await?;
        assert!(lab.focus_is("[data-action=\"skip\"]").await?);
        lab.keys(Key::Enter).await?;
        Ok(eventually(async || lab.payload().has_focus().await, true).await?)
    })
}

#[test]
fn a_group_of_choices_is_one_stop() -> Outcome {
    with_lab(async |lab| {
        lab.tab_to("[data-action=\"state:loaded\"]").await?;
        lab.keys(Key::Right + Key::Enter).await?;
        eventually(async || lab.preview().state().await, "updated").await?;
        lab.tab().await?;
        assert!(!lab.focus_is("[data-action^=\"state:\"]").await?, "a second stop among the states");
        Ok(())
    })
}

#[test]
fn the_palette_finds_and_runs_a_command() -> Outcome {
    with_lab(async |lab| {
        lab.payload().focus().await?;
        lab.chord(&[Key::Control], 'k').await?;
        eventually(async || lab.focus_is("#command-palette [data-field=command-search]").await, true).await?;
        lab.keys("state err").await?;
        lab.keys(Key::Enter).await?;
        eventually(async || lab.preview().state().await, "error").await?;
        lab.chord(&[Key::Control], 'k').await?;
        eventually(async || lab.focus_is("#command-palette [data-field=command-search]").await, true).await?;
        lab.keys("link rule item").await?;
        lab.keys(Key::Enter).await?;
        eventually(async || lab.shows("#rule-form").await, true).await?;
        // Templates and other projects are found too.
        let named = lab.project().await?["name"].clone();
        for (words, row) in [("pull request", "Template: "), ("acme items", "Open: ")] {
            lab.chord(&[Key::Control], 'k').await?;
            eventually(async || lab.focus_is("#command-palette [data-field=command-search]").await, true).await?;
            lab.keys(words).await?;
            let first = "return document.querySelector('#palette-rows .palette-label')?.textContent ?? ''";
            eventually(async || Ok(lab.eval::<String>(first, []).await?.starts_with(row)), true).await?;
            lab.keys(Key::Enter).await?;
            eventually(async || Ok(lab.project().await?["name"] == named), row == "Open: ").await?;
        }
        Ok(())
    })
}

#[test]
fn a_name_is_selected_taken_by_enter_and_given_up_by_escape() -> Outcome {
    with_lab(async |lab| {
        let name = async || Ok(lab.project().await?["name"].clone());
        let before = name().await?;
        lab.press("projects").await?;
        lab.click("[data-field=\"project-name\"]").await?;
        lab.keys("Renamed").await?;
        eventually(name, json!("Renamed")).await?;
        lab.keys(Key::Escape).await?;
        eventually(name, before).await?;
        assert!(lab.focus_is("[data-field=\"project-name\"]").await?, "the first Escape left the field");
        lab.keys("Kept" + Key::Enter).await?;
        eventually(name, json!("Kept")).await?;
        eventually(async || lab.focus_is("[data-action=\"projects\"]").await, true).await?;

        lab.link_rules().open().await?;
        lab.click("#rule-name").await?;
        lab.keys("task" + Key::Enter).await?;
        eventually(async || Ok(lab.project().await?["rules"][0]["name"].clone()), json!("task")).await?;
        eventually(async || lab.link_rules().pattern().has_focus().await, true).await?;
        Ok(())
    })
}

#[test]
fn a_tip_closes_however_it_is_left() -> Outcome {
    with_lab(async |lab| {
        let tip = async || lab.shows(".problem-tip").await;
        let in_tip = async || lab.focus_is(".problem-fix").await;
        let open = async || -> Outcome {
            lab.payload().focus().await?;
            lab.chord(&[Key::Control], Key::Home.value()).await?;
            lab.chord(&[Key::Control], '.').await?;
            Ok(eventually(in_tip, true).await?)
        };
        lab.set_payload(&json!([payload::title("A tip")]).to_string()).await?;
        eventually(async || lab.rules().await, ["missing-dev"]).await?;

        open().await?;
        lab.keys(Key::Escape).await?;
        eventually(tip, false).await?;
        eventually(async || lab.payload().has_focus().await, true).await?;

        open().await?;
        lab.eval::<()>("document.getElementById('link').focus()", []).await?;
        eventually(tip, false).await?;

        open().await?;
        lab.click(".brand").await?;
        eventually(tip, false).await?;

        open().await?;
        lab.keys(Key::Enter).await?;
        eventually(async || lab.rules().await, Vec::<String>::new()).await?;
        assert!(!tip().await?);
        Ok(())
    })
}
