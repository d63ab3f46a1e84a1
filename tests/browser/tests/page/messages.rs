//! "Check a message": what a pasted text is, what is in it, and what is wrong with it.

use browser_tests::{Key, Lab, Outcome, WebDriverResult, eventually, with_lab};
use serde_json::json;

/// The names in the table of facts, and how many of their values are hidden.
async fn facts(lab: &Lab) -> WebDriverResult<(Vec<String>, usize)> {
    let names = "return [...document.querySelectorAll('#message-read .facts th')].map(e => e.textContent)";
    Ok((lab.eval(names, []).await?, lab.count("#message-read .facts .secret").await?))
}

async fn open(lab: &Lab) -> Outcome {
    lab.integration().open().await?;
    Ok(lab.integration().unfold("message-section").await?)
}

/// Says what the message is, by keyboard; its place in the list of kinds.
async fn choose(lab: &Lab, place: usize) -> WebDriverResult<()> {
    lab.find(&lab.integration().field("message-kind")).await?.focus().await?;
    lab.keys(Key::Home + "").await?;
    for _ in 0..place {
        lab.keys(Key::Down).await?;
    }
    let chosen = "return document.activeElement.selectedIndex";
    eventually(async || lab.eval::<usize>(chosen, []).await, place).await
}

/// Pastes a message and waits for what it is taken for.
async fn read_as(lab: &Lab, message: &str, kind: &str) -> Outcome {
    lab.integration().paste_over("message", message).await?;
    eventually(async || lab.integration().words("#message-read .read-as").await, format!("Read as {kind}")).await?;
    Ok(())
}

/// Message, kind, facts, how many of them are hidden, rules.
type Told = (&'static str, &'static str, &'static [&'static str], usize, &'static [&'static str]);

const MESSAGES: &[Told] = &[
    (
        "https://acme.com/notion/authorize?code=614846ff-b061-4eac-a511-fc20c3f0838a&redirect_uri=https%3A%2F%2Fnotion.so%2FexternalIntegrationAuthCallback&client_id=other&response_type=code&state=s",
        "an authorization URL",
        &["URL", "code", "redirect_uri", "client_id", "response_type", "state"],
        0,
        &["unexpected-value"],
    ),
    (
        "https://notion.so/externalIntegrationAuthCallback?code=a&state=b",
        "a redirect back to Notion",
        &["URL", "code", "state"],
        0,
        &[],
    ),
    (
        "code=a&client_id=mRkZGFjM&client_secret=s3&redirect_uri=https%3A%2F%2Fnotion.so%2FexternalIntegrationAuthCallback&grant_type=password",
        "a request to your token URL",
        &["code", "client_id", "client_secret", "redirect_uri", "grant_type"],
        1,
        &["unexpected-value"],
    ),
    (
        r#"{"access_token": "t0ken", "refresh_token": "r3fresh"}"#,
        "a response of your token URL",
        &["access_token", "refresh_token"],
        2,
        &["missing-expires-in"],
    ),
    (
        r#"{"grant_type": "authorization_code", "code": "614846ff-b061-4eac-a511-fc20c3f0838a", "external_account": {"key": "", "name": "Ada"}}"#,
        "a request to Notion’s token URL",
        &["grant_type", "code", "external_account", "external_account.key", "external_account.name"],
        0,
        &["invalid-external-account"],
    ),
    (
        "Authorization: Basic NjQ5Mzc0OTIzNzQ5MjM4NDc5MjM4NDc5MjM0NzkyMzc0OjQ3Mzg5Mjc0OTIzODQ3Mjk0ODcyMzkzNDgyNzk0ODcyMzQ5",
        "an Authorization header",
        &["scheme", "client_id", "client_secret"],
        1,
        &[],
    ),
    (
        "POST /unfurl HTTP/1.1\nAuthorization: Bearer t0ken\nContent-Type: application/json\n\n{\"uri\": \"https://acme.com/items/1\"}",
        "a request to your callback",
        &["POST", "Content-Type", "scheme", "token", "uri"],
        1,
        &["uri-mismatch"],
    ),
    (
        r#"{"uri": "https://acme.com/items/23487", "operations": [{"path": ["error"], "set": {"status": 404, "message": "Gone"}}]}"#,
        "a response of your callback",
        &["uri", "error"],
        0,
        &[],
    ),
    (
        r#"{"access_token": "t0ken", "bot_id": "3d592781-2dcc-4d4b-bcf3-776a2a7ad7b8", "duplicated_template_id": null, "owner": {}, "token_type": "bearer", "workspace_id": "w", "workspace_icon": "W", "workspace_name": "Ada’s"}"#,
        "a response of Notion’s token URL",
        &[
            "access_token",
            "bot_id",
            "duplicated_template_id",
            "owner",
            "token_type",
            "workspace_id",
            "workspace_icon",
            "workspace_name",
        ],
        1,
        &["uuid-format"],
    ),
    (
        "PATCH /v1/external/object HTTP/1.1\nAuthorization: Bearer t0ken\nContent-Type: application/json\nNotion-Version: 2020-01-01\n\n{\"uri\": \"https://acme.com/items/23487\", \"operations\": [{\"path\": [\"error\"], \"set\": {\"status\": 404, \"message\": \"Gone\"}}]}",
        "an update",
        &["PATCH", "Content-Type", "Notion-Version", "scheme", "token", "uri", "error"],
        1,
        &["unexpected-value"],
    ),
    ("DELETE /unfurl HTTP/1.1\nHost: acme.com\n\n", "a deletion", &["DELETE"], 0, &[]),
];

#[test]
fn each_kind_of_message_is_recognized_and_read() -> Outcome {
    with_lab(async |lab| {
        open(lab).await?;
        for (message, kind, names, hidden, rules) in MESSAGES {
            read_as(lab, message, kind).await?;
            eventually(async || Ok(facts(lab).await?.0), names.to_vec()).await.map_err(|error| format!("{message}: {error}"))?;
            assert_eq!(facts(lab).await?.1, *hidden, "{message}");
            assert_eq!(lab.integration().told_rules("#message-read").await?, *rules, "{message}");
        }
        Ok(())
    })
}

#[test]
fn an_error_in_a_redirect_shows_what_notion_tells_the_person() -> Outcome {
    const BACK: &str = "https://notion.so/externalIntegrationAuthCallback?state=s&error=";
    with_lab(async |lab| {
        open(lab).await?;
        for (error, says) in [
            ("access_denied", "Notion shows its own message for access_denied"),
            ("access_denied&error_description=Not+today", "Notion shows your description: “Not today”"),
            ("no_way", "Notion probably does not know no_way and says that the error is unknown"),
        ] {
            read_as(lab, &[BACK, error].concat(), "a redirect back to Notion").await?;
            eventually(async || lab.integration().words("#message-read .dialogue").await, says).await?;
        }
        Ok(())
    })
}

#[test]
fn junk_is_none_of_the_messages_until_somebody_says_which() -> Outcome {
    with_lab(async |lab| {
        open(lab).await?;
        let pane = lab.integration();
        pane.paste_over("message", "<!doctype html>").await?;
        let none = "The Lab does not recognize this message. Choose its kind above";
        eventually(async || pane.words("#message-read .read-as").await, none).await?;
        let options = "return [...document.getElementById('message-kind').options].map(option => option.value)";
        let kinds: Vec<String> = lab.eval(options, []).await?;
        assert_eq!(kinds.len(), 12);
        let token_answer = kinds.iter().position(|kind| kind == "token-answer").ok_or("no such kind")?;
        choose(lab, token_answer).await?;
        eventually(async || pane.words("#message-read .read-as").await, "Read as a response of your token URL").await?;
        assert!(!pane.told("#message-read").await?.is_empty());
        // Every kind reads anything without a complaint of the page.
        for place in 1..kinds.len() {
            choose(lab, place).await?;
            eventually(async || Ok(pane.words("#message-read .read-as").await?.is_empty()), false).await?;
        }
        pane.paste_over("message", r#"{"access_token": "t0ken"}"#).await?;
        choose(lab, 0).await?;
        eventually(async || pane.words("#message-read .read-as").await, "Read as a response of your token URL").await?;
        pane.type_over("message", "").await?;
        eventually(async || pane.words("#message-read").await, "").await?;
        Ok(())
    })
}

#[test]
fn a_secret_is_masked_until_it_is_asked_for_and_stored_nowhere() -> Outcome {
    with_lab(async |lab| {
        open(lab).await?;
        let before = lab.project().await?;
        read_as(lab, r#"{"access_token": "t0ken-of-ada", "expires_in": 60}"#, "a response of your token URL").await?;
        eventually(async || lab.count("#message-read .secret").await, 1).await?;
        // As it looks: the words of what can be read stand out from what lies behind them.
        let legible = "const code = document.querySelector('#message-read .secret code');
            const { filter, color, visibility, opacity } = getComputedStyle(code);
            const clear = rgb => rgb === 'rgba(0, 0, 0, 0)' || rgb === 'transparent';
            return filter === 'none' && visibility === 'visible' && opacity === '1' && !clear(color)";
        let legible = async || lab.eval::<bool>(legible, []).await;
        assert!(!legible().await?);
        lab.tab_to("#message-read .secret").await?;
        eventually(legible, true).await?;
        lab.tab().await?;
        eventually(legible, false).await?;
        assert_eq!(lab.project().await?, before);
        // Something else is stored after it.
        lab.integration().type_over("setting:client_id", "client-77").await?;
        eventually(async || Ok(lab.stored().await?.contains("client-77")), true).await?;
        assert!(!lab.stored().await?.contains("t0ken-of-ada"));
        lab.reload().await?;
        lab.integration().open().await?;
        assert_eq!(lab.integration().value("message").await?, "");
        Ok(())
    })
}

#[test]
fn what_is_wrong_says_why_and_offers_no_fix_that_has_no_place() -> Outcome {
    with_lab(async |lab| {
        open(lab).await?;
        // As a problem of a setting stands in the project, its number is taken.
        lab.integration().type_over("setting:domain", "https://acme.com/").await?;
        read_as(
            lab,
            r#"{"uri": "https://acme.com/items/23487", "operations": [{"path": ["attributes"], "set": []}]}"#,
            "a response of your callback",
        )
        .await?;
        eventually(async || Ok(lab.integration().told("#message-read").await?.is_empty()), false).await?;
        assert_eq!(lab.count("#message-read [data-action=\"fix\"]").await?, 0);
        lab.click("#message-read .why summary").await?;
        let why = async || Ok(lab.integration().words("#message-read .why-text").await?.len() > 40);
        eventually(why, true).await?;
        assert_eq!(lab.project().await?["settings"]["domain"], json!("https://acme.com/"));
        Ok(())
    })
}
