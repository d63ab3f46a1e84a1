//! The page: opening it, its commands, its project and its problems.

use std::cell::RefCell;
use std::time::Duration;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::error::{WebDriverErrorInner, WebDriverResult};
use thirtyfour::{By, WebElement};

use crate::browser::Browser;
use crate::editor::Editor;
use crate::integration::Integration;
use crate::link_rules::LinkRules;
use crate::paths;
use crate::run::eventually;
use crate::server::Server;
use crate::timeline::Timeline;
use crate::view::View;

/// True once the first drawing is on screen and the editor takes keys.
pub const READY: &str = "return document.documentElement.dataset.ready === 'true'
    && document.documentElement.dataset.editor === 'ready'";

/// Longer than any script of a test should run, the drawing of a payload of megabytes included.
const SCRIPT_TIMEOUT: Duration = Duration::from_mins(1);

/// The side of a row's middle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Above,
    Below,
}

pub struct Lab {
    pub browser: Browser,
    pub server: Server,
    /// Beginnings of foreign URLs that the test expects; see `watch`.
    pub(crate) tolerated: RefCell<Vec<String>>,
}

/// One row of the Problems panel.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Problem {
    pub rule: String,
    pub severity: String,
    pub text: String,
}

impl Lab {
    pub async fn start() -> WebDriverResult<Self> {
        let dist = paths::dist();
        if !dist.join("index.html").is_file() {
            let message = format!("no page in `{}`: run `cargo xtask build`", dist.display());
            return Err(WebDriverErrorInner::NotFound("index.html".to_owned(), message).into());
        }
        let server = Server::start(dist)?;
        let browser = Browser::start(1280, 900).await?;
        browser.driver.set_script_timeout(SCRIPT_TIMEOUT).await?;
        let lab = Self { browser, server, tolerated: RefCell::default() };
        Ok(lab)
    }

    /// Ends the session in order; dropping does it too, with a warning.
    pub async fn end(self) {
        let _ = self.browser.driver.clone().quit().await;
    }

    /// Opens the page, `after` being what follows its URL (`#p=…`, `?embed`).
    pub async fn open(&self, after: &str) -> WebDriverResult<()> {
        self.browser.driver.goto(self.server.url() + after).await?;
        self.ready().await
    }

    pub async fn reload(&self) -> WebDriverResult<()> {
        self.browser.driver.refresh().await?;
        self.ready().await
    }

    pub async fn ready(&self) -> WebDriverResult<()> {
        eventually(async || self.eval::<bool>(READY, []).await, true).await
    }

    /// Waits until all that was changed so far is on the screen.
    pub async fn settle(&self) -> WebDriverResult<()> {
        self.eval("return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))", []).await
    }

    /// Runs a script in the page; a promise that it returns is waited for.
    pub async fn eval<T: DeserializeOwned>(
        &self,
        script: &str,
        arguments: impl IntoIterator<Item = Value>,
    ) -> WebDriverResult<T> {
        let arguments: Vec<Value> = arguments.into_iter().collect();
        self.browser.driver.execute(script, arguments).await?.convert()
    }

    /// The first element that matches; waits for none.
    pub async fn find(&self, selector: &str) -> WebDriverResult<WebElement> {
        self.browser.driver.find(By::Css(selector)).await
    }

    pub async fn count(&self, selector: &str) -> WebDriverResult<usize> {
        self.eval("return document.querySelectorAll(arguments[0]).length", [json!(selector)]).await
    }

    /// Whether anything that matches can be seen.
    pub async fn shows(&self, selector: &str) -> WebDriverResult<bool> {
        let script = "return [...document.querySelectorAll(arguments[0])].some(e => e.checkVisibility({
            opacityProperty: true, visibilityProperty: true }) && e.getClientRects().length > 0)";
        self.eval(script, [json!(selector)]).await
    }

    /// Presses the visible command of that name.
    pub async fn press(&self, action: &str) -> WebDriverResult<()> {
        self.click(&format!("[data-action=\"{action}\"]")).await
    }

    /// Clicks the first element that matches and can be seen, as soon as there is one.
    pub async fn click(&self, selector: &str) -> WebDriverResult<()> {
        let unseen = || WebDriverErrorInner::NotFound(selector.to_owned(), "none can be seen".to_owned());
        eventually(async || Ok(self.seen(selector).await?.is_some()), true).await.map_err(|_| unseen())?;
        let element = self.seen(selector).await?.ok_or_else(unseen)?;
        // The driver takes what the edge of a list half hides for visible, and meets what lies above it.
        self.eval::<()>("arguments[0].scrollIntoView({ block: 'nearest' })", [element.to_json()?]).await?;
        element.click().await
    }

    /// Drags the grip of a row to just above or below the middle of another row, as a hand does: in two moves.
    pub async fn drag(&self, row: &str, to: &str, side: Side) -> WebDriverResult<()> {
        let grip = self.find(&format!("{row} .grip")).await?;
        let to = self.find(to).await?;
        let past = if side == Side::Above { -4 } else { 4 };
        let chain = self.browser.driver.action_chain().click_and_hold_element(&grip).move_by_offset(0, past);
        chain.move_to_element_with_offset(&to, 0, past).release().perform().await
    }

    /// The first element that matches and that the driver, too, takes for visible: what a panel cuts off is not.
    async fn seen(&self, selector: &str) -> WebDriverResult<Option<WebElement>> {
        if self.shows(selector).await? {
            for element in self.browser.driver.find_all(By::Css(selector)).await? {
                if element.is_displayed().await? {
                    return Ok(Some(element));
                }
            }
        }
        Ok(None)
    }

    pub fn payload(&self) -> Editor<'_> {
        Editor::new(self, "payload")
    }

    pub fn link_rules(&self) -> LinkRules<'_> {
        LinkRules::new(self)
    }

    pub fn integration(&self) -> Integration<'_> {
        Integration::new(self)
    }

    pub fn timeline(&self) -> Timeline<'_> {
        Timeline::new(self)
    }

    pub fn preview(&self) -> View<'_> {
        View::new(self, "preview")
    }

    pub fn mention(&self) -> View<'_> {
        View::new(self, "mention")
    }

    pub async fn project(&self) -> WebDriverResult<Value> {
        self.eval("return window.linkPreviewLab.getProject()", []).await
    }

    /// The text that the project holds, which is what counts as typed.
    pub async fn payload_text(&self) -> WebDriverResult<String> {
        self.eval("return window.linkPreviewLab.getProject().payload", []).await
    }

    pub async fn analysis(&self) -> WebDriverResult<Value> {
        self.eval("return window.linkPreviewLab.getAnalysis()", []).await
    }

    /// What the bar says of the rule that takes the link.
    pub async fn taken_by(&self) -> WebDriverResult<String> {
        let script = "return [...document.getElementById('taken-by').children].map(e => e.textContent.trim()).join(' ')";
        self.eval(script, []).await
    }

    /// The groups of the rule that takes the link, each with what it captured: `slugrocket`.
    pub async fn captured(&self) -> WebDriverResult<String> {
        let script = "return [...document.querySelectorAll('#captures .capture')].map(e => e.textContent.trim()).join(' ')";
        self.eval(script, []).await
    }

    /// Opens a template by way of the gallery.
    pub async fn use_template(&self, id: &str) -> WebDriverResult<()> {
        self.press("templates").await?;
        self.click(&format!("[data-template=\"{id}\"]")).await?;
        eventually(async || self.shows("[data-template]").await, false).await?;
        self.settle().await
    }

    /// Hands over a project; the message where the page rejects it.
    pub async fn set_project(&self, project: &Value) -> WebDriverResult<Result<(), String>> {
        let script = "return Promise.resolve(window.linkPreviewLab.setProject(arguments[0]))
            .then(() => null, error => String(error?.message ?? error))";
        let rejected: Option<String> = self.eval(script, [project.clone()]).await?;
        Ok(rejected.map_or(Ok(()), Err))
    }

    /// The open project with another payload.
    pub async fn set_payload(&self, text: &str) -> WebDriverResult<()> {
        let script = "const lab = window.linkPreviewLab;
            return Promise.resolve(lab.setProject({ ...lab.getProject(), payload: arguments[0] })).then(() => null)";
        self.eval(script, [json!(text)]).await
    }

    pub async fn problems(&self) -> WebDriverResult<Vec<Problem>> {
        let script = "return [...document.querySelectorAll('[data-problem]')].map(e =>
            ({ rule: e.dataset.rule, severity: e.dataset.severity, text: e.textContent.trim() }))";
        self.eval(script, []).await
    }

    /// The rules of the Problems panel, in its order.
    pub async fn rules(&self) -> WebDriverResult<Vec<String>> {
        Ok(self.problems().await?.into_iter().map(|problem| problem.rule).collect())
    }

    /// Presses the first fix of the first problem of a rule.
    pub async fn fix(&self, rule: &str) -> WebDriverResult<()> {
        self.click(&format!("[data-problem][data-rule=\"{rule}\"] [data-action=\"fix\"]")).await
    }

    /// The window, as a phone has it where `touch`.
    pub async fn resize(&self, width: u32, height: u32, touch: bool) -> WebDriverResult<()> {
        let cdp = self.browser.driver.cdp();
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": touch });
        cdp.send_raw("Emulation.setDeviceMetricsOverride", metrics).await?;
        cdp.send_raw("Emulation.setTouchEmulationEnabled", json!({ "enabled": touch })).await?;
        Ok(())
    }

    /// What the visitor's system prefers: `light` or `dark`.
    pub async fn color_scheme(&self, scheme: &str) -> WebDriverResult<()> {
        let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        self.browser.driver.cdp().send_raw("Emulation.setEmulatedMedia", media).await?;
        Ok(())
    }

    /// A script that runs in each document opened from now on, before the page's own.
    pub async fn before_page(&self, source: &str) -> WebDriverResult<()> {
        let script = json!({ "source": source });
        self.browser.driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", script).await?;
        Ok(())
    }
}
