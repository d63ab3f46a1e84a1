//! The timeline: events, the steps that they became, the requests of each, and what there is after them.

use serde::Deserialize;
use serde_json::json;
use thirtyfour::error::WebDriverResult;

use crate::lab::Lab;
use crate::run::eventually;

pub struct Timeline<'a> {
    lab: &'a Lab,
}

/// One step.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Step {
    pub name: String,
    /// What is to be seen after it.
    pub state: String,
    /// In a sentence, what happened.
    pub says: String,
}

impl<'a> Timeline<'a> {
    pub(crate) fn new(lab: &'a Lab) -> Self {
        Self { lab }
    }

    /// Brings the pane to the front.
    pub async fn open(&self) -> WebDriverResult<()> {
        self.lab.press("pane:timeline").await?;
        eventually(async || self.lab.shows("#steps").await, true).await
    }

    /// Presses the button of an event.
    pub async fn play(&self, event: &str) -> WebDriverResult<()> {
        self.lab.click(&format!(".event[data-action=\"play:{event}\"]")).await
    }

    pub async fn steps(&self) -> WebDriverResult<Vec<Step>> {
        let script = "return [...document.querySelectorAll('#steps > .step')].map(e => ({
            name: e.querySelector('.step-name').textContent, says: e.querySelector('.step-says').textContent,
            state: e.querySelector('[data-state-name]').dataset.stateName }))";
        self.lab.eval(script, []).await
    }

    /// The names of the steps.
    pub async fn names(&self) -> WebDriverResult<Vec<String>> {
        Ok(self.steps().await?.into_iter().map(|step| step.name).collect())
    }

    /// How many of the steps are played: the number of the one that is marked as current.
    pub async fn place(&self) -> WebDriverResult<usize> {
        let script =
            "return [...document.querySelectorAll('#steps > .step')].findIndex(e => e.matches('[aria-current=step]')) + 1";
        self.lab.eval(script, []).await
    }

    /// The requests, `POST https://…`, in their order.
    pub async fn exchanges(&self) -> WebDriverResult<Vec<String>> {
        let script = "return [...document.querySelectorAll('[data-exchange]')].map(e => `${e.dataset.method} ${e.dataset.url}`)";
        self.lab.eval(script, []).await
    }

    /// The texts of an exchange, by its step and place: `2:0`; request, then response.
    pub async fn messages(&self, at: &str) -> WebDriverResult<[String; 2]> {
        let script = "return [...document.querySelectorAll(`[data-exchange='${arguments[0]}'] pre`)].map(e => e.textContent)";
        self.lab.eval(script, [json!(at)]).await
    }

    /// Opens an exchange, or closes it.
    pub async fn toggle(&self, at: &str) -> WebDriverResult<()> {
        self.lab.click(&format!("[data-exchange=\"{at}\"] summary")).await
    }

    /// The exchanges that are open.
    pub async fn opened(&self) -> WebDriverResult<Vec<String>> {
        let script = "return [...document.querySelectorAll('[data-exchange]:has(> details[open])')].map(e => e.dataset.exchange)";
        self.lab.eval(script, []).await
    }

    /// Why the last event could not happen.
    pub async fn refused(&self) -> WebDriverResult<Option<String>> {
        self.lab.eval("return document.querySelector('#steps .refused')?.textContent ?? null", []).await
    }

    /// The keys of "My connections".
    pub async fn connections(&self) -> WebDriverResult<Vec<String>> {
        let script = "return [...document.querySelectorAll('#world [data-connection]')].map(e => e.dataset.connection)";
        self.lab.eval(script, []).await
    }
}
