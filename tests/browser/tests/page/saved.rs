//! Work that outlives the page.

use browser_tests::{Outcome, REQUIRED, eventually, payload, with_lab};
use serde_json::json;

#[test]
fn work_is_found_again_after_a_reload() -> Outcome {
    with_lab(async |lab| {
        let text = payload::item("Kept", []);
        lab.payload().type_over(&text).await?;
        eventually(async || lab.payload_text().await, text.clone()).await?;
        let project = lab.project().await?;
        lab.reload().await?;
        assert_eq!(lab.project().await?, project);
        eventually(async || lab.preview().section("title").await, ["Kept"]).await?;
        Ok(())
    })
}

#[test]
fn broken_text_comes_back_with_the_last_valid_drawing() -> Outcome {
    with_lab(async |lab| {
        lab.set_payload(&payload::item("Last valid", [])).await?;
        // In one piece: typed, the editor would close the bracket, and `[]` parses.
        lab.payload().paste_over("[{,").await?;
        eventually(async || lab.preview().stale().await, true).await?;
        let broken = lab.payload_text().await?;
        lab.reload().await?;
        assert_eq!(lab.payload_text().await?, broken);
        eventually(async || lab.preview().stale().await, true).await?;
        eventually(async || lab.preview().section("title").await, ["Last valid"]).await?;
        eventually(async || lab.mention().section("title").await, ["Last valid"]).await?;
        Ok(())
    })
}

#[test]
fn special_texts_come_back_unchanged() -> Outcome {
    let item = |value: &str| payload::item("Special", []).replace("Special", value);
    let texts = [
        ("escaped lone surrogate", item(r"\ud83d and \uDE00")),
        ("escaped zero", item(r"a\u0000b")),
        ("CRLF", payload::item("Lines", []).replace("},{", "},\r\n\t{") + "\r\n"),
        ("byte-order mark", format!("\u{feff}{}", item("marked"))),
        ("the last code point", item("\u{10ffff}")),
        ("line and paragraph separator", item("a\u{2028}b\u{2029}c")),
        ("white space at the ends", format!("  \n{}\n\n ", item("padded"))),
        ("no JSON", "\u{2028}\r\r\n\t\u{feff}".to_owned()),
        ("nothing", String::new()),
    ];
    with_lab(async |lab| {
        for (what, text) in &texts {
            lab.set_payload(text).await?;
            assert_eq!(&lab.payload_text().await?, text, "{what}, as set");
            lab.reload().await?;
            assert_eq!(&lab.payload_text().await?, text, "{what}, after a reload");
        }
        Ok(())
    })
}

#[test]
fn a_lone_surrogate_becomes_the_replacement_character() -> Outcome {
    with_lab(async |lab| {
        let set = r#"const lab = window.linkPreviewLab;
            return Promise.resolve(lab.setProject({ ...lab.getProject(), payload: '["\uD83D"]' })).then(() => null)"#;
        lab.eval::<()>(set, []).await?;
        assert_eq!(lab.payload_text().await?, "[\"\u{fffd}\"]");
        lab.reload().await?;
        assert_eq!(lab.payload_text().await?, "[\"\u{fffd}\"]");
        Ok(())
    })
}

#[test]
fn link_rules_are_found_again_after_a_reload() -> Outcome {
    with_lab(async |lab| {
        let rules = lab.link_rules();
        rules.open().await?;
        lab.press("rule:add").await?;
        eventually(async || lab.focus_is("[data-field=\"rule-name\"]").await, true).await?;
        lab.keys("task").await?;
        rules.pattern().type_over("^https://acme\\.com/(?<größe>😀+)(").await?;
        lab.press("sample:required").await?;
        eventually(async || lab.focus_is(&rules.field(REQUIRED, 0)).await, true).await?;
        lab.keys("https://acme.com/😀").await?;
        rules.placeholders().paste_over("[{\n\t,").await?;
        // What is typed last is saved too, though nothing waits for it.
        lab.click("#domain").await?;
        lab.keys(".org").await?;
        let project = lab.project().await?;
        let rule = &project["rules"][1];
        assert_eq!((&rule["name"], &rule["samples"][0]), (&json!("task"), &json!("https://acme.com/😀")));
        assert_eq!((&rule["placeholders"], &project["settings"]["domain"]), (&json!("[{\n\t,"), &json!("acme.com.org")));
        lab.reload().await?;
        assert_eq!(lab.project().await?, project);
        rules.open().await?;
        assert_eq!(rules.names().await?, ["item", "task"]);
        Ok(())
    })
}
