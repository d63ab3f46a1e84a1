//! The editor of the placeholder attributes.

use std::time::Duration;

use browser_tests::{Key, Lab, Outcome, REQUIRED, View, WebDriverResult, eventually, payload, with_lab};
use serde_json::{Value, json};

async fn saved(lab: &Lab) -> WebDriverResult<Value> {
    Ok(lab.project().await?["rules"][0]["placeholders"].clone())
}

async fn set_placeholders(lab: &Lab, text: &str) -> Outcome {
    let mut project = lab.project().await?;
    project["rules"][0]["placeholders"] = json!(text);
    Ok(lab.set_project(&project).await??)
}

/// The pane with the placeholder as the only drawing that is asked about.
async fn placeholder(lab: &Lab) -> Outcome<View<'_>> {
    lab.link_rules().open().await?;
    lab.press("state:placeholder").await?;
    eventually(async || lab.preview().state().await, "placeholder").await?;
    Ok(lab.preview())
}

#[test]
fn what_is_typed_is_drawn_filled() -> Outcome {
    with_lab(async |lab| {
        let drawing = placeholder(lab).await?;
        let text = payload::item("No $<itemNo>, $1, $$ and $& on $<site>", []);
        lab.link_rules().placeholders().paste_over(&text).await?;
        let filled = "No 23487, https://acme.com, $ and https://acme.com/items/23487 on https://acme.com";
        eventually(async || drawing.section("title").await, [filled]).await?;
        eventually(async || lab.mention().section("title").await, [filled]).await?;
        assert_eq!(saved(lab).await?, text);
        Ok(())
    })
}

#[test]
fn groups_are_completed_behind_the_dollar_sign() -> Outcome {
    with_lab(async |lab| {
        let end = r#"", "section": "title"}}}]"#;
        let text = format!(r#"[{{"id": "title", "name": "Title", "type": "inline", "inline": {{"title": {{"value": "{end}"#);
        set_placeholders(lab, &text).await?;
        lab.link_rules().open().await?;
        lab.link_rules().placeholders().focus().await?;
        lab.chord(&[Key::Control], 'a').await?;
        lab.keys(Key::Right + "").await?;
        for _ in 0..end.len() {
            lab.keys(Key::Left + "").await?;
        }
        lab.keys("$<").await?;
        let offered = "return [...document.querySelectorAll('.cm-tooltip-autocomplete .cm-completionLabel')].map(e => e.textContent).sort()";
        eventually(async || lab.eval::<Vec<String>>(offered, []).await, ["$<itemNo>", "$<site>"]).await?;
        lab.keys("item").await?;
        eventually(async || lab.eval::<Vec<String>>(offered, []).await, ["$<itemNo>"]).await?;
        // A list that has just come takes no key for a moment, so that nobody chooses by accident.
        tokio::time::sleep(Duration::from_millis(200)).await;
        lab.keys(Key::Enter + "").await?;
        eventually(async || saved(lab).await, json!(text.replace(end, &format!("$<itemNo>{end}")))).await?;
        Ok(())
    })
}

#[test]
fn a_group_that_is_not_there_is_a_problem_with_a_fix() -> Outcome {
    with_lab(async |lab| {
        let wrong = payload::item("Item $<itemNO>", []);
        set_placeholders(lab, &wrong).await?;
        eventually(async || lab.rules().await, ["unknown-placeholder"]).await?;
        lab.fix("unknown-placeholder").await?;
        eventually(async || lab.rules().await, Vec::<String>::new()).await?;
        assert_eq!(saved(lab).await?, payload::item("Item $<itemNo>", []));
        lab.press("undo").await?;
        eventually(async || saved(lab).await, json!(wrong)).await?;
        Ok(())
    })
}

#[test]
fn broken_text_keeps_the_last_placeholder() -> Outcome {
    with_lab(async |lab| {
        let drawing = placeholder(lab).await?;
        lab.link_rules().placeholders().paste_over(&payload::item("Whole $<itemNo>", [])).await?;
        eventually(async || drawing.section("title").await, ["Whole 23487"]).await?;
        lab.keys("!").await?;
        eventually(async || drawing.stale().await, true).await?;
        eventually(async || lab.mention().stale().await, true).await?;
        assert_eq!(drawing.section("title").await?, ["Whole 23487"]);
        assert!(lab.rules().await?.contains(&"json-syntax".to_owned()), "{:?}", lab.rules().await?);

        lab.keys(Key::Backspace + "").await?;
        eventually(async || drawing.stale().await, false).await?;
        Ok(())
    })
}

#[test]
fn the_chosen_sample_fills_the_placeholder() -> Outcome {
    with_lab(async |lab| {
        let mut project = lab.project().await?;
        project["rules"][0]["samples"] = json!(["https://acme.com/items/1", "https://acme.com/items/2"]);
        lab.set_project(&project).await??;
        let drawing = placeholder(lab).await?;
        assert_eq!(drawing.section("title").await?, ["Acme Item #23487"], "from the link");
        for (press, title) in [(1, "Acme Item #2"), (0, "Acme Item #1"), (0, "Acme Item #23487")] {
            lab.link_rules().press_in_row(REQUIRED, press, "sample-show").await?;
            eventually(async || drawing.section("title").await, [title]).await?;
        }
        Ok(())
    })
}

#[test]
fn they_are_formatted_in_one_step() -> Outcome {
    with_lab(async |lab| {
        let text = payload::item("On one line", []);
        set_placeholders(lab, &text).await?;
        lab.link_rules().open().await?;
        lab.press("format-placeholders").await?;
        eventually(async || Ok(saved(lab).await?.as_str().map_or(0, |text| text.lines().count()) > 10), true).await?;
        lab.press("undo").await?;
        eventually(async || saved(lab).await, json!(text)).await?;
        Ok(())
    })
}

#[test]
fn an_answer_of_its_own_is_given_and_taken_away() -> Outcome {
    with_lab(async |lab| {
        let before = lab.project().await?;
        lab.link_rules().open().await?;
        lab.press("answer:own").await?;
        eventually(async || Ok(lab.project().await?["rules"][0]["payload"].clone()), before["payload"].clone()).await?;
        lab.press("pane:payload").await?;
        let own = payload::item("Of this rule alone", []);
        lab.payload().paste_over(&own).await?;
        eventually(async || lab.preview().section("title").await, ["Of this rule alone"]).await?;
        assert_eq!(lab.payload_text().await?, before["payload"].as_str().unwrap_or_default());

        lab.link_rules().open().await?;
        lab.press("answer:shared").await?;
        eventually(async || lab.preview().section("title").await, ["Feature Request: Link Previews"]).await?;
        lab.press("undo").await?;
        eventually(async || lab.preview().section("title").await, ["Of this rule alone"]).await?;
        Ok(())
    })
}
