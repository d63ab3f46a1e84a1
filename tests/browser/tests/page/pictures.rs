//! Pictures of the page, for people to look at; `LAB_PICTURES=1` makes those of the README anew.

use browser_tests::{Outcome, eventually, payload, with_lab};
use serde_json::json;

#[test]
fn light_dark_and_both() -> Outcome {
    with_lab(async |lab| {
        lab.color_scheme("light").await?;
        lab.readme_picture("light").await?;
        lab.color_scheme("dark").await?;
        lab.readme_picture("dark").await?;
        lab.color_scheme("light").await?;
        lab.press("theme:both").await?;
        lab.readme_picture("both").await?;
        Ok(())
    })
}

#[test]
fn phone() -> Outcome {
    with_lab(async |lab| {
        lab.resize(390, 844, true).await?;
        lab.readme_picture("phone").await?;
        Ok(())
    })
}

#[test]
fn problems() -> Outcome {
    with_lab(async |lab| {
        let mut title = payload::title("Three mistakes");
        title.as_object_mut().map(|title| title.remove("type"));
        let status = payload::inline("status", "enum", "Open", "identifer");
        lab.set_payload(&serde_json::to_string_pretty(&json!([title, status]))?).await?;
        eventually(async || Ok(lab.problems().await?.len() >= 3), true).await?;
        lab.press("pane:problems").await?;
        lab.readme_picture("problems").await?;
        Ok(())
    })
}

#[test]
fn rules() -> Outcome {
    with_lab(async |lab| {
        lab.color_scheme("light").await?;
        // So high that the samples are seen too.
        lab.resize(1280, 1000, false).await?;
        lab.use_template("issue-tracker").await?;
        let mut project = lab.project().await?;
        let samples = &mut project["rules"][0]["samples"];
        *samples = json!([samples[0], "https://acme.com/issues/AB-7", "https://acme.com/issues/ROC-204/"]);
        lab.set_project(&project).await??;
        lab.link_rules().open().await?;
        eventually(async || lab.count("[data-view=preview]").await, 2).await?;
        // What was said of the template has gone.
        eventually(async || lab.shows("#announcement").await, false).await?;
        lab.readme_picture("rules").await?;
        lab.resize(390, 844, true).await?;
        lab.picture("rules-phone").await?;
        Ok(())
    })
}

#[test]
fn timeline() -> Outcome {
    with_lab(async |lab| {
        lab.color_scheme("light").await?;
        lab.resize(1280, 1000, false).await?;
        let mut project = lab.project().await?;
        project["events"] = json!(["first-paste", "allow", "update"]);
        project["state"] = json!("updated");
        lab.set_project(&project).await??;
        lab.press("pane:integration").await?;
        lab.press("pane:timeline").await?;
        eventually(async || lab.count("[data-exchange]").await, 6).await?;
        lab.click("[data-exchange]:nth-child(3) summary").await?;
        lab.readme_picture("timeline").await?;
        lab.resize(390, 844, true).await?;
        lab.picture("timeline-phone").await?;
        lab.press("pane:integration").await?;
        lab.picture("integration-phone").await?;
        Ok(())
    })
}
