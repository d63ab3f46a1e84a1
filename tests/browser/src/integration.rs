//! The pane of the integration: its checklist, its settings, and the two tools.

use serde::Deserialize;
use serde_json::json;
use thirtyfour::Key;
use thirtyfour::error::WebDriverResult;

use crate::editor::Editor;
use crate::lab::Lab;
use crate::run::eventually;

pub struct Integration<'a> {
    lab: &'a Lab,
}

/// A problem that is told where it is: beside a field, or below a tool.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Told {
    pub rule: String,
    pub severity: String,
    pub message: String,
}

/// One step of the checklist.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Ready {
    pub step: String,
    /// `done`, `open` or `by-hand`.
    pub state: String,
    pub says: String,
}

impl<'a> Integration<'a> {
    pub(crate) fn new(lab: &'a Lab) -> Self {
        Self { lab }
    }

    /// Brings the pane to the front.
    pub async fn open(&self) -> WebDriverResult<()> {
        self.lab.press("pane:integration").await?;
        eventually(async || self.lab.shows("#ready").await, true).await
    }

    /// Unfolds a section, by its id.
    pub async fn unfold(&self, section: &str) -> WebDriverResult<()> {
        if self.lab.count(&format!("#{section}[open]")).await? == 0 {
            self.lab.click(&format!("#{section} > summary")).await?;
        }
        eventually(async || self.lab.count(&format!("#{section}[open]")).await, 1).await
    }

    /// What finds a field by its name, such as `setting:domain`.
    pub fn field(&self, name: &str) -> String {
        format!(".integration [data-field=\"{name}\"]")
    }

    /// Types in place of all there is in a field.
    pub async fn type_over(&self, name: &str, text: &str) -> WebDriverResult<()> {
        self.lab.click(&self.field(name)).await?;
        self.lab.chord(&[Key::Control], 'a').await?;
        self.lab.keys(Key::Delete + text).await
    }

    /// Puts a text in place of all there is in a field, in one piece, as pasting does.
    pub async fn paste_over(&self, name: &str, text: &str) -> WebDriverResult<()> {
        self.lab.click(&self.field(name)).await?;
        self.lab.chord(&[Key::Control], 'a').await?;
        self.lab.browser.driver.cdp().send_raw("Input.insertText", json!({ "text": text })).await?;
        Ok(())
    }

    /// What stands in a field.
    pub async fn value(&self, name: &str) -> WebDriverResult<String> {
        self.lab.eval("return document.querySelector(arguments[0]).value", [json!(self.field(name))]).await
    }

    /// What is told in a place, such as `#wrong-domain`.
    pub async fn told(&self, place: &str) -> WebDriverResult<Vec<Told>> {
        let script = "return [...document.querySelectorAll(`${arguments[0]} [data-told]`)].map(e => ({ rule: e.dataset.rule,
            severity: e.dataset.severity, message: e.querySelector('.message').textContent }))";
        self.lab.eval(script, [json!(place)]).await
    }

    /// The rules of what is told in a place.
    pub async fn told_rules(&self, place: &str) -> WebDriverResult<Vec<String>> {
        Ok(self.told(place).await?.into_iter().map(|told| told.rule).collect())
    }

    /// The rules that are told beside the field of a setting.
    pub async fn wrong(&self, setting: &str) -> WebDriverResult<Vec<String>> {
        self.told_rules(&format!("#wrong-{setting}")).await
    }

    pub async fn checklist(&self) -> WebDriverResult<Vec<Ready>> {
        let script = "return [...document.querySelectorAll('#ready [data-ready]')].map(e => ({ step: e.dataset.step,
            state: e.dataset.ready, says: e.querySelector('.note').textContent }))";
        self.lab.eval(script, []).await
    }

    /// The steps of the checklist in a state.
    pub async fn steps(&self, state: &str) -> WebDriverResult<Vec<String>> {
        Ok(self.checklist().await?.into_iter().filter(|ready| ready.state == state).map(|ready| ready.step).collect())
    }

    /// Presses a step of the checklist.
    pub async fn press_step(&self, step: &str) -> WebDriverResult<()> {
        self.lab.click(&format!("#ready [data-step=\"{step}\"] .ready-row")).await
    }

    /// The editor of the update's body.
    pub fn update(&self) -> Editor<'a> {
        Editor::new(self.lab, "update")
    }

    /// Everything that is read in a place, white space as one space.
    pub async fn words(&self, place: &str) -> WebDriverResult<String> {
        let script = "return document.querySelector(arguments[0])?.textContent.replace(/\\s+/g, ' ').trim() ?? ''";
        self.lab.eval(script, [json!(place)]).await
    }
}
