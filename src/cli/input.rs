//! Files in UTF-8, with or without a byte-order mark. `-` is standard input.

use std::fs::File;
use std::io::{self, Read};

use super::output::Failure;
use super::terminal::visible;

pub const STDIN: &str = "-";

/// Bytes of the largest file that is read: payloads are kilobytes, and `/dev/zero` has no end.
const MOST: u64 = 64 * 1024 * 1024;

pub const BYTE_ORDER_MARK: &str = "\u{FEFF}";

/// A file that was read.
#[derive(Debug, PartialEq, Eq)]
pub struct Input {
    /// The name as given, for messages.
    pub name: String,
    /// The text without the byte-order mark.
    pub text: String,
    /// Bytes of the file before `text`: the length of the byte-order mark, or 0.
    pub skipped: usize,
}

pub fn read(name: &str) -> Result<Input, Failure> {
    let bytes = if name == STDIN { bounded(io::stdin()) } else { File::open(name).and_then(bounded) };
    let bytes = bytes.map_err(|error| Failure(format!("cannot read `{}`: {}", visible(name), reason(&error))))?;
    if bytes.len() as u64 > MOST {
        return Err(Failure(format!("`{}` is larger than {} MB", visible(name), MOST / 1024 / 1024)));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        Failure(format!("`{}` is not UTF-8: invalid bytes at offset {offset}", visible(name)))
    })?;
    Ok(without_mark(name.to_owned(), text))
}

/// Refuses names that ask for standard input twice: the second read would find it empty.
pub fn check_stdin<'n>(names: impl Iterator<Item = &'n str>) -> Result<(), Failure> {
    if names.filter(|name| *name == STDIN).count() > 1 {
        return Err(Failure("standard input can be read only once".to_owned()));
    }
    Ok(())
}

fn without_mark(name: String, text: String) -> Input {
    match text.strip_prefix(BYTE_ORDER_MARK) {
        Some(rest) => Input { name, text: rest.to_owned(), skipped: BYTE_ORDER_MARK.len() },
        None => Input { name, text, skipped: 0 },
    }
}

/// One byte more than allowed tells that there is too much.
fn bounded(source: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(MOST + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The common reasons read the same on every operating system.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        _ => error.to_string(),
    }
}
