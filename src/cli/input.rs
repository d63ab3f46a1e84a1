//! Files: UTF-8, a byte-order mark accepted, `-` for standard input.

use std::fs;
use std::io::{self, Read};

use super::Failure;
use super::terminal::visible;

const BYTE_ORDER_MARK: &str = "\u{FEFF}";

/// A file as it is checked.
#[derive(Debug, PartialEq, Eq)]
pub struct Input {
    /// As it was given.
    pub name: String,
    /// Without the byte-order mark.
    pub text: String,
    /// The bytes of the file in front of `text`.
    pub skipped: usize,
}

pub fn read(name: &str) -> Result<Input, Failure> {
    let bytes = if name == "-" { read_stdin() } else { fs::read(name) };
    let bytes = bytes.map_err(|error| Failure::Input(format!("cannot read `{}`: {}", visible(name), reason(&error))))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        Failure::Input(format!("`{}` is not UTF-8: the bytes at offset {at} are no character", visible(name)))
    })?;
    Ok(without_mark(name.to_owned(), text))
}

fn without_mark(name: String, text: String) -> Input {
    match text.strip_prefix(BYTE_ORDER_MARK) {
        Some(rest) => Input { name, text: rest.to_owned(), skipped: BYTE_ORDER_MARK.len() },
        None => Input { name, text, skipped: 0 },
    }
}

fn read_stdin() -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    io::stdin().read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The usual reasons in the same words on every system.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        _ => error.to_string(),
    }
}
