//! `window.linkPreviewLab`, as other people's scripts use it.

use browser_tests::{Outcome, eventually, payload, with_lab};
use serde_json::json;

#[test]
fn what_is_no_project_is_rejected_and_changes_nothing() -> Outcome {
    with_lab(async |lab| {
        let before = lab.project().await?;
        let mut wrong = before.clone();
        wrong["payload"] = json!(5);
        for value in [json!(null), json!("text"), json!([]), json!({}), wrong] {
            let message = lab.set_project(&value).await?.expect_err("no project");
            assert!(!message.is_empty(), "no message for {value}");
            assert_eq!(lab.project().await?, before, "{value} changed the project");
        }
        Ok(())
    })
}

#[test]
fn a_project_is_drawn_when_its_promise_resolves() -> Outcome {
    with_lab(async |lab| {
        let script = "const lab = window.linkPreviewLab;
            return lab.setProject({ ...lab.getProject(), payload: arguments[0] })
                .then(() => document.querySelector('[data-view=\"preview\"] [data-section=\"title\"]').textContent.trim())";
        let drawn: String = lab.eval(script, [json!(payload::item("At once", []))]).await?;
        assert_eq!(drawn, "At once");
        Ok(())
    })
}

#[test]
fn keys_of_later_versions_are_kept() -> Outcome {
    with_lab(async |lab| {
        let mut project = lab.project().await?;
        project["later"] = json!({ "deep": [1, null, "x"] });
        project["settings"]["later"] = json!(true);
        lab.set_project(&project).await??;
        assert_eq!(lab.project().await?, project);
        lab.reload().await?;
        assert_eq!(lab.project().await?, project);
        Ok(())
    })
}

#[test]
fn the_analysis_says_what_the_panel_says() -> Outcome {
    with_lab(async |lab| {
        lab.set_payload(&json!([payload::title("Alone")]).to_string()).await?;
        eventually(async || lab.rules().await, ["missing-dev"]).await?;
        let analysis = lab.analysis().await?;
        assert_eq!(analysis["diagnostics"][0]["rule"], "missing-dev");
        assert_eq!(analysis["diagnostics"][0]["severity"], "error");
        assert_eq!(analysis["render"]["preview"]["title"][0]["text"], "Alone");
        assert_eq!(analysis["render"]["mention"]["title"][0]["text"], "Alone");
        Ok(())
    })
}

#[test]
fn link_rules_come_back_as_they_were_given() -> Outcome {
    with_lab(async |lab| {
        let mut project = lab.project().await?;
        project["rules"] = json!([
            { "name": "", "pattern": "", "samples": [], "excluded": [], "expected": {}, "placeholders": "" },
            { "name": " same ", "pattern": "(", "samples": ["", "a", "a"], "excluded": [" "], "expected": {}, "placeholders": "[" },
            { "name": " same ", "pattern": "(?<g>x)?\n", "samples": ["b\nc", "\u{2028}"], "excluded": [], "later": [1, null],
              "expected": { "gone": { "g": null, "no group": "x" } }, "placeholders": "\u{feff}[]\r\n", "payload": "" },
        ]);
        project["link"] = json!("no\nURL");
        lab.set_project(&project).await??;
        assert_eq!(lab.project().await?, project);
        lab.link_rules().open().await?;
        for rule in 0..3 {
            lab.link_rules().choose(rule).await?;
            lab.settle().await?;
        }
        assert_eq!(lab.project().await?, project, "looked at");
        lab.reload().await?;
        assert_eq!(lab.project().await?, project, "after a reload");
        Ok(())
    })
}

#[test]
fn what_is_no_link_rule_is_rejected() -> Outcome {
    with_lab(async |lab| {
        let before = lab.project().await?;
        for (key, value) in [("name", json!(1)), ("pattern", json!(null)), ("samples", json!("a")), ("samples", json!([1]))] {
            let mut wrong = before.clone();
            wrong["rules"][0][key] = value;
            let message = lab.set_project(&wrong).await?.expect_err("no link rule");
            assert!(message.contains(key), "{key}: {message}");
            assert_eq!(lab.project().await?, before);
        }
        Ok(())
    })
}
