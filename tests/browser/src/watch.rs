//! What the browser noticed behind the page's back: console, exceptions, requests.

use serde_json::Value;
use thirtyfour::WebDriver;
use thirtyfour::error::WebDriverResult;

use crate::failure::Outcome;
use crate::lab::Lab;

impl Lab {
    /// Nothing was complained of in the console and no other machine was asked.
    pub async fn assert_quiet(&self) -> Outcome {
        assert_eq!(self.complaints().await?, Vec::<String>::new(), "the console is not empty");
        assert_eq!(self.foreign_requests().await?, Vec::<String>::new(), "the page asked another machine");
        Ok(())
    }

    /// Warnings and errors of the console since the last call, uncaught exceptions and failed requests among them.
    pub async fn complaints(&self) -> WebDriverResult<Vec<String>> {
        let entries = self.browser.driver.get_log("browser").await?;
        let grave = entries.into_iter().filter(|entry| matches!(entry.level.as_str(), "WARNING" | "SEVERE"));
        Ok(grave.map(|entry| entry.message).collect())
    }

    /// URLs outside the Lab's folder that were asked for since the last call.
    pub async fn foreign_requests(&self) -> WebDriverResult<Vec<String>> {
        let own = self.server.url();
        let urls = requested(&self.browser.driver).await?;
        Ok(urls.into_iter().filter(|url| !url.starts_with(&own) && !stays_inside(url)).collect())
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
