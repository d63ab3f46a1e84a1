//! "Call my callback": what is sent, when, and what is said of every answer, against a server that answers well and badly.

use browser_tests::{Lab, Outcome, WebDriverResult, eventually, with_lab};
use callback_server::{CallbackServer, Request, TOKEN};
use serde_json::{Value, json};

const LINK: &str = "https://acme.com/items/23487";

/// A server that the page may ask, and the tool in front.
async fn begin(lab: &Lab) -> Outcome<CallbackServer> {
    let server = CallbackServer::start()?;
    lab.tolerate(&server.url("/"));
    lab.integration().open().await?;
    lab.integration().unfold("callback-section").await?;
    Ok(server)
}

async fn status(lab: &Lab) -> WebDriverResult<Option<String>> {
    lab.eval("return document.querySelector('#call-answer [data-status]')?.dataset.status ?? null", []).await
}

/// Sends to a URL and waits for what became of it.
async fn send(lab: &Lab, method: &str, url: &str, expected: &str) -> Outcome {
    lab.integration().paste_over("call-url", url).await?;
    lab.press(&format!("call:{method}")).await?;
    let over = async || Ok((lab.shows("[data-action=\"call:stop\"]").await?, status(lab).await?));
    eventually(over, (false, Some(expected.to_owned()))).await.map_err(|error| format!("{url}: {error}"))?;
    Ok(())
}

async fn told(lab: &Lab) -> WebDriverResult<Vec<String>> {
    lab.integration().told_rules("#call-answer").await
}

/// What arrived, without the browser's questions before it.
fn arrived(server: &CallbackServer) -> Vec<Request> {
    server.requests().into_iter().filter(|request| request.method != "OPTIONS").collect()
}

#[test]
fn what_is_sent_is_the_documented_request_and_only_after_a_press() -> Outcome {
    with_lab(async |lab| {
        let server = begin(lab).await?;
        let pane = lab.integration();
        let url = server.url("/cors/ok");
        pane.type_over("setting:callback_url", &url).await?;
        pane.type_over("call-token", TOKEN).await?;
        pane.type_over("call-url", &url).await?;
        pane.type_over("call-link", LINK).await?;
        lab.settle().await?;
        assert_eq!(server.requests(), []);
        let kind = "return document.getElementById('call-token').type";
        assert_eq!(lab.eval::<String>(kind, []).await?, "password");

        for (method, expected) in [("post", "200"), ("delete", "204")] {
            send(lab, method, &url, expected).await?;
            let request = arrived(&server).pop().ok_or("nothing arrived")?;
            assert_eq!((request.method.to_lowercase(), request.path.as_str()), (method.to_owned(), "/cors/ok"));
            assert_eq!(request.header("authorization"), Some(format!("Bearer {TOKEN}").as_str()));
            assert_eq!(request.header("content-type"), Some("application/json"));
            assert_eq!(request.body, format!(r#"{{"uri":"{LINK}"}}"#));
            assert_eq!(request.header("cookie"), None);
            assert_eq!(request.header("referer"), None);
            assert_eq!(told(lab).await?, [""; 0]);
            assert!(lab.shows("#call-answer .all-well").await?);
        }
        assert_eq!(arrived(&server).len(), 2);

        // Blank fields are the project's.
        pane.type_over("call-url", "").await?;
        pane.type_over("call-link", "").await?;
        pane.type_over("call-token", "").await?;
        lab.press("call:post").await?;
        eventually(async || Ok(arrived(&server).len()), 3).await?;
        let request = arrived(&server).pop().ok_or("nothing arrived")?;
        assert_eq!((request.path.as_str(), request.header("authorization")), ("/cors/ok", None));
        assert_eq!(request.body, format!(r#"{{"uri":"{LINK}"}}"#));
        Ok(())
    })
}

#[test]
fn the_answer_is_drawn_and_becomes_the_payload() -> Outcome {
    with_lab(async |lab| {
        let server = begin(lab).await?;
        let before = lab.project().await?;
        send(lab, "post", &server.url("/cors/ok"), "200").await?;
        let title = "return document.querySelector('#call-answer .call-drawing [data-section=title]').textContent.trim()";
        assert_eq!(lab.eval::<String>(title, []).await?, "The Link Preview’s Title");
        // The drawing is none of the project's.
        assert_eq!(lab.count("#call-answer [data-view]").await?, 0);
        assert_eq!(lab.project().await?, before);
        lab.press("call:use").await?;
        eventually(async || lab.preview().section("title").await, ["The Link Preview’s Title"]).await?;
        let text = lab.payload_text().await?;
        let payload: Value = serde_json::from_str(&text)?;
        assert_eq!((&payload["uri"], &payload["operations"][0]["path"]), (&json!(LINK), &json!(["attributes"])));
        lab.press("undo").await?;
        eventually(async || lab.project().await, before.clone()).await?;
        Ok(())
    })
}

#[test]
fn every_answer_has_its_verdict() -> Outcome {
    with_lab(async |lab| {
        let server = begin(lab).await?;
        for (path, status, rules) in [
            ("/cors/ok", "200", &[][..]),
            ("/cors/error", "200", &[]),
            ("/cors/not-found", "404", &["answer-status"]),
            ("/cors/server-error", "500", &["answer-server-error", "answer-content-type", "json-syntax"]),
            ("/cors/slow?ms=300", "200", &[]),
            ("/cors/malformed", "200", &["json-syntax"]),
            ("/cors/html", "200", &["answer-content-type", "json-syntax"]),
            ("/cors/latin1", "200", &["answer-encoding"]),
            ("/cors/empty", "200", &["answer-empty"]),
            ("/cors/unauthorized", "401", &["answer-status"]),
        ] {
            send(lab, "post", &server.url(path), status).await?;
            let told = told(lab).await?;
            assert!(rules.iter().all(|rule| told.contains(&(*rule).to_owned())), "{path}: {told:?}");
            assert_eq!(rules.is_empty(), told.is_empty(), "{path}: {told:?}");
        }
        assert!(lab.integration().words("#call-answer").await?.contains("invalid_token"));
        lab.integration().type_over("call-token", TOKEN).await?;
        send(lab, "post", &server.url("/cors/unauthorized"), "200").await?;
        assert_eq!(told(lab).await?, [""; 0]);

        // A redirect is followed by the browser, which asks with GET then.
        send(lab, "post", &server.url("/cors/redirect"), "405").await?;
        assert!(told(lab).await?.contains(&"answer-redirect".to_owned()));
        Ok(())
    })
}

#[test]
fn an_answer_that_is_too_large_ends_and_leaves_the_page_usable() -> Outcome {
    with_lab(async |lab| {
        let server = begin(lab).await?;
        send(lab, "post", &server.url("/cors/huge"), "200").await?;
        assert_eq!(told(lab).await?, ["answer-size"]);
        let shown: usize = lab.eval("return document.getElementById('call-answer').textContent.length", []).await?;
        assert!(shown < 20_000, "{shown} characters shown");
        lab.integration().type_over("setting:client_id", "client-77").await?;
        eventually(async || Ok(lab.project().await?["settings"]["client_id"].clone()), "client-77").await?;
        send(lab, "post", &server.url("/cors/ok"), "200").await?;
        Ok(())
    })
}

#[test]
fn waiting_is_ended_by_stop() -> Outcome {
    with_lab(async |lab| {
        let server = begin(lab).await?;
        lab.integration().paste_over("call-url", &server.url("/cors/slow?ms=60000")).await?;
        assert!(!lab.shows("[data-action=\"call:stop\"]").await?);
        lab.press("call:post").await?;
        eventually(async || Ok(arrived(&server).len()), 1).await?;
        assert!(!lab.find("[data-action=\"call:post\"]").await?.is_enabled().await?, "two calls at once");
        lab.press("call:stop").await?;
        eventually(async || told(lab).await, ["no-answer"]).await?;
        assert!(lab.integration().words("#call-answer").await?.contains("stopped"));
        assert!(!lab.shows("[data-action=\"call:stop\"]").await?);
        send(lab, "post", &server.url("/cors/ok"), "200").await?;
        Ok(())
    })
}

#[test]
fn a_server_that_allows_no_browser_is_told_what_one_needs() -> Outcome {
    with_lab(async |lab| {
        let server = begin(lab).await?;
        lab.watch_copying().await?;
        lab.integration().type_over("call-token", TOKEN).await?;
        let url = server.url("/ok");
        lab.integration().paste_over("call-url", &url).await?;
        lab.press("call:post").await?;
        eventually(async || told(lab).await, ["no-answer"]).await?;
        assert_eq!(arrived(&server), []);
        let words = lab.integration().words("#call-answer").await?;
        assert!(words.contains("The browser got no response that this page may read"), "{words}");
        lab.press("call:copy").await?;
        eventually(async || Ok(lab.copied().await?.len()), 1).await?;
        let code = lab.copied().await?.remove(0);
        assert!(code.contains("curl") && code.contains(&url) && code.contains(LINK) && code.contains("SERVICE_TOKEN"), "{code}");
        assert!(!code.contains(TOKEN), "{code}");
        assert!(lab.integration().words("#call-answer pre").await?.contains("curl"));

        // What to do about it is unfolded.
        eventually(async || lab.shows("#callback-section .needs").await, true).await?;
        let origin = lab.eval::<String>("return location.origin", []).await?;
        let needs = lab.integration().words("#callback-section .needs").await?;
        for line in ["Access-Control-Allow-Origin: ", "Access-Control-Allow-Headers: authorization, content-type"] {
            assert!(needs.contains(line), "{needs}");
        }
        assert!(needs.contains(&format!("Access-Control-Allow-Origin: {origin}")), "{needs}");
        // Nobody listens at all.
        let gone = server.url("/cors/ok");
        drop(server);
        lab.integration().paste_over("call-url", &gone).await?;
        lab.press("call:delete").await?;
        eventually(async || lab.integration().words("#call-answer .method").await, "DELETE").await?;
        assert_eq!(told(lab).await?, ["no-answer"]);
        Ok(())
    })
}

#[test]
fn the_token_is_kept_nowhere() -> Outcome {
    with_lab(async |lab| {
        let server = begin(lab).await?;
        let pane = lab.integration();
        pane.type_over("call-token", "t0ken-of-ada").await?;
        send(lab, "post", &server.url("/cors/ok"), "200").await?;
        lab.press("call:use").await?;
        pane.type_over("setting:client_id", "client-77").await?;
        eventually(async || Ok(lab.stored().await?.contains("client-77")), true).await?;
        assert!(!lab.stored().await?.contains("t0ken-of-ada"));
        assert!(!lab.project().await?.to_string().contains("t0ken-of-ada"));
        lab.reload().await?;
        pane.open().await?;
        assert_eq!(pane.value("call-token").await?, "");
        assert!(!lab.stored().await?.contains("t0ken-of-ada"));
        Ok(())
    })
}

/// An answer is not in the project, so a fix of it would change something else.
#[test]
fn what_is_wrong_with_an_answer_changes_nothing_in_the_project() -> Outcome {
    with_lab(async |lab| {
        let server = begin(lab).await?;
        lab.integration().type_over("setting:domain", "https://acme.com/").await?;
        for path in ["/cors/malformed", "/cors/html", "/cors/latin1"] {
            send(lab, "post", &server.url(path), "200").await?;
            assert_eq!(lab.count("#call-answer [data-action=\"fix\"]").await?, 0, "{path}");
        }
        Ok(())
    })
}
