//! Texts that are too much for most pages.

use browser_tests::{Lab, Outcome, eventually, payload, with_lab};

async fn assert_alive(lab: &Lab) -> Outcome {
    lab.set_payload(&payload::item("Still alive", [])).await?;
    Ok(eventually(async || lab.preview().section("title").await, ["Still alive"]).await?)
}

#[test]
fn a_hundred_thousand_brackets_are_one_problem() -> Outcome {
    with_lab(async |lab| {
        lab.set_payload(&"[".repeat(100_000)).await?;
        eventually(async || lab.rules().await, ["json-depth"]).await?;
        assert_alive(lab).await
    })
}

#[test]
fn five_megabytes_are_drawn() -> Outcome {
    let words = "words ".repeat(800);
    let bodies = (0..1050).map(|index| payload::inline(&format!("part{index}"), "plain_text", words.as_str(), "body"));
    let text = payload::item("Five megabytes", bodies);
    assert!(text.len() > 5_000_000);
    with_lab(async |lab| {
        lab.set_payload(&text).await?;
        eventually(async || lab.preview().section("title").await, ["Five megabytes"]).await?;
        assert_eq!(lab.payload_text().await?.len(), text.len());
        assert_alive(lab).await
    })
}

/// While it is analysed in slices the project still has the text before it.
#[test]
fn what_is_typed_into_a_large_text_outlives_a_change_beside_it() -> Outcome {
    let words = "words ".repeat(800);
    let bodies = (0..600).map(|index| payload::inline(&format!("part{index}"), "plain_text", words.as_str(), "body"));
    let text = payload::item("Large", bodies);
    with_lab(async |lab| {
        lab.set_payload(&text).await?;
        eventually(async || lab.preview().section("title").await, ["Large"]).await?;
        lab.payload().focus().await?;
        lab.keys("  ").await?;
        // One of these comes while it is analysed.
        for _ in 0..10 {
            lab.press("profile:wild").await?;
            lab.press("profile:documented").await?;
        }
        assert_eq!(lab.payload_text().await?.len(), text.len() + 2);
        Ok(())
    })
}
