//! One of the two drawings of the open project.

use serde_json::json;
use thirtyfour::error::WebDriverResult;

use crate::lab::Lab;

pub struct View<'a> {
    lab: &'a Lab,
    name: &'static str,
}

impl<'a> View<'a> {
    pub(crate) fn new(lab: &'a Lab, name: &'static str) -> Self {
        Self { lab, name }
    }

    /// What finds the drawing in the document.
    pub fn selector(&self) -> String {
        format!("[data-view=\"{}\"]", self.name)
    }

    /// What finds something inside of it.
    pub fn inside(&self, selector: &str) -> String {
        format!("{} {selector}", self.selector())
    }

    pub async fn state(&self) -> WebDriverResult<String> {
        self.lab.eval("return document.querySelector(arguments[0]).dataset.state", [json!(self.selector())]).await
    }

    /// Whether the drawing is an older one than the text, which does not parse.
    pub async fn stale(&self) -> WebDriverResult<bool> {
        self.lab.eval("return document.querySelector(arguments[0]).dataset.stale === 'true'", [json!(self.selector())]).await
    }

    /// The words of a section's parts, in the order drawn.
    pub async fn section(&self, section: &str) -> WebDriverResult<Vec<String>> {
        let script = "return [...document.querySelector(arguments[0]).querySelectorAll(arguments[1])]
            .map(e => e.textContent.trim())";
        let parts = format!("[data-section=\"{section}\"][data-attribute]");
        self.lab.eval(script, [json!(self.selector()), json!(parts)]).await
    }

    /// Every word of the drawing, white space as one space.
    pub async fn words(&self) -> WebDriverResult<String> {
        let script = "return document.querySelector(arguments[0]).textContent.replace(/\\s+/g, ' ').trim()";
        self.lab.eval(script, [json!(self.selector())]).await
    }
}
