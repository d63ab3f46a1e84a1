//! What every other test rests on: the harness notices complaints and foreign requests.

use browser_tests::{Outcome, eventually, with_lab};

#[test]
fn warnings_errors_and_exceptions_are_noticed() -> Outcome {
    let scripts = [
        ("console.warn('a warning')", "a warning"),
        ("console.error('an error')", "an error"),
        ("setTimeout(() => { throw new Error('thrown') })", "thrown"),
        ("Promise.reject(new Error('rejected')); return null", "rejected"),
    ];
    with_lab(async |lab| {
        for (script, words) in scripts {
            lab.eval::<()>(script, []).await?;
            eventually(async || Ok(lab.complaints().await?.iter().any(|complaint| complaint.contains(words))), true).await?;
        }
        Ok(())
    })
}

#[test]
fn requests_to_other_machines_are_noticed() -> Outcome {
    with_lab(async |lab| {
        let url = "https://elsewhere.example/picture.png";
        lab.eval::<()>(&format!("new Image().src = '{url}'"), []).await?;
        eventually(async || lab.foreign_requests().await, [url]).await?;
        assert!(lab.assert_quiet().await.is_err(), "a request that fails is complained of");
        Ok(())
    })
}
