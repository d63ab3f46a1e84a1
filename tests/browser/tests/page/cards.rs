//! The cards of real products, each made from an empty project without JSON: by mouse, on a phone and by keyboard. The
//! presses beside the texts themselves are counted.

use std::cell::Cell;

use browser_tests::{Lab, Outcome, WebDriverResult, eventually, with_lab};
use serde_json::{Value, json};
use thirtyfour::Key;

/// Presses beside the texts that a card may take.
const MOST_PRESSES: u32 = 60;

/// What somebody adds by a word, and what becomes of it.
struct Part {
    word: &'static str,
    /// The name, sub-type and section that the attribute gets.
    made: [&'static str; 3],
    /// What is typed; `None`: it stays as it begins.
    text: Option<&'static str>,
    /// A color of Notion's.
    tint: Option<&'static str>,
}

const fn part(word: &'static str, made: [&'static str; 3], text: &'static str) -> Part {
    Part { word, made, text: Some(text), tint: None }
}

const fn chip(word: &'static str, text: &'static str, tint: &'static str) -> Part {
    Part { word, made: [word, "enum", "primary"], text: Some(text), tint: Some(tint) }
}

/// Needs no text: it starts with a sample picture, or with the present moment.
const fn sample(word: &'static str, sub_type: &'static str, section: &'static str) -> Part {
    Part { word, made: [word, sub_type, section], text: None, tint: None }
}

const fn title(text: &'static str) -> Part {
    part("Title", ["Title", "title", "title"], text)
}

const fn developer(text: &'static str) -> Part {
    part("Developer", ["Developer Name", "plain_text", "secondary"], text)
}

const fn author(text: &'static str) -> Part {
    part("Author", ["Author", "plain_text", "secondary"], text)
}

const fn id(text: &'static str) -> Part {
    part("ID", ["ID", "plain_text", "identifier"], text)
}

const fn description(text: &'static str) -> Part {
    part("Description", ["Description", "plain_text", "body"], text)
}

/// A hand that counts.
struct Hand<'l> {
    lab: &'l Lab,
    presses: Cell<u32>,
}

impl<'l> Hand<'l> {
    fn new(lab: &'l Lab) -> Self {
        Self { lab, presses: Cell::new(0) }
    }

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

/// The attributes of the payload: name, sub-type, section and, where it was typed, the text.
async fn made(lab: &Lab, parts: &[Part]) -> WebDriverResult<Value> {
    let text = lab.payload_text().await?;
    let list: Vec<Value> = serde_json::from_str(&text).unwrap_or_default();
    let read = |(one, part): (&Value, &Part)| {
        let carrier = one[one["type"].as_str()?].as_object()?;
        let (name, inside) = carrier.iter().find(|(key, _)| *key != "src_url")?;
        Some(json!([one["name"], name, inside["section"], part.text.map(|_| inside["value"].clone())]))
    };
    Ok(list.iter().zip(parts).filter_map(read).collect())
}

fn wanted(parts: &[Part]) -> Value {
    parts.iter().map(|Part { made: [name, sub_type, section], text, .. }| json!([name, sub_type, section, text])).collect()
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
        return ['value', 'src_url'].includes(field?.dataset.field) && field.selectionEnd - field.selectionStart === field.value.length";
    Ok(eventually(async || lab.eval::<bool>(ready, []).await, true).await?)
}

async fn is_made(lab: &Lab, hand: &Hand<'_>, parts: &[Part], how: &str) -> Outcome {
    eventually(async || made(lab, parts).await, wanted(parts)).await?;
    let drawn = async || lab.count("[data-view=\"preview\"] [data-attribute]").await;
    assert_eq!(drawn().await?, parts.len());
    assert_eq!(lab.analysis().await?["diagnostics"], json!([]));
    let presses = hand.presses.get();
    println!("{how}: {} attributes took {presses} presses beside their texts", parts.len());
    assert!(presses <= MOST_PRESSES, "{presses} presses");
    Ok(())
}

async fn by_mouse(lab: &Lab, parts: &[Part], how: &str) -> Outcome {
    begin(lab).await?;
    let hand = Hand::new(lab);
    // A phone shows one pane.
    if !lab.shows("[data-action=\"form\"]").await? {
        hand.click("[data-action=\"pane:payload\"]").await?;
    }
    hand.click("[data-action=\"form\"]").await?;
    for part in parts {
        hand.click("[data-action=\"add-attribute\"]").await?;
        let name = part.word.to_lowercase().replace(' ', "-");
        hand.click(&format!("[data-action=\"add:{name}\"]")).await?;
        value_has_focus(lab).await?;
        if let Some(text) = part.text {
            lab.keys(text).await?;
        }
        if let Some(tint) = part.tint {
            hand.click(&format!("[data-form] [aria-label=\"{tint}\"]")).await?;
        }
    }
    is_made(lab, &hand, parts, how).await
}

async fn by_keyboard(lab: &Lab, parts: &[Part]) -> Outcome {
    begin(lab).await?;
    let hand = Hand::new(lab);
    for part in parts {
        hand.offer().await?;
        eventually(async || lab.focus_is(".add-panel input").await, true).await?;
        lab.keys(&part.word.to_lowercase()).await?;
        hand.key(Key::Enter).await?;
        value_has_focus(lab).await?;
        if let Some(text) = part.text {
            lab.keys(text).await?;
        }
        if let Some(tint) = part.tint {
            // To the color, which is the next field.
            while !lab.focus_is(&format!("[data-form] [aria-label=\"{tint}\"]")).await? {
                hand.key(Key::Tab).await?;
            }
            hand.key(Key::Enter).await?;
        }
    }
    is_made(lab, &hand, parts, "by keyboard").await
}

fn in_every_way(parts: &[Part]) -> Outcome {
    with_lab(async |lab| {
        by_mouse(lab, parts, "by mouse").await?;
        by_keyboard(lab, parts).await?;
        lab.resize(390, 844, true).await?;
        by_mouse(lab, parts, "on a phone").await
    })
}

#[test]
fn an_issue() -> Outcome {
    in_every_way(&[
        title("Login fails on Safari"),
        developer("Acme Tracker"),
        chip("Status", "In progress", "Blue"),
        chip("Label", "Bug", "Red"),
        id("LAB-12"),
        author("Ines Okafor"),
        part("Count", ["Count", "plain_text", "primary"], "3 of 5"),
        description("Users on Safari 17 see a blank page after they sign in."),
    ])
}

#[test]
fn a_pull_request() -> Outcome {
    in_every_way(&[
        title("Draw the card before the program arrives"),
        developer("Acme Forge"),
        sample("Icon", "image", "entity"),
        chip("Status", "Merged", "Purple"),
        author("Tomas Lind"),
        sample("Updated", "datetime", "secondary"),
        id("acme/lab #418"),
        description("The first frame holds the card. The program takes over in one step."),
    ])
}

#[test]
fn a_board_with_an_image() -> Outcome {
    in_every_way(&[
        title("Onboarding journey"),
        developer("Acme Boards"),
        sample("Icon", "image", "entity"),
        sample("Updated", "datetime", "secondary"),
        sample("Cover", "image", "embed"),
    ])
}

#[test]
fn a_message_with_an_avatar() -> Outcome {
    in_every_way(&[
        title("Message in #launch"),
        developer("Acme Chat"),
        sample("Avatar", "image", "avatar"),
        author("Ines Okafor"),
        sample("Created", "datetime", "secondary"),
        description("The preview is live for everybody. Thank you all!"),
    ])
}

#[test]
fn a_product_with_its_price() -> Outcome {
    in_every_way(&[
        title("Field notebook, set of three"),
        developer("Acme Store"),
        chip("Price", "$18", "Green"),
        chip("Label", "In stock", "Gray"),
        sample("Cover", "image", "embed"),
        description("48 pages each, dotted, made of recycled paper."),
    ])
}
