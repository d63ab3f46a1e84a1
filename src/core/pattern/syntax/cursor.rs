//! A place in a pattern's text that moves on.

use super::{Read, SyntaxError};
use crate::core::text::Span;

/// What [`Cursor::peek`] says of every unit that is not ASCII.
const BEYOND_ASCII: u8 = 0xFF;

pub(super) struct Cursor<'s> {
    pub source: &'s [u16],
    pub at: usize,
}

impl Cursor<'_> {
    pub fn unit(&self) -> Option<u16> {
        self.source.get(self.at).copied()
    }

    /// The unit here as ASCII; `None` at the end.
    pub fn peek(&self) -> Option<u8> {
        self.peek_after(0)
    }

    pub fn peek_after(&self, units: usize) -> Option<u8> {
        self.source.get(self.at + units).map(|unit| u8::try_from(*unit).ok().filter(u8::is_ascii).unwrap_or(BEYOND_ASCII))
    }

    pub fn eat(&mut self, wanted: u8) -> bool {
        let found = self.peek() == Some(wanted);
        self.at += usize::from(found);
        found
    }

    /// A decimal number, `None` if there is no digit; one that is too large for anything becomes `i32::MAX`, as in V8.
    pub fn number(&mut self) -> Option<u32> {
        let mut number: Option<u32> = None;
        while let Some(digit @ b'0'..=b'9') = self.peek() {
            let longer = number.unwrap_or(0).saturating_mul(10).saturating_add(u32::from(digit - b'0'));
            number = Some(longer.min(i32::MAX.unsigned_abs()));
            self.at += 1;
        }
        number
    }

    /// Just so many hexadecimal digits, or nothing.
    pub fn hex(&mut self, digits: usize) -> Option<u16> {
        let mut value = 0;
        for ahead in 0..digits {
            value = value * 16 + hex_digit(self.peek_after(ahead)?)?;
        }
        self.at += digits;
        Some(value)
    }

    pub fn span_from(&self, start: usize) -> Span {
        Span::new(start, self.at)
    }

    /// An error about what stands from `start` to here.
    pub fn error<T>(&self, message: &str, start: usize) -> Read<T> {
        Err(SyntaxError::boxed(message, self.span_from(start)))
    }
}

pub(super) fn hex_digit(digit: u8) -> Option<u16> {
    match digit {
        b'0'..=b'9' => Some(u16::from(digit - b'0')),
        b'a'..=b'f' => Some(u16::from(digit - b'a') + 10),
        b'A'..=b'F' => Some(u16::from(digit - b'A') + 10),
        _ => None,
    }
}
