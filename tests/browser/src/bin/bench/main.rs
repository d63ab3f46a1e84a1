//! The speeds of the page in a real browser, as rows for `cargo xtask bench`, which lays out what this needs in `LAB_DIST`:
//! the page, in `timed/` the same page with a clock before its editor, in `empty/` a page as large with nothing on it, in `bare/`
//! an editor alone, in `payloads/` the texts.
//!
//! - *Our share of a keystroke* goes from the editor's call of `change` to the last write to the document that follows
//!   from it. The call returns soon; what the page then does runs in microtasks of the same task. An observer of the document
//!   is told in a microtask too, after those that wrote: the last time before the next task is the end. What the editor
//!   wrote before the call is taken off; what it writes because we give it problems counts.
//! - *Until it is drawn* goes from the keydown event to the first frame that has the letter in the drawing: the editor calls
//!   `change` once the frame with the letter itself is out.
//! - *The whole* goes from the time of the keydown event, which the browser sets before it hands the key to the page, to
//!   the first task after the frame that shows the letter; the frame's layout and painting are in it. The bare
//!   editor is measured by the same script in the same browser, in turns.
//!
//! Keys are real input by way of the `DevTools` protocol, with pauses between them that leave no frame waiting. Figures
//! of a machine that does other work meanwhile are too high, the ratio less so.
//!
//! - *Verdicts* of link rules take as long as the page is busy: from the key or the call of `setProject` to the last write,
//!   as our share of a keystroke.
//!
//! An argument, `first`, `shift`, `keys`, `board`, `large` or `links`, runs that part alone.

mod board;
mod figures;
mod first;
mod keys;
mod large;
mod links;
mod page;
mod shift;

use browser_tests::{Lab, Outcome};

fn main() -> Outcome {
    let only = std::env::args().nth(1);
    let wanted = |part: &str| only.as_deref().is_none_or(|only| only == part);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        if wanted("first") {
            first::first().await?;
        }
        if wanted("shift") {
            shift::shift().await?;
        }
        let lab = Lab::start().await?;
        lab.before_page(include_str!("clock.js")).await?;
        let outcome = async {
            if wanted("keys") {
                keys::keys(&lab).await?;
            }
            if wanted("board") {
                board::board(&lab).await?;
            }
            if wanted("large") {
                large::large(&lab).await?;
            }
            if wanted("links") {
                links::links(&lab).await?;
            }
            Ok(())
        };
        let outcome = outcome.await;
        lab.end().await;
        outcome
    })
}
