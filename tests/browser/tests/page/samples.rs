//! The URLs of a link rule: those that must match and those that must not.

use browser_tests::{EXCLUDED, Key, Lab, Outcome, REQUIRED, WebDriverResult, eventually, with_lab};
use serde_json::{Value, json};

const FIRST: &str = "https://acme.com/items/23487";

/// The URLs of a list as the project has them.
async fn saved(lab: &Lab, list: &str) -> WebDriverResult<Value> {
    Ok(lab.project().await?["rules"][0][list].clone())
}

async fn has_focus(lab: &Lab, list: &str, row: usize) -> Outcome {
    let field = lab.link_rules().field(list, row);
    Ok(eventually(async || lab.focus_is(&field).await, true).await?)
}

/// Puts a text onto the clipboard, by way of the payload's editor.
async fn copy(lab: &Lab, text: &str) -> Outcome {
    lab.set_payload(text).await?;
    lab.payload().select_all().await?;
    Ok(lab.chord(&[Key::Control], 'c').await?)
}

#[test]
fn a_url_is_typed_and_has_its_verdict_at_every_key() -> Outcome {
    with_lab(async |lab| {
        let rules = lab.link_rules();
        rules.open().await?;
        rules.into_url(REQUIRED, 0).await?;
        for (key, text, matched) in [
            (Key::Backspace + "", "https://acme.com/items/2348", true),
            ("x".into(), "https://acme.com/items/2348x", false),
            ("y".into(), "https://acme.com/items/2348xy", false),
            (Key::Backspace + "", "https://acme.com/items/2348x", false),
            (Key::Backspace + "9", "https://acme.com/items/23489", true),
        ] {
            lab.keys(key).await?;
            eventually(async || saved(lab, "samples").await, json!([text])).await?;
            eventually(async || rules.matches(REQUIRED).await, [matched]).await?;
            has_focus(lab, REQUIRED, 0).await?;
        }
        Ok(())
    })
}

#[test]
fn a_url_that_does_not_match_says_how_far_the_pattern_got() -> Outcome {
    with_lab(async |lab| {
        let rules = lab.link_rules();
        rules.open().await?;
        rules.into_url(REQUIRED, 0).await?;
        lab.keys("/edit").await?;
        eventually(async || rules.matches(REQUIRED).await, [false]).await?;
        let reached = "return document.querySelector('[data-sample=required] .reached').textContent";
        eventually(async || lab.eval::<String>(reached, []).await, FIRST).await?;
        let sample = &rules.urls(REQUIRED).await?[0];
        assert_eq!(sample.verdict, "Does not match, but must");
        assert!(sample.more.ends_with("but the URL has /"), "{}", sample.more);
        eventually(async || lab.shows("#save-check .banner").await, true).await?;
        assert!(lab.rules().await?.contains(&"sample-not-matched".to_owned()));
        Ok(())
    })
}

#[test]
fn enter_adds_a_row_below_and_backspace_removes_an_empty_one() -> Outcome {
    with_lab(async |lab| {
        let rules = lab.link_rules();
        rules.open().await?;
        rules.into_url(EXCLUDED, 0).await?;
        lab.keys(Key::Enter + "").await?;
        has_focus(lab, EXCLUDED, 1).await?;
        let [first, last] = ["https://acme.com/items/new", "https://acme.com/items/23487/edit"];
        eventually(async || saved(lab, "excluded").await, json!([first, "", last])).await?;
        lab.keys("ab").await?;
        eventually(async || saved(lab, "excluded").await, json!([first, "ab", last])).await?;

        lab.keys(Key::Backspace + Key::Backspace).await?;
        eventually(async || saved(lab, "excluded").await, json!([first, "", last])).await?;
        lab.keys(Key::Backspace + "").await?;
        eventually(async || saved(lab, "excluded").await, json!([first, last])).await?;
        has_focus(lab, EXCLUDED, 0).await?;
        let caret = "return [document.activeElement.selectionStart, document.activeElement.value.length]";
        let (caret, end): (usize, usize) = lab.eval(caret, []).await?;
        assert_eq!(caret, end, "the caret goes on where the removed row was entered from");
        Ok(())
    })
}

#[test]
fn keys_that_follow_enter_at_once_go_into_the_new_row() -> Outcome {
    with_lab(async |lab| {
        lab.link_rules().open().await?;
        lab.link_rules().into_url(REQUIRED, 0).await?;
        lab.keys(Key::Enter + "https://acme.com/items/1" + Key::Enter + "https://acme.com/items/2").await?;
        let urls = json!([FIRST, "https://acme.com/items/1", "https://acme.com/items/2"]);
        eventually(async || saved(lab, "samples").await, urls.clone()).await?;
        Ok(())
    })
}

#[test]
fn several_lines_that_are_pasted_become_several_urls() -> Outcome {
    with_lab(async |lab| {
        copy(lab, "https://acme.com/items/1\nhttps://acme.com/items/x\n\nhttps://acme.com/items/3\n").await?;
        let rules = lab.link_rules();
        rules.open().await?;
        lab.press("sample:required").await?;
        has_focus(lab, REQUIRED, 1).await?;
        lab.chord(&[Key::Control], 'v').await?;
        let urls = json!([FIRST, "https://acme.com/items/1", "https://acme.com/items/x", "https://acme.com/items/3"]);
        eventually(async || saved(lab, "samples").await, urls.clone()).await?;
        eventually(async || rules.matches(REQUIRED).await, [true, true, false, true]).await?;
        lab.press("undo").await?;
        eventually(async || saved(lab, "samples").await, json!([FIRST, ""])).await?;
        Ok(())
    })
}

#[test]
fn a_url_is_removed_and_brought_back_with_what_was_expected() -> Outcome {
    with_lab(async |lab| {
        let rules = lab.link_rules();
        rules.open().await?;
        let before = lab.project().await?;
        rules.press_in_row(REQUIRED, 0, "sample-remove").await?;
        eventually(async || saved(lab, "samples").await, json!([])).await?;
        assert_eq!(saved(lab, "expected").await?, json!({}));
        eventually(async || Ok(lab.rules().await?.contains(&"no-sample".to_owned())), true).await?;
        lab.press("undo").await?;
        eventually(async || lab.project().await, before.clone()).await?;
        Ok(())
    })
}

#[test]
fn values_are_expected_changed_and_no_longer_expected() -> Outcome {
    with_lab(async |lab| {
        let rules = lab.link_rules();
        rules.open().await?;
        rules.into_url(REQUIRED, 0).await?;
        lab.keys(Key::Enter + "").await?;
        has_focus(lab, REQUIRED, 1).await?;
        lab.keys("https://acme.com/items/5").await?;
        eventually(async || rules.matches(REQUIRED).await, [true, true]).await?;
        rules.press_in_row(REQUIRED, 1, "expect").await?;
        let groups = |number: &str| json!({ "site": "https://acme.com", "itemNo": number });
        let expected = async || Ok(saved(lab, "expected").await?["https://acme.com/items/5"].clone());
        eventually(expected, groups("5")).await?;

        lab.click("[data-row=\"1\"] [data-group=\"itemNo\"]").await?;
        lab.keys(Key::End + "6").await?;
        eventually(expected, groups("56")).await?;
        assert!(lab.focus_is("[data-row=\"1\"] [data-group=\"itemNo\"]").await?);
        assert_eq!(rules.urls(REQUIRED).await?[1].verdict, "Matches with other values than expected");
        assert!(lab.rules().await?.contains(&"expected-group".to_owned()), "{:?}", lab.rules().await?);
        lab.keys(Key::Backspace + "").await?;
        eventually(async || Ok(rules.urls(REQUIRED).await?[1].verdict.clone()), "Matches, as it must").await?;

        // What is expected goes on with the URL while it is typed.
        rules.into_url(REQUIRED, 1).await?;
        lab.keys("7").await?;
        eventually(async || Ok(saved(lab, "expected").await?["https://acme.com/items/57"].clone()), groups("5")).await?;
        rules.press_in_row(REQUIRED, 1, "expect").await?;
        eventually(async || Ok(saved(lab, "expected").await?.as_object().map(serde_json::Map::len)), Some(1)).await?;
        Ok(())
    })
}

#[test]
fn what_is_expected_of_one_url_outlives_another_that_is_typed_past_it() -> Outcome {
    with_lab(async |lab| {
        let mut project = lab.project().await?;
        let [short, long] = ["https://acme.com/items/1", "https://acme.com/items/12"];
        let expected = json!({ short: { "itemNo": "1" }, long: { "itemNo": "12" } });
        project["rules"][0]["samples"] = json!([short, long]);
        project["rules"][0]["expected"] = expected.clone();
        lab.set_project(&project).await??;
        lab.link_rules().open().await?;
        lab.link_rules().into_url(REQUIRED, 1).await?;
        lab.keys(Key::Backspace + "3").await?;
        eventually(async || saved(lab, "samples").await, json!([short, "https://acme.com/items/13"])).await?;
        assert_eq!(saved(lab, "expected").await?[short], expected[short]);
        Ok(())
    })
}

#[test]
fn edge_cases_are_suggested_and_put_where_they_belong() -> Outcome {
    with_lab(async |lab| {
        let rules = lab.link_rules();
        rules.open().await?;
        lab.press("suggest").await?;
        eventually(async || Ok(lab.count("#suggestions .suggestion").await? > 5), true).await?;
        let urls = "return [...document.querySelectorAll('#suggestions .edge-url')].map(e => e.textContent)";
        let suggested: Vec<String> = lab.eval(urls, []).await?;
        for part in ["http://acme.com", "https://www.acme.com", "23487/", "?", "#", "ITEMS"] {
            assert!(suggested.iter().any(|url| url.contains(part)), "no {part} in {suggested:?}");
        }
        for (list, saved_as, at) in [(REQUIRED, "samples", 1), (EXCLUDED, "excluded", 2)] {
            let url: String = lab.eval("return document.querySelector('#suggestions .edge-url').textContent", []).await?;
            lab.click(&format!("#suggestions [data-action=\"edge:{list}\"]")).await?;
            eventually(async || Ok(saved(lab, saved_as).await?[at].clone()), url.clone()).await?;
            let left: Vec<String> = lab.eval(urls, []).await?;
            assert!(!left.contains(&url), "{url} is suggested still");
        }
        assert_eq!(rules.matches(REQUIRED).await?, [true, false]);
        lab.press("suggest").await?;
        eventually(async || lab.count("#suggestions > *").await, 0).await?;
        Ok(())
    })
}

#[test]
fn the_focus_stays_where_a_suggestion_was() -> Outcome {
    with_lab(async |lab| {
        let rules = lab.link_rules();
        rules.open().await?;
        lab.press("suggest").await?;
        let button = "#suggestions [data-action=\"edge:required\"]";
        eventually(async || Ok(lab.count(button).await? > 5), true).await?;
        lab.tab_to(button).await?;
        for samples in [2, 3] {
            lab.keys(Key::Enter).await?;
            eventually(async || Ok(saved(lab, "samples").await?.as_array().map_or(0, Vec::len)), samples).await?;
            eventually(async || lab.focus_is(button).await, true).await?;
        }
        Ok(())
    })
}

#[test]
fn a_pattern_is_drafted_from_the_samples_and_used() -> Outcome {
    with_lab(async |lab| {
        let rules = lab.link_rules();
        let mut project = lab.project().await?;
        let samples = ["https://acme.com/issues/ROC-204", "https://acme.com/issues/AB-7"];
        project["rules"][0] =
            json!({ "name": "issue", "pattern": "", "samples": samples, "excluded": [], "expected": {}, "placeholders": "" });
        lab.set_project(&project).await??;
        rules.open().await?;
        lab.press("draft").await?;
        eventually(async || lab.shows("#draft .drafted").await, true).await?;
        let drafted: String = lab.eval("return document.querySelector('#draft .drafted').textContent", []).await?;
        assert!(drafted.starts_with('^') && drafted.contains("(?<") && drafted.ends_with('$'), "{drafted}");
        assert_eq!(lab.project().await?["rules"][0]["pattern"], "");

        lab.press("use-draft").await?;
        eventually(async || Ok(lab.project().await?["rules"][0]["pattern"].clone()), drafted.clone()).await?;
        eventually(async || rules.matches(REQUIRED).await, [true, true]).await?;
        eventually(async || lab.count("#draft > *").await, 0).await?;
        lab.press("undo").await?;
        eventually(async || Ok(lab.project().await?["rules"][0]["pattern"].clone()), "").await?;
        Ok(())
    })
}

#[test]
fn many_urls_are_checked_and_not_all_are_drawn() -> Outcome {
    with_lab(async |lab| {
        let mut project = lab.project().await?;
        let samples: Vec<String> = (0..500).map(|number| format!("https://acme.com/items/{number}")).collect();
        project["rules"][0]["samples"] = json!(samples);
        project["rules"][0]["samples"][499] = json!("https://acme.com/items/last");
        lab.set_project(&project).await??;
        lab.link_rules().open().await?;
        eventually(async || lab.count("[data-sample=required]").await, 200).await?;
        eventually(async || lab.shows("#samples > .note").await, true).await?;
        assert!(lab.rules().await?.contains(&"sample-not-matched".to_owned()));
        Ok(())
    })
}

/// A note that comes and goes at nearly every key must not push the field away that is typed into.
#[test]
fn no_key_moves_the_field_that_it_is_typed_into() -> Outcome {
    with_lab(async |lab| {
        let rules = lab.link_rules();
        rules.open().await?;
        let top = async |field: &str| -> WebDriverResult<i64> {
            lab.eval("return Math.round(document.querySelector(arguments[0]).getBoundingClientRect().top)", [json!(field)]).await
        };
        let (pattern, sample) = ("[data-editor='pattern']", rules.field(REQUIRED, 0));
        rules.pattern().focus().await?;
        let before = top(pattern).await?;
        lab.keys("x").await?;
        eventually(async || lab.shows("#save-check .banner").await, true).await?;
        assert_eq!(top(pattern).await?, before);
        lab.keys(Key::Backspace + "").await?;
        rules.into_url(REQUIRED, 0).await?;
        let before = top(&sample).await?;
        lab.keys("x").await?;
        eventually(async || lab.shows("#save-check .banner").await, true).await?;
        assert_eq!(top(&sample).await?, before);
        Ok(())
    })
}
