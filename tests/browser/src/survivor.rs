//! A browser that a test kills, and another one with the profile that it leaves.

use std::fs;
use std::io;
use std::process::Command;
use std::time::Instant;

use thirtyfour::error::WebDriverResult;

use crate::lab::Lab;

pub struct Survivor {
    pub lab: Lab,
}

impl Survivor {
    pub async fn start() -> WebDriverResult<Self> {
        let lab = Lab::start().await?;
        lab.open("").await?;
        Ok(Self { lab })
    }

    /// Kills every process of the browser, as a crash of the machine's desktop does. When.
    pub fn kill(&self) -> io::Result<Instant> {
        let profile = self.lab.browser.profile().display().to_string();
        let mut kill = Command::new("kill");
        kill.arg("-9");
        for process in fs::read_dir("/proc")?.flatten() {
            let started = fs::read(process.path().join("cmdline")).unwrap_or_default();
            let is_of_profile = String::from_utf8_lossy(&started).contains(&profile);
            if is_of_profile && let Ok(id) = process.file_name().to_string_lossy().parse::<u32>() {
                kill.arg(id.to_string());
            }
        }
        let now = Instant::now();
        kill.output()?;
        Ok(now)
    }

    /// Opens the Lab in another browser of the same profile.
    pub async fn start_again(&mut self) -> WebDriverResult<()> {
        self.lab.browser.start_again().await?;
        self.lab.open("").await
    }

    pub async fn end(self) {
        self.lab.end().await;
    }
}
