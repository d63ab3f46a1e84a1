//! Parts of the card dragged to another place.

use browser_tests::{Key, Lab, Outcome, WebDriverResult, eventually, with_lab};

const STATE: &str = ".preview [data-attribute=state]";
const LABEL: &str = ".preview [data-attribute=label]";
const DEV: &str = ".preview [data-attribute=dev]";

/// What the sections hold, in the order of the card.
async fn drawn(lab: &Lab) -> WebDriverResult<String> {
    let script = "return [...document.querySelectorAll('.preview .part')]
        .filter(part => ['primary', 'secondary'].includes(part.dataset.section))
        .map(part => part.dataset.section[0] + ':' + part.dataset.attribute).join(' ')";
    lab.eval(script, []).await
}

/// Holds a part and moves a little, so that it is dragged.
async fn hold(lab: &Lab, part: &str) -> WebDriverResult<()> {
    let part = lab.find(part).await?;
    lab.browser.driver.action_chain().click_and_hold_element(&part).move_by_offset(8, 2).move_by_offset(2, 0).perform().await?;
    eventually(async || lab.count("[data-zone]").await, 9).await
}

/// Moves what is held to a place beside the middle of an element.
async fn carry(lab: &Lab, to: &str, beside: i64) -> WebDriverResult<()> {
    let to = lab.find(to).await?;
    let chain = lab.browser.driver.action_chain().move_to_element_with_offset(&to, beside, 0);
    chain.move_to_element_with_offset(&to, beside, 1).perform().await
}

async fn release(lab: &Lab) -> WebDriverResult<()> {
    lab.browser.driver.action_chain().release().perform().await?;
    eventually(async || lab.count("[data-zone], [data-drop]").await, 0).await
}

const BEFORE: &str = "p:state p:label s:dev s:updated_at";

#[test]
fn a_part_moves_to_another_section() -> Outcome {
    with_lab(async |lab| {
        eventually(async || drawn(lab).await, BEFORE.to_owned()).await?;
        hold(lab, DEV).await?;
        carry(lab, "[data-zone=primary]", 0).await?;
        assert_eq!(lab.find(".drop-zones .note").await?.text().await?, "plain_text is allowed in primary");
        release(lab).await?;
        eventually(async || drawn(lab).await, "p:dev p:state p:label s:updated_at".to_owned()).await?;
        lab.click("[data-action=undo]").await?;
        Ok(eventually(async || drawn(lab).await, BEFORE.to_owned()).await?)
    })
}

#[test]
fn a_part_moves_among_the_parts_of_its_section() -> Outcome {
    with_lab(async |lab| {
        eventually(async || drawn(lab).await, BEFORE.to_owned()).await?;
        hold(lab, LABEL).await?;
        carry(lab, STATE, -8).await?;
        eventually(async || lab.count(&format!("{STATE}[data-drop=before]")).await, 1).await?;
        release(lab).await?;
        Ok(eventually(async || drawn(lab).await, "p:label p:state s:dev s:updated_at".to_owned()).await?)
    })
}

#[test]
fn a_section_that_the_documents_forbid_says_why_and_takes_nothing() -> Outcome {
    with_lab(async |lab| {
        let before = lab.payload_text().await?;
        hold(lab, STATE).await?;
        carry(lab, DEV, 4).await?;
        assert_eq!(lab.find(".drop-zones .note").await?.text().await?, "enum is not allowed in secondary. It belongs in primary");
        assert_eq!(lab.count("[data-drop]").await?, 0);
        release(lab).await?;
        // Escape lets go.
        hold(lab, DEV).await?;
        carry(lab, "[data-zone=primary]", 0).await?;
        lab.keys(Key::Escape).await?;
        eventually(async || lab.count("[data-zone]").await, 0).await?;
        release(lab).await?;
        assert_eq!(lab.payload_text().await?, before);
        Ok(())
    })
}
