//! Undo belongs to what has the focus, takes a composition back at once, and outlives a reload.

use browser_tests::{Lab, Outcome, WebDriverResult, eventually, payload, with_lab};
use serde_json::json;
use thirtyfour::Key;

async fn undo(lab: &Lab) -> WebDriverResult<()> {
    lab.chord(&[Key::Control], 'z').await
}

#[test]
fn a_field_beside_the_project_undoes_its_own_text() -> Outcome {
    with_lab(async |lab| {
        lab.set_payload(&payload::item("Other work", [])).await?;
        let project = lab.project().await?;
        let integration = lab.integration();
        integration.open().await?;
        for section in ["message-section", "callback-section"] {
            integration.unfold(section).await?;
        }
        for field in ["message", "call-url", "call-link", "call-token", "secret", "notion-secret"] {
            let selector = format!("[data-field=\"{field}\"]");
            lab.click(&selector).await?;
            lab.keys("abc").await?;
            eventually(async || integration.value(field).await, "abc").await?;
            undo(lab).await?;
            eventually(async || Ok(integration.value(field).await? == "abc"), false).await?;
            assert_eq!(lab.project().await?, project, "{field}");
        }
        Ok(())
    })
}

#[test]
fn a_dialog_leaves_the_project_alone() -> Outcome {
    with_lab(async |lab| {
        lab.set_payload(&payload::item("Other work", [])).await?;
        let project = lab.project().await?;
        lab.press("help").await?;
        undo(lab).await?;
        lab.settle().await?;
        assert_eq!(lab.project().await?, project);
        Ok(())
    })
}

#[test]
fn the_search_field_undoes_its_own_text() -> Outcome {
    with_lab(async |lab| {
        lab.payload().focus().await?;
        lab.keys("typed").await?;
        let text = lab.payload_text().await?;
        lab.chord(&[Key::Control], 'f').await?;
        eventually(async || lab.focus_is(".cm-search [name=search]").await, true).await?;
        lab.keys("abc").await?;
        undo(lab).await?;
        lab.settle().await?;
        assert_eq!(lab.payload_text().await?, text);
        Ok(())
    })
}

/// Composes the texts one after the other where the cursor is, and ends with the last one.
async fn compose(lab: &Lab, texts: &[&str]) -> WebDriverResult<()> {
    let cdp = lab.browser.driver.cdp();
    for text in texts {
        let end = text.encode_utf16().count();
        let composed = json!({ "text": text, "selectionStart": end, "selectionEnd": end });
        cdp.send_raw("Input.imeSetComposition", composed).await?;
        lab.settle().await?;
    }
    cdp.send_raw("Input.insertText", json!({ "text": texts[texts.len() - 1] })).await?;
    Ok(())
}

#[test]
fn a_composition_is_one_step() -> Outcome {
    with_lab(async |lab| {
        for texts in [["n", "ni", "nihao", "你好"].as_slice(), &["k", "か", "かん", "漢字"], &["ㅎ", "하", "한"], &["´", "é"]]
        {
            let before = payload::item("Before", []);
            lab.set_payload(&before).await?;
            lab.payload().focus().await?;
            compose(lab, texts).await?;
            let word = texts[texts.len() - 1];
            eventually(async || Ok(lab.payload_text().await?.contains(word)), true).await?;
            // The editor delivers the end of a composition a moment later.
            tokio::time::sleep(std::time::Duration::from_millis(300)).await;
            undo(lab).await?;
            eventually(async || lab.payload_text().await, before.clone()).await?;
        }
        Ok(())
    })
}

#[test]
fn undo_outlives_a_reload() -> Outcome {
    with_lab(async |lab| {
        let first = lab.payload_text().await?;
        let second = payload::item("Second", []);
        lab.set_payload(&second).await?;
        let mut project = lab.project().await?;
        project["settings"]["domain"] = json!("other.example");
        lab.set_project(&project).await??;
        lab.reload().await?;
        lab.press("undo").await?;
        eventually(async || Ok(lab.project().await?["settings"]["domain"].clone()), "acme.com").await?;
        lab.press("undo").await?;
        eventually(async || lab.payload_text().await, first.clone()).await?;
        lab.reload().await?;
        lab.press("redo").await?;
        eventually(async || lab.payload_text().await, second.clone()).await?;
        Ok(())
    })
}
