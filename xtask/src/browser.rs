//! The browser for the tests, with its driver: one that is there, else the system's packages.

use std::env;
use std::path::{Path, PathBuf};

use crate::command::{command, find, output, run};

pub struct Browser {
    pub program: PathBuf,
    pub driver: PathBuf,
}

const ADVICE: &str = "the browser tests need Chromium or Chrome and its driver of the same version.
Install them and run this again:
  Debian or Ubuntu   sudo apt-get install chromium chromium-driver
  Fedora             sudo dnf install chromium chromedriver
  macOS              brew install --cask google-chrome chromedriver
or name them by the variables LAB_CHROMIUM and LAB_CHROMEDRIVER";

/// Finds both, or installs both.
pub fn ready() -> Result<Browser, String> {
    if let Some(browser) = present() {
        return Ok(browser);
    }
    install();
    present().ok_or_else(|| ADVICE.to_owned())
}

fn present() -> Option<Browser> {
    let named = |variable: &str| env::var_os(variable).map(PathBuf::from).filter(|file| file.is_file());
    let mac = Path::new("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    let on_path =
        || ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"].into_iter().find_map(find);
    let program = named("LAB_CHROMIUM").or_else(on_path).or_else(|| mac.is_file().then(|| mac.to_path_buf()))?;
    // GitHub's machines name the folder of the driver.
    let given =
        env::var_os("CHROMEWEBDRIVER").map(|folder| PathBuf::from(folder).join("chromedriver")).filter(|file| file.is_file());
    let driver = named("LAB_CHROMEDRIVER").or(given).or_else(|| find("chromedriver"))?;
    Some(Browser { program, driver })
}

/// Debian's packages, where this may be done without asking; whether it worked is looked at afterwards.
fn install() {
    if find("apt-get").is_none() {
        return;
    }
    let root = output(command("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    let sudo = !root && output(command("sudo").args(["-n", "true"])).is_some();
    if !root && !sudo {
        return;
    }
    println!("installing chromium and chromium-driver from the system's packages");
    for arguments in [&["update", "-q"][..], &["install", "-y", "-q", "chromium", "chromium-driver"]] {
        let mut apt = if sudo { command("sudo") } else { command("apt-get") };
        if sudo {
            apt.args(["-n", "apt-get"]);
        }
        if let Err(message) = run(apt.args(arguments).env("DEBIAN_FRONTEND", "noninteractive")) {
            println!("{message}");
        }
    }
}
