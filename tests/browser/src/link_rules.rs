//! The pane of the link rules: their list, and the form of the one that is open.

use serde::Deserialize;
use serde_json::json;
use thirtyfour::WebElement;
use thirtyfour::error::WebDriverResult;

use crate::editor::Editor;
use crate::lab::Lab;
use crate::run::eventually;

/// The two lists of URLs of a rule, as `data-sample` has them.
pub const REQUIRED: &str = "required";
pub const EXCLUDED: &str = "excluded";

pub struct LinkRules<'a> {
    lab: &'a Lab,
}

/// One URL of the open rule.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Sample {
    pub url: String,
    pub matched: bool,
    /// In words, as screen readers say it.
    pub verdict: String,
    /// Groups and what they captured.
    pub captures: Vec<(String, String)>,
    /// All that stands below the URL.
    pub more: String,
}

impl<'a> LinkRules<'a> {
    pub(crate) fn new(lab: &'a Lab) -> Self {
        Self { lab }
    }

    /// Brings the pane to the front.
    pub async fn open(&self) -> WebDriverResult<()> {
        self.lab.press("pane:rules").await?;
        eventually(async || self.lab.shows("#rule-list").await, true).await
    }

    /// The names in the list, in its order.
    pub async fn names(&self) -> WebDriverResult<Vec<String>> {
        self.lab.eval("return [...document.querySelectorAll('[data-rule-row] .rule-name')].map(e => e.textContent)", []).await
    }

    /// The name of the rule that is marked as open in the list.
    pub async fn current(&self) -> WebDriverResult<Option<String>> {
        let script = "return document.querySelector('[data-rule-row] [aria-current] .rule-name')?.textContent ?? null";
        self.lab.eval(script, []).await
    }

    pub async fn choose(&self, rule: usize) -> WebDriverResult<()> {
        self.lab.click(&format!("[data-rule-row=\"{rule}\"] [data-action=\"rule-open\"]")).await
    }

    /// What moves a rule.
    pub async fn grip(&self, rule: usize) -> WebDriverResult<WebElement> {
        self.lab.find(&format!("[data-rule-row=\"{rule}\"] .grip")).await
    }

    pub fn pattern(&self) -> Editor<'a> {
        Editor::new(self.lab, "pattern")
    }

    pub fn placeholders(&self) -> Editor<'a> {
        Editor::new(self.lab, "placeholders")
    }

    /// The URLs of a list with their verdicts.
    pub async fn urls(&self, list: &str) -> WebDriverResult<Vec<Sample>> {
        let script = "return [...document.querySelectorAll(`[data-sample=${arguments[0]}]`)].map(row => ({
            url: row.querySelector('textarea').value, matched: row.dataset.matched === 'true',
            verdict: row.querySelector('.verdict').textContent.trim(), more: row.querySelector('.row-more').textContent.trim(),
            captures: [...row.querySelectorAll('.capture')].map(e =>
                [e.querySelector('.group-name')?.textContent ?? '', e.querySelector('.captured, .soft')?.textContent ?? '']) }))";
        self.lab.eval(script, [json!(list)]).await
    }

    /// Only whether each of a list matches.
    pub async fn matches(&self, list: &str) -> WebDriverResult<Vec<bool>> {
        Ok(self.urls(list).await?.into_iter().map(|sample| sample.matched).collect())
    }

    /// What finds the field of a URL.
    pub fn field(&self, list: &str, row: usize) -> String {
        format!("[data-sample=\"{list}\"][data-row=\"{row}\"] textarea")
    }

    /// Clicks into the field of a URL, behind its text.
    pub async fn into_url(&self, list: &str, row: usize) -> WebDriverResult<()> {
        self.lab.click(&self.field(list, row)).await?;
        self.lab.keys(thirtyfour::Key::End).await
    }

    /// Presses a button of a URL's row.
    pub async fn press_in_row(&self, list: &str, row: usize, action: &str) -> WebDriverResult<()> {
        self.lab.click(&format!("[data-sample=\"{list}\"][data-row=\"{row}\"] [data-action=\"{action}\"]")).await
    }
}
