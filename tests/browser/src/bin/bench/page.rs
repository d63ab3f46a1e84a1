//! A page whose keystrokes are measured: the Lab, or the bare editor.

use std::time::Duration;

use browser_tests::{Lab, Outcome};
use serde::Deserialize;
use serde_json::json;

/// What stands before the place that is typed at; `payload.rs` of xtask writes it.
const BEFORE: &str = "Typed here: ";

/// A frame is done long before the next key.
const PAUSE: Duration = Duration::from_millis(120);

/// Images have come, saving is done.
pub const QUIET: Duration = Duration::from_millis(1200);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    Lab,
    Bare,
}

impl Page {
    /// Opens the page with a text of so many attributes, the cursor in a value in its middle.
    pub async fn open(self, lab: &Lab, text: &str) -> Outcome {
        let script = "return fetch(arguments[0]).then(answer => answer.text()).then(async text => {
            const lab = window.linkPreviewLab;
            if (lab) await lab.setProject({ ...lab.getProject(), payload: text });
            else bench.editors.payload.setText(text);
            const place = text.indexOf(arguments[1]) + arguments[1].length;
            bench.editors.payload.reveal(place, place);
        })";
        lab.open(if self == Self::Lab { "timed/index.html" } else { "bare/index.html" }).await?;
        lab.eval::<()>(script, [json!(format!("../payloads/{text}.json")), json!(BEFORE)]).await?;
        tokio::time::sleep(QUIET).await;
        Ok(())
    }
}

/// Presses letter after letter.
pub async fn press(lab: &Lab, letters: impl IntoIterator<Item = char>) -> Outcome {
    for letter in letters {
        let upper = letter.to_ascii_uppercase();
        let mut key = json!({ "type": "keyDown", "key": letter, "text": letter, "code": format!("Key{upper}"),
            "windowsVirtualKeyCode": u32::from(upper) });
        lab.browser.driver.cdp().send_raw("Input.dispatchKeyEvent", key.clone()).await?;
        key["type"] = json!("keyUp");
        lab.browser.driver.cdp().send_raw("Input.dispatchKeyEvent", key).await?;
        tokio::time::sleep(PAUSE).await;
    }
    Ok(())
}

/// What the clocks showed for the keys pressed since the last call.
#[derive(Debug, Default, Deserialize)]
pub struct Times {
    pub wholes: Vec<f64>,
    /// Of the whole, the making of the frame: the style, layout and painting.
    pub frames: Vec<f64>,
    pub shares: Vec<f64>,
    /// From the key to the frame that has the letter in the drawing too.
    pub drawings: Vec<f64>,
}

impl Times {
    pub fn add(&mut self, more: Self) {
        self.wholes.extend(more.wholes);
        self.frames.extend(more.frames);
        self.shares.extend(more.shares);
        self.drawings.extend(more.drawings);
    }
}

pub async fn taken(lab: &Lab) -> Outcome<Times> {
    let script = "const { wholes, frames, shares, drawings } = bench;
        Object.assign(bench, { wholes: [], frames: [], shares: [], drawings: [] });
        return { wholes, frames, shares, drawings }";
    Ok(lab.eval(script, []).await?)
}

/// From now on waits for the drawing to show `text`; see [`followed`].
pub async fn follow(lab: &Lab, text: &str) -> Outcome {
    Ok(lab.eval("bench.follow(arguments[0])", [json!(text)]).await?)
}

/// `None`: it did not within half a minute.
pub async fn followed(lab: &Lab) -> Outcome<Option<f64>> {
    Ok(lab.eval("return bench.followed", []).await?)
}
