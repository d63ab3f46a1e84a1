//! The first visit, each in a browser that has seen nothing.

use browser_tests::{Lab, Outcome};

use crate::figures::{Figures, row};

const VISITS: usize = 5;

/// Notes when the marks of `<html>` came, counted from the start of the navigation.
const MARKS: &str = "new MutationObserver(() => {
    for (const [mark, value] of [['ready', 'true'], ['editor', 'ready']])
        if (document.documentElement?.dataset[mark] === value) (window.marks ??= {})[mark] ??= performance.now();
}).observe(document, { attributes: true, childList: true, subtree: true })";

pub async fn first() -> Outcome {
    let [mut drawn, mut editable] = [const { Vec::new() }; 2];
    for _ in 0..VISITS {
        let lab = Lab::start().await?;
        lab.before_page(MARKS).await?;
        lab.open("").await?;
        let (ready, editor): (f64, f64) = lab.eval("return [marks.ready, marks.editor]", []).await?;
        drawn.push(ready);
        editable.push(editor);
        lab.end().await;
    }
    for (what, times) in [("first visit, until drawn", drawn), ("first visit, until the editor takes keys", editable)] {
        row(what, &format!("median {:.0} ms", Figures::new(times).median()), "", true);
    }
    Ok(())
}
