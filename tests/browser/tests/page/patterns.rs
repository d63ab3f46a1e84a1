//! The pattern's editor.

use browser_tests::{Key, Lab, Outcome, REQUIRED, WebDriverResult, eventually, with_lab};
use serde_json::json;

const FIRST: &str = "^(?<site>https\\:\\/\\/acme\\.com)\\/items\\/(?<itemNo>\\d+)$";

async fn saved(lab: &Lab) -> WebDriverResult<String> {
    Ok(lab.project().await?["rules"][0]["pattern"].as_str().unwrap_or_default().to_owned())
}

/// What is said below the editor.
async fn state(lab: &Lab) -> WebDriverResult<String> {
    lab.eval("return document.getElementById('pattern-state').textContent.trim()", []).await
}

#[test]
fn every_key_has_its_verdicts_and_several_are_undone_as_one() -> Outcome {
    with_lab(async |lab| {
        let rules = lab.link_rules();
        rules.open().await?;
        rules.pattern().focus().await?;
        lab.keys(Key::End + Key::Left).await?;
        for (key, matched) in [("x", false), ("?", true), ("z", false)] {
            lab.keys(key).await?;
            eventually(async || rules.matches(REQUIRED).await, [matched]).await?;
        }
        assert_eq!(saved(lab).await?, FIRST.replace('$', "x?z$"));
        assert!(rules.pattern().has_focus().await?);
        lab.chord(&[Key::Control], 'z').await?;
        eventually(async || Ok(saved(lab).await? == FIRST), true).await?;
        eventually(async || rules.matches(REQUIRED).await, [true]).await?;
        Ok(())
    })
}

#[test]
fn an_error_is_named_and_loses_nothing() -> Outcome {
    with_lab(async |lab| {
        let rules = lab.link_rules();
        let before = lab.project().await?;
        rules.open().await?;
        rules.pattern().focus().await?;
        lab.keys(Key::End + "(").await?;
        eventually(async || Ok(lab.rules().await?.contains(&"pattern-syntax".to_owned())), true).await?;
        assert!(state(lab).await?.contains("unterminated group"), "{}", state(lab).await?);
        let mut broken = before.clone();
        broken["rules"][0]["pattern"] = json!(format!("{FIRST}("));
        assert_eq!(lab.project().await?, broken);
        let sample = &rules.urls(REQUIRED).await?[0];
        assert_eq!((sample.url.as_str(), sample.matched), ("https://acme.com/items/23487", false));
        assert_eq!(lab.taken_by().await?, "No rule matches");
        assert_eq!(lab.preview().state().await?, "plain");
        eventually(
            async || lab.shows("[data-editor=pattern] .cm-lintRange-error, [data-editor=pattern] [class*=problem]").await,
            true,
        )
        .await?;

        lab.keys(Key::Backspace + "").await?;
        eventually(async || lab.project().await, before.clone()).await?;
        eventually(async || lab.preview().state().await, "loaded").await?;
        eventually(async || state(lab).await, "").await?;
        Ok(())
    })
}

#[test]
fn a_pattern_has_one_line() -> Outcome {
    with_lab(async |lab| {
        let rules = lab.link_rules();
        rules.open().await?;
        rules.pattern().type_over("^a").await?;
        lab.keys(Key::Enter + "b").await?;
        eventually(async || Ok(saved(lab).await? == "^ab"), true).await?;
        rules.pattern().paste_over("^https://\nacme\r\n\\.com$").await?;
        eventually(async || Ok(saved(lab).await? == "^https://acme\\.com$"), true).await?;
        Ok(())
    })
}

#[test]
fn tab_leaves_the_pattern() -> Outcome {
    with_lab(async |lab| {
        let rules = lab.link_rules();
        rules.open().await?;
        rules.pattern().focus().await?;
        lab.keys(Key::Tab + "").await?;
        assert!(!rules.pattern().has_focus().await?);
        assert_eq!(saved(lab).await?, FIRST);
        Ok(())
    })
}

#[test]
fn groups_have_one_colour_in_the_pattern_the_urls_and_the_bar() -> Outcome {
    with_lab(async |lab| {
        lab.link_rules().open().await?;
        let script =
            "return ['[data-editor=pattern]', '[data-sample=required] .url-colours', '#captures', '[data-editor=placeholders]']
            .map(place => getComputedStyle(document.querySelector(`${place} .group-2`)).backgroundColor)";
        eventually(async || lab.count("[data-editor=placeholders] .group-2").await, 2).await?;
        let colours: Vec<String> = lab.eval(script, []).await?;
        assert!(colours.iter().all(|colour| colour == &colours[0] && colour != "rgba(0, 0, 0, 0)"), "{colours:?}");
        Ok(())
    })
}

#[test]
fn the_parts_are_explained_in_words() -> Outcome {
    with_lab(async |lab| {
        let rules = lab.link_rules();
        rules.open().await?;
        lab.click(".words summary").await?;
        eventually(async || lab.shows("#pattern-words li").await, true).await?;
        let words: String = lab.eval("return document.getElementById('pattern-words').textContent", []).await?;
        assert!(words.contains("itemNo") && words.contains("\\d"), "{words}");

        rules.pattern().focus().await?;
        lab.keys(Key::Home + Key::Right).await?;
        lab.chord(&[Key::Control], '.').await?;
        eventually(async || lab.shows(".cm-tooltip").await, true).await?;
        let tip: String = lab.eval("return document.querySelector('.cm-tooltip').textContent", []).await?;
        assert!(tip.contains("site"), "{tip}");
        Ok(())
    })
}

#[test]
fn a_large_pattern_is_shown_as_far_as_anybody_reads() -> Outcome {
    with_lab(async |lab| {
        let rules = lab.link_rules();
        rules.open().await?;
        let mut project = lab.project().await?;
        let groups: String = (0..4000).map(|number| ["(?<g", &number.to_string(), ">\\/?)"].concat()).collect();
        project["link"] = json!("https://acme.com/");
        project["rules"][0]["pattern"] = json!(format!("^https:{groups}(?:acme\\.com|{}b)\\/$", "a|".repeat(20_000)));
        project["rules"][0]["samples"] = json!(["https://acme.com/", "https://acme.com"]);
        lab.set_project(&project).await??;
        eventually(async || rules.matches(REQUIRED).await, [true, false]).await?;
        assert_eq!(saved(lab).await?, project["rules"][0]["pattern"]);
        for captures in ["#captures .capture", "[data-sample=required] .capture"] {
            assert_eq!(lab.count(captures).await?, 100, "{captures}");
        }
        // The first parts have their colours.
        eventually(async || lab.count("[data-editor=pattern] .group-2").await.map(|count| count > 1), true).await?;
        let marks = lab.count("[data-editor=pattern] .cm-line :is(.code-escape, .code-set, .code-operator)").await?;
        assert!((1..=400).contains(&marks), "{marks}");
        Ok(())
    })
}
