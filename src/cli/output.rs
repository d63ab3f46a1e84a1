//! What a command prints and how it ends.

use super::report::Counts;
use super::terminal::visible;

/// The texts for the two streams, and the exit status.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Output {
    pub stdout: String,
    pub stderr: String,
    pub status: u8,
}

impl Output {
    pub fn text(stdout: impl Into<String>) -> Self {
        Self { stdout: stdout.into(), ..Self::default() }
    }

    /// A report on checked texts.
    pub fn report(stdout: String, counts: Counts) -> Self {
        Self { stdout, status: u8::from(counts.errors > 0), ..Self::default() }
    }

    /// Errors found that leave nothing to print on standard output.
    pub fn errors(stderr: String) -> Self {
        Self { stderr, status: 1, ..Self::default() }
    }
}

/// Why there is no output: an input that cannot be read, or wrong usage that clap does not recognize.
#[derive(Debug, PartialEq, Eq)]
pub struct Failure(pub String);

impl From<Failure> for Output {
    fn from(Failure(message): Failure) -> Self {
        Self { stderr: format!("error: {message}\n"), status: 2, ..Self::default() }
    }
}

/// clap answers wrong usage with an error; `--help` and `--version` arrive the same way.
impl From<&clap::Error> for Output {
    fn from(answer: &clap::Error) -> Self {
        // The text quotes arguments, which may contain control characters.
        let text = answer.render().to_string().lines().map(|line| visible(line) + "\n").collect();
        if answer.use_stderr() { Self { stderr: text, status: 2, ..Self::default() } } else { Self::text(text) }
    }
}
