//! One Chromium with its own driver and its own profile, all of it gone when dropped.

use std::fs;
use std::io::{self, BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use tempfile::TempDir;
use thirtyfour::error::WebDriverResult;
use thirtyfour::{ChromeCapabilities, ChromiumLikeCapabilities, LoggingPrefsLogLevel, WebDriver};

use crate::paths;

/// `MAP * ~NOTFOUND`: no name but 127.0.0.1 leads anywhere, so nothing leaves this machine.
const FLAGS: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-color-profile=srgb",
    "--hide-scrollbars",
    "--lang=en-US",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

/// The order of the fields is the order of the end: session, driver, profile.
pub struct Browser {
    pub driver: WebDriver,
    chromedriver: Chromedriver,
    profile: TempDir,
    size: (u32, u32),
}

impl Browser {
    /// Starts a browser whose window has the given size in CSS pixels.
    pub async fn start(width: u32, height: u32) -> WebDriverResult<Self> {
        let profile = tempfile::Builder::new().prefix("link-preview-lab-").tempdir()?;
        let (driver, chromedriver) = session(profile.path(), (width, height)).await?;
        Ok(Self { driver, chromedriver, profile, size: (width, height) })
    }

    /// The folder that its processes were started with.
    pub fn profile(&self) -> &Path {
        self.profile.path()
    }

    /// Starts another browser with the same profile, after this one was killed.
    pub async fn start_again(&mut self) -> WebDriverResult<()> {
        // A killed browser leaves the lock of its profile.
        for lock in ["SingletonLock", "SingletonCookie", "SingletonSocket"] {
            fs::remove_file(self.profile.path().join(lock)).ok();
        }
        let (driver, chromedriver) = session(self.profile.path(), self.size).await?;
        std::mem::replace(&mut self.driver, driver).leak().ok();
        self.chromedriver = chromedriver;
        Ok(())
    }
}

async fn session(profile: &Path, (width, height): (u32, u32)) -> WebDriverResult<(WebDriver, Chromedriver)> {
    let chromedriver = Chromedriver::start()?;
    let mut capabilities = capabilities()?;
    capabilities.add_arg(&format!("--user-data-dir={}", profile.display()))?;
    capabilities.add_arg(&format!("--window-size={width},{height}"))?;
    let driver = WebDriver::new(format!("http://127.0.0.1:{}", chromedriver.port), capabilities).await?;
    Ok((driver, chromedriver))
}

fn capabilities() -> WebDriverResult<ChromeCapabilities> {
    let chromium = paths::program("LAB_CHROMIUM", &["chromium", "chromium-browser", "google-chrome"])
        .ok_or_else(|| missing("chromium", "LAB_CHROMIUM"))?;
    let mut capabilities = ChromeCapabilities::new();
    capabilities.set_binary(&chromium.to_string_lossy())?;
    for flag in FLAGS {
        capabilities.add_arg(flag)?;
    }
    capabilities.set_logging_prefs("browser", LoggingPrefsLogLevel::All)?;
    capabilities.set_logging_prefs("performance", LoggingPrefsLogLevel::All)?;
    Ok(capabilities)
}

fn missing(what: &str, variable: &str) -> io::Error {
    let message = format!("no `{what}` in PATH nor in `{variable}`: run `cargo xtask test`, which installs it");
    io::Error::new(io::ErrorKind::NotFound, message)
}

/// The program between a test and its browser.
struct Chromedriver {
    process: Child,
    port: u16,
    /// Held open: a driver that cannot write ends.
    _stdout: BufReader<ChildStdout>,
}

impl Chromedriver {
    /// The port that the driver picks for IPv4 may be taken for IPv6, and then it ends.
    fn start() -> io::Result<Self> {
        Self::start_once().or_else(|_| Self::start_once()).or_else(|_| Self::start_once())
    }

    fn start_once() -> io::Result<Self> {
        let program =
            paths::program("LAB_CHROMEDRIVER", &["chromedriver"]).ok_or_else(|| missing("chromedriver", "LAB_CHROMEDRIVER"))?;
        let mut process = Command::new(program).arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let mut stdout = BufReader::new(process.stdout.take().ok_or(io::ErrorKind::BrokenPipe)?);
        let port = read_port(&mut stdout);
        let mut driver = Self { process, port: 0, _stdout: stdout };
        driver.port = port?;
        Ok(driver)
    }
}

impl Drop for Chromedriver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Reads the line `… started successfully on port 40213.`; a line before it says that port 0 was asked for.
fn read_port(stdout: &mut impl BufRead) -> io::Result<u16> {
    let mut lines = stdout.lines().map_while(Result::ok);
    lines
        .find_map(|line| line.trim_end_matches('.').rsplit_once("successfully on port ")?.1.parse().ok())
        .ok_or_else(|| io::Error::other("chromedriver ended without naming its port"))
}
