//! `templates`: the templates that the Lab ships, as JSON. The page's gallery reads this output.

use clap::Args;
use serde::Serialize;
use serde_json::Value;

use super::format::to_json;
use super::output::Output;
use crate::core::project;
use crate::core::templates::{self, TEMPLATES, Template};

const AFTER_HELP: &str = "\
Example:
  link-preview-lab templates smallest

Exit status:
  0  printed
  2  wrong usage";

/// Print the templates as JSON
///
/// Without an ID: every template with its title, group, summary and project.
/// With an ID: the project of that template.
#[derive(Args)]
#[command(verbatim_doc_comment, after_help = AFTER_HELP)]
pub struct TemplatesCommand {
    /// Template whose project to print
    #[arg(value_name = "ID", value_parser = find)]
    template: Option<&'static Template>,
}

impl TemplatesCommand {
    pub fn run(&self) -> Output {
        Output::text(match self.template {
            Some(template) => to_json(&project::to_json(&template.project())),
            None => to_json(&Table { templates: TEMPLATES.iter().map(Row::new).collect() }),
        })
    }
}

fn find(id: &str) -> Result<&'static Template, &'static str> {
    templates::find(id).ok_or("no template has this ID; `link-preview-lab templates` lists them")
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
