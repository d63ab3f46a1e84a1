//! The links to ask for, from arguments, files and standard input.

use super::super::input::{self, STDIN};
use super::super::output::Failure;

/// An argument: a link, `@FILE`, or `-` for standard input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkSource {
    Link(String),
    File(String),
}

impl From<String> for LinkSource {
    fn from(argument: String) -> Self {
        match argument.strip_prefix('@') {
            Some(file) => Self::File(file.to_owned()),
            None if argument == STDIN => Self::File(argument),
            None => Self::Link(argument),
        }
    }
}

impl LinkSource {
    pub fn file(&self) -> Option<&str> {
        match self {
            Self::Link(_) => None,
            Self::File(name) => Some(name),
        }
    }

    fn read(&self) -> Result<Vec<String>, Failure> {
        let links = match self {
            Self::Link(link) => vec![link.trim().to_owned()],
            Self::File(name) => listed(&input::read(name)?.text),
        };
        Ok(links)
    }
}

/// All links, at least one.
pub fn read(given: &[LinkSource]) -> Result<Vec<String>, Failure> {
    let mut links = given.iter().map(LinkSource::read).collect::<Result<Vec<_>, _>>()?.concat();
    links.retain(|link| !link.is_empty());
    if links.is_empty() {
        return Err(Failure("there is no link to ask for; give one, or a file of links as `@FILE`".to_owned()));
    }
    Ok(links)
}

fn listed(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.starts_with('#')).map(str::to_owned).collect()
}
