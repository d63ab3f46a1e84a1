//! What the Lab copies is read back as the request that it was, in every language.

use link_preview_lab::core::copied;
use link_preview_lab::core::integration::Request;
use link_preview_lab::core::integration::copy_as::{Language, code};
use proptest::test_runner::{Config, TestRunner};

use super::form_decoded;
use super::requests::{anything, documented, nasty};
use super::server::Arrived;

/// A request as it is compared. Clients add a length, and the URL has the host.
#[derive(Debug, PartialEq)]
struct Plain {
    method: String,
    url: String,
    headers: Vec<(String, String)>,
    body: Body,
}

#[derive(Debug, PartialEq)]
enum Body {
    Json(serde_json::Value),
    Form(Vec<(Vec<u8>, Vec<u8>)>),
    Text(String),
    /// Windows' shells change a body that is not JSON.
    Changed,
}

fn body(text: &str, is_form: bool, language: Language) -> Body {
    let is_windows = matches!(language, Language::Cmd | Language::PowerShell);
    match serde_json::from_str(text) {
        _ if is_form && !text.is_empty() => Body::Form(form_decoded(text)),
        Ok(value) => Body::Json(value),
        Err(_) if is_windows => Body::Changed,
        Err(_) => Body::Text(text.to_owned()),
    }
}

fn headers<'h>(pairs: impl Iterator<Item = (&'h str, &'h str)>) -> Vec<(String, String)> {
    let own = |name: &str| !matches!(name, "host" | "content-length");
    let pairs = pairs.map(|(name, value)| (name.trim().to_ascii_lowercase(), value.trim().to_owned()));
    let mut headers: Vec<_> = pairs.filter(|(name, _)| own(name)).collect();
    headers.sort();
    headers
}

/// The request by its copy as HTTP.
fn expected(request: &Request, language: Language) -> Plain {
    let http = code(request, Language::Http);
    let mut rest = http.as_bytes();
    let mut arrived = Arrived::read(&mut rest).expect("a head");
    arrived.body = rest.to_vec();
    let text = String::from_utf8(arrived.body.clone()).expect("UTF-8");
    let is_form = arrived.header("content-type") == Some("application/x-www-form-urlencoded");
    Plain {
        method: arrived.method.clone(),
        url: format!("https://{}{}", arrived.header("host").expect("a host"), arrived.target),
        headers: headers(arrived.headers.iter().map(|(name, value)| (name.as_str(), value.as_str()))),
        body: body(&text, is_form, language),
    }
}

fn read(code: &str, language: Language) -> Plain {
    let copied = copied::read(code).unwrap_or_else(|| panic!("not read: {code}"));
    assert_eq!(copied.faults, [], "{code}");
    let request = copied.request.unwrap_or_else(|| panic!("no request: {code}"));
    let lines = request.headers.iter().map(|line| line.as_str().split_once(':').expect("a header"));
    let headers = headers(lines);
    let is_form = headers.iter().any(|(name, value)| name == "content-type" && value == "application/x-www-form-urlencoded");
    let text = request.body.map(|body| body.as_str().to_owned()).unwrap_or_default();
    let url = request.url.as_str();
    // Clients add the slash of an empty path.
    let behind = &url[url.find("://").map_or(0, |at| at + 3)..];
    let url = match behind.find(['/', '?']) {
        Some(at) if behind[at..].starts_with('/') => url.to_owned(),
        Some(at) => format!("https://{}/{}", &behind[..at], &behind[at..]),
        None => format!("{url}/"),
    };
    Plain { method: request.method.as_str().to_owned(), url, headers, body: body(&text, is_form, language) }
}

fn check(name: &str, request: &Request) {
    for language in Language::ALL.into_iter().filter(|language| *language != Language::Http) {
        let code = code(request, language);
        let (read, expected) = (read(&code, language), expected(request, language));
        assert_eq!(read, expected, "{name}: {language:?}\n{code}");
    }
}

#[test]
fn every_copy_is_read_back() {
    for (name, request) in documented().into_iter().chain(nasty()) {
        check(name, &request);
    }
}

#[test]
fn any_copy_is_read_back() {
    let mut runner = TestRunner::new(Config { cases: 200, failure_persistence: None, ..Config::default() });
    let ran = runner.run(&anything(), |request| {
        check("anything", &request);
        Ok(())
    });
    assert!(ran.is_ok(), "{}", ran.unwrap_err());
}
