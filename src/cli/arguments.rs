//! What the commands' arguments have in common: choices, and errors in the Lab's own words.

use std::fmt::Display;

use lexopt::{Error, Parser, ValueExt};

use super::terminal::visible;

/// The value of an option, one of some names.
pub fn choice<T: Copy>(arguments: &mut Parser, option: &str, choices: &[(&str, T)]) -> Result<T, String> {
    let given = value(arguments, option)?;
    let chosen = choices.iter().find(|(name, _)| *name == given);
    let names: Vec<String> = choices.iter().map(|(name, _)| format!("`{name}`")).collect();
    let (last, others) = names.split_last().map_or(("", String::new()), |(last, others)| (last.as_str(), others.join(", ")));
    let names = if others.is_empty() { last.to_owned() } else { format!("{others} or {last}") };
    chosen.map(|(_, value)| *value).ok_or_else(|| format!("`{option}` takes {names}, not `{}`", visible(&given)))
}

/// The value of an option.
pub fn value(arguments: &mut Parser, option: &str) -> Result<String, String> {
    let value = arguments.value().map_err(|error| message(&error))?;
    value.string().map_err(|_| format!("the value of `{option}` is not UTF-8"))
}

/// lexopt's errors with names in backticks.
pub fn message(error: &Error) -> String {
    let named = |what: &str, name: &dyn Display| format!("{what} `{}`", visible(&name.to_string()));
    match error {
        Error::UnexpectedOption(option) => named("unknown option", option),
        Error::UnexpectedArgument(argument) => named("unexpected argument", &argument.to_string_lossy()),
        Error::MissingValue { option: Some(option) } => format!("`{option}` needs a value"),
        Error::UnexpectedValue { option, .. } => format!("`{option}` takes no value"),
        error => error.to_string(),
    }
}
