//! A preview is built without JSON: in the form, on the card, by mouse, by keyboard and on a phone.

use std::cell::Cell;

use browser_tests::{Lab, Outcome, WebDriverResult, eventually, payload, with_lab};
use serde_json::{Value, json};
use thirtyfour::Key;

/// Presses beside the texts themselves that a card may take.
const MOST_PRESSES: u32 = 60;

/// What somebody adds: the word, the text, and a color of Notion's.
const ISSUE: [(&str, &str, Option<&str>); 8] = [
    ("Title", "Login fails on Safari", None),
    ("Developer", "Acme Tracker", None),
    ("Status", "In progress", Some("Blue")),
    ("Label", "Bug", Some("Red")),
    ("ID", "LAB-12", None),
    ("Author", "Ines Okafor", None),
    ("Count", "3 of 5", None),
    ("Description", "Users on Safari 17 see a blank page after they sign in.", None),
];

/// A hand that counts.
struct Hand<'l> {
    lab: &'l Lab,
    presses: Cell<u32>,
}

impl Hand<'_> {
    async fn click(&self, selector: &str) -> WebDriverResult<()> {
        self.presses.set(self.presses.get() + 1);
        self.lab.click(selector).await
    }

    async fn key(&self, key: Key) -> WebDriverResult<()> {
        self.presses.set(self.presses.get() + 1);
        self.lab.keys(key).await
    }

    /// Alt Shift A.
    async fn offer(&self) -> WebDriverResult<()> {
        self.presses.set(self.presses.get() + 1);
        self.lab.chord(&[Key::Alt, Key::Shift], 'a').await
    }
}

async fn parts(lab: &Lab) -> WebDriverResult<Value> {
    let text = lab.payload_text().await?;
    let list: Vec<Value> = serde_json::from_str(&text).unwrap_or_default();
    let part = |one: &Value| {
        let (name, inside) = one["inline"].as_object()?.iter().next()?;
        Some(json!([one["name"], name, inside["value"], inside["section"]]))
    };
    Ok(list.iter().filter_map(part).collect())
}

fn issue() -> Value {
    json!([
        ["Title", "title", "Login fails on Safari", "title"],
        ["Developer Name", "plain_text", "Acme Tracker", "secondary"],
        ["Status", "enum", "In progress", "primary"],
        ["Label", "enum", "Bug", "primary"],
        ["ID", "plain_text", "LAB-12", "identifier"],
        ["Author", "plain_text", "Ines Okafor", "secondary"],
        ["Count", "plain_text", "3 of 5", "primary"],
        ["Description", "plain_text", "Users on Safari 17 see a blank page after they sign in.", "body"],
    ])
}

async fn begin(lab: &Lab) -> Outcome {
    lab.press("projects").await?;
    lab.press("project:new").await?;
    lab.settle().await?;
    Ok(())
}

/// The field of the attribute that was added has the focus, and all of its text is selected.
async fn value_has_focus(lab: &Lab) -> Outcome {
    let ready = "const field = document.activeElement;
        return field?.dataset.field === 'value' && field.selectionEnd - field.selectionStart === field.value.length";
    Ok(eventually(async || lab.eval::<bool>(ready, []).await, true).await?)
}

async fn is_the_issue(lab: &Lab, hand: &Hand<'_>) -> Outcome {
    eventually(async || parts(lab).await, issue()).await?;
    let analysis = lab.analysis().await?;
    assert_eq!(analysis["diagnostics"], json!([]));
    let presses = hand.presses.get();
    println!("an issue card took {presses} presses beside its texts");
    assert!(presses <= MOST_PRESSES, "{presses} presses");
    Ok(())
}

async fn by_mouse(lab: &Lab) -> Outcome {
    begin(lab).await?;
    let hand = Hand { lab, presses: Cell::new(0) };
    // A phone shows one pane.
    if !lab.shows("[data-action=\"form\"]").await? {
        hand.click("[data-action=\"pane:payload\"]").await?;
    }
    hand.click("[data-action=\"form\"]").await?;
    for (word, text, tint) in ISSUE {
        hand.click("[data-action=\"add-attribute\"]").await?;
        let name = word.to_lowercase().replace(' ', "-");
        eventually(async || lab.shows(&format!("[data-action=\"add:{name}\"]")).await, true).await?;
        hand.click(&format!("[data-action=\"add:{name}\"]")).await?;
        value_has_focus(lab).await?;
        lab.keys(text).await?;
        if let Some(tint) = tint {
            hand.click(&format!("[data-form] [aria-label=\"{tint}\"]")).await?;
        }
    }
    is_the_issue(lab, &hand).await
}

#[test]
fn an_issue_is_made_by_mouse() -> Outcome {
    with_lab(by_mouse)
}

#[test]
fn an_issue_is_made_on_a_phone() -> Outcome {
    with_lab(async |lab| {
        lab.resize(390, 844, true).await?;
        by_mouse(lab).await
    })
}

#[test]
fn an_issue_is_made_by_keyboard() -> Outcome {
    with_lab(async |lab| {
        begin(lab).await?;
        let hand = Hand { lab, presses: Cell::new(0) };
        for (word, text, tint) in ISSUE {
            hand.offer().await?;
            eventually(async || lab.focus_is(".add-panel input").await, true).await?;
            lab.keys(&word.to_lowercase()).await?;
            hand.key(Key::Enter).await?;
            value_has_focus(lab).await?;
            lab.keys(text).await?;
            if let Some(tint) = tint {
                // To the color, which is the next field.
                while !lab.focus_is(&format!("[data-form] [aria-label=\"{tint}\"]")).await? {
                    hand.key(Key::Tab).await?;
                }
                hand.key(Key::Enter).await?;
            }
        }
        is_the_issue(lab, &hand).await
    })
}

#[test]
fn a_part_of_the_card_is_chosen_and_removed() -> Outcome {
    with_lab(async |lab| {
        lab.set_payload(&payload::item("Chosen", [])).await?;
        lab.click("[data-view=\"preview\"] [data-attribute=\"title\"]").await?;
        eventually(async || lab.shows("[data-form] [data-attribute=\"title\"] [data-field=\"section\"]").await, true).await?;
        // Keys on the card go on from there.
        lab.eval::<()>("document.querySelector('[data-view=preview]').focus()", []).await?;
        lab.keys(Key::Enter).await?;
        value_has_focus(lab).await?;
        lab.keys("Typed").await?;
        let title = async || Ok(lab.find("[data-view=\"preview\"] [data-attribute=\"title\"]").await?.text().await?);
        eventually(title, "Typed".to_owned()).await?;
        lab.eval::<()>("document.querySelector('[data-view=preview]').focus()", []).await?;
        lab.keys(Key::Delete).await?;
        eventually(async || lab.count("[data-view=\"preview\"] [data-attribute=\"title\"]").await, 0).await?;
        lab.click("[data-toast] button").await?;
        eventually(async || lab.count("[data-view=\"preview\"] [data-attribute=\"title\"]").await, 1).await?;
        Ok(())
    })
}

#[test]
fn a_press_on_the_mention_opens_no_page() -> Outcome {
    with_lab(async |lab| {
        lab.click("[data-view=\"mention\"] [data-attribute=\"title\"]").await?;
        eventually(async || lab.shows("[data-form] [data-attribute=\"title\"] [data-field=\"section\"]").await, true).await?;
        lab.settle().await?;
        assert_eq!(lab.browser.driver.windows().await?.len(), 1);
        Ok(())
    })
}

#[test]
fn a_field_touches_its_own_bytes_and_is_one_step() -> Outcome {
    with_lab(async |lab| {
        let text = "[ {\"id\":\"title\",  \"x\": 1.50, \"inline\": {\"title\": {\"value\": \"A\", \"section\": \"title\"}}} ]";
        lab.set_payload(text).await?;
        lab.press("both").await?;
        eventually(async || lab.shows("[data-form] [data-attribute=\"title\"] [data-field=\"value\"]").await, true).await?;
        lab.click("[data-form] [data-attribute=\"title\"] [data-field=\"value\"]").await?;
        lab.chord(&[Key::Control], 'a').await?;
        lab.keys("New").await?;
        eventually(async || lab.payload_text().await, text.replace("\"A\"", "\"New\"")).await?;
        lab.chord(&[Key::Control], 'z').await?;
        eventually(async || lab.payload_text().await, text.to_owned()).await?;
        // What the form cannot read, it leaves alone.
        lab.set_payload("[ {").await?;
        eventually(async || lab.count("[data-form] .layers[inert]").await, 1).await?;
        Ok(())
    })
}
