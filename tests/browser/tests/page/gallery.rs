//! Templates.

use browser_tests::{By, Lab, Outcome, eventually, payload, with_lab};

async fn template_ids(lab: &Lab) -> Outcome<Vec<String>> {
    lab.press("templates").await?;
    eventually(async || lab.shows("[data-template]").await, true).await?;
    Ok(lab.eval("return [...document.querySelectorAll('[data-template]')].map(e => e.dataset.template)", []).await?)
}

/// Chooses a template of the open gallery.
async fn choose(lab: &Lab, id: &str) -> Outcome {
    lab.click(&format!("[data-template=\"{id}\"]")).await?;
    eventually(async || lab.shows("[data-template]").await, false).await?;
    Ok(lab.settle().await?)
}

#[test]
fn a_template_opens_beside_the_work_and_never_over_it() -> Outcome {
    with_lab(async |lab| {
        let mut work = lab.project().await?;
        work["name"] = "My own work".into();
        work["payload"] = payload::item("Mine", []).into();
        lab.set_project(&work).await??;

        let ids = template_ids(lab).await?;
        choose(lab, ids.last().ok_or("the gallery is empty")?).await?;
        assert_ne!(lab.project().await?, work);

        lab.press("projects").await?;
        let own = "//*[@data-project][contains(., 'My own work')]";
        eventually(async || Ok(lab.browser.driver.find_all(By::XPath(own)).await?.len()), 1).await?;
        lab.browser.driver.find(By::XPath(own)).await?.click().await?;
        eventually(async || lab.project().await, work.clone()).await?;
        eventually(async || lab.preview().section("title").await, ["Mine"]).await?;
        Ok(())
    })
}

#[test]
fn every_template_is_drawn_and_asks_no_other_machine() -> Outcome {
    with_lab(async |lab| {
        let ids = template_ids(lab).await?;
        lab.readme_picture("gallery").await?;
        assert!(ids.len() > 1, "only {ids:?}");
        for (index, id) in ids.iter().enumerate() {
            if index > 0 {
                lab.press("templates").await?;
            }
            choose(lab, id).await?;
            assert!(!lab.preview().words().await?.is_empty(), "the preview of `{id}` is empty");
            assert!(!lab.mention().words().await?.is_empty(), "the Mention of `{id}` is empty");
            lab.picture_of(&lab.preview().selector(), &format!("templates/{id}-preview")).await?;
            lab.picture_of(&lab.mention().selector(), &format!("templates/{id}-mention")).await?;
        }
        Ok(())
    })
}

#[test]
fn the_gallery_is_searched_by_name_and_by_what_it_shows() -> Outcome {
    with_lab(async |lab| {
        let all = template_ids(lab).await?.len();
        let field = "[data-field=template-search]";
        let shown = "return [...document.querySelectorAll('[data-template]')].filter(e => e.checkVisibility()).length";
        let count = "return document.getElementById('template-count').textContent";
        let top = "return document.querySelector('[data-field=template-search]').getBoundingClientRect().top";
        let before: f64 = lab.eval(top, []).await?;
        lab.click(field).await?;
        lab.keys("Pull Request").await?;
        eventually(async || lab.eval::<String>(count, []).await, "1 template").await?;
        assert_eq!(lab.eval::<usize>(shown, []).await?, 1);
        lab.keys(" nowhere").await?;
        eventually(async || lab.eval::<String>(count, []).await, "No template matches “Pull Request nowhere”").await?;
        assert!((lab.eval::<f64>(top, []).await? - before).abs() < 1.0, "the field has moved");
        lab.click(".search button").await?;
        eventually(async || lab.eval::<usize>(shown, []).await, all).await?;
        assert!(lab.focus_is(field).await?);
        Ok(())
    })
}
