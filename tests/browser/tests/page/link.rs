//! "Paste a URL": which rule takes it, and what it shows.

use browser_tests::{Key, Lab, Outcome, WebDriverResult, eventually, with_lab};
use serde_json::json;

/// Types a URL in place of the one in the bar.
async fn type_link(lab: &Lab, url: &str) -> Outcome {
    lab.click("#link").await?;
    lab.chord(&[Key::Control], 'a').await?;
    Ok(lab.keys(Key::Delete + url).await?)
}

async fn states(lab: &Lab) -> WebDriverResult<[String; 2]> {
    Ok([lab.preview().state().await?, lab.mention().state().await?])
}

async fn href(lab: &Lab) -> WebDriverResult<Option<String>> {
    lab.eval("return document.querySelector('[data-view=mention]').getAttribute('href')", []).await
}

#[test]
fn another_url_is_taken_by_another_rule_with_its_own_answer() -> Outcome {
    with_lab(async |lab| {
        lab.use_template("issue-tracker").await?;
        for (url, rule, captures, title) in [
            ("https://acme.com/projects/rocket", "project", "slugrocket", "Rocket"),
            ("https://acme.com/views/mine?sort=due", "view", "viewmine orderdue", "My issues, by due date"),
            (
                "https://acme.com/issues/AB-9",
                "issue",
                "teamAB number9",
                "Paste of a link with a trailing slash is not recognized",
            ),
        ] {
            type_link(lab, url).await?;
            eventually(async || lab.taken_by().await, format!("Rule: “{rule}”")).await?;
            eventually(async || lab.captured().await, captures).await?;
            eventually(async || lab.preview().section("title").await, [title]).await?;
            eventually(async || lab.mention().section("title").await, [title]).await?;
            assert_eq!(href(lab).await?.as_deref(), Some(url));
            let own = "return document.getElementById('payload-owner').textContent";
            assert!(lab.eval::<String>(own, []).await?.contains(&format!("“{rule}”")));
            assert_eq!(lab.problems().await?, []);
        }
        Ok(())
    })
}

/// The editor tells a letter a frame after it was typed: another link in between is no reason to lose it, nor to type it into
/// another answer.
#[test]
fn a_letter_comes_before_the_link_that_was_changed_after_it() -> Outcome {
    let script = "const [link, field] = [document.getElementById('link'), document.querySelector('[data-editor=payload] [contenteditable]')];
        field.focus();
        document.execCommand('insertText', false, 'typed');
        return Promise.resolve().then(() => {
            link.value = 'https://acme.com/projects/rocket';
            link.dispatchEvent(new InputEvent('input', { bubbles: true }));
        }).then(() => null)";
    with_lab(async |lab| {
        lab.use_template("issue-tracker").await?;
        let before = lab.project().await?;
        lab.eval::<()>(script, []).await?;
        eventually(async || lab.taken_by().await, "Rule: “project”").await?;
        let after = lab.project().await?;
        assert!(after["rules"][0]["payload"].as_str().is_some_and(|payload| payload.contains("typed")));
        assert_eq!(after["rules"][1], before["rules"][1]);
        Ok(())
    })
}

#[test]
fn what_is_typed_into_an_answer_belongs_to_its_rule() -> Outcome {
    with_lab(async |lab| {
        lab.use_template("issue-tracker").await?;
        let before = lab.project().await?;
        type_link(lab, "https://acme.com/projects/rocket").await?;
        eventually(async || lab.preview().section("title").await, ["Rocket"]).await?;
        let text = browser_tests::payload::item("Typed for the project", []);
        lab.payload().paste_over(&text).await?;
        eventually(async || lab.preview().section("title").await, ["Typed for the project"]).await?;
        let mut after = before;
        after["link"] = json!("https://acme.com/projects/rocket");
        after["rules"][1]["payload"] = json!(text);
        assert_eq!(lab.project().await?, after);
        Ok(())
    })
}

#[test]
fn a_url_that_no_rule_takes_is_a_plain_link_and_says_what_is_nearest() -> Outcome {
    with_lab(async |lab| {
        lab.use_template("issue-tracker").await?;
        type_link(lab, "https://acme.com/projects/ROCKET").await?;
        eventually(async || states(lab).await, ["plain", "plain"]).await?;
        assert_eq!(lab.taken_by().await?, "No rule matches");
        assert_eq!(lab.captured().await?, "");
        let words = lab.preview().words().await?;
        assert!(words.contains("nearest rule is “project”") && words.contains("ROCKET"), "{words}");
        assert_eq!(lab.mention().words().await?, "https://acme.com/projects/ROCKET");
        for _ in 0.."ROCKET".len() {
            lab.keys(Key::Backspace + "").await?;
        }
        lab.keys("rocket").await?;
        eventually(async || states(lab).await, ["loaded", "loaded"]).await?;
        Ok(())
    })
}

#[test]
fn without_a_link_the_payload_is_drawn_alone() -> Outcome {
    with_lab(async |lab| {
        type_link(lab, "").await?;
        eventually(async || Ok(lab.project().await?["link"].clone()), "").await?;
        assert_eq!(states(lab).await?, ["loaded", "loaded"]);
        assert_eq!(lab.taken_by().await?, "");
        assert_eq!(href(lab).await?, None);
        Ok(())
    })
}

#[test]
fn only_web_addresses_become_links() -> Outcome {
    with_lab(async |lab| {
        for url in ["javascript:alert(1)", "data:text/html,<b>x</b>", " https://acme.com", "<img src=x onerror=alert(1)>"] {
            type_link(lab, url).await?;
            eventually(async || states(lab).await, ["plain", "plain"]).await?;
            assert!(href(lab).await?.is_none_or(|href| href.trim().starts_with("https://")), "{url}");
            assert_eq!(lab.count("[data-view] img, [data-view] b").await?, 0);
        }
        Ok(())
    })
}

#[test]
fn the_state_is_chosen_and_kept() -> Outcome {
    with_lab(async |lab| {
        lab.press("state:placeholder").await?;
        eventually(async || states(lab).await, ["placeholder", "placeholder"]).await?;
        assert_eq!(lab.preview().section("title").await?, ["Acme Item #23487"]);
        assert_eq!(lab.mention().section("title").await?, ["Acme Item #23487"]);
        assert_eq!(lab.project().await?["state"], "placeholder");
        lab.reload().await?;
        eventually(async || states(lab).await, ["placeholder", "placeholder"]).await?;
        assert!(lab.shows("[data-action=\"state:placeholder\"][aria-pressed=true]").await?);
        lab.press("state:loaded").await?;
        eventually(async || states(lab).await, ["loaded", "loaded"]).await?;
        Ok(())
    })
}

#[test]
fn the_placeholder_follows_the_link_at_every_key() -> Outcome {
    with_lab(async |lab| {
        lab.press("state:placeholder").await?;
        type_link(lab, "https://acme.com/items/1").await?;
        for (title, next) in [("Acme Item #1", "2"), ("Acme Item #12", "3"), ("Acme Item #123", "4")] {
            eventually(async || lab.preview().section("title").await, [title]).await?;
            lab.keys(next).await?;
        }
        Ok(())
    })
}

#[test]
fn play_shows_the_placeholder_and_then_the_answer() -> Outcome {
    with_lab(async |lab| {
        let note = "window.seen = [];
            const note = () => {
                const now = document.querySelector('[data-view=preview]').dataset.state;
                if (window.seen.at(-1) !== now) window.seen.push(now);
            };
            note();
            new MutationObserver(note).observe(document.body, { subtree: true, childList: true, attributes: true })";
        lab.eval::<()>(note, []).await?;
        let before = lab.project().await?;
        lab.press("play").await?;
        let seen = async || lab.eval::<Vec<String>>("return window.seen", []).await;
        eventually(seen, ["loaded", "placeholder", "loaded"]).await?;
        assert_eq!(lab.project().await?, before);
        Ok(())
    })
}

#[test]
fn the_samples_of_all_rules_are_listed_in_the_bar() -> Outcome {
    with_lab(async |lab| {
        lab.use_template("issue-tracker").await?;
        let (list, active) = ("#link-offers", "[data-field=link][aria-activedescendant]");
        let link = async || Ok(lab.project().await?["link"].clone());
        lab.click("#link").await?;
        assert!(!lab.shows(list).await?);
        lab.keys(Key::Down + "").await?;
        eventually(async || lab.shows(active).await, true).await?;
        let offered = "return [...document.querySelectorAll('#link-offers .offer-about')].map(about => about.textContent)";
        assert_eq!(lab.eval::<Vec<String>>(offered, []).await?, ["“issue”", "“project”", "“view”"]);
        lab.keys(Key::Down + Key::Enter).await?;
        eventually(link, "https://acme.com/projects/rocket").await?;
        eventually(async || Ok((lab.shows(list).await?, lab.focus_is("#link").await?)), (false, true)).await?;
        // One step of the history, and Escape changes nothing.
        lab.press("undo").await?;
        eventually(link, "https://acme.com/issues/ROC-204").await?;
        lab.click("#link").await?;
        lab.keys(Key::Up + Key::Escape).await?;
        eventually(async || lab.shows(list).await, false).await?;
        assert_eq!(link().await?, "https://acme.com/issues/ROC-204");
        // What is typed closes the list.
        lab.keys(Key::Down + Key::End).await?;
        lab.keys("0").await?;
        eventually(link, "https://acme.com/issues/ROC-2040").await?;
        assert!(!lab.shows(list).await?);
        // By pointer, and away from it.
        lab.press("link:offers").await?;
        lab.click("[data-offer='2']").await?;
        eventually(link, "https://acme.com/views/mine?sort=due").await?;
        lab.press("link:offers").await?;
        lab.payload().focus().await?;
        Ok(eventually(async || lab.shows(list).await, false).await?)
    })
}

#[test]
fn the_verdict_on_the_link_leads_to_the_rule() -> Outcome {
    with_lab(async |lab| {
        lab.use_template("issue-tracker").await?;
        type_link(lab, "https://acme.com/projects/rocket").await?;
        eventually(async || lab.taken_by().await, "Rule: “project”").await?;
        lab.press("rule:go").await?;
        eventually(async || lab.link_rules().current().await, Some("project".to_owned())).await?;
        Ok(eventually(async || lab.focus_is("[data-rule-row='1'] .rule-open").await, true).await?)
    })
}

#[test]
fn a_link_that_is_pasted_plays() -> Outcome {
    let paste = "const link = document.getElementById('link');
        link.focus();
        link.dispatchEvent(new ClipboardEvent('paste', { bubbles: true }));
        link.value = arguments[0];
        link.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }))";
    with_lab(async |lab| {
        lab.eval::<()>(paste, [json!("https://acme.com/items/99")]).await?;
        eventually(async || states(lab).await, ["placeholder", "placeholder"].map(str::to_owned)).await?;
        eventually(async || states(lab).await, ["loaded", "loaded"].map(str::to_owned)).await?;
        lab.eval::<()>(paste, [json!("https://elsewhere.example/")]).await?;
        eventually(async || states(lab).await, ["plain", "plain"].map(str::to_owned)).await?;
        Ok(())
    })
}
