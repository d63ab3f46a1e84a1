//! The eight states of a link: what the person wishes for is drawn, as card and as Mention.

use browser_tests::payload::{dev, inline, item, title};
use browser_tests::{Lab, Outcome, WebDriverResult, eventually, with_lab};
use serde_json::{Value, json};

async fn states(lab: &Lab) -> WebDriverResult<[String; 2]> {
    Ok([lab.preview().state().await?, lab.mention().state().await?])
}

async fn pressed(lab: &Lab) -> WebDriverResult<Vec<String>> {
    lab.eval(
        "return [...document.querySelectorAll('[data-action^=\"state:\"][aria-pressed=true]')].map(e => e.dataset.action)",
        [],
    )
    .await
}

/// The ids behind a hook of the card's parts.
async fn ids(lab: &Lab, selector: &str, name: &str) -> WebDriverResult<Vec<String>> {
    let script = "return [...document.querySelectorAll(arguments[0])].map(e => e.dataset[arguments[1]])";
    lab.eval(script, [json!(lab.preview().inside(selector)), json!(name)]).await
}

/// The first project in a state.
async fn in_state(lab: &Lab, state: &str, more: Value) -> Outcome<Value> {
    let mut project = lab.project().await?;
    project["state"] = json!(state);
    for (key, value) in more.as_object().into_iter().flatten() {
        project[key] = value.clone();
    }
    lab.set_project(&project).await??;
    Ok(project)
}

#[test]
fn every_state_is_drawn_as_card_and_as_mention() -> Outcome {
    with_lab(async |lab| {
        let link = lab.project().await?["link"].clone();
        let link = link.as_str().unwrap_or_default();
        for (state, in_card, in_mention) in [
            ("plain", link, link),
            ("placeholder", "Acme Item #23487", "Acme Item #23487"),
            ("connect", "Connect to Acme Inc to show this preview", "acme.com"),
            ("loaded", "Feature Request", "Feature Request"),
            ("updated", "(updated)", "(updated)"),
            ("error", "Content not found (status 404)", "Content not found"),
            ("loaded-with-error", "Content not found (status 404)", "Feature Request"),
            ("deleted", "Deleted everywhere: your service was told", "Feature Request"),
        ] {
            let project = in_state(lab, state, Value::Null).await?;
            eventually(async || states(lab).await, [state, state]).await?;
            let (card, mention) = (lab.preview().words().await?, lab.mention().words().await?);
            assert!(card.contains(in_card), "{state}: {card}");
            assert!(mention.contains(in_mention), "{state}: {mention}");
            assert_eq!(lab.project().await?, project);
            assert_eq!(pressed(lab).await?, [format!("state:{state}")]);
            assert_eq!(lab.analysis().await?["render"]["state"], state);
        }
        Ok(())
    })
}

#[test]
fn every_state_can_be_wished_for_on_a_wide_window_and_on_a_phone() -> Outcome {
    with_lab(async |lab| {
        for (width, height) in [(1280, 900), (390, 844)] {
            lab.resize(width, height, width < 900).await?;
            for state in ["connect", "deleted", "plain", "updated", "error", "placeholder", "loaded-with-error", "loaded"] {
                lab.press(&format!("state:{state}")).await?;
                eventually(async || states(lab).await, [state, state]).await?;
            }
            let overflow = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
            assert_eq!(lab.eval::<i64>(overflow, []).await?, 0);
        }
        Ok(())
    })
}

#[test]
fn an_update_flashes_what_changed_and_strikes_out_what_is_gone() -> Outcome {
    with_lab(async |lab| {
        let open = inline("state", "enum", "Open", "primary");
        let label = inline("label", "plain_text", "Bug", "secondary");
        let update = json!({ "uri": "https://acme.com/items/23487", "operations": [{ "path": ["attributes"],
            "set": [title("Rocket"), inline("state", "enum", "Done", "primary"), dev(), inline("note", "plain_text", "New", "body")] }] });
        let more = json!({ "payload": item("Rocket", [open, label]), "update": update.to_string() });
        in_state(lab, "updated", more).await?;
        eventually(async || states(lab).await, ["updated", "updated"]).await?;
        assert_eq!(ids(lab, ".changed", "attribute").await?, ["state", "note"]);
        assert_eq!(ids(lab, ".gone", "gone").await?, ["label"]);
        assert_eq!(lab.mention().section("title").await?, ["Rocket"]);
        assert!(lab.preview().words().await?.contains("removed: Bug"));
        let names = "return [...document.querySelectorAll(arguments[0])].map(e => getComputedStyle(e).animationName)";
        assert_eq!(lab.eval::<Vec<String>>(names, [json!(lab.preview().inside(".changed"))]).await?, ["flash", "flash"]);
        // The JSON form has the update's parts alone.
        let drawn = lab.analysis().await?["render"]["preview"].clone();
        assert_eq!(drawn["secondary"].as_array().map(Vec::len), Some(1), "{drawn}");

        // An update that does not parse leaves the last one.
        in_state(lab, "updated", json!({ "update": "{" })).await?;
        eventually(async || lab.preview().stale().await, true).await?;
        assert_eq!(ids(lab, ".gone", "gone").await?, ["label"]);

        // Loaded shows no marks.
        lab.press("state:loaded").await?;
        eventually(async || states(lab).await, ["loaded", "loaded"]).await?;
        assert_eq!(lab.count("[data-view] :is(.changed, .gone)").await?, 0);
        Ok(())
    })
}

#[test]
fn the_error_is_the_answers_own_or_the_one_that_the_service_reports() -> Outcome {
    with_lab(async |lab| {
        let service = json!({ "error_status": "503", "error_message": "Down for lunch" });
        in_state(lab, "error", json!({ "service": service })).await?;
        eventually(async || states(lab).await, ["error", "error"]).await?;
        assert!(lab.preview().words().await?.contains("Down for lunch (status 503)"));
        let own = json!({ "uri": lab.project().await?["link"],
            "operations": [{ "path": ["error"], "set": { "status": 410, "message": "Thrown away" } }] });
        in_state(lab, "error", json!({ "payload": own.to_string() })).await?;
        eventually(async || Ok(lab.preview().words().await?.contains("Thrown away (status 410)")), true).await?;
        // With nothing to draw it with, an error is all there is.
        lab.press("state:loaded-with-error").await?;
        eventually(async || pressed(lab).await, ["state:loaded-with-error"]).await?;
        assert_eq!(states(lab).await?, ["error", "error"]);
        Ok(())
    })
}

#[test]
fn a_link_that_no_rule_takes_stays_plain_whatever_is_wished_for() -> Outcome {
    with_lab(async |lab| {
        for state in ["connect", "updated", "error", "loaded-with-error", "deleted"] {
            in_state(lab, state, json!({ "link": "https://example.org/" })).await?;
            eventually(async || states(lab).await, ["plain", "plain"]).await?;
            assert_eq!(pressed(lab).await?, ["state:plain"]);
            assert!(lab.preview().words().await?.contains("No rule matches this URL"));
        }
        in_state(lab, "plain", json!({ "link": "" })).await?;
        eventually(async || states(lab).await, ["loaded", "loaded"]).await?;
        Ok(())
    })
}
