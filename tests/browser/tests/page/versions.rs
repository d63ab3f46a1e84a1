//! Versions of a project: keeping, comparing, taking over, renaming and deleting them.

use browser_tests::{Lab, Outcome, WebDriverResult, eventually, payload, with_lab};
use serde_json::{Value, json};
use thirtyfour::Key;

async fn open(lab: &Lab) -> Outcome {
    lab.press("versions").await?;
    Ok(eventually(async || lab.focus_is("#versions [data-field=\"next-version\"]").await, true).await?)
}

/// Keeps a version by a name, in the open dialog.
async fn keep(lab: &Lab, name: &str) -> Outcome {
    lab.click("[data-field=\"next-version\"]").await?;
    lab.keys(name).await?;
    lab.press("version:keep").await?;
    Ok(eventually(async || Ok(names(lab).await?.first().map(String::as_str) == Some(name)), true).await?)
}

/// As the list shows them, the newest first.
async fn names(lab: &Lab) -> WebDriverResult<Vec<String>> {
    lab.eval("return [...document.querySelectorAll('[data-field=\"version-name\"]')].map(field => field.value)", []).await
}

async fn texts(lab: &Lab, selector: &str) -> WebDriverResult<Vec<String>> {
    lab.eval("return [...document.querySelectorAll(arguments[0])].map(e => e.textContent.trim())", [json!(selector)]).await
}

/// The project without its versions.
async fn contents(lab: &Lab) -> WebDriverResult<Value> {
    let mut project = lab.project().await?;
    project.as_object_mut().map(|project| project.remove("versions"));
    Ok(project)
}

#[test]
fn a_version_is_compared_and_taken_over() -> Outcome {
    with_lab(async |lab| {
        lab.set_payload(&payload::item("Before", [])).await?;
        let before = contents(lab).await?;
        open(lab).await?;
        keep(lab, "First").await?;
        lab.press("close").await?;
        lab.set_payload(&payload::item("After", [])).await?;
        let after = contents(lab).await?;
        open(lab).await?;
        lab.press("version:compare").await?;
        eventually(async || lab.focus_is("[data-field=\"compare-left\"]").await, true).await?;
        let title = "[data-section=\"title\"][data-attribute]";
        let drawn = async |side: &str, kind: &str| texts(lab, &format!("[data-side=\"{side}\"] {kind} {title}")).await;
        for (side, words) in [("left", "Before"), ("right", "After")] {
            assert_eq!(drawn(side, ".preview").await?, [words], "{side}: card");
            assert_eq!(drawn(side, ".mention").await?, [words], "{side}: Mention");
        }
        assert!(texts(lab, ".lines .removed").await?.iter().any(|line| line.starts_with('-') && line.contains("Before")));
        assert!(texts(lab, ".lines .added").await?.iter().any(|line| line.starts_with('+') && line.contains("After")));
        assert!(texts(lab, "#differences li").await?[0].starts_with("Changed on the card: "));
        lab.press("version:take-over").await?;
        eventually(async || contents(lab).await, before).await?;
        assert_eq!(lab.project().await?["versions"][0]["name"], "First");
        lab.click("[data-toast] [data-action=\"undo\"]").await?;
        Ok(eventually(async || contents(lab).await, after).await?)
    })
}

#[test]
fn versions_are_renamed_and_deleted_and_outlive_a_reload() -> Outcome {
    with_lab(async |lab| {
        open(lab).await?;
        for name in ["One", "Two"] {
            keep(lab, name).await?;
        }
        lab.click("[data-field=\"version-name\"]").await?;
        lab.keys("Newest").await?;
        eventually(async || names(lab).await, ["Newest", "One"]).await?;
        lab.press("version:delete").await?;
        eventually(async || names(lab).await, ["One"]).await?;
        eventually(async || lab.focus_is("[data-version] [data-action=\"version:compare\"]").await, true).await?;
        eventually(async || Ok(lab.stored().await?.contains("\"Newest\"")), false).await?;
        lab.reload().await?;
        // The history outlives the reload too.
        lab.press("undo").await?;
        open(lab).await?;
        eventually(async || names(lab).await, ["Newest", "One"]).await?;
        Ok(())
    })
}

#[test]
fn versions_are_reached_by_keyboard_alone() -> Outcome {
    with_lab(async |lab| {
        let before = contents(lab).await?;
        lab.tab_to(".header [data-action=\"versions\"]").await?;
        lab.keys(Key::Enter).await?;
        eventually(async || lab.focus_is("[data-field=\"next-version\"]").await, true).await?;
        // Without a name it gets one.
        lab.keys(Key::Enter).await?;
        eventually(async || names(lab).await, ["Version 1"]).await?;
        lab.keys(Key::Escape).await?;
        eventually(async || lab.focus_is(".header [data-action=\"versions\"]").await, true).await?;
        lab.set_payload("[]").await?;
        lab.keys(Key::Enter).await?;
        lab.tab_to("[data-version] [data-action=\"version:compare\"]").await?;
        lab.keys(Key::Enter).await?;
        eventually(async || lab.focus_is("[data-field=\"compare-left\"]").await, true).await?;
        lab.tab_to("[data-action=\"version:take-over\"]").await?;
        lab.keys(Key::Enter).await?;
        eventually(async || contents(lab).await, before).await?;
        Ok(())
    })
}

#[test]
fn a_phone_shows_one_below_the_other() -> Outcome {
    with_lab(async |lab| {
        lab.resize(390, 844, true).await?;
        lab.press("projects").await?;
        lab.press("versions").await?;
        keep(lab, "A version with a name that is longer than the window is wide").await?;
        lab.set_payload(&payload::item(&"long".repeat(60), [])).await?;
        let overflow = "const body = document.querySelector('#versions .modal-body');
            return body.scrollWidth > body.clientWidth || document.documentElement.scrollWidth > 390";
        assert!(!lab.eval::<bool>(overflow, []).await?, "list");
        lab.press("version:compare").await?;
        eventually(async || lab.shows(".lines .added").await, true).await?;
        assert!(!lab.eval::<bool>(overflow, []).await?, "comparison");
        let tops = "return [...document.querySelectorAll('.compared-side')].map(e => e.getBoundingClientRect().top)";
        let tops: Vec<f64> = lab.eval(tops, []).await?;
        assert!(tops[0] < tops[1]);
        Ok(())
    })
}
