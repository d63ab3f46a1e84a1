//! The settings of the integration: the two documented forms, what is wrong with them, the checklist, and the secret.

use browser_tests::{Lab, Outcome, WebDriverResult, eventually, with_lab};
use serde_json::{Value, json};

/// Each setting with another value that is as good.
const OTHER: [(&str, &str); 7] = [
    ("authorize_url", "https://acme.com/oauth/authorize"),
    ("token_url", "https://acme.com/oauth/token"),
    ("client_id", "client-77"),
    ("scopes", "unfurl items"),
    ("deleted_token_url", "https://acme.com/oauth/gone"),
    ("callback_url", "https://acme.com/cards"),
    ("domain", "ACME.com"),
];

async fn saved(lab: &Lab, setting: &str) -> WebDriverResult<Value> {
    Ok(lab.project().await?["settings"][setting].clone())
}

/// The open project with other settings.
async fn set_settings(lab: &Lab, settings: Value) -> Outcome {
    let mut project = lab.project().await?;
    project["settings"] = settings;
    Ok(lab.set_project(&project).await??)
}

#[test]
fn each_field_is_typed_undone_and_found_again() -> Outcome {
    with_lab(async |lab| {
        let pane = lab.integration();
        pane.open().await?;
        for (setting, text) in OTHER {
            let field = format!("setting:{setting}");
            let before = lab.project().await?;
            assert_eq!(before["settings"][setting], pane.value(&field).await?);
            pane.type_over(&field, text).await?;
            eventually(async || saved(lab, setting).await, text).await?;
            assert_eq!(pane.wrong(setting).await?, [""; 0]);
            lab.press("undo").await?;
            eventually(async || lab.project().await, before.clone()).await?;
            eventually(async || Ok(Value::from(pane.value(&field).await?)), before["settings"][setting].clone()).await?;
            lab.press("redo").await?;
            eventually(async || pane.value(&field).await, text).await?;
        }
        let project = lab.project().await?;
        lab.reload().await?;
        assert_eq!(lab.project().await?, project);
        pane.open().await?;
        for (setting, text) in OTHER {
            assert_eq!(pane.value(&format!("setting:{setting}")).await?, text);
        }
        Ok(())
    })
}

#[test]
fn what_is_wrong_stands_at_the_field_and_in_the_panel_which_leads_to_it() -> Outcome {
    with_lab(async |lab| {
        let pane = lab.integration();
        for (setting, text, rule) in [
            ("authorize_url", "http://acme.com/notion/authorize", "insecure-url"),
            ("token_url", "acme.com/token", "invalid-url"),
            ("deleted_token_url", "https://example.org/deletion", "url-outside-domain"),
            ("callback_url", "https://localhost:3000/unfurl", "unreachable-host"),
            ("domain", "https://acme.com/", "invalid-domain"),
        ] {
            pane.open().await?;
            let good = pane.value(&format!("setting:{setting}")).await?;
            pane.type_over(&format!("setting:{setting}"), text).await?;
            eventually(async || pane.wrong(setting).await, [rule]).await?;
            eventually(async || Ok(lab.rules().await?.contains(&rule.to_owned())), true).await?;
            let about = "return document.querySelector(arguments[0]).getAttribute('aria-describedby').split(' ')
                .map(id => document.getElementById(id).textContent).join(' ')";
            let about: String = lab.eval(about, [json!(pane.field(&format!("setting:{setting}")))]).await?;
            assert!(about.contains(&pane.told(&format!("#wrong-{setting}")).await?[0].message), "{about}");

            // Also where its form is folded.
            lab.click(&format!(".section:has(#setting-{setting}) > summary")).await?;
            // Words, not a box as the field of a message is.
            let boxes = "return ['.told .message', '.problem .message'].map(e => getComputedStyle(document.querySelector(e)).borderTopWidth)";
            assert_eq!(lab.eval::<Vec<String>>(boxes, []).await?, ["0px", "0px"]);
            lab.press("pane:payload").await?;
            lab.click(&format!("[data-problem][data-rule=\"{rule}\"] .problem")).await?;
            eventually(async || lab.focus_is(&format!("#setting-{setting}")).await, true).await?;
            eventually(async || lab.shows("#ready").await, true).await?;

            pane.type_over(&format!("setting:{setting}"), &good).await?;
            eventually(async || pane.wrong(setting).await, [""; 0]).await?;
            eventually(async || Ok(lab.rules().await?.contains(&rule.to_owned())), false).await?;
        }
        Ok(())
    })
}

#[test]
fn a_domain_is_mended_at_its_field_and_the_change_undone() -> Outcome {
    with_lab(async |lab| {
        let pane = lab.integration();
        pane.open().await?;
        // A problem above it: the fix has to be that of its own row.
        pane.type_over("setting:token_url", "http://acme.com/token").await?;
        eventually(async || pane.wrong("token_url").await, ["insecure-url"]).await?;
        pane.type_over("setting:domain", "https://www.acme.com/items").await?;
        eventually(async || pane.wrong("domain").await, ["invalid-domain"]).await?;
        lab.click("#wrong-domain [data-action=\"fix\"]").await?;
        eventually(async || pane.wrong("domain").await, [""; 0]).await?;
        let mended = pane.value("setting:domain").await?;
        assert_eq!(saved(lab, "domain").await?, mended);
        assert!(mended.ends_with("acme.com") && !mended.contains('/'), "{mended}");
        assert_eq!(pane.value("setting:token_url").await?, "http://acme.com/token");
        lab.press("undo").await?;
        eventually(async || pane.wrong("domain").await, ["invalid-domain"]).await?;
        Ok(())
    })
}

#[test]
fn a_field_is_missing_only_once_its_form_is_begun() -> Outcome {
    with_lab(async |lab| {
        set_settings(lab, json!({})).await?;
        let pane = lab.integration();
        pane.open().await?;
        let missing = async || Ok(lab.rules().await?.iter().filter(|rule| *rule == "missing-field").count());
        assert_eq!(missing().await?, 0);
        pane.type_over("setting:scopes", "unfurl").await?;
        eventually(missing, 3).await?;
        for setting in ["authorize_url", "token_url", "client_id"] {
            assert_eq!(pane.wrong(setting).await?, ["missing-field"]);
        }
        pane.type_over("setting:client_id", "client-77").await?;
        eventually(missing, 2).await?;
        // The second form is begun with the callback.
        pane.type_over("setting:callback_url", "https://acme.com/unfurl").await?;
        eventually(async || pane.wrong("domain").await, ["missing-field"]).await?;
        Ok(())
    })
}

#[test]
fn the_client_secret_makes_the_basic_header_and_is_kept_nowhere() -> Outcome {
    const SECRET: &str = "hidden-7f3a?>";
    with_lab(async |lab| {
        let pane = lab.integration();
        pane.open().await?;
        lab.watch_copying().await?;
        pane.unfold("message-section").await?;
        assert_eq!(lab.count("#basic-header pre").await?, 0);
        pane.type_over("setting:notion_client_id", "client-77").await?;
        pane.type_over("notion-secret", SECRET).await?;
        let header = "Authorization: Basic Y2xpZW50LTc3OmhpZGRlbi03ZjNhPz4=";
        eventually(async || pane.words("#basic-header pre").await, header).await?;
        lab.press("copy-basic").await?;
        eventually(async || lab.copied().await, [header.trim_start_matches("Authorization: ")]).await?;
        let kind = "return document.getElementById('notion-secret').type";
        assert_eq!(lab.eval::<String>(kind, []).await?, "password");

        // What is played knows that there is a secret, not which.
        lab.timeline().open().await?;
        for event in ["first-paste", "allow"] {
            lab.timeline().play(event).await?;
        }
        eventually(async || Ok(lab.timeline().exchanges().await?.len()), 5).await?;
        let read = lab.eval::<String>("return document.getElementById('steps').textContent", []).await?;
        assert!(!read.contains(SECRET) && !read.contains("aGlkZGVu"), "{read}");

        eventually(async || Ok(lab.stored().await?.contains("client-77")), true).await?;
        let (stored, project) = (lab.stored().await?, lab.project().await?.to_string());
        assert!(!stored.contains("hidden-7f3a") && !project.contains("hidden-7f3a"), "{stored}");
        lab.reload().await?;
        pane.open().await?;
        assert_eq!(pane.value("notion-secret").await?, "");
        assert_eq!(pane.value("setting:notion_client_id").await?, "client-77");
        assert_eq!(lab.count("#basic-header pre").await?, 0);
        let stored = lab.stored().await?;
        assert!(!stored.contains("hidden-7f3a"), "{stored}");

        // It belongs to the project that is open.
        pane.type_over("notion-secret", SECRET).await?;
        lab.press("projects").await?;
        lab.press("project:new").await?;
        eventually(async || pane.value("notion-secret").await, "").await?;
        Ok(())
    })
}

#[test]
fn the_checklist_counts_leads_to_fields_and_keeps_what_is_ticked() -> Outcome {
    with_lab(async |lab| {
        let pane = lab.integration();
        pane.open().await?;
        let count = async || pane.words("#ready-count").await;
        eventually(count, "6 of 9").await?;
        assert_eq!(pane.steps("by-hand").await?, ["access", "domain", "review"]);
        assert_eq!(pane.steps("open").await?, [""; 0]);

        pane.press_step("domain").await?;
        eventually(count, "7 of 9").await?;
        assert_eq!(lab.project().await?["done"], json!(["domain"]));
        lab.press("undo").await?;
        eventually(count, "6 of 9").await?;
        lab.press("redo").await?;
        eventually(count, "7 of 9").await?;
        lab.reload().await?;
        pane.open().await?;
        eventually(count, "7 of 9").await?;
        assert_eq!(lab.count("#ready [data-step=domain] [role=checkbox][aria-checked=true]").await?, 1);

        pane.type_over("setting:client_id", "").await?;
        pane.type_over("setting:callback_url", "http://localhost/").await?;
        eventually(async || pane.steps("open").await, ["oauth", "callback"]).await?;
        assert_eq!(count().await?, "5 of 9");
        for (step, field) in [("oauth", "#setting-client_id"), ("callback", "#setting-callback_url")] {
            pane.press_step(step).await?;
            eventually(async || lab.focus_is(field).await, true).await?;
        }
        lab.set_payload("[]").await?;
        eventually(async || Ok(pane.steps("open").await?.contains(&"payload".to_owned())), true).await?;
        pane.press_step("payload").await?;
        eventually(async || lab.shows("[data-editor=\"payload\"]").await, true).await?;
        Ok(())
    })
}

#[test]
fn the_domain_of_the_link_rules_is_that_of_the_form() -> Outcome {
    with_lab(async |lab| {
        lab.integration().open().await?;
        lab.integration().type_over("setting:domain", "example.org").await?;
        lab.link_rules().open().await?;
        let in_rules = async || lab.eval::<String>("return document.getElementById('domain').value", []).await;
        eventually(in_rules, "example.org").await?;
        lab.click("#domain").await?;
        lab.keys(browser_tests::Key::End + ".uk").await?;
        lab.integration().open().await?;
        eventually(async || lab.integration().value("setting:domain").await, "example.org.uk").await?;
        assert_eq!(lab.integration().words("#rules-summary").await?, "1 rule, 1 sample URL");
        lab.click(".integration [data-action=\"pane:rules\"]").await?;
        eventually(async || lab.shows("#rule-list").await, true).await?;
        Ok(())
    })
}
