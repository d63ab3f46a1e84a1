//! The conversation that is played: its requests, what the service says in it, and what they read and copy.

use browser_tests::payload::{dev, inline, item, title};
use browser_tests::{Key, Outcome, eventually, with_lab};
use serde_json::{Value, json};

use crate::timeline::{assert_state, play, with};

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
        assert!(
            request.contains("Authorization: Basic base64(649374923749238479238479234792374:$NOTION_CLIENT_SECRET)"),
            "{request}"
        );
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
        for (at, secret) in [("1:0", "NOTION_CLIENT_SECRET"), ("1:2", "CLIENT_SECRET"), ("1:3", "SERVICE_TOKEN")] {
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
        eventually(async || lab.eval::<String>(said, []).await, "Copied. Secrets are left as variables").await?;
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
        assert_eq!(lab.eval::<Vec<String>>(gone, []).await?, ["The update omits these, so they disappear: label"]);
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
        eventually(async || lab.shows(".interstitial").await, true).await?;
        lab.click(".interstitial [data-action=\"play:deny\"]").await?;
        eventually(async || timeline.place().await, 2).await?;
        eventually(async || lab.shows(".interstitial").await, false).await?;
        let dialogue = "return [...document.querySelectorAll('#steps .dialogue')].map(e => e.textContent.trim())";
        assert_eq!(lab.eval::<Vec<String>>(dialogue, []).await?, ["Notion shows its own message for access_denied"]);
        assert_state(lab, "connect").await?;
        let lines = "return [...document.querySelectorAll('#steps .step-says')].map(e => Math.round(e.getBoundingClientRect().height / 20))";
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
        assert!(words.contains("Notion probably shows your description: “Not today”"), "{words}");
        assert_eq!(timeline.connections().await?, ["K-1"]);
        let card = lab.preview().words().await?;
        assert!(card.contains("Thrown away (status 410)"), "{card}");
        play(lab, &["wait:300"]).await?;
        let world = lab.eval::<String>("return document.getElementById('world').textContent", []).await?;
        assert!(world.contains("5:00") && world.contains("Expired"), "{world}");
        Ok(())
    })
}

/// What an update brought stays until something else is answered, and its own error is the one that is drawn.
#[test]
fn the_drawing_shows_what_the_events_have_set() -> Outcome {
    with_lab(async |lab| {
        let mut project = lab.project().await?;
        let set = json!([title("Renewed")]);
        let attributes = json!({"path": ["attributes"], "set": set});
        let error = json!({"path": ["error"], "set": {"status": 503, "message": "Down"}});
        for (operations, events, state, title, said) in [
            (json!([attributes]), json!(["first-paste", "allow", "update", "delete"]), "deleted", &["Renewed"][..], ""),
            (
                json!([attributes, error]),
                json!(["first-paste", "allow", "update"]),
                "loaded-with-error",
                &["Renewed"],
                "Down (status 503)",
            ),
            (json!([error]), json!(["first-paste", "allow", "update"]), "error", &[], "Down (status 503)"),
            (
                json!([attributes]),
                json!(["first-paste", "allow", "update-with-error"]),
                "loaded-with-error",
                &["Renewed"],
                "Content not found (status 404)",
            ),
            (json!([attributes]), json!(["first-paste", "allow", "update", "revisit"]), "loaded", &["Renewed"], ""),
        ] {
            project["update"] = json!({"uri": project["link"], "operations": operations}).to_string().into();
            project["events"] = events;
            project["state"] = state.into();
            lab.set_project(&project).await??;
            lab.timeline().open().await?;
            eventually(async || lab.preview().state().await, state).await?;
            assert_eq!(lab.preview().section("title").await?, title, "{state}");
            let words = lab.preview().words().await?;
            assert!(words.contains(said), "{state}: {words}");
        }
        Ok(())
    })
}

#[test]
fn connect_on_the_card_leads_to_the_form_that_waits() -> Outcome {
    with_lab(async |lab| {
        lab.press("state:connect").await?;
        lab.click(".card-button").await?;
        eventually(async || lab.timeline().names().await, ["First paste"]).await?;
        lab.click(".card-button").await?;
        let focused = "return document.activeElement.dataset.action";
        eventually(async || lab.eval::<Option<String>>(focused, []).await, Some("play:allow".to_owned())).await?;
        assert_eq!(lab.timeline().names().await?, ["First paste"]);
        lab.keys(Key::Enter + "").await?;
        eventually(async || lab.preview().state().await, "loaded").await?;
        Ok(())
    })
}

/// Looking at another step is no change: undo takes the last event back.
#[test]
fn undo_knows_events_and_not_who_looked_at_which() -> Outcome {
    with_lab(async |lab| {
        let timeline = lab.timeline();
        timeline.open().await?;
        play(lab, &["first-paste", "allow"]).await?;
        lab.press("step:back").await?;
        lab.press("step:on").await?;
        lab.press("step:back").await?;
        lab.press("undo").await?;
        eventually(async || Ok(lab.project().await?["events"].clone()), json!(["first-paste"])).await?;
        lab.reload().await?;
        eventually(async || lab.preview().state().await, "connect").await?;
        Ok(())
    })
}

/// What is not updated now has the project's clock all the same.
#[test]
fn a_deleted_update_has_the_clock_of_the_project() -> Outcome {
    with_lab(async |lab| {
        let mut project = lab.project().await?;
        project["events"] = json!(["first-paste", "allow", "update", "delete"]);
        project["state"] = json!("deleted");
        lab.set_project(&project).await??;
        lab.timeline().open().await?;
        eventually(async || lab.preview().state().await, "deleted").await?;
        let words = lab.preview().words().await?;
        assert!(words.contains("(updated)") && words.contains("3 days ago"), "{words}");
        Ok(())
    })
}
