//! What the page says of a pattern and a URL, beside what the browser's own `RegExp` says.

use browser_tests::{Lab, Outcome, REQUIRED, eventually, with_lab};
use serde_json::{Value, json};

/// Patterns and the URLs that they are asked about, `["pattern","url",…]` a line; other lines are headings.
fn table() -> Vec<Vec<String>> {
    let lines = include_str!("verdicts.jsonl").lines();
    lines.filter_map(|line| serde_json::from_str(line).ok()).collect()
}

/// What the browser says of each pattern: of each URL null, or the groups with what they captured; or that it is none.
/// Which words an engine has for that is its own affair.
const REGEXP: &str = "return arguments[0].map(([pattern, ...urls]) => {
    let regexp;
    try { regexp = new RegExp(pattern) } catch { return 'an error' }
    return urls.map(url => {
        const found = regexp.exec(url);
        if (!found) return null;
        const texts = found.groups ? Object.entries(found.groups) : found.slice(1).map((text, at) => [String(at + 1), text]);
        return texts.map(([name, text]) => [name, text === undefined ? 'did not participate' : text === '' ? 'empty' : text]);
    });
})";

/// The project with each pattern as a rule of its own, named by its number.
fn project(mut project: Value, table: &[Vec<String>]) -> Value {
    let rule = |(index, row): (usize, &Vec<String>)| {
        let (name, samples) = (index.to_string(), &row[1..]);
        json!({ "name": name, "pattern": row[0], "samples": samples, "excluded": [], "expected": {}, "placeholders": "" })
    };
    project["rules"] = table.iter().enumerate().map(rule).collect();
    project
}

/// What the page says of a pattern, in the words of [`REGEXP`].
async fn said(lab: &Lab, rule: usize) -> Outcome<Value> {
    // By script: a press would scroll through the list.
    let open = "document.querySelector(`[data-rule-row='${arguments[0]}'] [data-action=rule-open]`).click();
        return document.getElementById('rule-name').value";
    eventually(async || lab.eval::<String>(open, [json!(rule)]).await, rule.to_string()).await?;
    if lab.shows("#pattern-state .bad").await? {
        return Ok(json!("an error"));
    }
    let rows = lab.link_rules().urls(REQUIRED).await?.into_iter();
    Ok(rows.map(|row| if row.matched { json!(by_name(row.captures)) } else { Value::Null }).collect())
}

/// Of several groups of one name, the one that took part.
fn by_name(captures: Vec<(String, String)>) -> Vec<(String, String)> {
    let mut named: Vec<(String, String)> = Vec::new();
    for (name, text) in captures {
        match named.iter_mut().find(|known| known.0 == name) {
            Some(known) if text != "did not participate" => known.1 = text,
            Some(_) => {}
            None => named.push((name, text)),
        }
    }
    named
}

#[test]
fn the_page_agrees_with_the_browser() -> Outcome {
    let table = table();
    assert!(table.len() >= 200, "{} patterns", table.len());
    with_lab(async |lab| {
        let browser: Vec<Value> = lab.eval(REGEXP, [json!(table)]).await?;
        lab.set_project(&project(lab.project().await?, &table)).await??;
        lab.link_rules().open().await?;
        let mut wrong = Vec::new();
        for (rule, (row, browser)) in table.iter().zip(&browser).enumerate() {
            let page = said(lab, rule).await?;
            if page != *browser {
                wrong.push(format!("{row:?}\n    the browser: {browser}\n    the page:    {page}"));
            }
        }
        assert!(wrong.is_empty(), "{} differ\n{}", wrong.len(), wrong.join("\n"));
        Ok(())
    })
}

/// Patterns for which backtracking runs away, each with a URL that shows it.
fn evils() -> Vec<(String, String)> {
    let a = "a".repeat(2000);
    let nested = |depth: usize| format!("{}a{}!", "(".repeat(depth), ")*".repeat(depth));
    let spelled = [
        ("^(a+)+$", a.clone() + "!"),
        ("(a|a)*b", a.clone()),
        ("(.*)*x", a.clone()),
        (r"^(?:(?=(a|a))\1|a)+!", a.clone()),
        (r"^https?:\/\/(?<domain>[a-z\d]+(\.?[a-z\d]+)*)\.", format!("https://{a}")),
        ("(?:(?:x?){0,1000}){0,1000}!", "x".repeat(2000)),
    ];
    let large = [nested(50), nested(5_000), format!("(?:{}b)*c", "a|".repeat(49_000))].map(|pattern| (pattern, a.clone()));
    spelled.into_iter().map(|(pattern, url)| (pattern.to_owned(), url)).chain(large).collect()
}

#[test]
fn evil_patterns_are_told_and_the_page_goes_on() -> Outcome {
    with_lab(async |lab| {
        let first = lab.project().await?;
        for (pattern, url) in evils() {
            let mut project = first.clone();
            project["rules"][0]["pattern"] = json!(pattern);
            project["rules"][0]["samples"] = json!([url]);
            project["link"] = json!(url);
            lab.set_project(&project).await??;
            let start: String = pattern.chars().take(40).collect();
            let rules = lab.rules().await?;
            assert!(rules.contains(&"slow-pattern".to_owned()), "{start}: {rules:?}");
            assert_eq!(lab.project().await?["rules"][0]["pattern"], pattern, "{start}");
        }
        lab.set_project(&first).await??;
        eventually(async || lab.preview().state().await, "loaded").await?;
        Ok(())
    })
}

#[test]
fn a_class_of_a_hundred_kilobytes_has_its_verdict() -> Outcome {
    with_lab(async |lab| {
        let mut project = lab.project().await?;
        project["rules"][0]["pattern"] = json!(format!("^[{}:/.]+$", "a-z".repeat(33_000)));
        project["rules"][0]["samples"] = json!(["https://acme.com/items", "https://acme.com/items/1"]);
        lab.set_project(&project).await??;
        lab.link_rules().open().await?;
        eventually(async || lab.link_rules().matches(REQUIRED).await, [true, false]).await?;
        Ok(())
    })
}

#[test]
fn a_pattern_that_runs_away_is_said_to() -> Outcome {
    let a = "a".repeat(200);
    with_lab(async |lab| {
        lab.link_rules().open().await?;
        for (pattern, url) in [("^(a+)+$", a.clone() + "!"), ("(a|a)*b", a.clone()), (r"^(?:(?=(a|a))\1|a)+!", a.clone())] {
            let mut project = lab.project().await?;
            project["rules"][0]["pattern"] = json!(pattern);
            project["rules"][0]["samples"] = json!([url]);
            lab.set_project(&project).await??;
            let problem = async || Ok(lab.rules().await?.contains(&"slow-pattern".to_owned()));
            eventually(problem, true).await.map_err(|error| format!("{pattern}: {error}"))?;
            lab.link_rules().pattern().type_over("^x$").await?;
            eventually(problem, false).await?;
            eventually(async || lab.link_rules().matches(REQUIRED).await, [false]).await?;
        }
        Ok(())
    })
}
