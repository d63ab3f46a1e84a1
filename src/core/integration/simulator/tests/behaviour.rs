//! Event by event: what is said, seen and sent.

use super::{documented, played, scene};
use crate::core::event::Event;
use crate::core::integration::Dialogue;
use crate::core::integration::simulator::{Origin, Scene, Step, play};
use crate::core::method::Method;
use crate::core::project::Project;

const ERROR: &str = r#"{"uri":"a","operations":[{"path":["error"],"set":{"status":404,"message":"m"}}]}"#;
const BOTH: &str = r#"{"uri":"a","operations":[{"path":["attributes"],"set":[{"id":"x"}]},{"path":["error"],"set":{"status":404,"message":"m"}}]}"#;

/// What is seen, how often something stands on a page, and what was sent: `loaded 1 POST POST`, and `idle` where nothing happened.
fn short(step: &Step) -> String {
    let mut text = format!("{} {}", step.after.shown.name(), step.after.previews);
    for exchange in &step.exchanges {
        text.extend([" ", exchange.request.method.name()]);
    }
    text + if step.idle { " idle" } else { "" }
}

fn last(project: &Project, events: &str) -> Step {
    played(project, events).pop().unwrap()
}

/// Events, what [`short`] makes of the last one, and what it says.
type Row = (&'static str, &'static str, &'static str);

fn check(rows: &[Row]) {
    let project = documented();
    for (events, expected, says) in rows {
        let step = last(&project, events);
        assert_eq!((short(&step).as_str(), step.says.as_str()), (*expected, *says), "{events}");
    }
}

#[test]
fn pasting_and_allowing() {
    check(&[
        ("first-paste", "connect 0 GET", "The user is sent to your form, which asks to allow"),
        ("paste", "connect 0 GET", "Nobody is connected yet: the user is sent to your form, which asks to allow"),
        ("allow", "plain 0 idle", "Nobody was asked to allow: paste the link first"),
        ("deny", "plain 0 idle", "Nobody was asked to allow: paste the link first"),
        ("revisit", "plain 0 idle", "No page has a preview of the link: paste the link first"),
        ("first-paste revisit", "connect 0 idle", "No page has a preview of the link: allow first"),
        ("update", "plain 0 idle", "Nobody is connected: paste the link first"),
        ("first-paste update", "connect 0 idle", "Nobody is connected: allow first"),
        ("first-paste allow", "loaded 1 POST GET POST POST", "Both sides have their tokens, and the preview shows your response"),
        ("first-paste allow first-paste", "loaded 2 POST", "The user is connected already: the preview shows your response"),
        ("first-paste allow paste", "loaded 2 POST", "The preview shows your response"),
        ("first-paste allow revisit", "loaded 1 POST", "The preview shows your response"),
        (
            "first-paste allow allow",
            "loaded 1 GET POST GET POST",
            "The user connects again, in “My connections”: the same `key`, so no new entry",
        ),
        (
            "first-paste allow allow-other",
            "loaded 1 GET POST GET POST",
            "The user connects again, in “My connections”: another `key`, so another entry",
        ),
        ("first-paste allow deny", "loaded 1 idle", "Nobody was asked to allow: disconnect and paste the link first"),
        ("first-paste deny", "connect 0 GET", "The user denies, and your service sends them back with an error"),
        ("first-paste deny allow", "connect 0 idle", "Nobody was asked to allow: paste the link first"),
        (
            "first-paste deny first-paste allow",
            "loaded 1 POST GET POST POST",
            "Both sides have their tokens, and the preview shows your response",
        ),
        ("first-paste expire-code", "connect 0", "10 minutes pass: Notion’s code has expired"),
        (
            "first-paste wait:599 allow",
            "loaded 1 POST GET POST POST",
            "Both sides have their tokens, and the preview shows your response",
        ),
        (
            "first-paste wait:600 allow",
            "connect 0 POST",
            "Notion’s code was valid for 10 minutes and is refused: paste the link to start again",
        ),
        ("first-paste expire-code expire-code", "connect 0 idle", "The code has expired already"),
        (
            "first-paste expire-code allow first-paste allow",
            "loaded 1 POST GET POST POST",
            "Both sides have their tokens, and the preview shows your response",
        ),
        ("first-paste allow expire-token", "loaded 1", "16 h 40 min pass: your token has expired"),
        ("first-paste allow wait:60000 paste", "loaded 2 POST", "The preview shows your response"),
        (
            "first-paste allow expire-token paste",
            "loaded 2 POST POST",
            "Your token had expired, so Notion refreshes it first; the preview shows your response",
        ),
        ("first-paste allow expire-token revisit revisit", "loaded 1 POST", "The preview shows your response"),
        ("first-paste allow refresh", "loaded 1 POST", "Notion has a new access token of your service"),
    ]);
}

/// A token answer that is wrong is told where it is sent, and the conversation goes on.
#[test]
fn a_life_of_a_token_that_is_none() {
    for (typed, events, seen, says) in [
        (
            "abc",
            "first-paste allow",
            "loaded 1 POST GET POST POST",
            "`expires_in` is `abc`, not a whole number above zero; both sides have their tokens, and the preview shows your response",
        ),
        (
            "0",
            "first-paste allow refresh",
            "loaded 1 POST",
            "`expires_in` is `0`, not a whole number above zero; Notion has a new access token of your service",
        ),
        ("-1", "first-paste allow revisit", "loaded 1 POST", "The preview shows your response"),
    ] {
        let mut project = documented();
        typed.clone_into(&mut project.service.expires_in);
        let step = last(&project, events);
        assert_eq!((short(&step).as_str(), step.says.as_str()), (seen, says), "{typed}: {events}");
    }
}

/// A service does not forget what it has sent.
#[test]
fn the_service_answers_with_its_update_from_then_on() {
    let project = documented();
    let body = |events: &str| last(&project, events).exchanges.pop().unwrap().response.written();
    let (before, after) = (body("first-paste allow revisit"), body("first-paste allow update revisit"));
    assert!(!before.contains("(updated)"), "{before}");
    assert!(after.contains("(updated)"), "{after}");
    assert_eq!(last(&project, "first-paste allow update revisit").after.attributes, Origin::Update);
    assert_eq!(last(&project, "first-paste allow error revisit").after.attributes, Origin::Answer);
}

#[test]
fn updating_and_removing() {
    check(&[
        ("first-paste allow update", "updated 1 PATCH", "The preview is updated"),
        ("first-paste allow error", "error 1 PATCH", "The preview shows the error"),
        (
            "first-paste allow error update",
            "updated 1 PATCH",
            "The preview is updated, and its error is cleared, since the update sends none",
        ),
        (
            "first-paste allow update-with-error",
            "loaded-with-error 1 PATCH",
            "Attributes and an error are set: which one Notion shows is not documented",
        ),
        (
            "first-paste allow paste delete",
            "loaded 1 DELETE",
            "1 preview of this link is left. The Deleted Token Callback was called. The Unfurl Callback is called with the last one",
        ),
        (
            "first-paste allow delete",
            "deleted 0 DELETE DELETE",
            "No preview of this link is left, so Notion tells your Unfurl Callback",
        ),
        (
            "first-paste allow paste delete-all",
            "deleted 0 DELETE DELETE",
            "No preview of this link is left, so Notion tells your Unfurl Callback",
        ),
        ("first-paste allow delete-all paste", "loaded 1 POST", "The preview shows your response"),
        ("first-paste allow delete-all update", "deleted 0 idle", "No page has a preview of the link: paste the link first"),
        ("first-paste allow disconnect", "connect 1 DELETE", "All tokens of the user become invalid"),
        ("first-paste allow delete disconnect", "deleted 0 DELETE", "All tokens of the user become invalid"),
        (
            "first-paste allow disconnect delete",
            "deleted 0 DELETE",
            "No preview of this link is left, so Notion tells your Unfurl Callback",
        ),
        (
            "first-paste allow disconnect revisit",
            "connect 1",
            "Nobody is connected, so the preview asks to connect: paste the link to begin",
        ),
        (
            "first-paste allow disconnect paste allow",
            "loaded 2 POST GET POST POST",
            "Both sides have their tokens, and the preview shows your response",
        ),
        ("disconnect", "plain 0 idle", "Nobody is connected: paste the link first"),
        ("wait:300", "plain 0", "5 minutes pass"),
    ]);
}

#[test]
fn what_an_answer_holds_is_seen() {
    let project = documented();
    for (answer, expected) in [
        ("[]", "loaded"),
        (ERROR, "error"),
        (BOTH, "loaded-with-error"),
        ("", "placeholder"),
        ("[", "placeholder"),
        ("{}", "placeholder"),
        (r#"{"operations":[{"path":["other"],"set":[]}]}"#, "placeholder"),
        ("null", "placeholder"),
    ] {
        let scene = Scene { answer, ..scene(&project) };
        let step = play(&scene, &[Event::FirstPaste, Event::Allow]).pop().unwrap();
        assert_eq!(step.after.shown.name(), expected, "{answer}");
        assert_eq!(step.says.contains("not documented"), expected != "loaded" && expected != "error", "{}", step.says);
    }
}

#[test]
fn what_an_update_holds_is_seen() {
    let mut project = documented();
    for (update, expected, vanished) in [
        (r#"[{"id":"dev"},{"id":"new"}]"#, "updated 1 PATCH", 8),
        ("[]", "updated 1 PATCH", 9),
        (ERROR, "error 1 PATCH", 0),
        (BOTH, "loaded-with-error 1 PATCH", 9),
        (" ", "updated 1 PATCH", 0),
        ("{", "loaded 1 idle", 0),
        ("{}", "loaded 1 idle", 0),
    ] {
        project.update = Some(update.into());
        let step = last(&project, "first-paste allow update");
        assert_eq!((short(&step).as_str(), step.vanished.len()), (expected, vanished), "{update}");
        assert_eq!(step.says.contains("what it omits disappears"), vanished > 0);
        assert!(last(&project, "first-paste allow update update").vanished.is_empty());
    }
    assert_eq!(last(&project, "first-paste allow update").says, "The update sets neither attributes nor an error: fix it first");
}

#[test]
fn a_link_that_no_rule_takes_stays_plain() {
    let project = documented();
    let steps = play(&Scene { taken: false, ..scene(&project) }, &[Event::FirstPaste, Event::Allow, Event::Paste, Event::Update]);
    assert_eq!(steps.iter().map(short).collect::<Vec<_>>(), ["plain 0", "plain 0 idle", "plain 0", "plain 0 idle"]);
    assert_eq!(steps[1].says, "Nobody was asked to allow: no link rule matches the link, so it stays plain");
    assert_eq!(last(&Project::default(), "first-paste").says, "There is no link to paste: type one");
}

#[test]
fn each_run_of_the_flow_has_a_code_and_a_state_of_its_own() {
    let steps = played(&documented(), "first-paste deny first-paste deny");
    let url = |step: usize| steps[step].exchanges[0].request.url.clone();
    assert!(url(0).contains("code=614846ff-b061-4eac-a511-fc20c3f0838a&") && url(0).ends_with("&state=tga%40YNV9cfw4yrv0thw"));
    assert!(url(1).ends_with("&state=tga%40YNV9cfw4yrv0thw"), "the state comes back");
    assert!(url(0) != url(2) && url(1) != url(3));
    let state = |step: usize| url(step).rsplit_once("state=").unwrap().1.to_owned();
    assert_eq!(state(2), state(3));
}

#[test]
fn a_denial_leads_to_a_dialogue() {
    let mut project = documented();
    for (code, description, dialogue, query) in [
        ("access_denied", "", Dialogue::Standard("access_denied".into()), "error=access_denied&state="),
        (
            "access_denied",
            "Not now",
            Dialogue::Described { text: "Not now".into(), is_known: true },
            "error=access_denied&error_description=Not+now&state=",
        ),
        ("no way", "", Dialogue::Unknown("no way".into()), "error=no+way&state="),
    ] {
        (project.service.denial, project.service.denial_description) = (code.into(), description.into());
        let step = last(&project, "first-paste deny");
        assert_eq!(step.dialogue, Some(dialogue));
        assert!(step.exchanges[0].request.url.contains(query), "{}", step.exchanges[0].request.url);
    }
}

#[test]
fn settings_that_are_blank_are_named() {
    let mut project = documented();
    project.settings = crate::core::project::Settings::default();
    let steps = played(&project, "first-paste allow delete disconnect");
    let exchanges: Vec<_> = steps.iter().flat_map(|step| &step.exchanges).collect();
    for (place, url, label) in [
        (0, "https://<your_domain>.com/notion/authorize?", "OAuth Authorize URL"),
        (3, "https://<your_domain>.com/notion/token", "OAuth Token URL"),
        (4, "https://<your_domain>.com/unfurl", "Unfurl Callback URL"),
        (5, "https://<your_domain>.com/unfurl", "Unfurl Callback URL"),
    ] {
        let note = format!("`{label}` is blank in your settings: this is the documents’ example");
        assert!(exchanges[place].request.url.starts_with(url), "{}", exchanges[place].request.url);
        assert!(exchanges[place].notes.contains(&note), "{label}");
    }
    assert!(!exchanges[0].request.url.contains("scope"));
    assert_eq!(exchanges.len(), 6, "Without a URL for deleted tokens nothing is sent there");
    assert!(steps[3].says.ends_with("without a Deleted Token Callback URL your service is not told"));
}

#[test]
fn how_long_a_token_lives_is_what_the_service_says() {
    let mut project = documented();
    for (expires_in, answer, until) in [
        ("", "{\n  \"access_token\": \"ABC\"\n}", None),
        (" 60 ", "{\n  \"access_token\": \"ABC\",\n  \"refresh_token\": \"XYZ\",\n  \"expires_in\": 60\n}", Some(60)),
        ("soon", "{\n  \"access_token\": \"ABC\",\n  \"refresh_token\": \"XYZ\",\n  \"expires_in\": \"soon\"\n}", None),
        ("-1", "{\n  \"access_token\": \"ABC\",\n  \"refresh_token\": \"XYZ\",\n  \"expires_in\": \"-1\"\n}", None),
    ] {
        project.service.expires_in = expires_in.into();
        let step = last(&project, "first-paste allow");
        assert_eq!(*step.exchanges[2].response.body, *answer);
        assert_eq!(step.after.token.unwrap().until, until);
        for event in ["expire-token", "refresh"] {
            assert_eq!(last(&project, &format!("first-paste allow {event}")).idle, until.is_none());
        }
    }
}

#[test]
fn what_is_refreshed_early_is_said() {
    let project = documented();
    let notes = |events: &str| last(&project, events).exchanges[0].notes.concat().contains("only once the token has expired");
    assert!(notes("first-paste allow refresh") && !notes("first-paste allow expire-token refresh"));
    let patched = last(&project, "first-paste allow update");
    assert_eq!(patched.exchanges[0].request.method, Method::Patch);
}
