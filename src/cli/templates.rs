//! `templates`: the templates that the Lab ships, as JSON. The page's gallery reads what this prints.

use lexopt::{Arg, Parser, ValueExt};
use serde::Serialize;
use serde_json::Value;

use super::terminal::visible;
use super::{Failure, Output, arguments, to_json};
use crate::core::project;
use crate::core::templates::{self, TEMPLATES, Template};

const USAGE: &str = "\
usage: link-preview-lab templates [ID]

Prints the templates as JSON: all of them with title, group and summary, or the project of one.

options:
  -h, --help   this text

exit status: 0 printed, 2 wrong usage
";

pub fn run(mut arguments: Parser) -> Result<Output, Failure> {
    let wrong = |message| Failure::Usage { message, usage: USAGE };
    match arguments.next().map_err(|error| wrong(arguments::message(&error)))? {
        None => Ok(Output::text(to_json(&Table { templates: TEMPLATES.iter().map(Row::new).collect() }))),
        Some(Arg::Short('h') | Arg::Long("help")) => Ok(Output::text(USAGE)),
        Some(Arg::Value(id)) => {
            let id = id.string().map_err(|_| wrong("a template's id is not UTF-8".to_owned()))?;
            let unknown = || wrong(format!("there is no template `{}`; `link-preview-lab templates` lists them", visible(&id)));
            let template = templates::find(&id).ok_or_else(unknown)?;
            Ok(Output::text(to_json(&project::to_json(&template.project()))))
        }
        Some(option) => Err(wrong(arguments::message(&option.unexpected()))),
    }
}

#[derive(Serialize)]
struct Table {
    templates: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    id: &'static str,
    title: &'static str,
    group: &'static str,
    summary: &'static str,
    project: Value,
}

impl Row {
    fn new(template: &'static Template) -> Self {
        let &Template { id, title, group, summary, .. } = template;
        Self { id, title, group, summary, project: project::to_json(&template.project()) }
    }
}
