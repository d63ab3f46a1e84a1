//! A project begins with what somebody has at hand: a link, JSON of an API, the HTML of a page.

use browser_tests::{Lab, Outcome, axe, eventually, with_lab};
use serde_json::json;
use thirtyfour::Key;
use thirtyfour::error::WebDriverResult;

const FIELD: &str = "[data-field=start]";
const MAKE: &str = "[data-action=\"start:make\"]";
const CARD: &str = "return document.querySelector('.start-card [data-section=title]')?.textContent ?? ''";

const ISSUE: &str = r#"{"html_url": "https://github.com/acme/rocket/issues/1347", "number": 1347, "state": "open",
    "title": "Found a leak", "user": {"login": "octocat"}, "labels": [{"name": "bug", "color": "f29513"}],
    "body": "The pressure drops", "milestone": {"title": "v1.0"}}"#;

async fn open(lab: &Lab) -> WebDriverResult<()> {
    lab.press("projects").await?;
    lab.press("start").await?;
    eventually(async || lab.focus_is(FIELD).await, true).await
}

/// Pastes a text into the field, as a hand does: at once.
async fn paste(lab: &Lab, text: &str) -> WebDriverResult<()> {
    let script = "const field = document.querySelector(arguments[0]); field.value = arguments[1];
        field.dispatchEvent(new Event('input', { bubbles: true })); return null";
    lab.eval(script, [json!(FIELD), json!(text)]).await
}

async fn make(lab: &Lab) -> WebDriverResult<()> {
    lab.click(MAKE).await?;
    eventually(async || lab.shows(FIELD).await, false).await?;
    lab.settle().await
}

/// Chooses an option by its value, as a hand does.
async fn choose(lab: &Lab, selector: &str, value: &str) -> WebDriverResult<()> {
    let script = "const list = document.querySelector(arguments[0]); list.value = arguments[1];
        list.dispatchEvent(new Event('change', { bubbles: true })); return null";
    lab.eval(script, [json!(selector), json!(value)]).await
}

#[test]
fn a_link_becomes_a_project_with_a_rule_that_matches_it() -> Outcome {
    with_lab(async |lab| {
        let mut work = lab.project().await?;
        work["name"] = "My own work".into();
        lab.set_project(&work).await??;
        open(lab).await?;
        paste(lab, "https://acme.com/shop/items/23487").await?;
        eventually(async || lab.eval::<String>(CARD, []).await, "Item 23487").await?;
        lab.click("[data-action=draft-part]").await?;
        make(lab).await?;
        eventually(async || lab.preview().section("title").await, ["Item 23487"]).await?;
        let project = lab.project().await?;
        assert_eq!(project["settings"]["domain"], "acme.com");
        assert_eq!(project["rules"][0]["pattern"], r"^https:\/\/acme\.com\/(?<part>[\w-]+)\/items\/(?<itemNo>\d+)$");
        assert!(lab.taken_by().await?.contains("items"), "{}", lab.taken_by().await?);
        // The project before it stays in the list.
        lab.press("projects").await?;
        eventually(async || lab.count("[data-project]").await, 1).await?;
        Ok(())
    })
}

#[test]
fn an_issue_becomes_a_card_and_a_field_is_changed_by_picking() -> Outcome {
    with_lab(async |lab| {
        open(lab).await?;
        paste(lab, ISSUE).await?;
        eventually(async || lab.eval::<String>(CARD, []).await, "Found a leak").await?;
        choose(lab, "[data-mapping=Title] [data-field=start-field]", "milestone.title").await?;
        eventually(async || lab.eval::<String>(CARD, []).await, "v1.0").await?;
        choose(lab, "[data-mapping=Label] [data-field=start-field]", "").await?;
        make(lab).await?;
        eventually(async || lab.preview().section("title").await, ["v1.0"]).await?;
        assert_eq!(lab.preview().section("primary").await?, ["Open"]);
        assert!(lab.preview().section("secondary").await?.iter().any(|text| text.contains("octocat")));
        let project = lab.project().await?;
        assert_eq!(project["sample"]["text"], ISSUE);
        assert_eq!(project["sample"]["fields"][1], json!({"word": "Title", "path": "milestone.title", "attribute": "title"}));
        assert_eq!(lab.analysis().await?["diagnostics"], json!([]));
        Ok(())
    })
}

#[test]
fn the_html_of_a_page_becomes_a_card() -> Outcome {
    with_lab(async |lab| {
        let html = "<!doctype html><title>Sail</title><meta property='og:title' content='A sail &amp; a mast'>
            <meta property='og:site_name' content='Acme'><meta property='og:url' content='https://acme.com/products/42'>
            <meta property='product:price:amount' content='19.99'><meta property='product:price:currency' content='EUR'>";
        open(lab).await?;
        paste(lab, html).await?;
        make(lab).await?;
        eventually(async || lab.preview().section("title").await, ["A sail & a mast"]).await?;
        assert_eq!(lab.preview().section("primary").await?, ["€19.99"]);
        assert_eq!(lab.project().await?["link"], "https://acme.com/products/42");
        Ok(())
    })
}

#[test]
fn nothing_is_fetched_before_the_project_is_made() -> Outcome {
    with_lab(async |lab| {
        open(lab).await?;
        paste(lab, r#"{"title": "A sail", "image": "https://acme.example/sail.png", "user": {"avatar_url": "https://acme.example/a.png"}}"#)
            .await?;
        eventually(async || lab.eval::<String>(CARD, []).await, "A sail").await?;
        lab.settle().await?;
        lab.assert_quiet().await?;
        lab.keys(Key::Escape).await?;
        eventually(async || lab.shows(FIELD).await, false).await?;
        Ok(())
    })
}

#[test]
fn a_project_is_made_by_keyboard_alone() -> Outcome {
    with_lab(async |lab| {
        lab.chord(&[Key::Control], 'k').await?;
        eventually(async || lab.focus_is("#command-palette input").await, true).await?;
        lab.keys("Start from a link").await?;
        lab.keys(Key::Enter).await?;
        eventually(async || lab.focus_is(FIELD).await, true).await?;
        lab.keys("acme.com/tasks/LAB-12").await?;
        eventually(async || lab.eval::<String>(CARD, []).await, "Task LAB-12").await?;
        lab.tab_to("[data-action=draft-part]").await?;
        lab.keys(" ").await?;
        // Nothing fixed before the key gives it a name any more.
        eventually(async || lab.eval::<String>(CARD, []).await, "LAB-12").await?;
        lab.tab_to(MAKE).await?;
        lab.keys(Key::Enter).await?;
        eventually(async || lab.preview().section("title").await, ["LAB-12"]).await?;
        Ok(())
    })
}

#[test]
fn the_dialog_keeps_wcag_aa_in_light_dark_and_on_a_phone() -> Outcome {
    with_lab(async |lab| {
        open(lab).await?;
        for text in [ISSUE, "https://acme.com/shop/items/23487"] {
            paste(lab, text).await?;
            for scheme in ["light", "dark"] {
                lab.color_scheme(scheme).await?;
                assert_eq!(axe::violations(lab).await?, [], "{scheme}");
            }
            lab.resize(390, 844, true).await?;
            assert_eq!(axe::violations(lab).await?, [], "phone");
            lab.resize(1280, 900, false).await?;
        }
        Ok(())
    })
}
