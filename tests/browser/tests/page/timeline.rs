//! The timeline: events pressed one after another, the requests that they cause, and what is drawn after each.

use browser_tests::payload::{dev, inline, item, title};
use browser_tests::{Lab, Outcome, Step, WebDriverResult, eventually, with_lab};
use serde_json::{Value, json};

const AUTHORIZE: &str = "GET https://acme.com/notion/authorize?code=614846ff-b061-4eac-a511-fc20c3f0838a\
    &redirect_uri=https%3A%2F%2Fnotion.so%2FexternalIntegrationAuthCallback&client_id=mRkZGFjM&scope=unfurl+user_name\
    &response_type=code&state=tga%40YNV9cfw4yrv0thw";
const NOTION_TOKEN: &str = "POST https://api.notion.com/v1/oauth/token";
const BACK: &str =
    "GET https://notion.so/externalIntegrationAuthCallback?code=WQtaEYNV9jfL4yr89KJA0thw&state=tga%40YNV9cfw4yrv0thw";
const SERVICE_TOKEN: &str = "POST https://acme.com/notion/token";
const ASK: &str = "POST https://acme.com/unfurl";
const PATCH: &str = "PATCH https://api.notion.com/v1/external/object";
const TOKENS_GONE: &str = "DELETE https://acme.com/notion/deletion";
const GONE: &str = "DELETE https://acme.com/unfurl";

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

async fn assert_state(lab: &Lab, state: &str) -> Outcome {
    Ok(eventually(async || states(lab).await, [state, state]).await?)
}

/// Presses events, each of which can happen.
async fn play(lab: &Lab, events: &[&str]) -> Outcome {
    let timeline = lab.timeline();
    for event in events {
        let before = timeline.place().await?;
        timeline.play(event).await?;
        eventually(async || timeline.place().await, before + 1).await?;
    }
    Ok(())
}

/// The open project with such keys.
async fn with(lab: &Lab, more: Value) -> Outcome {
    let mut project = lab.project().await?;
    for (key, value) in more.as_object().into_iter().flatten() {
        project[key] = value.clone();
    }
    Ok(lab.set_project(&project).await??)
}

#[test]
fn the_documented_conversation_has_its_requests_and_its_drawings() -> Outcome {
    with_lab(async |lab| {
        let timeline = lab.timeline();
        timeline.open().await?;
        assert_eq!(timeline.exchanges().await?, [""; 0]);
        let mut requests: Vec<&str> = Vec::new();
        for (event, caused, state) in [
            ("first-paste", &[AUTHORIZE][..], "connect"),
            ("allow", &[NOTION_TOKEN, BACK, SERVICE_TOKEN, ASK], "loaded"),
            ("update", &[PATCH], "updated"),
            ("error", &[PATCH], "error"),
            ("update", &[PATCH], "updated"),
            ("delete-all", &[TOKENS_GONE, GONE], "deleted"),
        ] {
            play(lab, &[event]).await?;
            requests.extend(caused);
            assert_eq!(timeline.exchanges().await?, requests, "{event}");
            assert_state(lab, state).await?;
            assert_eq!(timeline.steps().await?.last().map(|step| step.state.clone()).as_deref(), Some(state));
        }
        let expected = json!(["first-paste", "allow", "update", "error", "update", "delete-all"]);
        assert_eq!(lab.project().await?["events"], expected);
        assert_eq!(lab.project().await?["state"], "deleted");
        Ok(())
    })
}

#[test]
fn a_new_project_is_updated_and_deleted_with_the_mouse_alone() -> Outcome {
    with_lab(async |lab| {
        lab.press("projects").await?;
        lab.press("project:new").await?;
        eventually(async || Ok(lab.project().await?["name"].clone()), "Untitled").await?;
        let timeline = lab.timeline();
        timeline.open().await?;
        assert!(lab.shows(".nothing-yet").await?);
        for (event, state) in [("first-paste", "connect"), ("allow", "loaded"), ("update", "updated"), ("delete-all", "deleted")]
        {
            play(lab, &[event]).await?;
            assert_state(lab, state).await?;
        }
        assert!(!lab.shows(".nothing-yet").await?);
        assert!(timeline.exchanges().await?.iter().any(|request| request == PATCH));
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
            ("allow", "nobody was asked to allow: paste the link first"),
            ("update", "nobody is connected: paste the link first"),
            ("revisit", "no preview of the link stands on a page: paste the link first"),
            ("delete", "no preview of the link stands on a page: paste the link first"),
        ] {
            let muted = format!(".event[data-action=\"play:{event}\"][data-idle=true]");
            assert_eq!(lab.count(&muted).await?, 1, "{event}");
            timeline.play(event).await?;
            eventually(async || timeline.refused().await, Some(why.to_owned())).await?;
            let said = "return document.getElementById('announcement').textContent.trim()";
            eventually(async || lab.eval::<String>(said, []).await, why).await?;
            assert_eq!(lab.project().await?, before, "{event}");
        }
        assert_eq!(lab.count(".event[data-action=\"play:first-paste\"][data-idle=false]").await?, 1);
        play(lab, &["first-paste"]).await?;
        assert_eq!(timeline.refused().await?, None);
        timeline.play("update").await?;
        eventually(async || timeline.refused().await, Some("nobody is connected: allow first".to_owned())).await?;
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
        for before in
            [&[][..], &["first-paste"], &["first-paste", "allow"], &["first-paste", "allow", "error", "delete-all", "disconnect"]]
        {
            for event in EVENTS {
                with(lab, json!({ "events": before, "state": "loaded" })).await?;
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
        lab.press("undo").await?;
        eventually(marked, both("updated")).await?;
        lab.press("undo").await?;
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

#[test]
fn an_open_exchange_stays_open_and_shows_both_messages() -> Outcome {
    with_lab(async |lab| {
        let timeline = lab.timeline();
        timeline.open().await?;
        play(lab, &["first-paste", "allow"]).await?;
        assert_eq!(timeline.opened().await?, [""; 0]);
        timeline.toggle("1:3").await?;
        eventually(async || timeline.opened().await, ["1:3"]).await?;
        let [request, response] = timeline.messages("1:3").await?;
        assert!(request.contains("Authorization: Bearer $SERVICE_TOKEN"), "{request}");
        let body = request.split_once("\n\n").map_or("", |(_, body)| body);
        assert_eq!(serde_json::from_str::<Value>(body)?, json!({ "uri": "https://acme.com/items/23487" }));
        assert!(response.contains("Feature Request"), "{response}");
        assert!(lab.shows("[data-exchange=\"1:3\"] pre").await?);
        play(lab, &["update", "delete"]).await?;
        assert_eq!(timeline.opened().await?, ["1:3"]);
        assert!(lab.shows("[data-exchange=\"1:3\"] pre").await?);
        timeline.toggle("1:3").await?;
        eventually(async || timeline.opened().await, [""; 0]).await?;
        let [request, _] = timeline.messages("1:0").await?;
        assert!(request.contains("Authorization: Basic base64(mRkZGFjM:$CLIENT_SECRET)"), "{request}");
        Ok(())
    })
}

#[test]
fn a_request_is_copied_as_code_without_a_secret() -> Outcome {
    with_lab(async |lab| {
        lab.watch_copying().await?;
        lab.integration().open().await?;
        lab.integration().type_over("secret", "hidden-7f3a").await?;
        let timeline = lab.timeline();
        timeline.open().await?;
        play(lab, &["first-paste", "allow"]).await?;
        for (at, secret) in [("1:0", "CLIENT_SECRET"), ("1:2", "CLIENT_SECRET"), ("1:3", "SERVICE_TOKEN")] {
            timeline.toggle(at).await?;
            for (language, word) in [
                ("bash", "curl"),
                ("powershell", "curl"),
                ("cmd", "curl"),
                ("fetch", "fetch("),
                ("python", "import"),
                ("rust", "let"),
                ("http", "HTTP/1.1"),
            ] {
                let before = lab.copied().await?.len();
                lab.click(&format!("[data-exchange=\"{at}\"] [data-action=\"copy-as:{language}\"]")).await?;
                eventually(async || Ok(lab.copied().await?.len()), before + 1).await?;
                let code = lab.copied().await?.pop().unwrap_or_default();
                assert!(code.contains(word) && code.contains(secret), "{at} as {language}: {code}");
                assert!(!code.contains("hidden-7f3a"), "{at} as {language}: {code}");
            }
            timeline.toggle(at).await?;
        }
        let said = "return document.getElementById('announcement').textContent.trim()";
        eventually(async || lab.eval::<String>(said, []).await, "copied; secrets are variables in it").await?;
        Ok(())
    })
}

#[test]
fn one_account_is_one_connection_however_often_it_is_allowed() -> Outcome {
    with_lab(async |lab| {
        let timeline = lab.timeline();
        timeline.open().await?;
        play(lab, &["first-paste", "allow"]).await?;
        assert_eq!(timeline.connections().await?, ["A83823453409384"]);
        play(lab, &["allow"]).await?;
        assert_eq!(timeline.connections().await?, ["A83823453409384"]);
        play(lab, &["allow-other"]).await?;
        assert_eq!(timeline.connections().await?, ["A83823453409384", "A83823453409384-2"]);
        play(lab, &["disconnect"]).await?;
        assert_eq!(timeline.connections().await?, [""; 0]);
        assert_state(lab, "connect").await
    })
}

#[test]
fn what_an_update_leaves_out_is_named_in_its_step_and_in_the_panel() -> Outcome {
    with_lab(async |lab| {
        let payload = item("Rocket", [inline("label", "plain_text", "Bug", "secondary")]);
        with(lab, json!({ "payload": payload })).await?;
        let pane = lab.integration();
        pane.open().await?;
        pane.unfold("service-section").await?;
        let operation = json!({ "path": ["attributes"], "set": [title("Rocket 2"), dev()] });
        let update = json!({ "uri": "https://acme.com/items/23487", "operations": [operation] }).to_string();
        pane.update().paste_over(&update).await?;
        eventually(async || Ok(lab.project().await?["update"].clone()), update.clone()).await?;
        eventually(async || Ok(lab.rules().await?.contains(&"update-drops-attribute".to_owned())), true).await?;

        lab.timeline().open().await?;
        play(lab, &["first-paste", "allow", "update"]).await?;
        let gone = "return [...document.querySelectorAll('#steps .vanished')].map(e => e.textContent.trim())";
        assert_eq!(lab.eval::<Vec<String>>(gone, []).await?, ["Gone with this update: label"]);
        assert_state(lab, "updated").await?;
        let struck = lab.preview().inside("[data-gone=\"label\"]");
        eventually(async || lab.count(&struck).await, 1).await?;

        // The problem leads back to the editor; the update can follow the payload again.
        lab.press("pane:problems").await?;
        lab.press("pane:payload").await?;
        lab.click("[data-problem][data-rule=\"update-drops-attribute\"] .problem").await?;
        eventually(async || pane.update().has_focus().await, true).await?;
        lab.reload().await?;
        lab.click("[data-problem][data-rule=\"update-drops-attribute\"] .problem").await?;
        eventually(async || pane.update().has_focus().await, true).await?;
        lab.press("update:draft").await?;
        eventually(async || Ok(lab.rules().await?.contains(&"update-drops-attribute".to_owned())), false).await?;
        assert_eq!(lab.project().await?["update"], Value::Null);
        Ok(())
    })
}

#[test]
fn the_form_of_the_service_is_answered_in_its_step() -> Outcome {
    with_lab(async |lab| {
        let timeline = lab.timeline();
        timeline.open().await?;
        play(lab, &["first-paste"]).await?;
        assert!(lab.shows(".interstitial").await?);
        lab.click(".interstitial [data-action=\"play:deny\"]").await?;
        eventually(async || timeline.place().await, 2).await?;
        assert!(!lab.shows(".interstitial").await?);
        let dialogue = "return [...document.querySelectorAll('#steps .dialogue')].map(e => e.textContent.trim())";
        assert_eq!(lab.eval::<Vec<String>>(dialogue, []).await?, ["Notion shows its own words for access_denied"]);
        assert_state(lab, "connect").await?;
        let lines =
            "return [...document.querySelectorAll('#steps .says')].map(e => Math.round(e.getBoundingClientRect().height / 20))";
        assert_eq!(lab.eval::<Vec<u32>>(lines, []).await?, [1, 1], "a sentence on one line");

        // The card asks again.
        lab.click(&lab.preview().inside("[data-action=\"play:first-paste\"]")).await?;
        eventually(async || timeline.place().await, 3).await?;
        lab.click(".interstitial [data-action=\"play:allow\"]").await?;
        eventually(async || timeline.place().await, 4).await?;
        assert_state(lab, "loaded").await?;
        play(lab, &["error"]).await?;
        assert_state(lab, "error").await?;
        lab.click(&lab.preview().inside("[data-action=\"play:revisit\"]")).await?;
        eventually(async || timeline.place().await, 6).await?;
        assert_state(lab, "loaded").await?;
        assert_eq!(timeline.exchanges().await?.last().map(String::as_str), Some(ASK));
        Ok(())
    })
}

#[test]
fn the_service_acts_as_its_fields_say() -> Outcome {
    with_lab(async |lab| {
        let (pane, timeline) = (lab.integration(), lab.timeline());
        pane.open().await?;
        pane.unfold("service-section").await?;
        for (field, text) in [
            ("account_key", "K-1"),
            ("account_name", "Ada"),
            ("expires_in", "60"),
            ("error_status", "410"),
            ("error_message", "Thrown away"),
            ("denial", "no_way"),
            ("denial_description", "Not today"),
        ] {
            pane.type_over(&format!("service:{field}"), text).await?;
            eventually(async || Ok(lab.project().await?["service"][field].clone()), text).await?;
        }
        timeline.open().await?;
        play(lab, &["first-paste", "deny", "first-paste", "allow", "error"]).await?;
        let words = lab.eval::<String>("return document.getElementById('steps').textContent", []).await?;
        assert!(words.contains("Notion shows your description: “Not today”"), "{words}");
        assert_eq!(timeline.connections().await?, ["K-1"]);
        let card = lab.preview().words().await?;
        assert!(card.contains("Thrown away (status 410)"), "{card}");
        play(lab, &["wait:300"]).await?;
        let world = lab.eval::<String>("return document.getElementById('world').textContent", []).await?;
        assert!(world.contains("5:00") && world.contains("expired"), "{world}");
        Ok(())
    })
}
