//! The page on windows of any width.

use browser_tests::{Lab, Outcome, eventually, payload, with_lab};

const EDITOR: &str = "[data-editor=\"payload\"]";

/// How many pixels the page is wider than its window.
async fn overflow(lab: &Lab) -> Outcome<i64> {
    Ok(lab.eval("return document.scrollingElement.scrollWidth - innerWidth", []).await?)
}

#[test]
fn source_and_drawing_stand_side_by_side_on_a_wide_window() -> Outcome {
    with_lab(async |lab| {
        assert!(lab.shows(EDITOR).await?);
        assert!(lab.shows(&lab.preview().selector()).await?);
        let script =
            "const [a, b] = [...arguments].map(s => document.querySelector(s).getBoundingClientRect()); return a.right <= b.left";
        let selectors = [EDITOR.into(), lab.preview().selector().into()];
        assert!(lab.eval::<bool>(script, selectors).await?, "the preview is not beside the editor");
        Ok(())
    })
}

#[test]
fn a_phone_has_tabs_in_place_of_the_split() -> Outcome {
    with_lab(async |lab| {
        lab.resize(390, 844, true).await?;
        let both = async || Ok(lab.shows(EDITOR).await? && lab.shows(&lab.preview().selector()).await?);
        eventually(both, false).await?;
        assert!(overflow(lab).await? <= 0, "{} px too wide", overflow(lab).await?);
        lab.press("pane:payload").await?;
        eventually(async || lab.shows(EDITOR).await, true).await?;
        lab.press("pane:problems").await?;
        assert!(overflow(lab).await? <= 0, "{} px too wide", overflow(lab).await?);
        Ok(())
    })
}

#[test]
fn nothing_is_cut_off_at_320_pixels() -> Outcome {
    with_lab(async |lab| {
        lab.resize(320, 640, true).await?;
        for pane in ["pane:payload", "pane:rules", "pane:preview", "pane:problems"] {
            lab.press(pane).await?;
            assert!(overflow(lab).await? <= 0, "{pane}: {} px too wide", overflow(lab).await?);
        }
        lab.press("templates").await?;
        eventually(async || lab.shows("[data-template]").await, true).await?;
        assert!(overflow(lab).await? <= 0, "gallery: {} px too wide", overflow(lab).await?);
        Ok(())
    })
}

/// Commands that can be seen and are smaller than a finger.
async fn small_commands(lab: &Lab) -> Outcome<Vec<String>> {
    let script = "return [...document.querySelectorAll('[data-action]')].filter(e => e.checkVisibility())
        .map(e => [e.dataset.action, e.getBoundingClientRect()])
        .filter(([, box]) => box.width > 0 && (box.height < 44 || box.width < 44))
        .map(([action, box]) => `${action}: ${box.width} × ${box.height}`)";
    Ok(lab.eval(script, []).await?)
}

#[test]
fn commands_are_large_enough_for_a_finger() -> Outcome {
    with_lab(async |lab| {
        lab.set_payload("[]").await?;
        lab.resize(390, 844, true).await?;
        lab.press("pane:problems").await?;
        assert_eq!(small_commands(lab).await?, Vec::<String>::new());
        lab.link_rules().open().await?;
        lab.press("suggest").await?;
        lab.press("draft").await?;
        assert_eq!(small_commands(lab).await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn integration_and_timeline_stand_alone_on_a_phone_and_fit() -> Outcome {
    with_lab(async |lab| {
        crate::accessibility::around(lab).await?;
        lab.resize(390, 844, true).await?;
        for (tab, mine, other) in [("pane:integration", "#ready", "#steps"), ("pane:timeline", "#steps", "#ready")] {
            lab.click(&format!(".tabs [data-action=\"{tab}\"]")).await?;
            eventually(async || Ok((lab.shows(mine).await?, lab.shows(other).await?)), (true, false)).await?;
            assert!(!lab.shows(&lab.preview().selector()).await?);
            assert_eq!(small_commands(lab).await?, Vec::<String>::new(), "{tab}");
            for width in [390, 320] {
                lab.resize(width, 700, true).await?;
                assert!(overflow(lab).await? <= 0, "{tab} at {width}: {} px too wide", overflow(lab).await?);
                assert_eq!(wide(lab).await?, Vec::<String>::new(), "{tab} at {width}");
            }
            lab.resize(390, 844, true).await?;
        }
        Ok(())
    })
}

/// What sticks out of the window at the right, unless a box around it scrolls.
async fn wide(lab: &Lab) -> Outcome<Vec<String>> {
    let script =
        "const scrolls = e => e && (['auto', 'scroll'].includes(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
        return [...document.querySelectorAll('.panes *')]
            .filter(e => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1 && !scrolls(e.parentElement))
            .map(e => e.outerHTML.slice(0, 120))";
    Ok(lab.eval(script, []).await?)
}

#[test]
fn rules_are_edited_beside_the_card_on_a_wide_window_and_alone_on_a_phone() -> Outcome {
    const PATTERN: &str = "[data-editor=\"pattern\"]";
    with_lab(async |lab| {
        let card = lab.preview().selector();
        lab.link_rules().open().await?;
        assert!(lab.shows(PATTERN).await? && lab.shows(&card).await? && !lab.shows(EDITOR).await?);
        lab.resize(390, 844, true).await?;
        eventually(async || Ok((lab.shows(PATTERN).await?, lab.shows(&card).await?)), (true, false)).await?;
        assert!(overflow(lab).await? <= 0, "{} px too wide", overflow(lab).await?);
        lab.press("pane:preview").await?;
        eventually(async || Ok((lab.shows(PATTERN).await?, lab.shows(&card).await?)), (false, true)).await?;
        lab.press("pane:payload").await?;
        eventually(async || Ok((lab.shows(PATTERN).await?, lab.shows(EDITOR).await?)), (false, true)).await?;
        Ok(())
    })
}

async fn number(lab: &Lab, script: &str) -> browser_tests::WebDriverResult<i64> {
    lab.eval(&format!("return Math.round({script})"), []).await
}

#[test]
fn a_phone_has_most_of_its_height_for_the_drawing() -> Outcome {
    with_lab(async |lab| {
        for width in [390, 320] {
            lab.resize(width, 844, true).await?;
            let top = async || number(lab, "document.querySelector('.stage').getBoundingClientRect().top").await;
            eventually(async || Ok(top().await? < 220), true).await?;
            let cut = "return [...document.querySelectorAll('.project-name, .facts button')].filter(e =>
                e.scrollWidth > e.clientWidth || e.getBoundingClientRect().right > innerWidth).map(e => e.outerHTML)";
            assert_eq!(lab.eval::<Vec<String>>(cut, []).await?, Vec::<String>::new(), "at {width}");
        }
        Ok(())
    })
}

#[test]
fn on_a_phone_the_drawing_stays_above_the_form() -> Outcome {
    with_lab(async |lab| {
        lab.resize(390, 844, true).await?;
        lab.reload().await?;
        lab.press("pane:payload").await?;
        lab.press("form").await?;
        lab.click("[data-form] [data-attribute=title] [data-field=value]").await?;
        lab.keys("Seen while typed").await?;
        let title = "[data-view=preview] [data-attribute=title]";
        eventually(async || Ok(lab.find(title).await?.text().await?), "Seen while typed".to_owned()).await?;
        // All of it, above the field.
        let place =
            "const [title, field] = [...arguments].map(selector => document.querySelector(selector).getBoundingClientRect());
            const stages = document.querySelector('.stages').getBoundingClientRect();
            return stages.top <= title.top && title.bottom <= stages.bottom && stages.bottom <= field.top";
        let field = "[data-form] [data-attribute=title] [data-field=value]";
        assert!(lab.eval::<bool>(place, [title, field].map(|one| serde_json::json!(one))).await?);
        Ok(())
    })
}

#[test]
fn the_problems_are_as_high_as_they_need_to_be() -> Outcome {
    const HEIGHT: &str = "document.querySelector('.lower').getBoundingClientRect().height";
    with_lab(async |lab| {
        let height = async || number(lab, HEIGHT).await;
        assert_eq!(height().await?, 40, "one line without problems");
        // Without a developer.
        lab.set_payload(&serde_json::json!([payload::title("One problem")]).to_string()).await?;
        eventually(async || Ok(height().await? > 80), true).await?;
        let grown = height().await?;
        lab.click(".why summary").await?;
        eventually(async || Ok(height().await? > grown), true).await?;
        lab.set_payload(&format!("[{}]", ["{}"; 40].join(","))).await?;
        let most = number(lab, "0.4 * document.querySelector('.panes').getBoundingClientRect().height").await?;
        eventually(async || Ok((height().await? - most).abs() <= 1), true).await?;
        // The line keeps the height that somebody chose, until Enter or a double click goes back.
        lab.eval::<()>("document.querySelector('.splitter.across').focus()", []).await?;
        lab.keys(browser_tests::Key::Home).await?;
        eventually(async || Ok(height().await? < most - 100), true).await?;
        lab.keys(browser_tests::Key::Enter).await?;
        Ok(eventually(async || Ok((height().await? - most).abs() <= 1), true).await?)
    })
}

#[test]
fn a_text_stands_where_its_writing_begins() -> Outcome {
    with_lab(async |lab| {
        let gaps = "const part = document.querySelector('.preview [data-section=title]');
            const [inner, outer] = [part, part.parentElement].map(element => element.getBoundingClientRect());
            return [inner.left - outer.left, outer.right - inner.right].map(gap => gap < 1)";
        for (title, at) in [("Link previews", [true, false]), ("معاينة الروابط", [false, true])] {
            lab.set_payload(&payload::item(title, [])).await?;
            eventually(async || lab.eval::<[bool; 2]>(gaps, []).await, at).await?;
        }
        Ok(())
    })
}
