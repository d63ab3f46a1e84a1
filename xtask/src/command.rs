//! Running other programs: from the repository's root, with the project's own tools on PATH.

use std::env;
use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// The tool's own failure, as a sentence that says what to do.
pub type Outcome = Result<(), String>;

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map_or_else(PathBuf::new, Path::to_path_buf)
}

/// A command with PATH extended by cargo's tools and the npm packages'; not every shell has them.
pub fn command(program: &str) -> Command {
    let mut command = Command::new(find(program).unwrap_or_else(|| program.into()));
    command.current_dir(root()).env("PATH", path());
    command
}

fn path() -> OsString {
    let own = [root().join("editor/node_modules/.bin"), cargo_bin()];
    let given = env::var_os("PATH").unwrap_or_default();
    env::join_paths(own.into_iter().chain(env::split_paths(&given))).unwrap_or(given)
}

/// Where `cargo install` puts programs.
pub fn cargo_bin() -> PathBuf {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(PathBuf::from(env::var_os("HOME").or_else(|| env::var_os("USERPROFILE"))?).join(".cargo")));
    home.unwrap_or_default().join("bin")
}

/// Where a program is on the extended PATH.
pub fn find(program: &str) -> Option<PathBuf> {
    let names: &[String] =
        &if cfg!(windows) { vec![format!("{program}.exe"), format!("{program}.cmd")] } else { vec![program.to_owned()] };
    env::split_paths(&path()).flat_map(|folder| names.iter().map(move |name| folder.join(name))).find(|file| file.is_file())
}

/// Runs a command with its output on screen.
pub fn run(command: &mut Command) -> Outcome {
    let shown = show(command);
    let status = command.status().map_err(|error| format!("`{shown}` could not be started: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("`{shown}` failed ({status})")) }
}

/// Cargo's target folder; xtask lies in its `debug`.
pub fn target() -> Result<PathBuf, String> {
    let own = env::current_exe().map_err(|error| error.to_string())?;
    own.ancestors().nth(2).map(Path::to_path_buf).ok_or_else(|| format!("{} is in no target folder", own.display()))
}

/// What a command prints, if it succeeds.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok().filter(|output| output.status.success())?;
    String::from_utf8(output.stdout).ok()
}

fn show(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let words = std::iter::once(program).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// What a command prints; its errors are on screen.
pub fn printed(command: &mut Command) -> Result<String, String> {
    let shown = show(command);
    let output = command.stderr(Stdio::inherit()).output().map_err(|error| format!("`{shown}` could not be started: {error}"))?;
    if !output.status.success() {
        return Err(format!("`{shown}` failed ({})", output.status));
    }
    String::from_utf8(output.stdout).map_err(|_| format!("`{shown}` printed no UTF-8"))
}

/// Runs a step that prints lines of its own: one before it, and one after it with the time it took.
pub fn step(what: &str, act: impl FnOnce() -> Outcome) -> Outcome {
    println!("── {what}");
    let start = Instant::now();
    act()?;
    println!("── {what}: done in {:.1} s", start.elapsed().as_secs_f64());
    Ok(())
}

/// Runs a step that prints nothing: one line for it, with the time it took at the end.
pub fn task(what: &str, act: impl FnOnce() -> Outcome) -> Outcome {
    print!("── {what} … ");
    std::io::stdout().flush().ok();
    let start = Instant::now();
    let outcome = act();
    println!("{:.1} s", start.elapsed().as_secs_f64());
    outcome
}
