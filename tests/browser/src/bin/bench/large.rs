//! Five megabytes: the echo of a key, and how soon the drawing follows.

use std::time::Duration;

use browser_tests::{Lab, Outcome};
use tokio::time::sleep;

use crate::figures::{Figures, row};
use crate::page::{Page, follow, followed, press, taken};

const ECHO: f64 = 50.0;
const FOLLOWS: f64 = 500.0;

/// The few letters before those that count have been drawn by then.
const DRAWN: Duration = Duration::from_secs(2);

const TYPED: &str = "tenletters";

pub async fn large(lab: &Lab) -> Outcome {
    for (text, name) in [("long", "5 MB, 1,000 attributes"), ("many", "5 MB, 24,000 attributes")] {
        Page::Lab.open(lab, text).await?;
        press(lab, "warm".chars()).await?;
        sleep(DRAWN).await;
        taken(lab).await?;
        follow(lab, TYPED).await?;
        press(lab, TYPED.chars()).await?;
        let followed = followed(lab).await?;
        let echo = Figures::new(taken(lab).await?.wholes);
        row(&format!("a key, the whole, {name}"), &echo.both(), &format!("p95 {ECHO} ms"), echo.p95() <= ECHO);
        let measured = followed.map_or_else(|| "more than 30 s".to_owned(), |time| format!("{time:.0} ms"));
        let holds = followed.is_some_and(|time| time <= FOLLOWS);
        row(&format!("last key to drawing, {name}"), &measured, &format!("{FOLLOWS} ms"), holds);
    }
    Ok(())
}
