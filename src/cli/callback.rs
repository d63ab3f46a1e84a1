//! `callback`: calls an unfurl callback as Notion would, link by link, and checks every answer.
//!
//! Answers are printed as they come, since each may take half a minute. Wrong usage is reported before anything is sent.
//! Nothing here prints the token. The environment is the better place for it: lists of processes show arguments.

mod call;
mod links;
mod printed;
mod token;

use std::io::{self, Write};

use clap::{Args, value_parser};
use time::UtcDateTime;

use super::format::Format;
use super::input;
use super::output::{Failure, Output};
use super::report::Counts;
use super::terminal::{Style, visible};
use crate::core::analysis::answer::PATIENCE;
use crate::core::integration::Secret;
use crate::core::method::Method;
use crate::core::profile::Profile;
use crate::core::url::Url;
use call::Callback;
use links::LinkSource;
use printed::{AnswersReport, Checked};

const AFTER_HELP: &str = "\
Example:
  SERVICE_TOKEN=abc123 link-preview-lab callback http://127.0.0.1:3000/unfurl https://acme.com/items/23487 @links.txt

Exit status:
  0  no errors found
  1  errors found
  2  wrong usage or unreadable input";

/// Call an unfurl callback as Notion would, and check its answers
///
/// Sends one request per link and does not follow redirects.
// No `Debug`: it would print the token.
#[derive(Args)]
#[command(after_help = AFTER_HELP)]
pub struct CallbackCommand {
    /// URL of your unfurl callback
    // Not checked by clap, which would repeat a password in it.
    url: String,

    /// Links to ask for; `@FILE` reads them from a file, `-` from standard input
    ///
    /// A file has one link per line; blank lines and lines that start with `#` are skipped.
    #[arg(value_name = "LINK", required = true)]
    links: Vec<LinkSource>,

    /// Access token that your service gave to Notion; safer in the environment variable `SERVICE_TOKEN`
    // A token may begin with a hyphen.
    #[arg(long, allow_hyphen_values = true)]
    token: Option<String>,

    /// Send DELETE, as Notion does when a user removes all previews of a link
    #[arg(long)]
    delete: bool,

    /// How to print the answers and their problems
    #[arg(long, value_enum, default_value_t)]
    format: Format,

    /// How strictly to check
    #[arg(long, value_enum, default_value_t)]
    profile: Profile,

    /// How long each answer may take as a whole, from 1 to 30
    #[arg(long, value_name = "SECONDS", default_value_t = PATIENCE, value_parser = value_parser!(u32).range(1..=PATIENCE.into()))]
    timeout: u32,
}

impl CallbackCommand {
    pub fn run(&self) -> Result<Output, Failure> {
        let callback = self.callback()?;
        let links = links::read(&self.links)?;
        // Nobody reads the notes if standard error is closed.
        io::stderr().write_all(notes(&callback).as_bytes()).ok();
        Ok(self.ask(&callback, &links))
    }

    fn callback(&self) -> Result<Callback, Failure> {
        check_url(&self.url)?;
        input::check_stdin(self.links.iter().filter_map(LinkSource::file))?;
        let method = if self.delete { Method::Delete } else { Method::Post };
        Ok(Callback { url: self.url.clone(), method, token: token::find(self.token.as_deref())?, seconds: self.timeout })
    }

    fn ask(&self, callback: &Callback, links: &[String]) -> Output {
        let agent = callback.agent();
        let (mut counts, mut rows) = (Counts::default(), Vec::new());
        for link in links {
            let checked = Checked::new(link, callback.method, callback.ask(&agent, link), self.profile, UtcDateTime::now());
            counts.add(&checked.found);
            match self.format {
                Format::Text if !print(&checked.text(Style::of(&io::stdout()))) => return Output::default(),
                Format::Text => {}
                Format::Json => rows.push(checked.row()),
            }
        }
        let summary = |_| counts.summary(links.len(), "response") + "\n";
        Output::report(self.format.print(summary, || AnswersReport { answers: &rows, counts }), counts)
    }
}

/// Whether somebody still reads.
fn print(text: &str) -> bool {
    let mut stdout = io::stdout();
    stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()).is_ok()
}

/// What the user should know about the requests, once for all of them.
fn notes(callback: &Callback) -> String {
    let mut notes = String::new();
    if callback.token.is_none() {
        let variable = Secret::ServiceToken.variable();
        notes.extend(["note: no token, so no `Authorization` header is sent; set `", variable, "` or pass `--token`\n"]);
    }
    if callback.method == Method::Delete {
        notes += "note: Notion does not document what a DELETE contains; it is sent with the body and token of a POST\n";
    }
    notes
}

fn check_url(text: &str) -> Result<(), Failure> {
    match Url::parse(text) {
        Ok(url) if url.user.is_some() => {
            Err(Failure("the callback URL has a user name before `@`; Notion sends a bearer token instead".to_owned()))
        }
        Ok(url) if url.is_http() && call::can_ask(text) => Ok(()),
        _ => Err(Failure(format!("the callback URL `{}` is not an absolute `https` or `http` URL", visible(text)))),
    }
}
