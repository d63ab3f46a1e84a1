//! The Lab's page in a real Chromium.
//!
//! A test hands its steps to [`with_lab`]: they meet the built page (`dist/`) in a browser of their own, served under a
//! sub-path of this machine, with no way to any other. When they are done, the console must be empty and nothing may
//! have been asked of another machine. Steps that fail leave a picture in `target/screenshots/failed/`.
//!
//! | variable | says |
//! | --- | --- |
//! | `LAB_DIST` | where the built page lies, if not in `dist/` |
//! | `LAB_CHROMIUM`, `LAB_CHROMEDRIVER` | which programs, if not those of PATH |
//! | `LAB_AXE` | where `axe.min.js` lies, if not where `npm ci` in `tests/browser` puts it |
//! | `LAB_PICTURES=1` | make the README's pictures in `docs/pictures/` anew |
//!
//! Not here: anything that knows a rule or a template. The hooks of the page are in [`Lab`], [`Editor`], [`LinkRules`],
//! [`Integration`], [`Timeline`] and [`View`].

pub mod axe;
mod browser;
mod editor;
mod failure;
mod integration;
mod keyboard;
mod lab;
mod link_rules;
mod paths;
pub mod payload;
mod pictures;
mod run;
mod server;
mod storage;
mod survivor;
mod timeline;
mod view;
mod watch;

pub use browser::Browser;
pub use editor::Editor;
pub use failure::{Failure, Outcome};
pub use integration::{Integration, Ready, Told};
pub use lab::{Lab, Problem, READY, Side};
pub use link_rules::{EXCLUDED, LinkRules, REQUIRED, Sample};
pub use run::{eventually, with_lab};
pub use server::{Request, Server};
pub use survivor::Survivor;
pub use thirtyfour::error::WebDriverResult;
pub use thirtyfour::{By, Key, WebElement};
pub use timeline::{Step, Timeline};
pub use view::View;
