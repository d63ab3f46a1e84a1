//! A JavaScript engine to compare with: V8 in Node, or the one that `PATTERN_ENGINE` names.

use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};
use std::thread::{sleep, spawn};
use std::time::{Duration, Instant};

/// The environment variable: `node`, `jsc` (`JavaScriptCore`) or `gjs` (`SpiderMonkey`).
const CHOICE: &str = "PATTERN_ENGINE";

/// 20,000 questions take an engine less than a second, unless it runs away at one of them.
const PATIENCE: Duration = Duration::from_secs(20);

const SLOW: &str = "{\"slow\":true}\n";

pub struct Engine {
    pub name: String,
}

impl Engine {
    pub fn chosen() -> Self {
        Self { name: std::env::var(CHOICE).unwrap_or_else(|_| "node".to_owned()) }
    }

    fn start(&self) -> Option<Child> {
        let script = |name: &str| format!("{}/tests/patterns/{name}", env!("CARGO_MANIFEST_DIR"));
        let mut command = Command::new(&self.name);
        match &*self.name {
            "node" => command.arg(script("node.mjs")),
            _ => command.arg("-m").arg(script("shell.mjs")),
        };
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().ok()
    }

    /// Its answers, a line for each line of questions; `None`: it is not on this machine.
    pub fn ask(&self, questions: &str) -> Option<String> {
        self.ask_within(questions, PATIENCE)
    }

    /// Halves the questions until the one is alone that the engine does not answer.
    fn ask_within(&self, questions: &str, patience: Duration) -> Option<String> {
        if let Some(answers) = ended(self.start()?, questions, patience) {
            return Some(answers);
        }
        let lines: Vec<&str> = questions.split_inclusive('\n').collect();
        if lines.len() == 1 {
            return Some(SLOW.to_owned());
        }
        let (first, second) = lines.split_at(lines.len() / 2);
        let patience = (patience / 2).max(Duration::from_millis(500));
        Some(self.ask_within(&first.concat(), patience)? + &self.ask_within(&second.concat(), patience)?)
    }
}

/// What it writes until its end; `None`: it was stopped.
fn ended(mut child: Child, questions: &str, patience: Duration) -> Option<String> {
    let (mut stdin, mut stdout) = (child.stdin.take().expect("its input"), child.stdout.take().expect("its output"));
    let questions = questions.to_owned();
    // A program that was stopped reads no more.
    let writer = spawn(move || stdin.write_all(questions.as_bytes()).ok());
    let reader = spawn(move || {
        let mut text = String::new();
        stdout.read_to_string(&mut text).map(|_| text)
    });
    let start = Instant::now();
    while child.try_wait().expect("it is ours").is_none() {
        if start.elapsed() > patience {
            child.kill().ok();
            child.wait().ok();
            return None;
        }
        sleep(Duration::from_millis(5));
    }
    writer.join().expect("it writes");
    Some(reader.join().expect("it reads").expect("UTF-8"))
}
