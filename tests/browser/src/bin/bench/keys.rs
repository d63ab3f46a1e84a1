//! A keystroke: our share of it, and all of it beside a bare editor.

use browser_tests::{Lab, Outcome};

use crate::figures::{Figures, row};
use crate::page::{Page, Times, press, taken};

/// Rounds alternate between the pages, so that a slow minute of the machine falls on both.
const ROUNDS: usize = 3;
/// Not counted: the engine has not compiled what they run yet.
const WARM: usize = 10;
const COUNTED: usize = 20;

const RATIO: f64 = 1.3;

pub async fn keys(lab: &Lab) -> Outcome {
    for (attributes, limit) in [(9, 4.0), (100, 4.0), (1000, 16.0)] {
        let mut ours = Times::default();
        let mut bare = Times::default();
        for round in 0..ROUNDS {
            let mut pages = [(Page::Lab, &mut ours), (Page::Bare, &mut bare)];
            pages.rotate_left(round % 2);
            for (page, times) in pages {
                times.add(typed(lab, page, attributes).await?);
            }
        }
        print(attributes, limit, ours, bare);
    }
    Ok(())
}

/// Types into a text of so many attributes.
async fn typed(lab: &Lab, page: Page, attributes: usize) -> Outcome<Times> {
    page.open(lab, &attributes.to_string()).await?;
    press(lab, letters(WARM)).await?;
    taken(lab).await?;
    press(lab, letters(COUNTED)).await?;
    let times = taken(lab).await?;
    let shares = if page == Page::Lab { COUNTED } else { 0 };
    if (times.wholes.len(), times.shares.len()) != (COUNTED, shares) {
        Err(format!("of {COUNTED} keys {} were shown and {} told to the page", times.wholes.len(), times.shares.len()))?;
    }
    Ok(times)
}

fn letters(count: usize) -> impl Iterator<Item = char> {
    ('a'..='z').cycle().take(count)
}

fn print(attributes: usize, limit: f64, ours: Times, bare: Times) {
    let what = |what: &str| format!("{what}, {attributes} attributes");
    let share = Figures::new(ours.shares);
    row(&what("a key, our share"), &share.both(), &format!("p95 {limit} ms"), share.p95() <= limit);
    let ratio = whole(&what("a key, the whole"), ours.wholes, ours.frames)
        / whole(&what("a key, bare CodeMirror"), bare.wholes, bare.frames);
    row(&what("a key, until it is drawn"), &Figures::new(ours.drawings).both(), "", true);
    row(&what("the whole beside the bare"), &format!("{ratio:.2}"), &RATIO.to_string(), ratio <= RATIO);
}

/// Prints the row and returns the median.
fn whole(what: &str, wholes: Vec<f64>, frames: Vec<f64>) -> f64 {
    let whole = Figures::new(wholes);
    row(what, &format!("{}, of it frame {:.1} ms", whole.both(), Figures::new(frames).median()), "", true);
    whole.median()
}
