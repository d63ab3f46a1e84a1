//! The list of the link rules: which there are, in which order, and which is open.

use browser_tests::{EXCLUDED, Key, Lab, Outcome, REQUIRED, Sample, Side, WebDriverResult, eventually, with_lab};
use serde_json::{Value, json};

const FIRST: &str = "https://acme.com/items/23487";

fn sample(url: &str, verdict: &str, captures: &[(&str, &str)]) -> Sample {
    let captures: Vec<_> = captures.iter().map(|(group, text)| ((*group).to_owned(), (*text).to_owned())).collect();
    Sample {
        url: url.to_owned(),
        matched: !verdict.contains("not match"),
        verdict: verdict.to_owned(),
        captures,
        more: String::new(),
    }
}

/// Without what stands below the URLs.
async fn urls(lab: &Lab, list: &str) -> WebDriverResult<Vec<Sample>> {
    let urls = lab.link_rules().urls(list).await?.into_iter();
    Ok(urls.map(|sample| Sample { more: String::new(), ..sample }).collect())
}

/// The names of the project's rules, in their order.
async fn saved_names(lab: &Lab) -> WebDriverResult<Vec<Value>> {
    let rules = lab.project().await?["rules"].as_array().cloned().unwrap_or_default();
    Ok(rules.into_iter().map(|rule| rule["name"].clone()).collect())
}

async fn assert_order(lab: &Lab, names: &[&str]) -> Outcome {
    eventually(async || lab.link_rules().names().await, names.to_vec()).await?;
    assert_eq!(saved_names(lab).await?, names);
    Ok(())
}

/// A rule that takes what `pattern` matches, with one sample.
fn rule(name: &str, pattern: &str, url: &str) -> Value {
    json!({ "name": name, "pattern": pattern, "samples": [url], "excluded": [], "expected": {}, "placeholders": "" })
}

/// The open project with other rules.
async fn set_rules(lab: &Lab, link: &str, rules: Value) -> Outcome {
    let mut project = lab.project().await?;
    project["rules"] = rules;
    project["link"] = json!(link);
    Ok(lab.set_project(&project).await??)
}

#[test]
fn the_first_rule_takes_the_link_and_shows_what_it_captured() -> Outcome {
    with_lab(async |lab| {
        assert!(!lab.shows("[data-editor=\"pattern\"]").await?);
        assert_eq!(lab.captured().await?, "sitehttps://acme.com itemNo23487");
        assert_eq!(lab.taken_by().await?, "Rule: “item”");

        lab.link_rules().open().await?;
        eventually(async || lab.shows("[data-editor=\"pattern\"]").await, true).await?;
        assert!(!lab.shows("[data-editor=\"payload\"]").await?);
        assert_eq!(lab.link_rules().names().await?, ["item"]);
        let groups = [("site", "https://acme.com"), ("itemNo", "23487")];
        assert_eq!(urls(lab, REQUIRED).await?, [sample(FIRST, "Matches, as it must", &groups)]);
        let excluded = ["https://acme.com/items/new", "https://acme.com/items/23487/edit"];
        assert_eq!(urls(lab, EXCLUDED).await?, excluded.map(|url| sample(url, "Does not match, as it must not", &[])));
        assert_eq!(lab.problems().await?.iter().filter(|problem| problem.severity != "info").count(), 0);
        Ok(())
    })
}

#[test]
fn the_placeholder_stands_beside_the_loaded_card_while_rules_are_edited() -> Outcome {
    with_lab(async |lab| {
        let states = async || {
            let script = "return [...document.querySelectorAll('[data-view]')].map(e => `${e.dataset.view} ${e.dataset.state}`)";
            lab.eval::<Vec<String>>(script, []).await
        };
        let loaded = ["mention loaded", "preview loaded"];
        assert_eq!(states().await?, loaded);
        lab.link_rules().open().await?;
        eventually(states, [&loaded[..], &["mention placeholder", "preview placeholder"]].concat()).await?;
        let words =
            "return document.querySelector('[data-view=preview][data-state=placeholder] [data-section=title]').textContent";
        assert_eq!(lab.eval::<String>(words, []).await?, "Acme Item #23487");

        lab.press("pane:payload").await?;
        eventually(states, loaded).await?;
        Ok(())
    })
}

#[test]
fn a_rule_is_added_named_duplicated_and_deleted() -> Outcome {
    with_lab(async |lab| {
        let rules = lab.link_rules();
        rules.open().await?;
        lab.press("rule:add").await?;
        eventually(async || lab.focus_is("[data-field=\"rule-name\"]").await, true).await?;
        lab.keys("task").await?;
        assert_order(lab, &["item", "task"]).await?;
        assert_eq!(rules.current().await?.as_deref(), Some("task"));
        eventually(async || lab.eval::<String>("return document.getElementById('rule-count').textContent", []).await, "2")
            .await?;

        rules.pattern().type_over("^https://acme\\.com/tasks/(?<taskNo>[0-9]+)$").await?;
        eventually(
            async || Ok(lab.project().await?["rules"][1]["pattern"].clone()),
            "^https://acme\\.com/tasks/(?<taskNo>[0-9]+)$",
        )
        .await?;
        lab.press("rule:copy").await?;
        assert_order(lab, &["item", "task", "task-copy"]).await?;
        assert_eq!(rules.current().await?.as_deref(), Some("task-copy"));
        assert_eq!(lab.project().await?["rules"][2]["pattern"], "^https://acme\\.com/tasks/(?<taskNo>[0-9]+)$");

        rules.choose(1).await?;
        eventually(async || rules.current().await, Some("task".to_owned())).await?;
        lab.press("rule:delete").await?;
        assert_order(lab, &["item", "task-copy"]).await?;
        lab.press("undo").await?;
        assert_order(lab, &["item", "task", "task-copy"]).await?;
        Ok(())
    })
}

#[test]
fn without_a_rule_the_pane_says_what_one_is_for() -> Outcome {
    with_lab(async |lab| {
        lab.link_rules().open().await?;
        lab.press("rule:delete").await?;
        eventually(async || lab.shows("#no-rules").await, true).await?;
        assert!(!lab.shows("#rule-form").await?);
        assert_order(lab, &[]).await?;
        assert_eq!(lab.preview().state().await?, "loaded");
        lab.press("rule:add").await?;
        eventually(async || lab.shows("#rule-form").await, true).await?;
        assert!(!lab.shows("#no-rules").await?);
        // No rule took the link: it is what the new one is for.
        assert_eq!(lab.project().await?["rules"][0]["samples"], json!([FIRST]));
        Ok(())
    })
}

#[test]
fn rules_are_reordered_by_keyboard_and_the_focus_goes_along() -> Outcome {
    with_lab(async |lab| {
        lab.use_template("issue-tracker").await?;
        lab.link_rules().open().await?;
        assert_order(lab, &["issue", "project", "view"]).await?;
        lab.tab_to("[data-rule-row=\"0\"] .grip").await?;
        for (key, order, at) in [
            (Key::Down, ["project", "issue", "view"], 1),
            (Key::Down, ["project", "view", "issue"], 2),
            (Key::Down, ["project", "view", "issue"], 2),
            (Key::Up, ["project", "issue", "view"], 1),
        ] {
            lab.keys(key).await?;
            assert_order(lab, &order).await?;
            eventually(async || lab.focus_is(&format!("[data-rule-row=\"{at}\"] .grip")).await, true).await?;
            assert_eq!(lab.link_rules().current().await?.as_deref(), Some("issue"));
        }
        lab.press("undo").await?;
        assert_order(lab, &["project", "view", "issue"]).await?;
        Ok(())
    })
}

#[test]
fn what_is_said_of_a_rule_goes_along_with_it() -> Outcome {
    with_lab(async |lab| {
        let two =
            json!({ "name": "two", "pattern": "a", "samples": ["a", "ab"], "excluded": [], "expected": {}, "placeholders": "" });
        set_rules(lab, "", json!([rule("one", "a", "a"), two])).await?;
        lab.link_rules().open().await?;
        let said = async || lab.eval::<String>("return document.querySelector('.rule-verdict').textContent", []).await;
        eventually(said, "1 of 1").await?;
        lab.tab_to("[data-rule-row=\"0\"] .grip").await?;
        lab.keys(Key::Down).await?;
        assert_order(lab, &["two", "one"]).await?;
        Ok(eventually(said, "2 of 2").await?)
    })
}

#[test]
fn rules_are_reordered_by_dragging() -> Outcome {
    with_lab(async |lab| {
        lab.use_template("issue-tracker").await?;
        let rules = lab.link_rules();
        rules.open().await?;
        let row = |rule: usize| format!("[data-rule-row=\"{rule}\"]");
        for (from, to, side, order) in [
            (0, 2, Side::Below, ["project", "view", "issue"]),
            (2, 0, Side::Above, ["issue", "project", "view"]),
            // Not past the middle of any.
            (1, 2, Side::Above, ["issue", "project", "view"]),
            (1, 2, Side::Below, ["issue", "view", "project"]),
        ] {
            lab.drag(&row(from), &row(to), side).await?;
            assert_order(lab, &order).await?;
            assert_eq!(lab.count("[data-drop]").await?, 0);
        }
        Ok(())
    })
}

#[test]
fn of_two_rules_that_match_the_first_listed_takes_the_link() -> Outcome {
    with_lab(async |lab| {
        let link = "https://acme.com/items/7";
        let numbers = rule("number", "^https://acme\\.com/items/[0-9]+$", link);
        let words = rule("word", "^https://acme\\.com/items/\\w+$", "https://acme.com/items/new");
        set_rules(lab, link, json!([numbers, words])).await?;
        let taken = async || lab.taken_by().await;
        eventually(taken, "Rule: “number” First of 2").await?;
        let why = "return [...document.querySelectorAll('#taken-by .warn')].map(e => e.title).join('')";
        assert_eq!(lab.eval::<String>(why, []).await?, "Rule “word” would match too. The first rule in the list wins");
        assert!(lab.rules().await?.contains(&"rules-overlap".to_owned()), "{:?}", lab.rules().await?);

        lab.link_rules().open().await?;
        lab.link_rules().grip(1).await?.focus().await?;
        lab.keys(Key::Up).await?;
        eventually(taken, "Rule: “word” First of 2").await?;
        Ok(())
    })
}
