//! What a person types: `cargo xtask serve`, `build`, `test`, `bench`. Each installs what is missing first.
//! And what Trunk calls at the start and at the end of a build: `prepare` and `finish`.

mod bench;
mod browser;
mod build;
mod command;
mod files;
mod finish;
mod prepare;
mod setup;
mod sizes;
mod test;
mod wasm;

use std::process::ExitCode;

const USAGE: &str = "usage: cargo xtask COMMAND

  serve [--port 8080]   build the Lab, serve it on http://127.0.0.1:<port>/, rebuild on change
  build                 write the static files to dist/
  test                  run every check there is
  bench                 print sizes and speeds as one table
  sizes                 print where the bytes of the wasm go

Trunk calls:
  prepare               write what index.html takes from target/page
  finish                split the wasm and make it small";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments[..] {
        ["serve"] => build::serve(8080),
        ["serve", "--port", port] => match port.parse() {
            Ok(port) => build::serve(port),
            Err(_) => return usage(&format!("`{port}` is no port number")),
        },
        ["build"] => build::build(),
        ["test"] => test::test(),
        ["bench"] => bench::bench(),
        ["sizes"] => sizes::sizes(),
        ["prepare"] => prepare::prepare(),
        ["finish"] => finish::finish(),
        ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        [] => return usage("a command is missing"),
        _ => return usage(&format!("`{}` is no command of xtask", arguments.join(" "))),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("xtask: {message}");
            ExitCode::FAILURE
        }
    }
}

fn usage(message: &str) -> ExitCode {
    eprintln!("xtask: {message}\n\n{USAGE}");
    ExitCode::from(2)
}
