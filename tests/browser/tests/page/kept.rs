//! Projects in the browser's storage: the bin, records that cannot be read, and browsers that are killed.

use std::time::{Duration, Instant};

use browser_tests::{Lab, Outcome, Survivor, eventually, with_lab};
use serde_json::json;

/// Milliseconds of typing that may be lost when the browser dies.
const LOST: u128 = 300;

/// Changes the rows of the database by a script that is given each `row`.
async fn change_rows(lab: &Lab, script: &str) -> Outcome {
    let script = format!(
        "const done = request => new Promise((resolve, reject) => {{
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error);
        }});
        return (async () => {{
            const database = await done(indexedDB.open('link-preview-lab'));
            const store = () => database.transaction('projects', 'readwrite').objectStore('projects');
            for (const row of await done(store().getAll())) {{ {script}; await done(store().put(row)); }}
            database.close();
        }})()"
    );
    Ok(lab.eval(&script, []).await?)
}

async fn rename(lab: &Lab, name: &str) -> Outcome {
    let mut project = lab.project().await?;
    project["name"] = json!(name);
    lab.set_project(&project).await??;
    Ok(eventually(async || Ok(lab.stored().await?.contains(name)), true).await?)
}

async fn others(lab: &Lab) -> browser_tests::WebDriverResult<Vec<String>> {
    lab.eval("return [...document.querySelectorAll('#other-projects .project-title')].map(title => title.textContent)", []).await
}

#[test]
fn a_deleted_project_can_be_taken_back() -> Outcome {
    with_lab(async |lab| {
        rename(lab, "Precious").await?;
        lab.press("projects").await?;
        lab.press("project:new").await?;
        lab.press("projects").await?;
        eventually(async || others(lab).await, ["Precious"]).await?;
        lab.press("project:delete").await?;
        eventually(async || others(lab).await, [""; 0]).await?;
        // In the announcement.
        lab.click("[data-toast] [data-action=\"project:restore\"]").await?;
        eventually(async || others(lab).await, ["Precious"]).await?;
        lab.press("project:delete").await?;
        eventually(async || others(lab).await, [""; 0]).await?;
        // In the bin, also after a reload.
        lab.reload().await?;
        lab.press("projects").await?;
        lab.click("#bin [data-action=\"project:restore\"]").await?;
        eventually(async || others(lab).await, ["Precious"]).await?;
        Ok(())
    })
}

#[test]
fn the_open_project_can_be_deleted() -> Outcome {
    with_lab(async |lab| {
        rename(lab, "First").await?;
        lab.press("projects").await?;
        lab.press("project:copy").await?;
        eventually(async || Ok(lab.project().await?["name"].clone()), "First (copy)").await?;
        lab.press("projects").await?;
        lab.press("project:delete-open").await?;
        eventually(async || Ok(lab.project().await?["name"].clone()), "First").await?;
        Ok(())
    })
}

#[test]
fn a_project_that_was_only_looked_at_comes_back_by_undo_too() -> Outcome {
    with_lab(async |lab| {
        lab.use_template("pull-request").await?;
        let name = lab.project().await?["name"].as_str().unwrap_or_default().to_owned();
        lab.press("projects").await?;
        lab.press("project:delete-open").await?;
        eventually(async || Ok(lab.project().await?["name"].clone()), "Acme items").await?;
        lab.click("[data-toast] [data-action=\"project:restore\"]").await?;
        lab.press("projects").await?;
        Ok(eventually(async || others(lab).await, [name.as_str()]).await?)
    })
}

#[test]
fn a_template_that_was_only_looked_at_leaves_nothing() -> Outcome {
    with_lab(async |lab| {
        for template in ["pull-request", "task", "pull-request"] {
            lab.use_template(template).await?;
        }
        // A reload still shows the one that was open.
        let name = lab.project().await?["name"].clone();
        lab.reload().await?;
        assert_eq!(lab.project().await?["name"], name);
        lab.press("projects").await?;
        eventually(async || lab.shows("#other-projects .note").await, true).await?;
        assert_eq!(others(lab).await?, [""; 0]);
        Ok(())
    })
}

#[test]
fn a_record_that_cannot_be_read_is_said_listed_and_saved_as_it_is() -> Outcome {
    with_lab(async |lab| {
        rename(lab, "Precious").await?;
        for (damage, reason) in [
            ("row.project = row.project.slice(0, 40)", "Cannot be read"),
            ("row.project = '{\"version\":9}'", "version 9"),
            ("row.project = 7; delete row.lastValid; row.name = 5", "Cannot be read"),
        ] {
            change_rows(lab, damage).await?;
            lab.reload().await?;
            // At once, without a search for it.
            eventually(async || lab.shows("#other-projects .unreadable").await, true).await?;
            let words: String = lab.eval("return document.querySelector('.unreadable').textContent", []).await?;
            assert!(words.contains(reason), "{damage}: {words}");
            let announced: String = lab.eval("return document.querySelector('#announcement').textContent", []).await?;
            assert!(announced.contains("cannot be read"), "{announced}");
            lab.press("project:download").await?;
            let saved = async || lab.eval::<String>("return document.querySelector('#announcement').textContent", []).await;
            eventually(async || Ok(saved().await?.starts_with("Saved as ")), true).await?;
            lab.press("close").await?;
        }
        Ok(())
    })
}

/// The program can stop for reasons of its own, and where the open project is the reason, another one must open.
#[test]
fn a_program_that_stops_offers_the_work_and_another_start() -> Outcome {
    with_lab(async |lab| {
        rename(lab, "Precious").await?;
        let stop = "window.dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('unreachable') }))";
        lab.eval::<()>(stop, []).await?;
        eventually(async || lab.shows("#stopped").await, true).await?;
        lab.click("#stopped-save").await?;
        assert!(!lab.shows("#stopped-lost").await?);
        lab.click("#stopped-reload").await?;
        lab.ready().await?;
        assert_eq!(lab.project().await?["name"], "Precious");
        lab.eval::<()>(stop, []).await?;
        lab.click("#stopped-other").await?;
        lab.ready().await?;
        assert_eq!(lab.project().await?["name"], "Acme items");
        lab.press("projects").await?;
        eventually(async || others(lab).await, ["Precious"]).await?;
        Ok(())
    })
}

/// Every process of the browser ends without a chance to say so, in the middle of typing.
#[test]
fn a_browser_that_is_killed_loses_no_more_than_a_moment() -> Outcome {
    if !cfg!(target_os = "linux") {
        println!("skipped: the processes of a browser are found on Linux only");
        return Ok(());
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    for typed_for in [700, 1900, 3100] {
        runtime.block_on(killed_after(Duration::from_millis(typed_for)))?;
    }
    Ok(())
}

async fn killed_after(typed_for: Duration) -> Outcome {
    let mut survivor = Survivor::start().await?;
    survivor.lab.payload().select_all().await?;
    let (start, mut moments) = (Instant::now(), Vec::new());
    while start.elapsed() < typed_for {
        survivor.lab.keys("x").await?;
        moments.push(Instant::now());
    }
    let died = survivor.kill()?;
    survivor.start_again().await?;
    // Before the first letter was saved, the whole example comes back.
    let text = survivor.lab.payload_text().await?;
    let found = if text.bytes().all(|letter| letter == b'x') { text.len() } else { 0 };
    let lost = moments.get(found).map_or(0, |first_lost| died.saturating_duration_since(*first_lost).as_millis());
    println!("killed after {} letters in {typed_for:?}: {found} found, {lost} ms lost", moments.len());
    assert!(lost <= LOST, "{lost} ms of typing lost: {found} of {} letters", moments.len());
    survivor.end().await;
    Ok(())
}
