//! The accessibility checker `axe-core` on the page as it stands.

use std::fs;

use serde::Deserialize;
use thirtyfour::error::{WebDriverErrorInner, WebDriverResult};

use crate::lab::Lab;
use crate::paths;

const RUN: &str = "
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    return axe.run(document, { runOnly: { type: 'tag', values: tags } }).then(result => result.violations.map(rule =>
        ({ rule: rule.id, help: rule.help, elements: rule.nodes.map(node => node.html.slice(0, 200) + ' ' +
            node.any.concat(node.all, node.none).map(check => check.message).join('; ')) })))";

/// A rule of WCAG that the page breaks, and where.
#[derive(Debug, PartialEq, Eq, Deserialize)]
pub struct Violation {
    pub rule: String,
    pub help: String,
    pub elements: Vec<String>,
}

/// What the page breaks of WCAG 2.0 to 2.2, levels A and AA.
pub async fn violations(lab: &Lab) -> WebDriverResult<Vec<Violation>> {
    let path = paths::axe();
    let axe = fs::read_to_string(&path).map_err(|error| {
        let message = format!("`{}` cannot be read ({error}): run `npm ci` in tests/browser", path.display());
        WebDriverErrorInner::NotFound("axe-core".to_owned(), message)
    })?;
    lab.eval::<()>(&axe, []).await?;
    lab.eval(RUN, []).await
}
