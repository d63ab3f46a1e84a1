//! The page before its program is there, and when the program does not come.

use std::time::Duration;

use browser_tests::{Lab, Outcome, WebDriverResult, eventually, with_lab};
use serde_json::json;
use tokio::time::sleep;

/// Longer than the page waits before it says that it is still loading.
const LONG: Duration = Duration::from_secs(9);

/// Lets no request through whose URL matches; an empty list lets all through.
async fn block(lab: &Lab, urls: &[&str]) -> WebDriverResult<()> {
    let cdp = lab.browser.driver.cdp();
    cdp.send_raw("Network.enable", json!({})).await?;
    cdp.send_raw("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await?;
    cdp.send_raw("Network.setBlockedURLs", json!({ "urls": urls })).await?;
    Ok(())
}

/// From the next document on the wasm is asked for and does not come, until `release` is called in the page.
async fn hold_wasm(lab: &Lab) -> WebDriverResult<()> {
    let script = "const asked = window.fetch;
        const released = new Promise(release => { window.release = release; });
        window.fetch = async (...request) => {
            if (String(request[0]?.url ?? request[0]).endsWith('.wasm')) await released;
            return asked(...request);
        }";
    lab.before_page(script).await
}

async fn reload(lab: &Lab) -> WebDriverResult<()> {
    lab.browser.driver.refresh().await
}

#[test]
fn a_program_that_cannot_be_loaded_is_said_in_words_and_loaded_by_the_button() -> Outcome {
    with_lab(async |lab| {
        for missing in ["*_bg.wasm", "*/link-preview-lab-*.js"] {
            block(lab, &[missing]).await?;
            reload(lab).await?;
            eventually(async || lab.shows("#not-loaded").await, true).await?;
            assert!(!lab.shows("#still-loading").await?);
            block(lab, &[]).await?;
            lab.click("#not-loaded button").await?;
            lab.ready().await?;
            assert!(!lab.shows("#not-loaded").await?);
            // What could not be loaded is in the console too.
            lab.complaints().await?;
        }
        Ok(())
    })
}

#[test]
fn a_program_that_takes_long_is_said_until_it_is_there() -> Outcome {
    with_lab(async |lab| {
        hold_wasm(lab).await?;
        reload(lab).await?;
        assert!(!lab.shows("#still-loading").await?);
        sleep(LONG).await;
        assert!(lab.shows("#still-loading").await?);
        lab.eval::<()>("release()", []).await?;
        lab.ready().await?;
        eventually(async || lab.shows("#still-loading").await, false).await?;
        // The browser wonders what the wasm was preloaded for.
        lab.complaints().await?;
        Ok(())
    })
}

#[test]
fn the_frame_has_the_chosen_theme_and_widths_before_the_program_is_there() -> Outcome {
    with_lab(async |lab| {
        let preferences = r#"{"theme":"dark","drawing":"light","width":"page","source":600,"problems":400,"timeline":440}"#;
        lab.eval::<()>("localStorage.setItem('link-preview-lab:preferences', arguments[0])", [json!(preferences)]).await?;
        hold_wasm(lab).await?;
        // What the page itself saves when it goes away would replace them.
        lab.eval::<()>("Storage.prototype.setItem = () => {}", []).await?;
        reload(lab).await?;
        let widths = "const width = selector => document.querySelector(selector).getBoundingClientRect().width;
            return [document.documentElement.dataset.theme, Math.round(10 * width('.pane.source') / width('.panes'))]";
        let seen: (String, f64) = lab.eval(widths, []).await?;
        assert_eq!(seen, ("dark".to_owned(), 6.0));
        lab.eval::<()>("release()", []).await?;
        lab.ready().await?;
        assert_eq!(lab.eval::<(String, f64)>(widths, []).await?, seen);
        Ok(())
    })
}

#[test]
fn who_comes_back_sees_the_frame_and_not_the_example() -> Outcome {
    with_lab(async |lab| {
        lab.set_payload("[]").await?;
        hold_wasm(lab).await?;
        reload(lab).await?;
        assert!(lab.shows(".header").await?);
        assert!(!lab.shows(".stages *").await?);
        assert!(!lab.shows("[data-editor='payload'] textarea").await?);
        lab.eval::<()>("release()", []).await?;
        lab.ready().await?;
        assert!(lab.shows(".stages *").await?);
        Ok(())
    })
}
