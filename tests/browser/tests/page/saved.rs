//! Work that outlives the page.

use browser_tests::{Outcome, eventually, payload, with_lab};

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
