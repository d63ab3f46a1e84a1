//! A preview is built without JSON: in the form, on the card, by mouse, by keyboard and on a phone.

use browser_tests::{Lab, Outcome, Side, eventually, payload, with_lab};
use thirtyfour::Key;
use thirtyfour::prelude::*;

const TITLE: &str = "[data-view=\"preview\"] [data-attribute=\"title\"]";

async fn title(lab: &Lab) -> WebDriverResult<String> {
    lab.find(TITLE).await?.text().await
}

async fn focus_on_card(lab: &Lab) -> WebDriverResult<()> {
    lab.eval::<()>("document.querySelector('[data-view=preview]').focus()", []).await
}

#[test]
fn a_part_of_the_card_is_chosen_and_removed() -> Outcome {
    with_lab(async |lab| {
        lab.set_payload(&payload::item("Chosen", [])).await?;
        lab.click(TITLE).await?;
        eventually(async || lab.shows("[data-form] [data-attribute=\"title\"] [data-field=\"section\"]").await, true).await?;
        // Keys on the card go on from there.
        focus_on_card(lab).await?;
        lab.keys(Key::Delete).await?;
        eventually(async || lab.count(TITLE).await, 0).await?;
        lab.click("[data-toast] button").await?;
        eventually(async || lab.count(TITLE).await, 1).await?;
        Ok(())
    })
}

#[test]
fn a_text_is_edited_where_it_stands() -> Outcome {
    with_lab(async |lab| {
        lab.set_payload(&payload::item("Written before", [])).await?;
        let element = lab.find(TITLE).await?;
        lab.browser.driver.action_chain().double_click_element(&element).perform().await?;
        eventually(async || lab.focus_is(".in-place").await, true).await?;
        // All of it is selected.
        lab.keys("Typed on the card").await?;
        eventually(async || Ok(lab.payload_text().await?.contains("\"Typed on the card\"")), true).await?;
        assert_eq!(title(lab).await?, "Typed on the card");
        // One step of the project's history, also seen from here.
        lab.chord(&[Key::Control], 'z').await?;
        eventually(async || title(lab).await, "Written before").await?;
        assert!(lab.payload_text().await?.contains("Written before"));
        lab.chord(&[Key::Control, Key::Shift], 'z').await?;
        eventually(async || title(lab).await, "Typed on the card").await?;
        // Enter ends it, and the card has the keys again.
        lab.keys(Key::Enter).await?;
        eventually(async || lab.focus_is("[data-view=\"preview\"]").await, true).await?;
        assert_eq!(lab.count(".in-place").await?, 0);
        lab.keys(Key::F2).await?;
        eventually(async || lab.focus_is(".in-place").await, true).await?;
        lab.keys(Key::Delete).await?;
        lab.keys("Again").await?;
        lab.keys(Key::Escape).await?;
        eventually(async || lab.focus_is("[data-view=\"preview\"]").await, true).await?;
        eventually(async || title(lab).await, "Again").await?;
        Ok(())
    })
}

#[test]
fn a_row_is_dragged_to_another_place() -> Outcome {
    with_lab(async |lab| {
        let part = |id: &str| serde_json::json!({"id": id, "name": id, "type": "inline", "inline": {"plain_text": {"value": id, "section": "body"}}});
        lab.set_payload(&serde_json::json!([part("a"), part("b"), part("c")]).to_string()).await?;
        let ids = async || {
            let list: Vec<serde_json::Value> = serde_json::from_str(&lab.payload_text().await?).unwrap_or_default();
            Ok(list.iter().filter_map(|one| one["id"].as_str().map(str::to_owned)).collect::<String>())
        };
        let row = |id: &str| format!("[data-form] .layer[data-attribute=\"{id}\"]");
        for (id, to, side, order) in [
            ("a", "c", Side::Below, "bca"),
            ("a", "b", Side::Above, "abc"),
            // Not past the middle of any.
            ("b", "c", Side::Above, "abc"),
            ("b", "c", Side::Below, "acb"),
        ] {
            lab.drag(&row(id), &row(to), side).await?;
            eventually(ids, order.to_owned()).await?;
            assert_eq!(lab.count("[data-drop]").await?, 0);
        }
        Ok(())
    })
}

#[test]
fn the_cursor_in_the_json_outlines_its_part() -> Outcome {
    with_lab(async |lab| {
        lab.set_payload(&payload::item("Pointed at", [])).await?;
        lab.payload().focus().await?;
        lab.chord(&[Key::Control], Key::Home.into()).await?;
        lab.keys(Key::Right + Key::Right).await?;
        eventually(async || lab.count("[data-view=\"preview\"] .part.selected[data-attribute=\"title\"]").await, 1).await?;
        // Outside of any attribute nothing is.
        lab.chord(&[Key::Control], Key::End.into()).await?;
        eventually(async || lab.count(".part.selected").await, 0).await?;
        Ok(())
    })
}

#[test]
fn a_press_on_the_mention_opens_no_page() -> Outcome {
    with_lab(async |lab| {
        lab.click("[data-view=\"mention\"] [data-attribute=\"title\"]").await?;
        eventually(async || lab.shows("[data-form] [data-attribute=\"title\"] [data-field=\"section\"]").await, true).await?;
        lab.settle().await?;
        assert_eq!(lab.browser.driver.windows().await?.len(), 1);
        Ok(())
    })
}

#[test]
fn a_field_touches_its_own_bytes_and_is_one_step() -> Outcome {
    with_lab(async |lab| {
        let text = "[ {\"id\":\"title\",  \"x\": 1.50, \"inline\": {\"title\": {\"value\": \"A\", \"section\": \"title\"}}} ]";
        lab.set_payload(text).await?;
        lab.press("both").await?;
        eventually(async || lab.shows("[data-form] [data-attribute=\"title\"] [data-field=\"value\"]").await, true).await?;
        lab.click("[data-form] [data-attribute=\"title\"] [data-field=\"value\"]").await?;
        lab.chord(&[Key::Control], 'a').await?;
        lab.keys("New").await?;
        eventually(async || lab.payload_text().await, text.replace("\"A\"", "\"New\"")).await?;
        lab.chord(&[Key::Control], 'z').await?;
        eventually(async || lab.payload_text().await, text.to_owned()).await?;
        // What the form cannot read, it leaves alone.
        lab.set_payload("[ {").await?;
        eventually(async || lab.count("[data-form] .layers[inert]").await, 1).await?;
        Ok(())
    })
}

#[test]
fn an_attribute_is_hidden_and_comes_back_as_it_was() -> Outcome {
    with_lab(async |lab| {
        let before = lab.payload_text().await?;
        lab.click(".layer[data-attribute=label] .layer-word").await?;
        lab.click("[data-action=\"attribute:hide\"]").await?;
        eventually(async || lab.count(".preview [data-attribute=label]").await, 0).await?;
        assert_eq!(lab.find(".hidden-layer").await?.text().await?, "Label\n🔨 Ready to Build\nShow");
        // It belongs to the project.
        lab.reload().await?;
        lab.click("[data-action=\"hidden:show\"]").await?;
        eventually(async || lab.payload_text().await, before.clone()).await?;
        assert_eq!(lab.count(".hidden-layer").await?, 0);
        // Each is one step of the history.
        lab.click("[data-action=undo]").await?;
        eventually(async || lab.count(".hidden-layer").await, 1).await?;
        lab.click("[data-action=undo]").await?;
        Ok(eventually(async || lab.payload_text().await, before.clone()).await?)
    })
}
