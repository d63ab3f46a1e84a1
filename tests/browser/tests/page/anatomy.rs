//! The anatomy: sections by name, and the matrix that makes attributes.

use browser_tests::{Lab, Outcome, WebDriverResult, eventually, payload, with_lab};
use serde_json::{Value, json};
use thirtyfour::Key;

/// The last attribute: its sub-type, and its section.
async fn last(lab: &Lab) -> WebDriverResult<Value> {
    let attributes: Vec<Value> = serde_json::from_str(&lab.payload_text().await?).unwrap_or_default();
    let last = attributes.last().cloned().unwrap_or_default();
    let inside = |carrier: &str| {
        let (name, inside) = last[carrier].as_object()?.iter().find(|(key, _)| *key != "src_url")?;
        Some(json!([name, inside["section"]]))
    };
    Ok(inside("inline").or(inside("embed")).unwrap_or_default())
}

async fn open(lab: &Lab) -> Outcome {
    lab.press("anatomy").await?;
    Ok(eventually(async || lab.count("[data-cell]").await, 108).await?)
}

#[test]
fn an_empty_cell_makes_an_attribute_of_its_sub_type_and_section() -> Outcome {
    with_lab(async |lab| {
        open(lab).await?;
        for (sub_type, section) in [("date", "secondary"), ("image", "identifier"), ("color", "background")] {
            lab.click(&format!("[data-cell=\"{sub_type}:{section}\"] button")).await?;
            eventually(async || last(lab).await, json!([sub_type, section])).await?;
            eventually(async || lab.count(&format!("[data-cell=\"{sub_type}:{section}\"] .matrix-entry")).await, 1).await?;
        }
        assert!(lab.rules().await?.is_empty());
        Ok(())
    })
}

#[test]
fn a_cell_that_the_documents_forbid_makes_nothing_and_says_why() -> Outcome {
    with_lab(async |lab| {
        open(lab).await?;
        let before = lab.payload_text().await?;
        lab.click("[data-cell=\"enum:identifier\"] button").await?;
        let why = async || Ok(lab.find("#matrix-about").await?.text().await?);
        eventually(why, "enum is not allowed in identifier. It belongs in primary".to_owned()).await?;
        assert_eq!(lab.payload_text().await?, before);
        Ok(())
    })
}

#[test]
fn the_matrix_is_walked_by_arrow_keys() -> Outcome {
    with_lab(async |lab| {
        lab.set_payload(&payload::item("Walked", [])).await?;
        open(lab).await?;
        lab.eval::<()>("document.querySelector('[data-cell=\"title:title\"] button').focus()", []).await?;
        // Down to plain_text, right to primary.
        for key in [Key::Down, Key::Right, Key::Right] {
            lab.keys(key).await?;
        }
        eventually(async || lab.focus_is("[data-cell=\"plain_text:primary\"] button").await, true).await?;
        lab.keys(Key::Enter).await?;
        eventually(async || last(lab).await, json!(["plain_text", "primary"])).await?;
        Ok(())
    })
}

#[test]
fn a_press_on_a_part_or_in_the_matrix_selects_the_attribute() -> Outcome {
    with_lab(async |lab| {
        open(lab).await?;
        for place in ["[data-view=\"preview\"] [data-attribute=\"title\"]", "[data-cell=\"color:entity\"] button"] {
            lab.click(place).await?;
            eventually(async || lab.shows("[data-form] .layer.selected").await, true).await?;
        }
        eventually(async || lab.shows("[data-view=\"preview\"] .part.selected[data-section=\"entity\"]").await, true).await?;
        Ok(())
    })
}

#[test]
fn an_empty_section_offers_what_belongs_there() -> Outcome {
    with_lab(async |lab| {
        lab.set_payload(&payload::item("Bare", [])).await?;
        open(lab).await?;
        lab.click("[data-view=\"preview\"] [data-area=\"body\"] .area-add").await?;
        eventually(async || last(lab).await, json!(["plain_text", "body"])).await?;
        eventually(async || lab.preview().section("body").await.map(|parts| parts.len()), 1).await?;
        Ok(())
    })
}

#[test]
fn the_anatomy_opens_from_the_help_and_fits_a_phone() -> Outcome {
    with_lab(async |lab| {
        lab.press("help").await?;
        lab.click("#help [data-action=\"anatomy\"]").await?;
        eventually(async || lab.shows("[data-cell=\"title:title\"]").await, true).await?;
        assert!(!lab.shows("#help").await?);
        lab.resize(390, 844, true).await?;
        let overflow = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
        assert_eq!(lab.eval::<i64>(overflow, []).await?, 0);
        Ok(())
    })
}
