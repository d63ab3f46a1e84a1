//! The first visit, each in a browser that has seen nothing.

use browser_tests::{Lab, Outcome};

use crate::figures::{Figures, row};

const VISITS: usize = 5;

/// Beside a page of as many bytes with one word on it.
const RATIO: f64 = 1.3;

/// Notes when the marks of `<html>` came, counted from the start of the navigation.
const MARKS: &str = "new MutationObserver(() => {
    for (const [mark, value] of [['ready', 'true'], ['editor', 'ready']])
        if (document.documentElement?.dataset[mark] === value) (window.marks ??= {})[mark] ??= performance.now();
}).observe(document, { attributes: true, childList: true, subtree: true })";

/// When the first frame with an element is out: the browser's first paint, if the element was in the document by then.
const PAINTED: &str = "new MutationObserver((_, observer) => {
    if (!document.querySelector('SELECTOR')) return;
    observer.disconnect();
    const come = performance.now();
    requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
            const shown = performance.now();
            new PerformanceObserver(list => {
                const first = list.getEntriesByName('first-contentful-paint')[0]?.startTime;
                if (first !== undefined) window.painted = come <= first ? first : shown;
            }).observe({ type: 'paint', buffered: true });
        };
        port2.postMessage(null);
    });
}).observe(document, { childList: true, subtree: true })";

pub async fn first() -> Outcome {
    editable().await?;
    painted().await
}

async fn editable() -> Outcome {
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

/// In turns, so that a slow minute of the machine falls on both pages.
async fn painted() -> Outcome {
    let [mut card, mut empty] = [const { Vec::new() }; 2];
    for _ in 0..VISITS {
        card.push(paint("", "[data-view=preview] [data-attribute]").await?);
        empty.push(paint("empty/index.html", "body").await?);
    }
    let (card, empty) = (Figures::new(card).median(), Figures::new(empty).median());
    row("first paint with the card", &format!("median {card:.0} ms"), "", true);
    row("first paint of an empty page of as many bytes", &format!("median {empty:.0} ms"), "", true);
    let ratio = card / empty;
    row("first paint beside the empty page", &format!("{ratio:.2}"), &RATIO.to_string(), ratio <= RATIO);
    Ok(())
}

/// When a page shows an element, in milliseconds from the start of the navigation.
async fn paint(page: &str, selector: &str) -> Outcome<f64> {
    let lab = Lab::start().await?;
    lab.before_page(&PAINTED.replace("SELECTOR", selector)).await?;
    lab.browser.driver.goto(format!("{}{page}", lab.server.url())).await?;
    let script = "return new Promise(done => {
        const look = () => window.painted === undefined ? setTimeout(look, 50) : done(window.painted);
        look();
    })";
    let painted = lab.eval(script, []).await?;
    lab.end().await;
    Ok(painted)
}
