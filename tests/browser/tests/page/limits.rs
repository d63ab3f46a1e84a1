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
