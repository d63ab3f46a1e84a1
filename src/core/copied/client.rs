//! The first command of a shell script that is a known client.

use super::request::{Fault, What};
use super::shell::{Command, End, Script, cmd, posix};
use super::traced::Traced;
use super::{Copied, curl, httpie};
use crate::core::text::Span;

/// Words that may stand in front of a program.
const BEFORE: [&str; 8] = ["time", "env", "sudo", "command", "exec", "!", "$", "nohup"];

pub fn read(text: &str, from: usize) -> Option<Copied> {
    let end = fence_end(text, from);
    let text = &text[..end];
    let Script { commands, faults } = if cmd::is_cmd(&text[from..]) { cmd::read(text, from) } else { posix::read(text, from) };
    let first = commands.iter().position(|command| program(command).is_some())?;
    let mut found = Found { text, commands, faults: Vec::new() };
    found.join_lines(first);
    let stop = found.after(first);
    found.faults.extend(faults.into_iter().filter(|fault| fault.span.start < stop && fault.span.end >= found.commands[first].at));
    found.pipe_in(first);
    let command = &found.commands[first];
    let start = program(command)?;
    let words = &command.words[start + 1..];
    let is_curl = curl::is_curl(command.words[start].as_str());
    let faults = &mut found.faults;
    let request = if is_curl {
        curl::read(words, command, faults)
    } else {
        httpie::read(command.words[start].as_str(), words, command, faults)
    };
    Some(Copied { request, faults: std::mem::take(faults) })
}

fn fence_end(text: &str, from: usize) -> usize {
    let fenced = text[..from].contains("```");
    text[from..].find("\n```").filter(|_| fenced).map_or(text.len(), |length| from + length)
}

/// The word that is a known program, behind assignments and words such as `time`.
fn program(command: &Command) -> Option<usize> {
    let at = command.words.iter().position(|word| {
        let text = word.as_str();
        let assigns = text
            .split_once('=')
            .is_some_and(|(name, _)| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_'));
        !assigns && !BEFORE.contains(&text)
    })?;
    let name = command.words[at].as_str();
    (curl::is_curl(name) || httpie::is_httpie(name)).then_some(at)
}

struct Found<'t> {
    text: &'t str,
    commands: Vec<Command>,
    faults: Vec<Fault>,
}

impl Found<'_> {
    /// A line that begins with an option was meant to continue the one before: the documents forgot a backslash once.
    fn join_lines(&mut self, first: usize) {
        while self.commands[first].end == End::Line
            && self.commands.get(first + 1).is_some_and(|next| next.words.first().is_some_and(is_option))
        {
            let next = self.commands.remove(first + 1);
            let span = next.words.first().map(Traced::span);
            self.faults.extend(span.map(|span| Fault { what: What::NextLine, span }));
            let command = &mut self.commands[first];
            command.words.extend(next.words);
            command.input = next.input.or_else(|| command.input.take());
            command.end = next.end;
        }
    }

    /// Where the command ends; reports what is not read behind it.
    fn after(&mut self, first: usize) -> usize {
        let mut last = first;
        // What a pipe leads to reads the answer only.
        while self.commands[last].end == End::Pipe && last + 1 < self.commands.len() {
            last += 1;
        }
        let Some(next) = self.commands.get(last + 1) else { return self.text.len() };
        let at = next.words.first().map_or(next.at, Traced::start);
        let end = self.text[at..].find('\n').map_or(self.text.len(), |length| at + length);
        let what = if self.commands[first].end == End::Ampersand { What::Ampersand } else { What::Other };
        self.faults.push(Fault { what, span: Span::new(at, end) });
        at
    }

    /// What a command in front prints is the input.
    fn pipe_in(&mut self, first: usize) {
        let Some(before) = first.checked_sub(1).map(|before| &self.commands[before]) else { return };
        if before.end != End::Pipe {
            return;
        }
        let printed = printed(before);
        let span = Span::new(before.at, self.commands[first].at);
        if printed.is_none() {
            self.faults.push(Fault { what: What::Computed, span });
        }
        self.commands[first].input = printed;
    }
}

fn is_option(word: &Traced) -> bool {
    word.as_str().starts_with('-') && word.as_str().len() > 1
}

/// What `printf`, `echo` and `cat <<END` print.
fn printed(command: &Command) -> Option<Traced> {
    let (program, words) = command.words.split_first()?;
    let texts: Vec<&Traced> = words.iter().filter(|word| !matches!(word.as_str(), "-n" | "-e" | "-E" | "--" | "-")).collect();
    match (program.as_str(), &texts[..]) {
        ("printf", [format, text]) if matches!(format.as_str(), "%s" | "%s\\n" | "%b") => Some((*text).clone()),
        ("printf", [text]) if !text.as_str().contains(['%', '\\']) => Some((*text).clone()),
        ("echo", texts) => {
            let mut line = Traced::default();
            for (number, text) in texts.iter().enumerate() {
                if number > 0 {
                    line.push(' ', text.start());
                }
                line.append(text);
            }
            Some(line)
        }
        ("cat", []) => command.input.clone(),
        _ => None,
    }
}
