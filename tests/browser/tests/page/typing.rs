//! Typing in the payload editor.

use browser_tests::{Key, Outcome, eventually, payload, with_lab};

#[test]
fn typing_changes_both_drawings() -> Outcome {
    with_lab(async |lab| {
        let text = payload::item("Typed by hand", []);
        lab.payload().type_over(&text).await?;
        eventually(async || lab.preview().section("title").await, ["Typed by hand"]).await?;
        eventually(async || lab.mention().section("title").await, ["Typed by hand"]).await?;
        assert_eq!(lab.payload_text().await?, text);
        Ok(())
    })
}

#[test]
fn words_beyond_ascii_are_kept_as_typed() -> Outcome {
    with_lab(async |lab| {
        let text = payload::item("größer, 日本語, עברית", []);
        lab.payload().type_over(&text).await?;
        eventually(async || lab.payload_text().await, text.clone()).await?;
        eventually(async || lab.preview().section("title").await, ["größer, 日本語, עברית"]).await?;
        Ok(())
    })
}

#[test]
fn lines_survive_cutting_and_pasting() -> Outcome {
    with_lab(async |lab| {
        let text = payload::item("Cut\\n and\\tpasted", []).replace("},{", "},\n\n\t  {");
        lab.set_payload(&text).await?;
        lab.payload().select_all().await?;
        lab.chord(&[Key::Control], 'x').await?;
        eventually(async || lab.payload_text().await, "").await?;
        lab.chord(&[Key::Control], 'v').await?;
        eventually(async || lab.payload_text().await, text.clone()).await?;
        Ok(())
    })
}

#[test]
fn broken_text_keeps_the_last_drawing_until_it_is_mended() -> Outcome {
    with_lab(async |lab| {
        lab.set_payload(&payload::item("Whole", [])).await?;
        lab.payload().select_all().await?;
        lab.keys(Key::Right + "!").await?;
        eventually(async || lab.preview().stale().await, true).await?;
        eventually(async || lab.mention().stale().await, true).await?;
        assert_eq!(lab.preview().section("title").await?, ["Whole"]);
        assert_eq!(lab.mention().section("title").await?, ["Whole"]);
        assert_eq!(lab.rules().await?, ["json-syntax"]);

        lab.keys(Key::Backspace).await?;
        eventually(async || lab.preview().stale().await, false).await?;
        eventually(async || lab.mention().stale().await, false).await?;
        eventually(async || lab.rules().await, Vec::<String>::new()).await?;
        Ok(())
    })
}

#[test]
fn format_lays_out_the_text_and_undo_takes_it_back() -> Outcome {
    with_lab(async |lab| {
        let text = payload::item("On one line", []);
        lab.set_payload(&text).await?;
        lab.press("format").await?;
        eventually(async || Ok(lab.payload_text().await?.lines().count() > 10), true).await?;
        let formatted: serde_json::Value = serde_json::from_str(&lab.payload_text().await?)?;
        assert_eq!(formatted, serde_json::from_str::<serde_json::Value>(&text)?);

        lab.press("undo").await?;
        eventually(async || lab.payload_text().await, text.clone()).await?;
        Ok(())
    })
}

#[test]
fn the_sections_that_fit_are_offered_and_taken() -> Outcome {
    with_lab(async |lab| {
        lab.set_payload(r#"[{"id": "due", "inline": {"date": {"value": "2022-01-11", "section": ""}}}]"#).await?;
        lab.payload().focus().await?;
        lab.keys(Key::End).await?;
        for _ in 0..r#""}}}]"#.len() {
            lab.keys(Key::Left).await?;
        }
        lab.keys("se").await?;
        let offered =
            "return [...document.querySelectorAll('.cm-tooltip-autocomplete .cm-completionLabel')].map(e => e.textContent)";
        eventually(async || lab.eval::<Vec<String>>(offered, []).await, ["secondary"]).await?;
        // A list that has just come takes no key for a moment, so that nobody chooses by accident.
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        lab.keys(Key::Enter).await?;
        let chosen = r#"[{"id": "due", "inline": {"date": {"value": "2022-01-11", "section": "secondary"}}}]"#;
        eventually(async || lab.payload_text().await, chosen.to_owned()).await?;
        Ok(())
    })
}

#[test]
fn the_keys_of_a_payload_are_explained() -> Outcome {
    with_lab(async |lab| {
        lab.set_payload(r#"[{"id": "a"}]"#).await?;
        lab.payload().focus().await?;
        lab.chord(&[Key::Control], Key::Home.into()).await?;
        lab.keys(Key::Right + Key::Right + Key::Right).await?;
        lab.chord(&[Key::Control], '.').await?;
        let words = "Names the attribute; a later one with the same id replaces it";
        Ok(eventually(async || lab.find(".explanation").await?.text().await, words.to_owned()).await?)
    })
}
