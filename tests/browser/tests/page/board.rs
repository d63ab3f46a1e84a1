//! The board: every state in both themes and three widths; and what drawings have to bear.

use browser_tests::{Lab, Outcome, WebDriverResult, eventually, payload, with_lab};
use serde_json::{Value, json};
use thirtyfour::Key;

async fn open(lab: &Lab) -> Outcome {
    lab.press("board").await?;
    Ok(eventually(async || lab.count("[data-board] [data-drawing]").await, 48).await?)
}

/// The state, theme and width of the single drawing.
async fn single(lab: &Lab) -> WebDriverResult<Value> {
    lab.eval(
        "const of = (selector, name) => document.querySelector(selector)?.dataset[name] ?? null;
        return [of('[data-view=preview]', 'state'), of('.stage', 'drawing'), of('.stage .sheet', 'width')]",
        [],
    )
    .await
}

fn cell(state: &str, theme: &str, width: &str) -> String {
    format!("[data-board] [data-drawing][data-state=\"{state}\"][data-theme=\"{theme}\"][data-width=\"{width}\"]")
}

#[test]
fn the_board_has_every_state_in_both_themes_and_all_widths() -> Outcome {
    with_lab(async |lab| {
        open(lab).await?;
        for state in ["plain", "placeholder", "connect", "loaded", "error", "loaded-with-error", "updated", "deleted"] {
            for theme in ["light", "dark"] {
                for width in ["column", "page", "phone"] {
                    assert_eq!(lab.count(&cell(state, theme, width)).await?, 1, "{state} {theme} {width}");
                }
            }
        }
        assert_eq!(lab.count("[data-board] [data-view]").await?, 0);
        let unnamed =
            "return [...document.querySelectorAll('[data-board] button')].filter(e => !e.ariaLabel.startsWith('Open: ')).length";
        assert_eq!(lab.eval::<u32>(unnamed, []).await?, 0);
        Ok(())
    })
}

#[test]
fn a_press_opens_a_drawing_in_its_state_theme_and_width() -> Outcome {
    with_lab(async |lab| {
        open(lab).await?;
        lab.click(&format!("{} button", cell("error", "dark", "phone"))).await?;
        eventually(async || single(lab).await, json!(["error", "dark", "phone"])).await?;
        assert_eq!(lab.count("[data-board]").await?, 0);

        // And by keyboard, which goes on from the card.
        open(lab).await?;
        let button = format!("{} button", cell("loaded", "light", "column"));
        lab.eval::<()>("document.querySelector(arguments[0]).focus()", [json!(button)]).await?;
        assert_eq!(lab.find(&button).await?.attr("aria-label").await?.as_deref(), Some("Open: Loaded, light, column"));
        lab.keys(Key::Enter).await?;
        eventually(async || single(lab).await, json!(["loaded", "light", "column"])).await?;
        eventually(async || lab.focus_is("[data-view=\"preview\"]").await, true).await?;
        lab.press("card").await?;
        Ok(())
    })
}

#[test]
fn the_board_follows_the_payload() -> Outcome {
    with_lab(async |lab| {
        open(lab).await?;
        lab.set_payload(&payload::item("Rocket", [])).await?;
        for (state, shows) in
            [("loaded", "Rocket"), ("loaded-with-error", "Rocket"), ("updated", "Rocket"), ("deleted", "Rocket")]
        {
            let title = format!("{} .card [data-section=\"title\"]", cell(state, "dark", "page"));
            let words = async || {
                lab.eval::<String>("return document.querySelector(arguments[0])?.textContent ?? ''", [json!(title)]).await
            };
            eventually(async || Ok(words().await?.contains(shows)), true).await?;
        }
        Ok(())
    })
}

#[test]
fn a_stress_changes_the_drawing_and_never_the_payload() -> Outcome {
    with_lab(async |lab| {
        let before = lab.project().await?;
        lab.press("stresses").await?;
        lab.press("stress:long-title").await?;
        let title = async || Ok(lab.preview().section("title").await?.concat());
        eventually(async || Ok(title().await?.len() > 200), true).await?;
        assert!(lab.shows(".stress-note").await?);
        lab.press("stress:no-body").await?;
        eventually(async || lab.preview().section("body").await, Vec::<String>::new()).await?;
        lab.press("stress:broken-images").await?;
        eventually(async || lab.count("[data-view=\"preview\"] img").await, 0).await?;
        assert_eq!(lab.project().await?, before);
        // A key in the payload goes where it should.
        lab.set_payload(&payload::item("Typed", [])).await?;
        lab.click(".stress-note [data-action=\"stress:none\"]").await?;
        eventually(title, "Typed".to_owned()).await?;
        assert_eq!(lab.payload_text().await?, payload::item("Typed", []));
        Ok(())
    })
}

#[test]
fn every_stress_is_a_row_of_the_board() -> Outcome {
    with_lab(async |lab| {
        open(lab).await?;
        lab.press("stresses").await?;
        lab.press("stress:all").await?;
        eventually(async || lab.count("[data-board] [data-drawing]").await, 48 + 11 * 6).await?;
        lab.click("[data-board] [data-stress=\"arabic\"][data-theme=\"light\"][data-width=\"page\"] button").await?;
        eventually(async || Ok(lab.preview().words().await?.contains("معاينة")), true).await?;
        assert!(lab.shows(".stress-note").await?);
        Ok(())
    })
}

#[test]
fn the_board_scrolls_within_itself_on_a_phone() -> Outcome {
    with_lab(async |lab| {
        lab.resize(390, 844, true).await?;
        open(lab).await?;
        let overflow = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
        assert_eq!(lab.eval::<i64>(overflow, []).await?, 0);
        assert_eq!(lab.count(".context").await?, 2);
        Ok(())
    })
}
