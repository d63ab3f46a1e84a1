//! What the browser noticed behind the page's back: console, exceptions, requests.

use serde_json::Value;
use thirtyfour::WebDriver;
use thirtyfour::error::WebDriverResult;

use crate::failure::Outcome;
use crate::lab::Lab;

impl Lab {
    /// From now on, requests to URLs that begin so, and what the console says of them, are as expected.
    pub fn tolerate(&self, url: &str) {
        self.tolerated.borrow_mut().push(url.to_owned());
    }

    /// Nothing was complained of in the console and no other machine was asked.
    pub async fn assert_quiet(&self) -> Outcome {
        let complaints = self.complaints().await?;
        if !complaints.is_empty() {
            Err(format!("the console is not empty: {complaints:#?}"))?;
        }
        let foreign = self.foreign_requests().await?;
        if !foreign.is_empty() {
            Err(format!("another machine was asked: {foreign:#?}"))?;
        }
        Ok(())
    }

    /// Warnings and errors of the console since the last call, uncaught exceptions and failed requests among them.
    pub async fn complaints(&self) -> WebDriverResult<Vec<String>> {
        let entries = self.browser.driver.get_log("browser").await?;
        let grave = entries.into_iter().filter(|entry| matches!(entry.level.as_str(), "WARNING" | "SEVERE"));
        Ok(grave.map(|entry| entry.message).filter(|message| !self.tolerates(|url| message.contains(url))).collect())
    }

    /// URLs outside the Lab's folder that were asked for since the last call.
    pub async fn foreign_requests(&self) -> WebDriverResult<Vec<String>> {
        let urls = self.all_foreign_requests().await?.into_iter();
        Ok(urls.filter(|url| !self.tolerates(|expected| url.starts_with(expected))).collect())
    }

    /// The same, those tolerated among them.
    pub async fn all_foreign_requests(&self) -> WebDriverResult<Vec<String>> {
        let own = self.server.url();
        let urls = requested(&self.browser.driver).await?;
        Ok(urls.into_iter().filter(|url| !url.starts_with(&own) && !stays_inside(url)).collect())
    }

    fn tolerates(&self, matches: impl Fn(&str) -> bool) -> bool {
        self.tolerated.borrow().iter().any(|url| matches(url))
    }
}

/// URLs whose content the page itself holds, and the empty page that the browser begins with.
fn stays_inside(url: &str) -> bool {
    ["data:", "blob:", "about:", "chrome:"].iter().any(|scheme| url.starts_with(scheme))
}

async fn requested(driver: &WebDriver) -> WebDriverResult<Vec<String>> {
    let entries = driver.get_log("performance").await?;
    Ok(entries.iter().filter_map(|entry| request_url(&entry.message)).collect())
}

fn request_url(event: &str) -> Option<String> {
    let event: Value = serde_json::from_str(event).ok()?;
    let message = &event["message"];
    let url = match message["method"].as_str()? {
        "Network.requestWillBeSent" => &message["params"]["request"]["url"],
        "Network.webSocketCreated" => &message["params"]["url"],
        _ => return None,
    };
    url.as_str().map(str::to_owned)
}
