//! Searching in the payload.

use browser_tests::{Key, Outcome, eventually, with_lab};

const PANEL: &str = "[data-editor=payload] .cm-search";

fn is_search(path: &str) -> bool {
    path.ends_with("/search.js")
}

#[test]
fn search_is_fetched_when_it_is_asked_for() -> Outcome {
    with_lab(async |lab| {
        lab.payload().focus().await?;
        lab.keys("x").await?;
        assert!(!lab.server.requests().iter().any(|request| is_search(&request.path)));
        lab.chord(&[Key::Control], 'f').await?;
        eventually(async || lab.count(PANEL).await, 1).await?;
        assert_eq!(lab.server.requests().iter().filter(|request| is_search(&request.path)).count(), 1);
        eventually(async || lab.focus_is(".cm-search [name=search]").await, true).await?;
        lab.keys("Acme Inc" + Key::Enter).await?;
        lab.keys(Key::Escape).await?;
        eventually(async || lab.count(PANEL).await, 0).await?;
        assert_eq!(lab.eval::<String>("return getSelection().toString()", []).await?, "Acme Inc");
        assert!(lab.payload().has_focus().await?);
        // From now on the keys are those of search itself.
        lab.chord(&[Key::Control], 'f').await?;
        eventually(async || lab.count(PANEL).await, 1).await?;
        Ok(())
    })
}

#[test]
fn the_key_that_fetches_search_does_its_own_work() -> Outcome {
    with_lab(async |lab| {
        lab.payload().type_over("12 12 12").await?;
        lab.keys(Key::Home).await?;
        for _ in 0..2 {
            lab.chord(&[Key::Control], 'd').await?;
        }
        eventually(async || lab.count("[data-editor=payload] .cm-selectionBackground").await, 2).await?;
        Ok(())
    })
}
