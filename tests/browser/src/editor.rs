//! One of the page's editors, used as a person uses it.

use serde_json::json;
use thirtyfour::error::WebDriverResult;
use thirtyfour::{Key, WebElement};

use crate::lab::Lab;

pub struct Editor<'a> {
    lab: &'a Lab,
    name: &'static str,
}

impl<'a> Editor<'a> {
    pub(crate) fn new(lab: &'a Lab, name: &'static str) -> Self {
        Self { lab, name }
    }

    /// The element that takes the keys.
    pub async fn field(&self) -> WebDriverResult<WebElement> {
        let name = self.name;
        let editor = format!("[data-editor=\"{name}\"]");
        self.lab.find(&format!("{editor} [contenteditable=\"true\"], {editor} textarea")).await
    }

    pub async fn focus(&self) -> WebDriverResult<()> {
        self.field().await?.click().await
    }

    pub async fn has_focus(&self) -> WebDriverResult<bool> {
        let script = "return document.activeElement?.closest('[data-editor]')?.dataset.editor === arguments[0]";
        self.lab.eval(script, [json!(self.name)]).await
    }

    /// Types the text, key by key, in place of all there is.
    pub async fn type_over(&self, text: &str) -> WebDriverResult<()> {
        self.select_all().await?;
        self.lab.keys(Key::Delete + text).await
    }

    /// Puts the text in place of all there is, in one piece, as pasting does.
    pub async fn paste_over(&self, text: &str) -> WebDriverResult<()> {
        self.select_all().await?;
        self.lab.browser.driver.cdp().send_raw("Input.insertText", json!({ "text": text })).await?;
        Ok(())
    }

    pub async fn select_all(&self) -> WebDriverResult<()> {
        self.focus().await?;
        self.lab.chord(&[Key::Control], 'a').await
    }
}
