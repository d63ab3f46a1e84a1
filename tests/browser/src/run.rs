//! How a test runs: a page of its own, its steps, and the page's silence.

use std::fmt::Debug;
use std::panic::{self, AssertUnwindSafe};
use std::time::{Duration, Instant};

use thirtyfour::error::{WebDriverErrorInner, WebDriverResult};

use crate::failure::Outcome;
use crate::lab::Lab;

/// How long a test waits for what it expects.
const PATIENCE: Duration = Duration::from_secs(10);

/// Opens the Lab as a first visitor and runs the steps; see the crate's documentation.
pub fn with_lab(steps: impl AsyncFnOnce(&Lab) -> Outcome) -> Outcome {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let lab = runtime.block_on(Lab::start())?;
    let outcome = panic::catch_unwind(AssertUnwindSafe(|| {
        runtime.block_on(async {
            lab.open("").await?;
            steps(&lab).await?;
            lab.assert_quiet().await
        })
    }));
    if !matches!(outcome, Ok(Ok(()))) {
        runtime.block_on(async {
            lab.picture_of_failure().await;
            // What the page complained of is often why.
            for complaint in lab.complaints().await.unwrap_or_default() {
                println!("{complaint}");
            }
        });
    }
    runtime.block_on(lab.end());
    outcome.unwrap_or_else(|panic| panic::resume_unwind(panic))
}

/// Reads again and again until it is as expected.
pub async fn eventually<T, E>(read: impl AsyncFn() -> WebDriverResult<T>, expected: E) -> WebDriverResult<()>
where
    T: PartialEq<E> + Debug,
    E: Debug,
{
    let start = Instant::now();
    loop {
        let seen = read().await?;
        if seen == expected {
            return Ok(());
        }
        if start.elapsed() > PATIENCE {
            let message = format!("after {PATIENCE:?} still {seen:?}, not {expected:?}");
            return Err(WebDriverErrorInner::Timeout(message).into());
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}
