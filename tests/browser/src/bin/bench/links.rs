//! Link rules: verdicts of many rules on many URLs, patterns that run away, and a key in a pattern.

use std::time::Duration;

use browser_tests::{Lab, Outcome, eventually};
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::figures::{Figures, row};
use crate::page::{Page, press, taken};

const RULES: usize = 100;
/// Each is checked against every rule.
const URLS: usize = 1_000;
const VERDICTS: f64 = 100.0;

const LONGEST: usize = 2_048;
const EVIL: f64 = 50.0;
const EVIL_ROUNDS: usize = 3;

/// Not counted: the engine has not compiled what they run yet. Even, as the verdicts after them suppose.
const WARM: usize = 6;
const COUNTED: usize = 20;

/// Saving is done.
const QUIET: Duration = Duration::from_millis(1200);

pub async fn links(lab: &Lab) -> Outcome {
    // The project of before has megabytes, which are parsed and saved with it.
    Page::Lab.open(lab, "9").await?;
    let first = lab.project().await?;
    keys(lab, "1 rule", None).await?;
    set(lab, &many(&first, 0, 0)).await?;
    keys(lab, &format!("{RULES} rules × {URLS} URLs"), Some(VERDICTS)).await?;
    anew(lab, &first).await?;
    evil(lab, &first).await
}

/// Every key makes the first sample match or not match in turns: `x`, `x?`, `x?x`, `x?x?`, …
async fn keys(lab: &Lab, what: &str, limit: Option<f64>) -> Outcome {
    let caret = "bench.typed = ''; bench.drawn = text => document.querySelector('[data-sample]').dataset.matched === String(text.length % 2 === 0);
        const end = bench.editors.pattern.text().length - 1;
        bench.editors.pattern.reveal(end, end)";
    lab.link_rules().open().await?;
    sleep(QUIET).await;
    lab.eval::<()>(caret, []).await?;
    let typed = || ['x', '?'].into_iter().cycle();
    press(lab, typed().take(WARM)).await?;
    taken(lab).await?;
    press(lab, typed().take(COUNTED)).await?;
    let times = taken(lab).await?;
    if (times.shares.len(), times.drawings.len()) != (COUNTED, COUNTED) {
        Err(format!("of {COUNTED} keys {} were told to the page, {} had a verdict", times.shares.len(), times.drawings.len()))?;
    }
    let share = Figures::new(times.shares);
    let said = limit.map_or_else(String::new, |limit| format!("p95 {limit} ms"));
    row(&format!("a key in a pattern, our share, {what}"), &share.both(), &said, limit.is_none_or(|limit| share.p95() <= limit));
    row(&format!("a key in a pattern, until its verdict is drawn, {what}"), &Figures::new(times.drawings).both(), "", true);
    Ok(())
}

/// Other URLs, which are checked again; then other patterns, which are compiled and looked through for runaways too.
async fn anew(lab: &Lab, first: &Value) -> Outcome {
    let [mut urls, mut patterns] = [const { Vec::new() }; 2];
    for round in 1..=COUNTED {
        urls.push(set(lab, &many(first, 0, round)).await?);
    }
    for round in 1..=COUNTED {
        patterns.push(set(lab, &many(first, round, 0)).await?);
    }
    for (other, times) in [("URLs", urls), ("patterns", patterns)] {
        let times = Figures::new(times);
        let what = format!("all verdicts, other {other}, {RULES} rules × {URLS} URLs");
        row(&what, &times.both(), &format!("p95 {VERDICTS} ms"), times.p95() <= VERDICTS);
    }
    Ok(())
}

async fn evil(lab: &Lab, first: &Value) -> Outcome {
    let mut worst = ("", 0.0);
    for (name, pattern, url) in evils() {
        let mut times = Vec::new();
        for round in 0..EVIL_ROUNDS {
            let pattern = "(?:)".repeat(round) + pattern.as_str();
            let rule = json!({ "name": "evil", "pattern": pattern, "samples": [url], "excluded": [], "expected": {}, "placeholders": "" });
            let mut project = first.clone();
            project["rules"] = json!([rule]);
            project["link"] = json!(url);
            times.push(set(lab, &project).await?);
        }
        let median = Figures::new(times).median();
        if median > worst.1 {
            worst = (name, median);
        }
    }
    let measured = format!("median {:.1} ms, {}", worst.1, worst.0);
    row(&format!("the worst pattern on a URL of {LONGEST}"), &measured, &format!("{EVIL} ms"), worst.1 <= EVIL);
    Ok(())
}

/// Patterns that run away or that are as large as they may be, with a name and a URL that shows it.
fn evils() -> Vec<(&'static str, String, String)> {
    let long = |text: &str, end: &str| text.repeat(LONGEST).chars().take(LONGEST - end.len()).collect::<String>() + end;
    let a = long("a", "");
    let nested = |depth: usize| format!("{}a{}!", "(".repeat(depth), ")*".repeat(depth));
    let spelled = [
        ("^(a+)+$", long("a", "!")),
        ("(a|a)*b", a.clone()),
        ("(.*)*x", a.clone()),
        (r"^(?:(?=(a+))\1)+!", a.clone()),
        (r"^(?:(?=(a|a))\1|a)+!", a.clone()),
        (r"^https?:\/\/(?<domain>[a-z\d]+(\.?[a-z\d]+)*)\.", format!("https://{}", long("a", "https://"))),
        ("(?:(?:x?){0,1000}){0,1000}!", long("x", "")),
        (r"(\w+\s?)+\1!", a.clone()),
        ("(?<=(?:a|a)*)b", a.clone()),
    ];
    let large = [
        ("50 nested groups", nested(50), a.clone()),
        ("5,000 nested groups", nested(5_000), a.clone()),
        ("a class of 100 KB", format!("^[{}]+$", "a-z".repeat(33_000)), long("a", "!")),
        ("49,000 alternatives", format!("(?:{}b)*c", "a|".repeat(49_000)), a.clone()),
        ("50,000 question marks", format!("^{}$", "a?".repeat(50_000)), a),
    ];
    spelled.into_iter().map(|(pattern, url)| (pattern, pattern.to_owned(), url)).chain(large).collect()
}

/// The project with many rules; others for other numbers.
fn many(first: &Value, pattern: usize, url: usize) -> Value {
    let rule = |index: usize| {
        let pattern = format!(
            r"^https:\/\/acme\.com\/kind{index}\/(?<id>[A-Z]+-\d+)(?:\/(?<slug>[a-z0-9]+(?:-[a-z0-9]+)*))?(?:x{{{pattern}}})?$"
        );
        let samples: Vec<_> =
            (0..URLS / RULES).map(|number| format!("https://acme.com/kind{index}/ROC-{url}{number}/a-name-of-words")).collect();
        json!({ "name": format!("kind {index}"), "pattern": pattern, "samples": samples, "excluded": [], "expected": {},
            "placeholders": "[]" })
    };
    let mut project = first.clone();
    project["rules"] = (0..RULES).map(rule).collect();
    project
}

/// Opens a project. Out: how long the page was busy with it.
async fn set(lab: &Lab, project: &Value) -> Outcome<f64> {
    let script = "return new Promise(done => {
        const lab = window.linkPreviewLab;
        bench.timed(project => lab.setProject(project).then(done))(arguments[0]);
    }).then(() => null)";
    taken(lab).await?;
    lab.eval::<()>(script, [project.clone()]).await?;
    eventually(async || lab.eval::<usize>("return bench.shares.length", []).await, 1).await?;
    taken(lab).await?.shares.first().copied().ok_or_else(|| "no time was taken".into())
}
