//! Pictures of the page, for people.

use std::fs;
use std::path::Path;

use thirtyfour::error::WebDriverResult;

use crate::lab::Lab;
use crate::paths;

impl Lab {
    /// Keeps a picture of the window as `target/screenshots/NAME.png`.
    pub async fn picture(&self, name: &str) -> WebDriverResult<()> {
        save(&paths::screenshots().join(format!("{name}.png")), &self.browser.driver.screenshot_as_png().await?)
    }

    /// Keeps a picture of the first element that matches.
    pub async fn picture_of(&self, selector: &str, name: &str) -> WebDriverResult<()> {
        let picture = self.find(selector).await?.screenshot_as_png().await?;
        save(&paths::screenshots().join(format!("{name}.png")), &picture)
    }

    /// Like [`Lab::picture`]; where `LAB_PICTURES` is 1 the README's copy in `docs/pictures/` is made new too.
    pub async fn readme_picture(&self, name: &str) -> WebDriverResult<()> {
        self.picture(name).await?;
        if std::env::var_os("LAB_PICTURES").is_some_and(|value| value == "1") {
            let file = format!("{name}.png");
            fs::create_dir_all(paths::pictures())?;
            fs::copy(paths::screenshots().join(&file), paths::pictures().join(&file))?;
        }
        Ok(())
    }

    /// The window as the failed test left it. A browser that is gone has none.
    pub(crate) async fn picture_of_failure(&self) {
        let thread = std::thread::current();
        let test = thread.name().unwrap_or("test").replace("::", "-");
        let _ = self.picture(&format!("failed/{test}")).await;
    }
}

fn save(path: &Path, png: &[u8]) -> WebDriverResult<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    Ok(fs::write(path, png)?)
}
