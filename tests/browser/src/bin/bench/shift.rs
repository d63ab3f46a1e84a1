//! Layout shift of a first visit: what moves on screen while the program arrives, as browsers score it.

use std::time::Duration;

use browser_tests::{Lab, Outcome};
use serde_json::json;
use tokio::time::sleep;

use crate::figures::row;

/// Browsers call 0.1 good.
const SHIFT: f64 = 0.02;

const WIDTHS: [(u32, u32); 3] = [(1440, 900), (1280, 900), (390, 844)];

/// 8 Mbit/s: slow enough that the page is on screen before the program is.
const SPEED: u32 = 1_000_000;

/// The editor has come, fonts and pictures too.
const QUIET: Duration = Duration::from_secs(1);

const SHIFTS: &str = "window.shift = 0;
new PerformanceObserver(list => { for (const entry of list.getEntries()) window.shift += entry.value; })
    .observe({ type: 'layout-shift', buffered: true })";

pub async fn shift() -> Outcome {
    for (width, height) in WIDTHS {
        let lab = Lab::start().await?;
        let network = json!({ "offline": false, "latency": 40, "downloadThroughput": SPEED, "uploadThroughput": SPEED });
        lab.browser.driver.cdp().send_raw("Network.enable", json!({})).await?;
        lab.browser.driver.cdp().send_raw("Network.emulateNetworkConditions", network).await?;
        lab.resize(width, height, width < 900).await?;
        lab.before_page(SHIFTS).await?;
        lab.open("").await?;
        sleep(QUIET).await;
        let shift: f64 = lab.eval("return window.shift", []).await?;
        lab.end().await;
        row(&format!("layout shift, {width} px"), &format!("{shift:.3}"), &SHIFT.to_string(), shift <= SHIFT);
    }
    Ok(())
}
