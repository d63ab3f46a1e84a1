//! What the page leaves behind in the browser.

use thirtyfour::error::WebDriverResult;

use crate::lab::Lab;

const EVERYTHING: &str = "return (async () => {
    const done = request => new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
    const found = [document.cookie, location.href, JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
    for (const { name } of await indexedDB.databases()) {
        const database = await done(indexedDB.open(name));
        for (const store of database.objectStoreNames) {
            found.push(JSON.stringify(await done(database.transaction(store).objectStore(store).getAll())));
        }
        database.close();
    }
    return found.join('\\n');
})()";

impl Lab {
    /// All that cookies, address, storages and databases hold, as one text.
    pub async fn stored(&self) -> WebDriverResult<String> {
        self.eval(EVERYTHING, []).await
    }

    /// From now on, what is copied is kept in the page and reaches no clipboard.
    pub async fn watch_copying(&self) -> WebDriverResult<()> {
        let script = "window.copied = [];
            navigator.clipboard.writeText = text => { window.copied.push(text); return Promise.resolve() }";
        self.eval(script, []).await
    }

    /// What was copied since then.
    pub async fn copied(&self) -> WebDriverResult<Vec<String>> {
        self.eval("return window.copied", []).await
    }
}
