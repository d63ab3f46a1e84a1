//! Requests and responses as data: who calls whom, how, and with whose token.
//!
//! Secrets are named and never held as values; printed requests show a variable instead.

use std::fmt::Write;
use std::sync::Arc;

use super::form;
use crate::core::json::format::format;
use crate::core::method::Method;
use crate::core::text::beginning;

/// A participant in the conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Party {
    Notion,
    /// The developer's service.
    Service,
    /// The user's browser, which the two send to each other.
    Browser,
}

/// A value that must not be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Secret {
    /// The OAuth Client Secret of the form, which Notion sends to the service.
    ClientSecret,
    /// The integration's own secret at Notion, under "View integration".
    NotionClientSecret,
    /// The access token that the service gave to Notion.
    ServiceToken,
    /// The refresh token that the service gave to Notion.
    RefreshToken,
    /// The access token that Notion gave to the service.
    NotionToken,
}

/// How a request authenticates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Authorization {
    Bearer(Secret),
    /// `Basic`, then base64 of `CLIENT_ID:CLIENT_SECRET`: the integration's own pair at Notion.
    Basic {
        client_id: String,
    },
}

/// The value of a form's field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    Text(String),
    Secret(Secret),
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Body {
    #[default]
    Empty,
    /// Sent as `application/json`; holds no secret. A long conversation sends the same payload again and again.
    Json(Arc<str>),
    /// Sent as `application/x-www-form-urlencoded`.
    Form(Vec<(&'static str, Value)>),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    pub from: Party,
    pub to: Party,
    pub method: Method,
    pub url: String,
    pub authorization: Option<Authorization>,
    /// Without `Authorization` and `Content-Type`, which follow from the other fields.
    pub headers: Vec<(&'static str, String)>,
    pub body: Body,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response {
    pub status: u16,
    pub headers: Vec<(&'static str, String)>,
    pub body: Arc<str>,
}

/// One request with its response.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exchange {
    /// Its purpose in a few words: `Notion asks for your access token`.
    pub title: &'static str,
    pub request: Request,
    pub response: Response,
    /// Gaps and contradictions in the documents, and whose token it is. Code is in backticks.
    pub notes: Vec<String>,
}

pub(super) fn notes(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

impl Party {
    pub fn name(self) -> &'static str {
        match self {
            Self::Notion => "Notion",
            Self::Service => "your service",
            Self::Browser => "the user’s browser",
        }
    }
}

impl Secret {
    /// The variable that replaces it: `$CLIENT_SECRET` in a shell.
    pub fn variable(self) -> &'static str {
        match self {
            Self::ClientSecret => "CLIENT_SECRET",
            Self::NotionClientSecret => "NOTION_CLIENT_SECRET",
            Self::ServiceToken => "SERVICE_TOKEN",
            Self::RefreshToken => "REFRESH_TOKEN",
            Self::NotionToken => "NOTION_TOKEN",
        }
    }
}

impl Request {
    /// For people to read: the first line has the whole URL, secrets are variables, JSON is formatted, and a long body
    /// is cut.
    pub fn written(&self) -> String {
        let mut text = format!("{} {}\n", self.method.name(), self.url);
        match &self.authorization {
            Some(Authorization::Bearer(secret)) => _ = writeln!(text, "Authorization: Bearer ${}", secret.variable()),
            Some(Authorization::Basic { client_id }) => {
                _ = writeln!(text, "Authorization: Basic base64({client_id}:${})", Secret::NotionClientSecret.variable());
            }
            None => {}
        }
        if let Some(content_type) = self.body.content_type() {
            _ = writeln!(text, "Content-Type: {content_type}");
        }
        write_rest(&mut text, &self.headers, &self.body.written());
        text
    }
}

fn write_rest(text: &mut String, headers: &[(&str, String)], body: &str) {
    for (name, value) in headers {
        _ = writeln!(text, "{name}: {value}");
    }
    if !body.is_empty() {
        _ = write!(text, "\n{body}");
    }
}

impl Response {
    /// For people to read; see [`Request::written`].
    pub fn written(&self) -> String {
        let mut text = format!("HTTP {}\n", self.status);
        write_rest(&mut text, &self.headers, &laid_out(&self.body));
        text
    }

    pub fn json(status: u16, body: impl Into<Arc<str>>) -> Self {
        Self { status, headers: vec![("Content-Type", "application/json".to_owned())], body: body.into() }
    }

    pub fn empty() -> Self {
        Self { status: 200, headers: Vec::new(), body: Arc::default() }
    }
}

impl Body {
    fn written(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Json(text) => laid_out(text),
            Self::Form(fields) => {
                let pair = |(name, value): &(&str, Value)| match value {
                    Value::Text(text) => format!("{name}={}", form::encode(text)),
                    Value::Secret(secret) => format!("{name}=${}", secret.variable()),
                };
                fields.iter().map(pair).collect::<Vec<_>>().join("&")
            }
        }
    }

    pub fn content_type(&self) -> Option<&'static str> {
        match self {
            Self::Empty => None,
            Self::Json(_) => Some("application/json"),
            Self::Form(_) => Some("application/x-www-form-urlencoded"),
        }
    }
}

/// The bytes of a body that are shown; a longer one is cut.
const READABLE: usize = 20_000;

/// Formatted JSON, or any other text as it is; only the beginning of a long one.
fn laid_out(text: &str) -> String {
    if text.len() <= READABLE {
        return format(text).unwrap_or_else(|| text.to_owned());
    }
    format!("{}\n… {} KB in all", beginning(text, READABLE), text.len() / 1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_is_written_without_a_secret_and_laid_out() {
        let request = Request {
            from: Party::Service,
            to: Party::Notion,
            method: Method::Post,
            url: "https://api.notion.com/v1/oauth/token".to_owned(),
            authorization: Some(Authorization::Basic { client_id: "id".to_owned() }),
            headers: vec![("Notion-Version", "2022-06-28".to_owned())],
            body: Body::Json("{\"code\":1}".into()),
        };
        let written = "POST https://api.notion.com/v1/oauth/token\nAuthorization: Basic base64(id:$NOTION_CLIENT_SECRET)\n\
                       Content-Type: application/json\nNotion-Version: 2022-06-28\n\n{\"code\": 1}";
        let plain = |text: &str| text.replace(['\n', ' '], "");
        assert_eq!(plain(&request.written()), plain(written));
        let form = Body::Form(vec![("a", Value::Text("b c&d".to_owned())), ("token", Value::Secret(Secret::RefreshToken))]);
        assert_eq!(form.written(), "a=b+c%26d&token=$REFRESH_TOKEN");
    }

    #[test]
    fn a_long_body_is_cut_between_letters() {
        let response = Response { status: 200, headers: Vec::new(), body: "é".repeat(READABLE).into() };
        let written = response.written();
        assert!(written.ends_with("é\n… 40 KB in all"), "{}", beginning(&written, 40));
        assert_eq!(written.matches('é').count(), READABLE / 2);
    }
}
