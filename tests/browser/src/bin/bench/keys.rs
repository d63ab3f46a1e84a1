//! A keystroke: our share of it, and all of it beside a bare editor.

use browser_tests::{Lab, Outcome};

use crate::figures::{Figures, row};
use crate::page::{Page, press, taken};

/// Rounds alternate between the pages, so that a slow minute of the machine falls on both.
const ROUNDS: usize = 3;
/// Not counted: the engine has not compiled what they run yet.
const WARM: usize = 10;
const COUNTED: usize = 20;

const RATIO: f64 = 1.3;

pub async fn keys(lab: &Lab) -> Outcome {
    for (attributes, limit) in [(9, 4.0), (100, 4.0), (1000, 16.0)] {
        let [mut shares, mut ours, mut bare] = [const { Vec::new() }; 3];
        for round in 0..ROUNDS {
            let mut pages = [Page::Lab, Page::Bare];
            pages.rotate_left(round % 2);
            for page in pages {
                let (wholes, share) = typed(lab, page, attributes).await?;
                if page == Page::Lab { &mut ours } else { &mut bare }.extend(wholes);
                shares.extend(share);
            }
        }
        let [shares, ours, bare] = [shares, ours, bare].map(Figures::new);
        let limit_text = format!("p95 {limit} ms");
        row(&format!("a key, our share, {attributes} attributes"), &shares.both(), &limit_text, shares.p95() <= limit);
        row(&format!("a key, the whole, {attributes} attributes"), &ours.both(), "", true);
        row(&format!("a key, bare CodeMirror, {attributes} attributes"), &bare.both(), "", true);
        let ratio = ours.median() / bare.median();
        row(
            &format!("the whole beside the bare, {attributes} attributes"),
            &format!("{ratio:.2}"),
            &RATIO.to_string(),
            ratio <= RATIO,
        );
    }
    Ok(())
}

/// The whole and our share of each key that counts.
async fn typed(lab: &Lab, page: Page, attributes: usize) -> Outcome<(Vec<f64>, Vec<f64>)> {
    page.open(lab, &attributes.to_string()).await?;
    press(lab, letters(WARM)).await?;
    taken(lab).await?;
    press(lab, letters(COUNTED)).await?;
    let times = taken(lab).await?;
    if times.0.len() != COUNTED {
        Err(format!("{COUNTED} keys were pressed and {} shown", times.0.len()))?;
    }
    Ok(times)
}

fn letters(count: usize) -> impl Iterator<Item = char> {
    ('a'..='z').cycle().take(count)
}
