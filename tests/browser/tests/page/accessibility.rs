//! What axe-core says of the page.

use browser_tests::{Lab, Outcome, axe, eventually, with_lab};

async fn assert_accessible(lab: &Lab, what: &str) -> Outcome {
    assert_eq!(axe::violations(lab).await?, [], "{what}");
    Ok(())
}

#[test]
fn the_page_keeps_wcag_aa_in_light_and_dark() -> Outcome {
    with_lab(async |lab| {
        lab.set_payload("[]").await?;
        for scheme in ["light", "dark"] {
            lab.color_scheme(scheme).await?;
            assert_accessible(lab, scheme).await?;
            for theme in ["theme:light", "theme:dark", "theme:both"] {
                lab.press(theme).await?;
                assert_accessible(lab, &format!("{scheme} page, {theme}")).await?;
            }
        }
        Ok(())
    })
}

#[test]
fn the_first_project_keeps_wcag_aa_on_a_phone_too() -> Outcome {
    with_lab(async |lab| {
        assert_accessible(lab, "wide").await?;
        lab.resize(390, 844, true).await?;
        assert_accessible(lab, "phone").await?;
        lab.press("pane:problems").await?;
        assert_accessible(lab, "phone, problems").await
    })
}

#[test]
fn the_gallery_keeps_wcag_aa_in_light_and_dark() -> Outcome {
    with_lab(async |lab| {
        lab.press("templates").await?;
        eventually(async || lab.shows("[data-template]").await, true).await?;
        for scheme in ["light", "dark"] {
            lab.color_scheme(scheme).await?;
            assert_accessible(lab, scheme).await?;
        }
        Ok(())
    })
}
