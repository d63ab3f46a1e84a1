//! The timeline: events pressed one after another, what is drawn after each, and how one goes through them.

use browser_tests::{Lab, Outcome, Step, WebDriverResult, eventually, with_lab};
use serde_json::{Value, json};

/// Every event that has a button.
const EVENTS: [&str; 17] = [
    "first-paste",
    "allow",
    "allow-other",
    "deny",
    "paste",
    "revisit",
    "delete",
    "delete-all",
    "disconnect",
    "update",
    "error",
    "update-with-error",
    "expire-code",
    "expire-token",
    "refresh",
    "wait:300",
    "wait:86400",
];

async fn states(lab: &Lab) -> WebDriverResult<[String; 2]> {
    Ok([lab.preview().state().await?, lab.mention().state().await?])
}

pub async fn assert_state(lab: &Lab, state: &str) -> Outcome {
    Ok(eventually(async || states(lab).await, [state, state]).await?)
}

/// Presses events, each of which can happen.
pub async fn play(lab: &Lab, events: &[&str]) -> Outcome {
    let timeline = lab.timeline();
    for event in events {
        let before = timeline.place().await?;
        timeline.play(event).await?;
        eventually(async || timeline.place().await, before + 1).await?;
    }
    Ok(())
}

/// The open project with such keys.
pub async fn with(lab: &Lab, more: Value) -> Outcome {
    let mut project = lab.project().await?;
    for (key, value) in more.as_object().into_iter().flatten() {
        project[key] = value.clone();
    }
    Ok(lab.set_project(&project).await??)
}

#[test]
fn a_new_project_is_updated_and_deleted_with_the_mouse_alone() -> Outcome {
    with_lab(async |lab| {
        lab.press("projects").await?;
        lab.press("project:new").await?;
        eventually(async || Ok(lab.project().await?["name"].clone()), "Untitled").await?;
        // Where the focus is.
        eventually(async || lab.focus_is("#link").await, true).await?;
        lab.keys("https://tracker.example/items/1").await?;
        let timeline = lab.timeline();
        timeline.open().await?;
        eventually(async || lab.shows(".nothing-yet").await, true).await?;
        for (event, state) in [("first-paste", "connect"), ("allow", "loaded"), ("update", "updated"), ("delete-all", "deleted")]
        {
            play(lab, &[event]).await?;
            assert_state(lab, state).await?;
        }
        assert!(!lab.shows(".nothing-yet").await?);
        assert!(timeline.exchanges().await?.iter().any(|request| request.starts_with("PATCH ")));
        assert!(timeline.exchanges().await?.iter().any(|request| request.starts_with("DELETE ")));
        Ok(())
    })
}

#[test]
fn what_cannot_happen_is_no_step_and_says_what_comes_first() -> Outcome {
    with_lab(async |lab| {
        let timeline = lab.timeline();
        timeline.open().await?;
        let before = lab.project().await?;
        for (event, why) in [
            ("allow", "Nobody was asked to allow: paste the link first"),
            ("update", "Nobody is connected: paste the link first"),
            ("revisit", "No page has a preview of the link: paste the link first"),
            ("delete", "No page has a preview of the link: paste the link first"),
        ] {
            let muted = format!(".event[data-action=\"play:{event}\"][data-idle=true]");
            assert_eq!(lab.count(&muted).await?, 1, "{event}");
            timeline.play(event).await?;
            eventually(async || timeline.refused().await, Some(why.to_owned())).await?;
            assert_eq!(lab.count("#steps [role=alert]").await?, 1, "{event}");
            assert_eq!(lab.project().await?, before, "{event}");
        }
        assert_eq!(lab.count(".event[data-action=\"play:first-paste\"][data-idle=false]").await?, 1);
        play(lab, &["first-paste"]).await?;
        assert_eq!(timeline.refused().await?, None);
        timeline.play("update").await?;
        eventually(async || timeline.refused().await, Some("Nobody is connected: allow first".to_owned())).await?;
        assert_eq!(timeline.place().await?, 1);
        // Nothing of it stays when something happens.
        play(lab, &["allow"]).await?;
        assert_eq!(timeline.refused().await?, None);
        Ok(())
    })
}

#[test]
fn every_event_in_every_state_leaves_a_page_that_works() -> Outcome {
    with_lab(async |lab| {
        let timeline = lab.timeline();
        timeline.open().await?;
        for (before, state) in [
            (&[][..], "loaded"),
            (&["first-paste"], "connect"),
            (&["first-paste", "allow"], "loaded"),
            (&["first-paste", "allow", "error", "delete-all", "disconnect"], "deleted"),
        ] {
            for event in EVENTS {
                with(lab, json!({ "events": before, "state": state })).await?;
                eventually(async || timeline.place().await, before.len()).await?;
                let idle = lab.count(&format!(".event[data-action=\"play:{event}\"][data-idle=true]")).await? == 1;
                timeline.play(event).await?;
                let what = format!("{event} after {before:?}");
                if idle {
                    eventually(async || Ok(timeline.refused().await?.is_some()), true)
                        .await
                        .map_err(|error| format!("{what}: {error}"))?;
                    assert_eq!(timeline.place().await?, before.len(), "{what}");
                } else {
                    eventually(async || timeline.place().await, before.len() + 1)
                        .await
                        .map_err(|error| format!("{what}: {error}"))?;
                    let last: Option<Step> = timeline.steps().await?.pop();
                    let shown = last.map(|step| step.state).unwrap_or_default();
                    // A plain drawing is what a link without preview has.
                    assert_state(lab, &shown).await.map_err(|error| format!("{what}: {error:?}"))?;
                }
                assert!(lab.complaints().await?.is_empty(), "{what}");
            }
        }
        Ok(())
    })
}

#[test]
fn steps_are_gone_through_removed_cleared_and_undone() -> Outcome {
    with_lab(async |lab| {
        let timeline = lab.timeline();
        timeline.open().await?;
        let all = ["first-paste", "allow", "update", "error"];
        play(lab, &all).await?;
        let enabled = async |action: &str| {
            Ok::<_, browser_tests::Failure>(lab.find(&format!("[data-action=\"{action}\"]")).await?.is_enabled().await?)
        };
        assert!(!enabled("step:on").await?);
        for (place, state) in [(3, "updated"), (2, "loaded"), (1, "connect")] {
            lab.press("step:back").await?;
            eventually(async || timeline.place().await, place).await?;
            assert_state(lab, state).await?;
            assert_eq!(timeline.names().await?.len(), 4);
        }
        lab.press("step:on").await?;
        eventually(async || timeline.place().await, 2).await?;
        assert_state(lab, "loaded").await?;
        lab.click("[data-action=\"step:go\"][data-index=\"4\"]").await?;
        eventually(async || timeline.place().await, 4).await?;
        assert_state(lab, "error").await?;

        // In the middle, what is played comes between.
        lab.click("[data-action=\"step:go\"][data-index=\"2\"]").await?;
        eventually(async || timeline.place().await, 2).await?;
        play(lab, &["paste"]).await?;
        let events = async || Ok(lab.project().await?["events"].clone());
        assert_eq!(events().await?, json!(["first-paste", "allow", "paste", "update", "error"]));

        lab.click("[data-action=\"step:remove\"][data-index=\"2\"]").await?;
        eventually(events, json!(all)).await?;
        lab.press("undo").await?;
        eventually(events, json!(["first-paste", "allow", "paste", "update", "error"])).await?;
        lab.press("step:clear").await?;
        eventually(events, Value::Null).await?;
        eventually(async || timeline.names().await, [""; 0]).await?;
        assert!(!enabled("step:back").await? && !enabled("step:clear").await?);
        assert_state(lab, "loaded").await?;
        lab.press("undo").await?;
        eventually(async || Ok(timeline.names().await?.len()), 5).await?;
        Ok(())
    })
}

#[test]
fn another_project_has_a_timeline_of_its_own() -> Outcome {
    with_lab(async |lab| {
        let timeline = lab.timeline();
        timeline.open().await?;
        play(lab, &["first-paste", "allow", "update"]).await?;
        timeline.toggle("1:0").await?;
        eventually(async || timeline.opened().await, ["1:0"]).await?;
        let project = lab.project().await?;
        lab.click("[data-action=\"step:go\"][data-index=\"1\"]").await?;
        eventually(async || timeline.place().await, 1).await?;
        timeline.play("update").await?;
        eventually(async || Ok(timeline.refused().await?.is_some()), true).await?;
        lab.press("projects").await?;
        lab.press("project:new").await?;
        eventually(async || timeline.names().await, [""; 0]).await?;
        assert_eq!(timeline.refused().await?, None);
        lab.set_project(&project).await??;
        eventually(async || timeline.place().await, 3).await?;
        assert_eq!(timeline.opened().await?, [""; 0]);
        assert_state(lab, "updated").await
    })
}

/// What the drawing shows is what the marked step says, also after undo and redo.
#[test]
fn the_marked_step_and_the_drawing_go_together_through_undo_and_redo() -> Outcome {
    with_lab(async |lab| {
        let timeline = lab.timeline();
        timeline.open().await?;
        play(lab, &["first-paste", "allow", "update"]).await?;
        let marked = async || {
            let place = timeline.place().await?;
            let steps = timeline.steps().await?;
            let state = place.checked_sub(1).map(|at| steps[at].state.clone()).unwrap_or_default();
            Ok((state, lab.preview().state().await?))
        };
        let both = |state: &str| (state.to_owned(), state.to_owned());
        lab.press("step:back").await?;
        eventually(marked, both("loaded")).await?;
        // Looking back was no change: what is undone is the event.
        lab.press("undo").await?;
        eventually(async || timeline.names().await, ["First paste", "Allow"]).await?;
        eventually(marked, both("loaded")).await?;
        lab.press("redo").await?;
        eventually(marked, both("updated")).await?;
        Ok(())
    })
}

#[test]
fn a_replay_shows_the_states_in_their_order() -> Outcome {
    with_lab(async |lab| {
        lab.timeline().open().await?;
        play(lab, &["first-paste", "allow", "update", "delete-all"]).await?;
        let watch = "window.passed = [];
            const note = () => {
                const state = document.querySelector('[data-view=preview]')?.dataset.state;
                if (state && window.passed.at(-1) !== state) window.passed.push(state);
            };
            note();
            new MutationObserver(note).observe(document.getElementById('stages'),
                { subtree: true, childList: true, attributes: true, attributeFilter: ['data-state'] })";
        lab.eval::<()>(watch, []).await?;
        lab.press("step:replay").await?;
        let passed = async || lab.eval::<Vec<String>>("return window.passed", []).await;
        eventually(passed, ["deleted", "plain", "connect", "loaded", "updated", "deleted"]).await?;
        eventually(async || lab.timeline().place().await, 4).await?;
        Ok(())
    })
}

#[test]
fn events_are_found_again_and_taken_from_outside() -> Outcome {
    with_lab(async |lab| {
        let timeline = lab.timeline();
        timeline.open().await?;
        play(lab, &["first-paste", "allow", "wait:300", "error"]).await?;
        let (steps, requests) = (timeline.steps().await?, timeline.exchanges().await?);
        let project = lab.project().await?;
        lab.reload().await?;
        timeline.open().await?;
        eventually(async || timeline.steps().await, steps.clone()).await?;
        assert_eq!(timeline.exchanges().await?, requests);
        assert_state(lab, "error").await?;

        lab.press("step:clear").await?;
        eventually(async || timeline.names().await, [""; 0]).await?;
        lab.set_project(&project).await??;
        eventually(async || timeline.steps().await, steps.clone()).await?;
        assert_eq!(timeline.place().await?, 4);
        assert_state(lab, "error").await?;
        Ok(())
    })
}
