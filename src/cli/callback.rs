//! `callback`: asks an Unfurl Callback as Notion would, link by link, and checks every answer.
//!
//! Answers are printed as they come, since each may take half a minute; what was asked wrongly is said before anything is sent.
//! Nothing here prints the token; it is best given by the environment, where no list of processes shows it.

mod call;
mod printed;

use std::env;
use std::io::{self, Write};

use lexopt::{Arg, Parser, ValueExt};
use time::UtcDateTime;

use super::arguments::{self, choice};
use super::report::Counts;
use super::terminal::{Style, visible};
use super::{Failure, Output, input, to_json};
use crate::core::analysis::answer::PATIENCE;
use crate::core::integration::Secret;
use crate::core::method::Method;
use crate::core::profile::Profile;
use crate::core::url::Url;
use call::Callback;
use printed::Checked;

const USAGE: &str = "\
usage: link-preview-lab callback [OPTION…] URL LINK…

Asks the Unfurl Callback at URL for each LINK as Notion would, and checks every answer. `@FILE` stands for the links in a file, one a
line; blank lines and those that start with `#` are passed over. `-` reads them from standard input. Redirects are not followed.

options:
  --token TOKEN               the access token that your service gave to Notion; better in the environment as SERVICE_TOKEN
  --delete                    sends DELETE, as when all previews of a link are removed
  --format text|json          for people (default) or for programs
  --profile documented|wild   the rules as documented (default), or as seen in the wild
  --timeout SECONDS           how long each answer may take as a whole: 1 to 30 (default)
  -h, --help                  this text

exit status: 0 no error found, 1 errors found, 2 wrong usage or unreadable input
";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Text,
    Json,
}

/// The token stands in here, so this cannot be printed.
struct Request {
    callback: Callback,
    format: Format,
    profile: Profile,
    /// As they were given: a link, or where links are.
    links: Vec<String>,
}

pub fn run(arguments: Parser) -> Result<Output, Failure> {
    let wrong = |message| Failure::Usage { message, usage: USAGE };
    let Some(request) = parse(arguments).map_err(wrong)? else { return Ok(Output::text(USAGE)) };
    let links = links(&request.links)?;
    if links.is_empty() {
        return Err(wrong("there is no link to ask for; `@FILE` reads them from a file".to_owned()));
    }
    let agent = request.callback.agent();
    // Whoever closed standard error does not want to know.
    io::stderr().write_all(notes(&request.callback).as_bytes()).ok();
    let (mut counts, mut rows) = (Counts::default(), Vec::new());
    for link in &links {
        let outcome = request.callback.ask(&agent, link);
        let checked = Checked::new(link, request.callback.method, outcome, request.profile, UtcDateTime::now());
        counts.add(&checked.found);
        match request.format {
            Format::Text if !print(&checked.text(Style::of(&io::stdout()))) => return Ok(Output::default()),
            Format::Text => {}
            Format::Json => rows.push(checked.row()),
        }
    }
    let stdout = match request.format {
        Format::Text => counts.summary(links.len(), "answer") + "\n",
        Format::Json => to_json(&printed::report(&rows, counts)),
    };
    Ok(Output { stdout, stderr: String::new(), status: u8::from(counts.errors > 0) })
}

/// Whether somebody still reads.
fn print(text: &str) -> bool {
    let mut stdout = io::stdout();
    stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()).is_ok()
}

/// What the person should know of what is sent, once.
fn notes(callback: &Callback) -> String {
    let mut notes = String::new();
    if callback.token.is_none() {
        let variable = Secret::ServiceToken.variable();
        notes += "note: there is no token, so `Authorization` is not sent; ";
        notes.extend(["`--token` or the variable `", variable, "` gives one\n"]);
    }
    if callback.method == Method::Delete {
        notes += "note: the documents do not say what a DELETE carries; it is sent with the body and the bearer of a POST\n";
    }
    notes
}

/// `None`: the person asks for help.
fn parse(mut arguments: Parser) -> Result<Option<Request>, String> {
    let (mut token, mut method, mut format, mut profile) = (None, Method::Post, Format::Text, Profile::Documented);
    let (mut seconds, mut values) = (PATIENCE, Vec::new());
    while let Some(argument) = arguments.next().map_err(|error| arguments::message(&error))? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => return Ok(None),
            Arg::Long("token") => token = Some(arguments::value(&mut arguments, "--token")?),
            Arg::Long("delete") => method = Method::Delete,
            Arg::Long("format") => {
                format = choice(&mut arguments, "--format", &[("text", Format::Text), ("json", Format::Json)])?;
            }
            Arg::Long("profile") => {
                let profiles = [("documented", Profile::Documented), ("wild", Profile::Wild)];
                profile = choice(&mut arguments, "--profile", &profiles)?;
            }
            Arg::Long("timeout") => seconds = patience(&arguments::value(&mut arguments, "--timeout")?)?,
            Arg::Value(value) => values.push(value.string().map_err(|_| "a link is not UTF-8".to_owned())?),
            option => return Err(arguments::message(&option.unexpected())),
        }
    }
    if values.is_empty() {
        return Err("there is no URL of a callback".to_owned());
    }
    let links = values.split_off(1);
    let url = values.concat();
    check_url(&url)?;
    if links.iter().filter(|link| ["-", "@-"].contains(&link.as_str())).count() > 1 {
        return Err("standard input can be read only once".to_owned());
    }
    let token = given_token(token)?;
    let callback = Callback { url, method, token, seconds };
    Ok(Some(Request { callback, format, profile, links }))
}

fn patience(text: &str) -> Result<u32, String> {
    let seconds = text.parse().ok().filter(|seconds| (1..=PATIENCE).contains(seconds));
    seconds.ok_or_else(|| format!("`--timeout` takes seconds from 1 to {PATIENCE}, not `{}`", visible(text)))
}

fn check_url(text: &str) -> Result<(), String> {
    match Url::parse(text) {
        Ok(url) if url.user.is_some() => Err("the URL of the callback holds a name before `@`; Notion sends a bearer".to_owned()),
        Ok(url) if url.is_http() && call::can_ask(text) => Ok(()),
        _ => Err(format!("the callback `{}` is no absolute URL with `https` or `http`", visible(text))),
    }
}

/// The token of the option or of the environment; messages do not repeat it.
fn given_token(option: Option<String>) -> Result<Option<String>, String> {
    let variable = Secret::ServiceToken.variable();
    let (name, token) = match option {
        Some(token) => ("--token", token),
        None => match env::var(variable) {
            Ok(token) => (variable, token),
            Err(env::VarError::NotPresent) => return Ok(None),
            Err(env::VarError::NotUnicode(_)) => return Err(format!("`{variable}` is not UTF-8")),
        },
    };
    let token = token.trim();
    if token.is_empty() {
        return Ok(None);
    }
    if token.get(..7).is_some_and(|start| start.eq_ignore_ascii_case("bearer ")) {
        return Err(format!("`{name}` takes the token alone, without `Bearer`"));
    }
    if !token.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(format!("`{name}` holds a character that no token has"));
    }
    Ok(Some(token.to_owned()))
}

/// The links themselves.
fn links(given: &[String]) -> Result<Vec<String>, Failure> {
    let mut links = Vec::new();
    for link in given {
        match link.strip_prefix('@').or((link == "-").then_some("-")) {
            Some(file) => {
                let text = input::read(file)?.text;
                links.extend(text.lines().map(str::trim).filter(|line| !line.starts_with('#')).map(str::to_owned));
            }
            None => links.push(link.trim().to_owned()),
        }
    }
    links.retain(|link| !link.is_empty());
    Ok(links)
}
