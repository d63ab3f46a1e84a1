//! Nothing in a payload runs, and no other machine hears of the visitor before a press asks for it.

use std::fs;

use browser_tests::{Lab, Outcome, Request, Server, eventually, payload, with_lab};
use serde_json::{Value, json};
use tempfile::TempDir;

/// Another origin, which can be reached: a picture and a page.
struct Elsewhere {
    server: Server,
    _folder: TempDir,
}

impl Elsewhere {
    fn start() -> Outcome<Self> {
        let folder = tempfile::tempdir()?;
        fs::write(folder.path().join("picture.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"8\"/>")?;
        fs::write(folder.path().join("page.html"), "<!doctype html><title>a page</title>")?;
        Ok(Self { server: Server::start(folder.path().to_owned())?, _folder: folder })
    }

    /// The distinct requests for one of its files.
    fn requests(&self, file: &str) -> Vec<Request> {
        let mut requests = self.server.requests();
        requests.retain(|request| request.path.ends_with(file));
        requests.dedup();
        requests
    }
}

fn without_referer(file: &str) -> [Request; 1] {
    [Request { path: format!("/lab/{file}"), referer: None }]
}

/// Attributes that make the browser go somewhere, with what they say.
async fn destinations(lab: &Lab) -> Outcome<Vec<String>> {
    let script = "const names = ['src', 'href', 'xlink:href', 'srcset', 'poster', 'data', 'action', 'formaction', 'srcdoc'];
        return [...document.querySelectorAll('*')].flatMap(e => names.map(name => e.getAttribute(name)).filter(Boolean))";
    Ok(lab.eval(script, []).await?)
}

#[test]
fn a_url_that_runs_reaches_no_element() -> Outcome {
    with_lab(async |lab| {
        for url in ["javascript:window.ran=1", " JaVaScRiPt:window.ran=1", "java\nscript:window.ran=1", "data:text/html,ran"] {
            let media = [("image", "avatar"), ("image", "entity"), ("image", "embed"), ("html", "embed"), ("video", "embed")];
            for (sub_type, section) in media {
                let mut project = lab.project().await?;
                project["link"] = json!(url);
                project["rules"] = json!([]);
                project["payload"] = payload::item("Runs", [payload::embed("media", sub_type, url, section)]).into();
                lab.set_project(&project).await??;
                eventually(async || lab.preview().section("title").await, ["Runs"]).await?;
                let live = destinations(lab).await?.into_iter().filter(|to| is_live(to)).collect::<Vec<_>>();
                assert_eq!(live, Vec::<String>::new(), "{url:?} as {sub_type} in {section}");
            }
        }
        assert_eq!(lab.eval::<Value>("return window.ran ?? null", []).await?, Value::Null);
        Ok(())
    })
}

fn is_live(destination: &str) -> bool {
    let plain: String = destination.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let plain = plain.to_ascii_lowercase();
    plain.starts_with("javascript:") || plain.starts_with("data:text/html")
}

#[test]
fn a_frame_comes_only_after_a_press_and_in_a_sandbox() -> Outcome {
    let elsewhere = Elsewhere::start()?;
    let url = elsewhere.server.url() + "page.html";
    with_lab(async |lab| {
        lab.set_payload(&payload::item("Chart", [payload::embed("chart", "html", &url, "embed")])).await?;
        eventually(async || lab.preview().section("title").await, ["Chart"]).await?;
        lab.settle().await?;
        assert_eq!(lab.count("iframe").await?, 0);
        assert_eq!(elsewhere.requests(""), []);

        lab.tolerate(&elsewhere.server.url());
        lab.click(&lab.preview().inside("[data-section=\"embed\"] button")).await?;
        eventually(async || lab.count(&lab.preview().inside("iframe")).await, 1).await?;
        let script = "const frame = document.querySelector('iframe');
            return ['src', 'sandbox', 'referrerpolicy', 'srcdoc', 'allow'].map(name => frame.getAttribute(name))";
        let frame: Vec<Option<String>> = lab.eval(script, []).await?;
        let frame: Vec<Option<&str>> = frame.iter().map(Option::as_deref).collect();
        assert_eq!(frame, [Some(url.as_str()), Some("allow-scripts"), Some("no-referrer"), None, None]);
        eventually(async || Ok(elsewhere.requests("page.html")), without_referer("page.html")).await?;
        Ok(())
    })
}

/// What is pressed is pressed as what it is, and for as long as it is there.
#[test]
fn a_press_on_a_film_loads_no_page_at_its_address() -> Outcome {
    let elsewhere = Elsewhere::start()?;
    let url = elsewhere.server.url() + "page.html";
    with_lab(async |lab| {
        lab.tolerate(&elsewhere.server.url());
        let embed = |sub_type: &str| payload::item(sub_type, [payload::embed("media", sub_type, &url, "embed")]);
        let button = lab.preview().inside("[data-section=\"embed\"] button");
        lab.set_payload(&embed("video")).await?;
        lab.click(&button).await?;
        eventually(async || lab.count("video").await, 1).await?;
        for text in [embed("html"), payload::item("Nothing", []), embed("html")] {
            lab.set_payload(&text).await?;
            // Its address has settled.
            tokio::time::sleep(std::time::Duration::from_millis(600)).await;
            assert_eq!(lab.count("iframe").await?, 0);
        }
        lab.click(&button).await?;
        eventually(async || lab.count("iframe").await, 1).await?;
        Ok(())
    })
}

#[test]
fn sound_film_and_documents_ask_nothing_before_a_press() -> Outcome {
    with_lab(async |lab| {
        for sub_type in ["audio", "video", "pdf"] {
            let url = format!("https://files.example/{sub_type}");
            lab.set_payload(&payload::item(sub_type, [payload::embed("media", sub_type, &url, "embed")])).await?;
            eventually(async || lab.preview().section("title").await, [sub_type]).await?;
            assert_eq!(lab.count(&lab.preview().inside("[data-section=\"embed\"]")).await?, 1, "{sub_type} is not drawn");
        }
        lab.assert_quiet().await
    })
}

#[test]
fn pictures_tell_no_referrer() -> Outcome {
    let elsewhere = Elsewhere::start()?;
    let url = elsewhere.server.url() + "picture.svg";
    with_lab(async |lab| {
        lab.tolerate(&elsewhere.server.url());
        let picture = |section: &str| payload::embed(section, "image", &url, section);
        lab.set_payload(&payload::item("Pictures", ["avatar", "entity", "embed"].map(picture))).await?;
        let script = "return [...document.querySelectorAll('[data-view] img')].map(e => e.getAttribute('referrerpolicy'))";
        let policies = async || Ok(lab.eval::<Vec<Option<String>>>(script, []).await?);
        // Avatar, entity and embed of the preview, entity of the Mention.
        eventually(policies, vec![Some("no-referrer".to_owned()); 4]).await?;
        eventually(async || Ok(elsewhere.requests("picture.svg")), without_referer("picture.svg")).await?;
        Ok(())
    })
}

#[test]
fn markup_is_text() -> Outcome {
    let markup = "<img src=x onerror=\"window.ran=1\"><script>window.ran=1</script><b>bold</b>";
    with_lab(async |lab| {
        let body = payload::inline("body", "plain_text", markup, "body");
        lab.set_payload(&payload::item(markup, [body])).await?;
        eventually(async || lab.preview().section("title").await, [markup]).await?;
        assert_eq!(lab.mention().section("title").await?, [markup]);
        assert_eq!(lab.preview().section("body").await?, [markup]);
        assert_eq!(lab.count("[data-view] img, [data-view] script, [data-view] b").await?, 0);
        assert_eq!(lab.eval::<Value>("return window.ran ?? null", []).await?, Value::Null);
        Ok(())
    })
}
