//! Nothing in a payload runs, and no other machine hears of the visitor before a press asks for it.

use browser_tests::{Lab, Outcome, eventually, payload, with_lab};
use serde_json::{Value, json};

const FRAME: &str = "https://frames.example/chart.html";

/// Attributes that make the browser go somewhere, with what they say.
async fn destinations(lab: &Lab) -> Outcome<Vec<String>> {
    let script = "const names = ['src', 'href', 'xlink:href', 'srcset', 'poster', 'data', 'action', 'formaction', 'srcdoc'];
        return [...document.querySelectorAll('*')].flatMap(e => names.map(name => e.getAttribute(name)).filter(Boolean))";
    Ok(lab.eval(script, []).await?)
}

#[test]
fn a_url_that_runs_reaches_no_element() -> Outcome {
    with_lab(async |lab| {
        for url in ["javascript:window.ran=1", " JaVaScRiPt:window.ran=1", "java\nscript:window.ran=1", "data:text/html,ran"] {
            let media = [("image", "avatar"), ("image", "entity"), ("image", "embed"), ("html", "embed"), ("video", "embed")];
            for (sub_type, section) in media {
                let mut project = lab.project().await?;
                project["link"] = json!(url);
                project["payload"] = payload::item("Runs", [payload::embed("media", sub_type, url, section)]).into();
                lab.set_project(&project).await??;
                eventually(async || lab.preview().section("title").await, ["Runs"]).await?;
                let live = destinations(lab).await?.into_iter().filter(|to| is_live(to)).collect::<Vec<_>>();
                assert_eq!(live, Vec::<String>::new(), "{url:?} as {sub_type} in {section}");
            }
        }
        assert_eq!(lab.eval::<Value>("return window.ran ?? null", []).await?, Value::Null);
        Ok(())
    })
}

fn is_live(destination: &str) -> bool {
    let plain: String = destination.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let plain = plain.to_ascii_lowercase();
    plain.starts_with("javascript:") || plain.starts_with("data:text/html")
}

#[test]
fn a_frame_comes_only_after_a_press_and_in_a_sandbox() -> Outcome {
    with_lab(async |lab| {
        lab.set_payload(&payload::item("Chart", [payload::embed("chart", "html", FRAME, "embed")])).await?;
        eventually(async || lab.preview().section("title").await, ["Chart"]).await?;
        assert_eq!(lab.count("iframe").await?, 0);
        lab.assert_quiet().await?;

        lab.tolerate("https://frames.example/");
        lab.click(&lab.preview().inside("[data-section=\"embed\"] button")).await?;
        eventually(async || lab.count(&lab.preview().inside("iframe")).await, 1).await?;
        let script = "const frame = document.querySelector('iframe');
            return ['src', 'sandbox', 'referrerpolicy', 'srcdoc', 'allow'].map(name => frame.getAttribute(name))";
        let frame: Vec<Option<String>> = lab.eval(script, []).await?;
        let frame: Vec<Option<&str>> = frame.iter().map(Option::as_deref).collect();
        assert_eq!(frame, [Some(FRAME), Some("allow-scripts"), Some("no-referrer"), None, None]);
        Ok(())
    })
}

#[test]
fn sound_film_and_documents_ask_nothing_before_a_press() -> Outcome {
    with_lab(async |lab| {
        for sub_type in ["audio", "video", "pdf"] {
            let url = format!("https://files.example/{sub_type}");
            lab.set_payload(&payload::item(sub_type, [payload::embed("media", sub_type, &url, "embed")])).await?;
            eventually(async || lab.preview().section("title").await, [sub_type]).await?;
            assert_eq!(lab.count(&lab.preview().inside("[data-section=\"embed\"]")).await?, 1, "{sub_type} is not drawn");
        }
        lab.assert_quiet().await
    })
}

#[test]
fn pictures_tell_no_referrer() -> Outcome {
    with_lab(async |lab| {
        lab.tolerate("https://pictures.example/");
        let picture = |section: &str| payload::embed(section, "image", "https://pictures.example/a.png", section);
        lab.set_payload(&payload::item("Pictures", ["avatar", "entity", "embed"].map(picture))).await?;
        eventually(async || lab.preview().section("title").await, ["Pictures"]).await?;
        let script =
            "return [...document.querySelectorAll('img[src^=\"http\"]')].filter(e => e.referrerPolicy !== 'no-referrer').length";
        assert_eq!(lab.eval::<usize>(script, []).await?, 0);
        let pictures = lab.preview().inside("img[src=\"https://pictures.example/a.png\"]");
        eventually(
            async || {
                Ok(lab.count(&pictures).await? + lab.count(&lab.preview().inside("[data-section=\"embed\"] button")).await? > 0)
            },
            true,
        )
        .await?;
        Ok(())
    })
}

#[test]
fn markup_is_text() -> Outcome {
    let markup = "<img src=x onerror=\"window.ran=1\"><script>window.ran=1</script><b>bold</b>";
    with_lab(async |lab| {
        let body = payload::inline("body", "plain_text", markup, "body");
        lab.set_payload(&payload::item(markup, [body])).await?;
        eventually(async || lab.preview().section("title").await, [markup]).await?;
        assert_eq!(lab.mention().section("title").await?, [markup]);
        assert_eq!(lab.preview().section("body").await?, [markup]);
        assert_eq!(lab.count("[data-view] img, [data-view] script, [data-view] b").await?, 0);
        assert_eq!(lab.eval::<Value>("return window.ran ?? null", []).await?, Value::Null);
        Ok(())
    })
}
