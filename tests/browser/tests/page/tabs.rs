//! Several pages of one browser, and browsers that refuse their storage: what was typed is found again.

use browser_tests::{Lab, Outcome, eventually, with_lab};
use thirtyfour::WindowHandle;

/// Opens the Lab in another tab and goes there.
async fn another(lab: &Lab) -> Outcome {
    let driver = &lab.browser.driver;
    let tab = driver.new_tab().await?;
    driver.switch_to_window(tab).await?;
    Ok(lab.open("").await?)
}

/// Two tabs of one project that is in the database; the second is in front.
async fn two_tabs(lab: &Lab) -> Outcome<[WindowHandle; 2]> {
    type_in(lab, "before").await?;
    is_stored(lab, "before").await?;
    let first = lab.browser.driver.window().await?;
    another(lab).await?;
    Ok([first, lab.browser.driver.window().await?])
}

/// Types where the cursor is. The focus comes without a click: what lies under the mouse shows its tip.
async fn type_in(lab: &Lab, words: &str) -> Outcome {
    lab.eval::<()>("document.querySelector('[data-editor=payload] [contenteditable]').focus()", []).await?;
    lab.keys(words).await?;
    Ok(eventually(async || Ok(lab.payload_text().await?.contains(words)), true).await?)
}

async fn is_stored(lab: &Lab, words: &str) -> Outcome {
    Ok(eventually(async || Ok(lab.stored().await?.contains(words)), true).await?)
}

/// Leaves the page, as closing it does, and comes back.
async fn come_back(lab: &Lab) -> Outcome {
    lab.browser.driver.goto("about:blank").await?;
    Ok(lab.open("").await?)
}

#[test]
fn a_tab_in_which_nothing_was_done_takes_nothing_back() -> Outcome {
    with_lab(async |lab| {
        let [first, second] = two_tabs(lab).await?;
        lab.browser.driver.switch_to_window(first).await?;
        type_in(lab, "work").await?;
        is_stored(lab, "work").await?;
        lab.browser.driver.close_window().await?;
        lab.browser.driver.switch_to_window(second).await?;
        come_back(lab).await?;
        assert!(lab.payload_text().await?.contains("work"));
        Ok(())
    })
}

#[test]
fn two_tabs_that_change_one_project_make_two_of_it() -> Outcome {
    with_lab(async |lab| {
        // The first tab does not hear of the second one's work before it has work of its own.
        lab.before_page("delete window.BroadcastChannel").await?;
        lab.open("").await?;
        let [first, _] = two_tabs(lab).await?;
        type_in(lab, "second").await?;
        is_stored(lab, "second").await?;
        lab.browser.driver.switch_to_window(first).await?;
        type_in(lab, "first").await?;
        is_stored(lab, "first").await?;
        let name = async || Ok(lab.project().await?["name"].clone());
        eventually(name, "Acme items (other tab)").await?;
        assert!(lab.stored().await?.contains("second"));
        come_back(lab).await?;
        assert!(lab.payload_text().await?.contains("first"));
        lab.press("projects").await?;
        lab.click("[data-action=\"project:open\"]").await?;
        eventually(async || Ok(lab.payload_text().await?.contains("second")), true).await?;
        Ok(())
    })
}

#[test]
fn a_tab_without_changes_takes_over_what_another_one_saves() -> Outcome {
    with_lab(async |lab| {
        let [first, second] = two_tabs(lab).await?;
        type_in(lab, "newer").await?;
        is_stored(lab, "newer").await?;
        lab.browser.driver.switch_to_window(first).await?;
        eventually(async || Ok(lab.payload_text().await?.contains("newer")), true).await?;
        type_in(lab, "newest").await?;
        is_stored(lab, "newest").await?;
        lab.browser.driver.switch_to_window(second).await?;
        eventually(async || Ok(lab.payload_text().await?.contains("newest")), true).await?;
        assert!(!lab.stored().await?.contains("(other tab)"));
        Ok(())
    })
}

#[test]
fn each_tab_comes_back_with_its_own_project() -> Outcome {
    with_lab(async |lab| {
        type_in(lab, "of the first").await?;
        is_stored(lab, "of the first").await?;
        let first = lab.browser.driver.window().await?;
        another(lab).await?;
        lab.press("projects").await?;
        lab.press("project:new").await?;
        type_in(lab, "of the second").await?;
        is_stored(lab, "of the second").await?;
        lab.reload().await?;
        assert!(lab.payload_text().await?.contains("of the second"));
        lab.browser.driver.switch_to_window(first).await?;
        lab.reload().await?;
        assert!(lab.payload_text().await?.contains("of the first"));
        Ok(())
    })
}

#[test]
fn a_project_that_another_tab_only_looked_at_stays_one() -> Outcome {
    with_lab(async |lab| {
        let [first, _] = two_tabs(lab).await?;
        // Away from it and back to it.
        lab.press("projects").await?;
        lab.press("project:new").await?;
        lab.press("projects").await?;
        lab.click("[data-action=\"project:open\"]").await?;
        eventually(async || Ok(lab.payload_text().await?.contains("before")), true).await?;
        lab.browser.driver.switch_to_window(first).await?;
        type_in(lab, "after").await?;
        is_stored(lab, "after").await?;
        assert_eq!(lab.project().await?["name"], "Acme items");
        assert!(!lab.stored().await?.contains("(other tab)"));
        Ok(())
    })
}

#[test]
fn what_was_typed_last_in_each_tab_is_found_again() -> Outcome {
    with_lab(async |lab| {
        let first = lab.browser.driver.window().await?;
        another(lab).await?;
        lab.press("projects").await?;
        lab.press("project:new").await?;
        let second = lab.browser.driver.window().await?;
        lab.browser.driver.switch_to_window(first).await?;
        lab.payload().focus().await?;
        lab.keys("at the last moment").await?;
        lab.browser.driver.close_window().await?;
        lab.browser.driver.switch_to_window(second).await?;
        come_back(lab).await?;
        // The tab that closed wrote in a process of its own; this one may learn of it a moment later.
        is_stored(lab, "at the last moment").await?;
        assert!(!lab.stored().await?.contains("(other tab)"));
        Ok(())
    })
}

#[test]
fn what_a_page_leaves_while_it_saves_stays_until_that_is_saved_too() -> Outcome {
    // The page goes while its first save is under way, and more was typed meanwhile.
    let script = "window.events = [];
        const put = IDBObjectStore.prototype.put, remove = Storage.prototype.removeItem;
        IDBObjectStore.prototype.put = function (row) {
            const saves = String(row.project).includes('typed meanwhile') ? 'saved' : 'saves';
            if (saves === 'saves' && row.project.includes('typed first') && !window.events.length) {
                document.execCommand('insertText', false, 'typed meanwhile');
                queueMicrotask(() => {
                    dispatchEvent(new PageTransitionEvent('pagehide'));
                    window.events.push('left ' + JSON.stringify({ ...localStorage }).includes('typed meanwhile'));
                });
            }
            window.events.push(saves);
            return put.apply(this, arguments);
        };
        Storage.prototype.removeItem = function (key) {
            if (key.includes('moment') && this.getItem(key)) window.events.push('removed');
            return remove.call(this, key);
        };";
    with_lab(async |lab| {
        lab.before_page(script).await?;
        lab.open("").await?;
        lab.payload().focus().await?;
        lab.eval::<()>("document.execCommand('insertText', false, 'typed first')", []).await?;
        let events = async || lab.eval::<Vec<String>>("return window.events", []).await;
        eventually(events, ["saves", "left true", "saved", "removed"].map(str::to_owned)).await?;
        Ok(())
    })
}

#[test]
fn a_browser_without_local_storage_keeps_the_work_in_its_database() -> Outcome {
    let refuse = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError') } })";
    with_lab(async |lab| {
        lab.before_page(refuse).await?;
        lab.open("").await?;
        type_in(lab, "kept").await?;
        lab.press("projects").await?;
        lab.press("project:new").await?;
        // Saved before it was left.
        lab.press("projects").await?;
        lab.click("[data-action=\"project:open\"]").await?;
        eventually(async || Ok(lab.payload_text().await?.contains("kept")), true).await?;
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        lab.reload().await?;
        assert!(lab.payload_text().await?.contains("kept"));
        Ok(())
    })
}

#[test]
fn a_browser_without_a_database_loses_no_project_while_the_page_is_open() -> Outcome {
    with_lab(async |lab| {
        lab.before_page("IDBFactory.prototype.open = () => { throw new Error('closed') }").await?;
        lab.open("").await?;
        type_in(lab, "precious").await?;
        eventually(async || lab.shows("#unsaved").await, true).await?;
        lab.use_template("task").await?;
        eventually(async || Ok(lab.payload_text().await?.contains("precious")), false).await?;
        lab.press("projects").await?;
        lab.click("[data-action=\"project:open\"]").await?;
        eventually(async || Ok(lab.payload_text().await?.contains("precious")), true).await?;
        lab.reload().await?;
        assert!(lab.payload_text().await?.contains("precious"));
        Ok(())
    })
}

#[test]
fn a_database_that_never_answers_does_not_keep_the_page_from_drawing() -> Outcome {
    with_lab(async |lab| {
        lab.before_page("IDBFactory.prototype.open = () => new EventTarget()").await?;
        lab.open("").await?;
        assert_eq!(lab.preview().state().await?, "loaded");
        type_in(lab, "kept").await?;
        eventually(async || lab.shows("#unsaved").await, true).await?;
        lab.reload().await?;
        assert!(lab.payload_text().await?.contains("kept"));
        Ok(())
    })
}

#[test]
fn work_is_not_called_saved_where_the_disk_is_full() -> Outcome {
    // The request succeeds, and what it wrote is taken back at the end.
    let full = "const commit = IDBTransaction.prototype.commit;
        IDBTransaction.prototype.commit = function () { return this.mode === 'readwrite' ? this.abort() : commit.call(this) }";
    with_lab(async |lab| {
        lab.before_page(full).await?;
        lab.open("").await?;
        type_in(lab, "kept").await?;
        eventually(async || lab.shows("#unsaved").await, true).await?;
        lab.reload().await?;
        assert!(lab.payload_text().await?.contains("kept"));
        Ok(())
    })
}
