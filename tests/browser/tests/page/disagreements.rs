//! Where the documents disagree: in the help, and at the places where it bites.

use browser_tests::{Lab, Outcome, axe, eventually, with_lab};

const ROWS: &str = "return document.querySelectorAll('#help [data-contradiction]').length";

async fn numbers(lab: &Lab, place: &str) -> Outcome<Vec<String>> {
    let read = "return [...document.querySelectorAll(arguments[0] + ' [data-contradiction]')].map(e => e.dataset.contradiction)";
    Ok(lab.eval(read, [place.into()]).await?)
}

#[test]
fn the_help_lists_all_74_and_links_to_every_document() -> Outcome {
    with_lab(async |lab| {
        lab.press("help").await?;
        eventually(async || lab.eval::<usize>(ROWS, []).await, 74).await?;
        let links = "return [...document.querySelectorAll('#documents a')].map(a => [a.protocol, a.target, a.rel].join(' '))";
        let links: Vec<String> = lab.eval(links, []).await?;
        assert!(links.len() >= 20, "{links:?}");
        let is_safe =
            |link: &String| ["https:", "mailto:"].iter().any(|scheme| *link == format!("{scheme} _blank noopener noreferrer"));
        assert!(links.iter().all(is_safe), "{links:?}");
        Ok(())
    })
}

#[test]
fn the_help_keeps_wcag_aa_with_every_group_open() -> Outcome {
    with_lab(async |lab| {
        lab.press("help").await?;
        eventually(async || lab.eval::<usize>(ROWS, []).await, 74).await?;
        lab.eval::<()>("document.querySelectorAll('#help details').forEach(group => group.open = true)", []).await?;
        lab.settle().await?;
        for scheme in ["light", "dark"] {
            lab.color_scheme(scheme).await?;
            assert_eq!(axe::violations(lab).await?, [], "{scheme}");
        }
        Ok(())
    })
}

#[test]
fn why_shows_where_the_documents_disagree_with_two_quotes() -> Outcome {
    with_lab(async |lab| {
        lab.use_template("documented-nine-as-printed").await?;
        lab.click("[data-rule=missing-type] .why summary").await?;
        let place = "[data-problem][data-rule=missing-type]";
        eventually(async || Ok(lab.count(&format!("{place} [data-contradiction='3'] blockquote")).await?), 2).await?;
        assert!(numbers(lab, place).await?.contains(&"3".to_owned()));
        Ok(())
    })
}

#[test]
fn a_setting_and_an_exchange_show_theirs() -> Outcome {
    with_lab(async |lab| {
        lab.integration().open().await?;
        lab.click(".setting:has([data-field='setting:scopes']) .disagreement-note > summary").await?;
        eventually(async || lab.count(".setting [data-contradiction='43']").await, 1).await?;
        lab.timeline().open().await?;
        lab.timeline().play("first-paste").await?;
        lab.timeline().toggle("0:0").await?;
        lab.click("[data-exchange='0:0'] .disagreement-note > summary").await?;
        eventually(async || lab.count("[data-exchange='0:0'] [data-contradiction='42']").await, 1).await?;
        Ok(())
    })
}
