//! What is wrong with link rules, in the Problems panel and for scripts.

use browser_tests::{EXCLUDED, Key, Lab, Outcome, Problem, REQUIRED, WebDriverResult, eventually, payload, with_lab};
use serde_json::{Value, json};

/// The open project with something else in its first rule.
async fn change(lab: &Lab, key: &str, value: Value) -> Outcome {
    let mut project = lab.project().await?;
    project["rules"][0][key] = value;
    Ok(lab.set_project(&project).await??)
}

async fn problem(lab: &Lab, rule: &str) -> WebDriverResult<Option<Problem>> {
    Ok(lab.problems().await?.into_iter().find(|problem| problem.rule == rule))
}

/// The text that is selected, and the editor it is selected in.
async fn selected(lab: &Lab) -> WebDriverResult<(String, Option<String>)> {
    let script = "return [getSelection().toString(), document.activeElement.closest('[data-editor]')?.dataset.editor ?? null]";
    lab.eval(script, []).await
}

async fn jump(lab: &Lab, rule: &str) -> WebDriverResult<()> {
    lab.click(&format!("[data-problem][data-rule=\"{rule}\"] [data-action=\"jump\"]")).await
}

#[test]
fn a_problem_names_its_rule_and_leads_to_its_text() -> Outcome {
    with_lab(async |lab| {
        change(lab, "pattern", json!("^https://acme.com/items/(?<itemNo>\\d+)$")).await?;
        eventually(async || Ok(problem(lab, "unescaped-dot").await?.is_some()), true).await?;
        let found = problem(lab, "unescaped-dot").await?.ok_or("no problem")?;
        assert!(found.text.contains("“item” · pattern, column 14"), "{}", found.text);
        assert_eq!(found.severity, "warning");
        jump(lab, "unescaped-dot").await?;
        eventually(async || selected(lab).await, (".".to_owned(), Some("pattern".to_owned()))).await?;

        lab.fix("unescaped-dot").await?;
        let mended = "^https://acme\\.com/items/(?<itemNo>\\d+)$";
        eventually(async || Ok(lab.project().await?["rules"][0]["pattern"].clone()), mended).await?;
        eventually(async || problem(lab, "unescaped-dot").await, None).await?;
        lab.press("undo").await?;
        eventually(async || Ok(problem(lab, "unescaped-dot").await?.is_some()), true).await?;
        Ok(())
    })
}

#[test]
fn problems_lead_to_placeholders_urls_and_names() -> Outcome {
    with_lab(async |lab| {
        let mut project = lab.project().await?;
        let rule = &mut project["rules"][0];
        rule["name"] = json!("");
        rule["samples"] = json!(["https://acme.com/items/1", "https://acme.com/items/x"]);
        rule["excluded"] = json!(["https://acme.com/items/2"]);
        rule["placeholders"] = json!(payload::item("$<no>", []));
        lab.set_project(&project).await??;
        let rules = lab.link_rules();
        for (rule, selector) in [
            ("missing-rule-name", "#rule-name".to_owned()),
            ("sample-not-matched", rules.field(REQUIRED, 1)),
            ("excluded-sample-matched", rules.field(EXCLUDED, 0)),
            ("unknown-placeholder", "[data-editor=\"placeholders\"] *".to_owned()),
        ] {
            lab.press("pane:payload").await?;
            jump(lab, rule).await?;
            eventually(async || lab.focus_is(&selector).await, true).await.map_err(|error| format!("{rule}: {error}"))?;
        }
        eventually(async || selected(lab).await, ("$<no>".to_owned(), Some("placeholders".to_owned()))).await?;
        Ok(())
    })
}

#[test]
fn a_problem_of_another_rule_opens_that_rule() -> Outcome {
    with_lab(async |lab| {
        lab.use_template("issue-tracker").await?;
        let mut project = lab.project().await?;
        project["rules"][2]["pattern"] = json!("^https://acme\\.com/views/(");
        lab.set_project(&project).await??;
        eventually(async || Ok(problem(lab, "pattern-syntax").await?.is_some()), true).await?;
        let text = problem(lab, "pattern-syntax").await?.map(|problem| problem.text).unwrap_or_default();
        assert!(text.contains("unterminated group") && text.contains("“view” · pattern, column "), "{text}");
        jump(lab, "pattern-syntax").await?;
        eventually(async || lab.link_rules().current().await, Some("view".to_owned())).await?;
        eventually(async || lab.link_rules().pattern().has_focus().await, true).await?;
        Ok(())
    })
}

/// A rule with one problem in its pattern, one in a URL and one in its placeholders; what takes the focus at each.
async fn three_problems(lab: &Lab) -> Outcome<[String; 3]> {
    let mut project = lab.project().await?;
    project["rules"][0]["pattern"] = json!("^https://acme.com/items/(?<itemNo>\\d+)$");
    project["rules"][0]["excluded"] = json!(["https://acme.com/items/2"]);
    project["rules"][0]["placeholders"] = json!(payload::item("$<itemNo> $<no>", []));
    lab.set_project(&project).await??;
    lab.link_rules().open().await?;
    let editor = |name: &str| format!("[data-editor=\"{name}\"] *");
    Ok([editor("pattern"), lab.link_rules().field(EXCLUDED, 0), editor("placeholders")])
}

#[test]
fn f8_goes_from_problem_to_problem_of_the_rules() -> Outcome {
    with_lab(async |lab| {
        let [pattern, excluded, placeholders] = three_problems(lab).await?;
        let (next, before) = (&[] as &[Key], &[Key::Shift] as &[Key]);
        for (held, place) in
            [(next, &pattern), (next, &excluded), (next, &placeholders), (next, &pattern), (before, &placeholders)]
        {
            lab.click("#rule-name").await?;
            lab.chord(held, char::from(Key::F8)).await?;
            eventually(async || lab.focus_is(place).await, true).await.map_err(|error| format!("{place}: {error}"))?;
        }
        Ok(())
    })
}

#[test]
fn f8_leaves_an_editor_behind_its_last_problem() -> Outcome {
    with_lab(async |lab| {
        let [pattern, excluded, placeholders] = three_problems(lab).await?;
        lab.link_rules().pattern().focus().await?;
        lab.keys(Key::Home + "").await?;
        for place in [&pattern, &excluded, &placeholders, &pattern] {
            lab.keys(Key::F8 + "").await?;
            eventually(async || lab.focus_is(place).await, true).await.map_err(|error| format!("{place}: {error}"))?;
        }
        Ok(())
    })
}

#[test]
fn the_title_of_the_tab_counts_the_problems_of_link_rules() -> Outcome {
    with_lab(async |lab| {
        change(lab, "samples", json!([])).await?;
        eventually(async || lab.rules().await, ["no-sample"]).await?;
        eventually(async || Ok(lab.browser.driver.title().await?.starts_with("(1) ")), true).await?;
        Ok(())
    })
}

#[test]
fn notes_wait_until_rules_are_edited() -> Outcome {
    with_lab(async |lab| {
        assert_eq!(lab.problems().await?, []);
        assert!(lab.shows(".lower [data-action=\"pane:rules\"]").await?, "no way to the notes");
        lab.click(".lower [data-action=\"pane:rules\"]").await?;
        eventually(async || lab.rules().await, ["unused-group", "flag-dependent-escape"]).await?;
        lab.press("pane:payload").await?;
        eventually(async || lab.rules().await, Vec::<String>::new()).await?;
        Ok(())
    })
}

#[test]
fn the_analysis_says_which_text_each_problem_is_of() -> Outcome {
    with_lab(async |lab| {
        lab.use_template("issue-tracker").await?;
        let mut project = lab.project().await?;
        project["rules"][0]["payload"] = json!(json!([payload::title("No developer")]).to_string());
        project["rules"][1]["pattern"] = json!("^(");
        project["rules"][1]["samples"] = json!([]);
        project["rules"][2]["placeholders"] = json!("[");
        lab.set_project(&project).await??;
        let analysis = lab.analysis().await?;
        let list = analysis["diagnostics"].as_array().cloned().unwrap_or_default();
        let found: Vec<_> = list.iter().map(|one| (one["rule"].as_str(), one["source"].as_str())).collect();
        for (rule, source) in [
            ("pattern-syntax", "/rules/1/pattern"),
            ("no-sample", "/rules/1/samples"),
            ("json-syntax", "/rules/2/placeholders"),
            ("missing-dev", "/rules/0/payload"),
        ] {
            assert!(found.contains(&(Some(rule), Some(source))), "no {rule} at {source} in {found:?}");
        }
        assert!(list.iter().all(|one| one["start"]["line"].is_u64() && one["severity"] != "info"));
        Ok(())
    })
}
