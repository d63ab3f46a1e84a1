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
            "the guide puts the body in back-ticks, which a shell runs as a command",
            "use single quotes, and write `'\\''` for the apostrophe in “Preview's”",
        )),
        What::NextLine => Some((
            "the guide forgets a backslash in front of this line, so a shell runs it as a command of its own",
            "end the line with the header `Authorization` with a backslash",
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
            "a shell runs the text in back-ticks as a command",
            "put the body in single quotes, and write `'\\''` for an apostrophe in it",
        ),
        What::NextLine => {
            (&SHELL_SYNTAX, "a shell runs this line as a command of its own", "end the line before with a backslash")
        }
        What::BlankBehindBackslash => {
            (&SHELL_SYNTAX, "a blank follows the backslash, so the command ends here", "remove the blank at the end of the line")
        }
        What::OpenQuote => (&SHELL_SYNTAX, "a quote or a value is missing: the command is cut off", "copy the whole command"),
        What::Ampersand => (&SHELL_SYNTAX, "a shell ends the command at `&`", "put the URL in quotes"),
        What::File => (
            &UNREAD_PART,
            "this value comes from a file or from the input, which the Lab cannot read",
            "paste the content in its place",
        ),
        What::Other => (&UNREAD_PART, "only the first request is read", "paste one request at a time"),
        What::UnknownOption => (
            &UNREAD_PART,
            "the Lab does not know this option, so it may have missed its value",
            "check its spelling, or remove it",
        ),
        What::Computed => {
            (&UNREAD_PART, "the code computes this value, so the Lab does not know it", "paste the value in its place")
        }
        What::NoUrl => {
            (&UNREAD_PART, "the code sends its request to no URL that the Lab can read", "write the URL into the code")
        }
    }
}
