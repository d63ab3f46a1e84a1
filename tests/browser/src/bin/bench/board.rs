//! The board: from the press to its 48 drawings, and from a key to all of them.

use browser_tests::{Lab, Outcome};
use tokio::time::sleep;

use crate::figures::{Figures, row};
use crate::page::{Page, QUIET, press, taken};

const OPENS: f64 = 300.0;
const FOLLOWS: f64 = 100.0;

/// The first round loads the part of the page, too.
const ROUNDS: usize = 5;
/// Not counted: the engine has not compiled what they run yet.
const WARM: usize = 10;
const COUNTED: usize = 20;

/// Every drawing that has the attribute shows what was typed into it; the states without it do not count.
const DRAWN: &str = "bench.typed = ''; bench.drawn = text => {
        const typed = [...document.querySelectorAll('[data-board] .card [data-attribute=typed]')];
        return typed.length >= 18 && typed.every(part => part.textContent.includes(text));
    }";

pub async fn board(lab: &Lab) -> Outcome {
    Page::Lab.open(lab, "9").await?;
    let mut times = Vec::new();
    for _ in 0..ROUNDS {
        let all = "return bench.open('board', () => document.querySelectorAll('[data-board] [data-drawing]').length === 48)";
        times.push(lab.eval::<f64>(all, []).await?);
        sleep(QUIET).await;
        lab.eval::<f64>("return bench.open('card', () => document.querySelector('[data-view=preview]'))", []).await?;
    }
    let first = times.first().copied().unwrap_or(f64::NAN);
    row("opening the board, 48 drawings, with its part", &format!("{first:.0} ms"), &format!("{OPENS} ms"), first <= OPENS);
    let again = Figures::new(times.split_off(1));
    row("opening the board again", &again.both(), &format!("p95 {OPENS} ms"), again.p95() <= OPENS);

    lab.eval::<f64>(
        "return bench.open('board', () => document.querySelectorAll('[data-board] [data-drawing]').length === 48)",
        [],
    )
    .await?;
    lab.eval::<()>("document.querySelector('[data-editor=payload] [contenteditable=true]').focus()", []).await?;
    sleep(QUIET).await;
    lab.eval::<()>(DRAWN, []).await?;
    press(lab, ('a'..='z').cycle().take(WARM)).await?;
    taken(lab).await?;
    press(lab, ('a'..='z').cycle().take(COUNTED)).await?;
    let times = taken(lab).await?;
    if times.drawings.len() != COUNTED {
        Err(format!("of {COUNTED} keys the board followed {}", times.drawings.len()))?;
    }
    let follows = Figures::new(times.drawings);
    row("a key, until 48 drawings follow", &follows.both(), &format!("p95 {FOLLOWS} ms"), follows.p95() <= FOLLOWS);
    row("a key, our share, with the board open", &Figures::new(times.shares).both(), "", true);
    Ok(())
}
