//! The page by keyboard alone.

use std::time::Duration;

use serde_json::json;
use thirtyfour::Key;
use thirtyfour::error::{WebDriverErrorInner, WebDriverResult};

use crate::lab::Lab;

const NO_DELAY: Option<Duration> = Some(Duration::ZERO);

/// More steps than any way round the page has.
const STEPS: usize = 200;

impl Lab {
    /// Types into whatever has the focus.
    pub async fn keys(&self, keys: impl Into<thirtyfour::TypingData>) -> WebDriverResult<()> {
        self.browser.driver.action_chain_with_delay(NO_DELAY, NO_DELAY).send_keys(keys).perform().await
    }

    /// Holds `held` while `key` is pressed.
    pub async fn chord(&self, held: &[Key], key: char) -> WebDriverResult<()> {
        let mut chain = self.browser.driver.action_chain_with_delay(NO_DELAY, NO_DELAY);
        for held in held {
            chain = chain.key_down(held.clone());
        }
        chain = chain.key_down(key).key_up(key);
        for held in held {
            chain = chain.key_up(held.clone());
        }
        chain.perform().await
    }

    /// Goes to the next stop. An editor keeps Tab for itself unless Escape comes before it.
    pub async fn tab(&self) -> WebDriverResult<()> {
        if self.focus_is("body [data-editor] *").await? {
            self.keys(Key::Escape).await?;
        }
        self.keys(Key::Tab).await
    }

    /// Goes on by Tab until what has the focus matches.
    pub async fn tab_to(&self, selector: &str) -> WebDriverResult<()> {
        for _ in 0..STEPS {
            if self.focus_is(selector).await? {
                return Ok(());
            }
            self.tab().await?;
        }
        let message = format!("not reached in {STEPS} presses of Tab");
        Err(WebDriverErrorInner::NotFound(selector.to_owned(), message).into())
    }

    pub async fn focus_is(&self, selector: &str) -> WebDriverResult<bool> {
        self.eval("return document.activeElement?.matches(arguments[0]) ?? false", [json!(selector)]).await
    }
}
