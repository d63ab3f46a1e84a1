//! Why a test failed, and at which of its lines.

use std::fmt::{self, Debug, Display};
use std::panic::Location;

pub type Outcome<T = ()> = Result<T, Failure>;

/// Any error, with the place where `?` met it. It is no `Error` itself, so that every error can become one.
pub struct Failure {
    message: String,
    place: &'static Location<'static>,
}

impl<E: Display> From<E> for Failure {
    #[track_caller]
    fn from(error: E) -> Self {
        Self { message: error.to_string(), place: Location::caller() }
    }
}

impl Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}\n  at {}", self.message, self.place)
    }
}
