//! Five megabytes: the echo of a key, and how soon the drawing follows.

use browser_tests::{Lab, Outcome};

use crate::figures::{Figures, row};
use crate::page::{Page, follow, followed, press, taken};

const ECHO: f64 = 50.0;
const FOLLOWS: f64 = 500.0;

pub async fn large(lab: &Lab) -> Outcome {
    for (text, name) in [("long", "5 MB, 1,000 attributes"), ("many", "5 MB, 24,000 attributes")] {
        Page::Lab.open(lab, text).await?;
        press(lab, "warm".chars()).await?;
        tokio::time::sleep(std::time::Duration::from_secs(2)).await;
        taken(lab).await?;
        follow(lab, "tenletters").await?;
        press(lab, "tenletters".chars()).await?;
        let followed = followed(lab).await?;
        let echo = Figures::new(taken(lab).await?.0);
        row(&format!("a key, the whole, {name}"), &echo.both(), &format!("p95 {ECHO} ms"), echo.p95() <= ECHO);
        let measured = followed.map_or_else(|| "more than 30 s".to_owned(), |time| format!("{time:.0} ms"));
        row(
            &format!("last key to drawing, {name}"),
            &measured,
            &format!("{FOLLOWS} ms"),
            followed.is_some_and(|time| time <= FOLLOWS),
        );
    }
    Ok(())
}
