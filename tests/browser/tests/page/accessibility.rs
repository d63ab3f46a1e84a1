//! What axe-core says of the page.

use browser_tests::{Lab, Outcome, axe, eventually, payload, with_lab};
use serde_json::{Value, json};

async fn assert_accessible(lab: &Lab, what: &str) -> Outcome {
    assert_eq!(axe::violations(lab).await?, [], "{what}");
    Ok(())
}

#[test]
fn the_page_keeps_wcag_aa_in_light_and_dark() -> Outcome {
    with_lab(async |lab| {
        lab.set_payload("[]").await?;
        for scheme in ["light", "dark"] {
            lab.color_scheme(scheme).await?;
            assert_accessible(lab, scheme).await?;
            for theme in ["theme:light", "theme:dark", "theme:both"] {
                lab.press(theme).await?;
                assert_accessible(lab, &format!("{scheme} page, {theme}")).await?;
            }
        }
        Ok(())
    })
}

#[test]
fn the_first_project_keeps_wcag_aa_on_a_phone_too() -> Outcome {
    with_lab(async |lab| {
        assert_accessible(lab, "wide").await?;
        lab.resize(390, 844, true).await?;
        assert_accessible(lab, "phone").await?;
        lab.press("pane:problems").await?;
        assert_accessible(lab, "phone, problems").await
    })
}

#[test]
fn every_state_keeps_wcag_aa_in_light_and_dark() -> Outcome {
    with_lab(async |lab| {
        // A label and the picture are gone after it.
        let mut project = lab.project().await?;
        let kept = [payload::title("Rocket"), payload::dev(), payload::inline("state", "enum", "Done", "primary")];
        let operation = json!({ "path": ["attributes"], "set": kept });
        project["update"] = json!(json!({ "uri": project["link"], "operations": [operation] }).to_string());
        lab.set_project(&project).await??;
        lab.press("theme:both").await?;
        for state in ["plain", "connect", "placeholder", "updated", "error", "loaded-with-error", "deleted"] {
            lab.press(&format!("state:{state}")).await?;
            eventually(async || lab.preview().state().await, state).await?;
            let moving = "return document.getAnimations().some(a => ['flash', 'fade'].includes(a.animationName))";
            eventually(async || lab.eval::<bool>(moving, []).await, false).await?;
            assert_accessible(lab, state).await?;
        }
        Ok(())
    })
}

#[test]
fn the_gallery_keeps_wcag_aa_in_light_and_dark() -> Outcome {
    with_lab(async |lab| {
        lab.press("templates").await?;
        eventually(async || lab.shows("[data-template]").await, true).await?;
        for scheme in ["light", "dark"] {
            lab.color_scheme(scheme).await?;
            assert_accessible(lab, scheme).await?;
        }
        Ok(())
    })
}

#[test]
fn the_versions_keep_wcag_aa_in_light_dark_and_on_a_phone() -> Outcome {
    with_lab(async |lab| {
        lab.press("versions").await?;
        lab.press("version:keep").await?;
        lab.set_payload(&payload::item("Other", [])).await?;
        for scheme in ["light", "dark"] {
            lab.color_scheme(scheme).await?;
            assert_accessible(lab, &format!("{scheme}, list")).await?;
            lab.press("version:compare").await?;
            eventually(async || lab.shows(".lines .added").await, true).await?;
            let moving = "return document.getAnimations().some(a => a.animationName === 'flash')";
            eventually(async || lab.eval::<bool>(moving, []).await, false).await?;
            assert_accessible(lab, &format!("{scheme}, comparison")).await?;
            if scheme == "light" {
                lab.press("version:list").await?;
            }
        }
        lab.resize(390, 844, true).await?;
        assert_accessible(lab, "phone, comparison").await
    })
}

#[test]
fn the_rules_keep_wcag_aa_in_light_dark_and_on_a_phone() -> Outcome {
    with_lab(async |lab| {
        lab.set_project(&rules_of_every_kind(lab.project().await?)).await??;
        lab.link_rules().open().await?;
        lab.press("suggest").await?;
        lab.press("draft").await?;
        lab.eval::<()>("document.querySelector('.words').open = true", []).await?;
        for scheme in ["light", "dark"] {
            lab.color_scheme(scheme).await?;
            for rule in 0..3 {
                lab.link_rules().choose(rule).await?;
                lab.settle().await?;
                assert_accessible(lab, &format!("{scheme}, rule {rule}")).await?;
            }
        }
        lab.resize(390, 844, true).await?;
        lab.link_rules().open().await?;
        for rule in 0..3 {
            lab.link_rules().choose(rule).await?;
            lab.settle().await?;
            assert_accessible(lab, &format!("phone, rule {rule}")).await?;
        }
        Ok(())
    })
}

#[test]
fn the_integration_and_the_timeline_keep_wcag_aa_in_light_dark_and_on_a_phone() -> Outcome {
    with_lab(async |lab| {
        around(lab).await?;
        for scheme in ["light", "dark"] {
            lab.color_scheme(scheme).await?;
            lab.integration().open().await?;
            lab.timeline().open().await?;
            lab.settle().await?;
            assert_accessible(lab, scheme).await?;
        }
        lab.resize(390, 844, true).await?;
        for scheme in ["light", "dark"] {
            lab.color_scheme(scheme).await?;
            lab.integration().open().await?;
            lab.settle().await?;
            assert_accessible(lab, &format!("phone, {scheme}, integration")).await?;
            lab.timeline().open().await?;
            lab.settle().await?;
            assert_accessible(lab, &format!("phone, {scheme}, timeline")).await?;
        }
        Ok(())
    })
}

/// All that stands around the preview: something wrong in the settings, every section open, a message with a dialogue and
/// one with secrets, a call without an answer, steps of every kind, an exchange that is open, an event that cannot happen.
pub async fn around(lab: &Lab) -> Outcome {
    let mut project = lab.project().await?;
    project["settings"]["domain"] = json!("https://acme.com/");
    project["settings"]["token_url"] = json!("");
    project["settings"]["scopes"] = json!("a,b");
    project["done"] = json!(["access"]);
    let gone = json!({ "path": ["attributes"], "set": [payload::title("Rocket"), payload::dev()] });
    project["update"] = json!(json!({ "uri": project["link"], "operations": [gone] }).to_string());
    project["events"] =
        json!(["first-paste", "deny", "first-paste", "allow", "update", "error", "delete-all", "disconnect", "first-paste"]);
    project["state"] = json!("connect");
    lab.set_project(&project).await??;
    let (pane, timeline) = (lab.integration(), lab.timeline());
    timeline.open().await?;
    timeline.toggle("3:0").await?;
    timeline.play("update").await?;
    eventually(async || Ok(timeline.refused().await?.is_some()), true).await?;
    pane.open().await?;
    for section in ["service-section", "message-section", "callback-section"] {
        pane.unfold(section).await?;
    }
    pane.type_over("secret", "s").await?;
    let message = r#"{"access_token": "t", "error": "no_way", "error_description": "No", "expires_in": 0}"#;
    pane.paste_over("message", message).await?;
    lab.click("#callback-section > .words > summary").await?;
    lab.tolerate("http://127.0.0.1:9/");
    pane.paste_over("call-url", "http://127.0.0.1:9/").await?;
    lab.press("call:post").await?;
    eventually(async || lab.shows("#call-answer pre").await, true).await?;
    Ok(())
}

/// Rules with every kind of verdict, one whose pattern is an error, and an empty one; a link that none takes.
fn rules_of_every_kind(mut project: Value) -> Value {
    let expected = json!({ "https://acme.com/items/1": { "no": "1", "part": null }, "https://acme.com/items/2": { "no": "3" } });
    project["rules"] = json!([
        { "name": "every kind", "pattern": "^https://acme\\.com/items/(?<no>\\d+)(?:/(?<part>\\w*))?$",
          "samples": ["https://acme.com/items/1", "https://acme.com/items/2", "https://acme.com/items/3/", "https://acme.com/x", ""],
          "excluded": ["https://acme.com/items/4", "https://acme.com"], "expected": expected, "placeholders": "[\"$<no> $<none>\"]" },
        { "name": "no pattern", "pattern": "^(", "samples": ["https://acme.com"], "excluded": [], "expected": {}, "placeholders": "[" },
        { "name": "", "pattern": "", "samples": [], "excluded": [], "expected": {}, "placeholders": "" },
    ]);
    project["link"] = json!("https://acme.com/nothing");
    project
}

#[test]
fn the_form_and_the_palette_keep_wcag_aa_in_light_dark_and_on_a_phone() -> Outcome {
    with_lab(async |lab| {
        for scheme in ["light", "dark"] {
            lab.color_scheme(scheme).await?;
            lab.press("form").await?;
            lab.click("[data-view=\"preview\"] [data-section=\"primary\"]").await?;
            eventually(async || lab.shows("[data-form] [data-field=\"color\"]").await, true).await?;
            assert_accessible(lab, &format!("{scheme}, selected")).await?;
            lab.press("add-attribute").await?;
            eventually(async || lab.shows("[data-action=\"add:status\"]").await, true).await?;
            assert_accessible(lab, &format!("{scheme}, adding")).await?;
            lab.press("add-attribute").await?;
            lab.press("palette").await?;
            eventually(async || lab.shows("#palette-rows li").await, true).await?;
            assert_accessible(lab, &format!("{scheme}, palette")).await?;
            lab.press("close").await?;
        }
        lab.resize(390, 844, true).await?;
        lab.press("pane:payload").await?;
        assert_accessible(lab, "phone").await
    })
}
