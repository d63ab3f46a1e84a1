//! How the drawings stand on the page.

use browser_tests::{Lab, Outcome, WebDriverResult, eventually, payload, with_lab};
use serde_json::{Value, json};

/// The ground that each preview stands on, as `light` or `dark`, one of each kind.
async fn grounds(lab: &Lab) -> WebDriverResult<Vec<String>> {
    let script = "const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
        const ground = element => {
            context.fillStyle = 'white';
            context.fillRect(0, 0, 1, 1);
            const layers = [];
            for (let e = element; e; e = e.parentElement) layers.unshift(getComputedStyle(e).backgroundColor);
            for (const layer of layers) { context.fillStyle = layer; context.fillRect(0, 0, 1, 1); }
            const [r, g, b] = context.getImageData(0, 0, 1, 1).data;
            return r + g + b > 384 ? 'light' : 'dark';
        };
        const seen = [...document.querySelectorAll('[data-view=\"preview\"]')].filter(e => e.getClientRects().length);
        return [...new Set(seen.map(ground))].sort()";
    lab.eval(script, []).await
}

#[test]
fn drawings_are_light_dark_or_both_whatever_the_system_prefers() -> Outcome {
    with_lab(async |lab| {
        for scheme in ["light", "dark"] {
            lab.color_scheme(scheme).await?;
            lab.press("theme:light").await?;
            eventually(async || grounds(lab).await, ["light"]).await?;
            lab.press("theme:dark").await?;
            eventually(async || grounds(lab).await, ["dark"]).await?;
            lab.press("theme:both").await?;
            eventually(async || grounds(lab).await, ["dark", "light"]).await?;
        }
        Ok(())
    })
}

#[test]
fn drawings_follow_the_page_until_somebody_chooses() -> Outcome {
    with_lab(async |lab| {
        for scheme in ["dark", "light"] {
            lab.color_scheme(scheme).await?;
            eventually(async || grounds(lab).await, [scheme]).await?;
        }
        // System, light, dark.
        lab.press("page-theme").await?;
        lab.press("page-theme").await?;
        eventually(async || grounds(lab).await, ["dark"]).await?;
        lab.press("theme:light").await?;
        Ok(eventually(async || grounds(lab).await, ["light"]).await?)
    })
}

fn answer(project: &Value, attributes: Option<&str>) -> Outcome<String> {
    let mut operations = vec![json!({ "path": ["error"], "set": { "status": 404, "message": "the item is gone" } })];
    if let Some(attributes) = attributes {
        let set: Value = serde_json::from_str(attributes)?;
        operations.insert(0, json!({ "path": ["attributes"], "set": set }));
    }
    Ok(json!({ "uri": project["link"], "operations": operations }).to_string())
}

#[test]
fn an_error_answer_draws_the_error() -> Outcome {
    with_lab(async |lab| {
        lab.set_payload(&answer(&lab.project().await?, None)?).await?;
        eventually(async || lab.preview().state().await, "error").await?;
        eventually(async || lab.mention().state().await, "error").await?;
        assert!(lab.preview().words().await?.contains("the item is gone"));
        assert!(lab.mention().words().await?.contains("the item is gone"));
        Ok(())
    })
}

#[test]
fn an_error_beside_attributes_draws_both() -> Outcome {
    with_lab(async |lab| {
        let attributes = payload::item("Half there", []);
        lab.set_payload(&answer(&lab.project().await?, Some(&attributes))?).await?;
        eventually(async || lab.preview().state().await, "loaded-with-error").await?;
        eventually(async || lab.mention().state().await, "loaded-with-error").await?;
        assert_eq!(lab.preview().section("title").await?, ["Half there"]);
        assert!(lab.preview().words().await?.contains("the item is gone"));
        Ok(())
    })
}

#[test]
fn the_mention_stands_inside_a_sentence() -> Outcome {
    with_lab(async |lab| {
        let script = "const mention = document.querySelector('[data-view=\"mention\"]');
            const sentence = mention.closest('p');
            const [before, after] = sentence.textContent.split(mention.textContent);
            return [before.trim() !== '', after.trim() !== '', getComputedStyle(mention).display.startsWith('inline')]";
        assert_eq!(lab.eval::<Vec<bool>>(script, []).await?, [true, true, true]);
        Ok(())
    })
}

#[test]
fn nothing_to_draw_is_said() -> Outcome {
    with_lab(async |lab| {
        lab.set_payload("[]").await?;
        eventually(async || lab.preview().state().await, "plain").await?;
        assert!(lab.preview().words().await?.contains("Nothing to draw yet"));
        Ok(())
    })
}
