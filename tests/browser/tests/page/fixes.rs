//! Mending from the Problems panel, and taking it back.

use browser_tests::{Lab, Outcome, eventually, payload, with_lab};
use serde_json::{Value, json};

/// Without `dev`, and its title without `type`.
fn two_mistakes() -> String {
    let mut title = payload::title("Two mistakes");
    title.as_object_mut().map(|title| title.remove("type"));
    json!([title]).to_string()
}

fn without_dev() -> String {
    json!([payload::title("No developer")]).to_string()
}

async fn ids(lab: &Lab) -> Outcome<Vec<Value>> {
    let payload: Value = serde_json::from_str(&lab.payload_text().await?)?;
    Ok(payload.as_array().into_iter().flatten().map(|attribute| attribute["id"].clone()).collect())
}

#[test]
fn a_fix_is_applied_undone_and_done_again() -> Outcome {
    with_lab(async |lab| {
        let text = without_dev();
        lab.set_payload(&text).await?;
        eventually(async || lab.rules().await, ["missing-dev"]).await?;
        lab.fix("missing-dev").await?;
        eventually(async || lab.rules().await, Vec::<String>::new()).await?;
        let fixed = lab.payload_text().await?;
        assert!(ids(lab).await?.contains(&json!("dev")), "{fixed}");

        lab.press("undo").await?;
        eventually(async || lab.payload_text().await, text.clone()).await?;
        eventually(async || lab.rules().await, ["missing-dev"]).await?;

        lab.press("redo").await?;
        eventually(async || lab.payload_text().await, fixed.clone()).await?;
        eventually(async || lab.rules().await, Vec::<String>::new()).await?;
        Ok(())
    })
}

#[test]
fn fix_all_mends_everything_in_one_step() -> Outcome {
    with_lab(async |lab| {
        let text = two_mistakes();
        lab.set_payload(&text).await?;
        eventually(async || Ok(sorted(lab.rules().await?)), ["missing-dev", "missing-type"]).await?;
        lab.press("fix-all").await?;
        eventually(async || lab.rules().await, Vec::<String>::new()).await?;

        lab.press("undo").await?;
        eventually(async || lab.payload_text().await, text.clone()).await?;
        Ok(())
    })
}

#[test]
fn a_fix_leaves_the_rest_of_the_text_as_typed() -> Outcome {
    with_lab(async |lab| {
        let title = payload::title("Layout").to_string();
        let text = format!("[\r\n\t{title}  \r\n]\r\n");
        lab.set_payload(&text).await?;
        lab.fix("missing-dev").await?;
        eventually(async || lab.rules().await, Vec::<String>::new()).await?;
        let fixed = lab.payload_text().await?;
        assert!(fixed.starts_with(&format!("[\r\n\t{title}")), "{fixed:?}");
        assert!(fixed.ends_with("\r\n]\r\n"), "{fixed:?}");
        Ok(())
    })
}

#[test]
fn the_wild_profile_lowers_what_production_is_known_to_do() -> Outcome {
    with_lab(async |lab| {
        let severities = async || {
            let problems = lab.problems().await?;
            Ok(problems.into_iter().map(|problem| (problem.rule, problem.severity)).collect::<Vec<_>>())
        };
        let missing_dev = |severity: &str| [("missing-dev".to_owned(), severity.to_owned())];
        lab.set_payload(&without_dev()).await?;
        eventually(severities, missing_dev("error")).await?;
        lab.press("profile:wild").await?;
        eventually(severities, missing_dev("info")).await?;
        assert_eq!(lab.project().await?["profile"], "wild");
        lab.press("profile:documented").await?;
        eventually(severities, missing_dev("error")).await?;
        Ok(())
    })
}

fn sorted(mut rules: Vec<String>) -> Vec<String> {
    rules.sort();
    rules
}
