//! How long `analyze` takes natively: for each file named, a line of its median in milliseconds.

use std::error::Error;
use std::hint::black_box;
use std::time::{Duration, Instant};

use link_preview_lab::core::analysis::analyze;
use link_preview_lab::core::profile::Profile;
use time::UtcDateTime;

/// Long enough for hundreds of runs of the longest text.
const SPENT: Duration = Duration::from_secs(2);

fn main() -> Result<(), Box<dyn Error>> {
    for file in std::env::args_os().skip(1) {
        let text = std::fs::read_to_string(file)?;
        println!("{}", median(&text).as_secs_f64() * 1000.0);
    }
    Ok(())
}

fn median(text: &str) -> Duration {
    let start = Instant::now();
    let mut times = Vec::new();
    while start.elapsed() < SPENT {
        let run = Instant::now();
        black_box(analyze(black_box(text), Profile::Documented, UtcDateTime::UNIX_EPOCH));
        times.push(run.elapsed());
    }
    times.sort();
    times[times.len() / 2]
}
