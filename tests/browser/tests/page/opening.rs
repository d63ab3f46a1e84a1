//! What a first visitor meets.

use browser_tests::{Outcome, eventually, payload, with_lab};

#[test]
fn a_first_visitor_reads_what_this_is_until_the_first_change() -> Outcome {
    with_lab(async |lab| {
        let welcome = async || lab.shows(".welcome").await;
        assert!(welcome().await?);
        // Form and JSON, side by side.
        assert!(lab.shows("[data-form] [data-attribute=title] [data-field=value]").await?);
        assert!(lab.shows("[data-editor=payload] [contenteditable]").await?);
        lab.set_payload(&payload::item("Changed", [])).await?;
        eventually(welcome, false).await?;
        lab.reload().await?;
        assert!(!welcome().await?);
        Ok(())
    })
}

#[test]
fn the_first_project_is_drawn_and_has_no_problems() -> Outcome {
    with_lab(async |lab| {
        assert_eq!(lab.preview().state().await?, "loaded");
        assert_eq!(lab.mention().state().await?, "loaded");
        assert_eq!(lab.preview().section("title").await?.len(), 1);
        assert_eq!(lab.preview().section("title").await?, lab.mention().section("title").await?);
        assert_eq!(lab.problems().await?, []);
        Ok(())
    })
}

#[test]
fn the_title_of_the_tab_counts_the_problems() -> Outcome {
    with_lab(async |lab| {
        let title = async || lab.browser.driver.title().await;
        let clean = title().await?;
        assert!(!clean.contains(|c: char| c.is_ascii_digit()), "no problems, yet the title is {clean:?}");
        lab.set_payload("[]").await?;
        eventually(async || Ok(lab.problems().await?.len()), 2).await?;
        eventually(async || Ok(title().await?.contains('2')), true).await?;
        assert!(title().await?.contains(&clean), "{:?} lost {clean:?}", title().await?);
        Ok(())
    })
}

#[test]
fn everything_comes_from_below_the_pages_own_folder() -> Outcome {
    with_lab(async |lab| {
        let asked: Vec<String> = lab.server.requests().into_iter().map(|request| request.path).collect();
        assert_eq!(asked.first().map(String::as_str), Some("/lab/"));
        let elsewhere: Vec<_> = asked.iter().filter(|path| !path.starts_with("/lab/")).collect();
        assert_eq!(elsewhere, Vec::<&String>::new());
        assert!(asked.iter().any(|path| path.contains(".wasm")), "no wasm among {asked:?}");
        Ok(())
    })
}
