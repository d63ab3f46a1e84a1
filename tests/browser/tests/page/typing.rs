//! Typing in the payload editor.

use browser_tests::{Outcome, eventually, payload, with_lab};

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
fn broken_text_keeps_the_last_drawing_dimmed() -> Outcome {
    with_lab(async |lab| {
        lab.payload().type_over(&payload::item("Whole", [])).await?;
        eventually(async || lab.preview().section("title").await, ["Whole"]).await?;
        lab.keys("!").await?;
        eventually(async || lab.preview().stale().await, true).await?;
        assert_eq!(lab.mention().stale().await?, true);
        assert_eq!(lab.preview().section("title").await?, ["Whole"]);
        assert_eq!(lab.rules().await?, ["json-syntax"]);
        Ok(())
    })
}
