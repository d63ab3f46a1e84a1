//! What is said of code that was read as a request: where a shell reads something else, and what nobody read.

use super::documented;
use super::reader::Reader;
use crate::core::copied::{Copied, Fault, What};
use crate::core::diagnostic::Diagnostic;
use crate::core::profile::Profile;
use crate::core::rule::Rule;
use crate::core::rules::Finding;
use crate::core::rules::protocol::{DOCUMENTED_EXAMPLE, SHELL_SYNTAX, UNREAD_PART};

pub fn faults(reader: &mut Reader, copied: Option<&Copied>) {
    let Some(copied) = copied else { return };
    let profile = reader.known.profile;
    let body = copied.request.as_ref().and_then(|request| request.body.as_ref());
    let is_example = body.is_some_and(|body| documented::is_example(body.as_str()));
    for fault in &copied.faults {
        match documented_fault(fault.what).filter(|_| is_example) {
            Some((message, help)) => reader.tell(&DOCUMENTED_EXAMPLE, fault.span, message.to_owned(), help),
            None => reader.add(vec![diagnostic(fault, profile)]),
        }
    }
}

/// What the guide's own commands are written like.
fn documented_fault(what: What) -> Option<(&'static str, &'static str)> {
    match what {
        What::BackTicks => Some((
            "The guide puts the body in backticks, which a shell runs as a command",
            "Use single quotes, and write `'\\''` for the apostrophe in “Preview's”",
        )),
        What::NextLine => Some((
            "The guide omits a backslash before this line, so a shell runs it as a separate command",
            "End the line with the header `Authorization` with a backslash",
        )),
        _ => None,
    }
}

pub fn diagnostic(fault: &Fault, profile: Profile) -> Diagnostic {
    let (rule, message, help) = says(fault.what);
    Finding::in_message(fault.span, None, message.to_owned()).help(help).reported(rule, profile)
}

fn says(what: What) -> (&'static Rule, &'static str, &'static str) {
    match what {
        What::BackTicks => (
            &SHELL_SYNTAX,
            "A shell runs the text in backticks as a command",
            "Put the body in single quotes, and write `'\\''` for an apostrophe in it",
        ),
        What::NextLine => {
            (&SHELL_SYNTAX, "A shell runs this line as a separate command", "End the line before it with a backslash")
        }
        What::BlankBehindBackslash => {
            (&SHELL_SYNTAX, "A space follows the backslash, so the command ends here", "Remove the space at the end of the line")
        }
        What::OpenQuote => (&SHELL_SYNTAX, "A quote or a value is missing: the command is cut off", "Copy the whole command"),
        What::Ampersand => (&SHELL_SYNTAX, "A shell ends the command at `&`", "Put the URL in quotes"),
        What::File => (
            &UNREAD_PART,
            "This value comes from a file or from the input, which the Lab cannot read",
            "Paste the content in its place",
        ),
        What::Other => (&UNREAD_PART, "Only the first request is read", "Paste one request at a time"),
        What::UnknownOption => (
            &UNREAD_PART,
            "The Lab does not know this option, so it may have missed its value",
            "Check its spelling, or remove it",
        ),
        What::Computed => {
            (&UNREAD_PART, "The code computes this value, so the Lab does not know it", "Paste the value in its place")
        }
        What::NoUrl => {
            (&UNREAD_PART, "The code sends its request to no URL that the Lab can read", "Write the URL into the code")
        }
    }
}
