//! The two halves of the authorization: Notion's code for Notion's token, and the service's code for the service's
//! token.
//!
//! In: the settings, the behavior of the service, and the values of one run of the flow. Out: each request with its
//! answer, in the order of the documents. Tokens in answers are the documents' examples; in requests they are named.

use std::fmt::Write;

use super::http::notes;
use super::query::with_query;
use super::{Authorization, Body, Exchange, Party, Request, Response, Secret, Value, example};
use crate::core::json::written;
use crate::core::method::Method;
use crate::core::place::Setting;
use crate::core::project::{Service, Settings};

/// The values of one run of the flow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flow {
    /// Notion's, for its own token.
    pub code: String,
    pub state: String,
    /// The service's, for its own token.
    pub service_code: String,
}

impl Flow {
    /// The first run, 0, has the documents' values.
    pub fn new(run: u32) -> Self {
        Self {
            code: example::another(example::CODE, run),
            state: example::another(example::STATE, run),
            service_code: example::another(example::SERVICE_CODE, run),
        }
    }
}

/// The browser opens the Authorize URL.
pub fn authorize(settings: &Settings, flow: &Flow) -> Exchange {
    let mut notes = notes(&[
        "This `code` is Notion’s: you exchange it for Notion’s token; in other OAuth flows no code comes this early",
        "The documents spell `redirect_uri` in four ways: this is the one in two of their three tables",
        "The response is a page of your own that asks the user to allow",
    ]);
    let url = filled(settings, Setting::AuthorizeUrl, &mut notes);
    let client_id = filled(settings, Setting::ClientId, &mut notes);
    let mut pairs = vec![("code", &*flow.code), ("redirect_uri", example::REDIRECT_URI), ("client_id", client_id)];
    let scopes = settings.scopes.trim();
    if !scopes.is_empty() {
        pairs.push(("scope", scopes));
    }
    if scopes.contains(',') {
        notes.push("OAuth separates scopes by spaces; the documents’ example has a comma".to_owned());
    }
    pairs.extend([("response_type", "code"), ("state", &flow.state)]);
    let html = ("Content-Type", "text/html; charset=utf-8".to_owned());
    Exchange {
        title: "Notion sends the user to your form",
        request: visit(Party::Service, with_query(url, &pairs)),
        response: Response { headers: vec![html], ..Response::empty() },
        notes,
    }
}

/// The service asks for Notion's token; a code that has expired is refused.
pub fn notion_token(settings: &Settings, flow: &Flow, account: (&str, &str), expired: bool) -> Exchange {
    let mut notes = notes(&[
        "the ID and secret are the ones under “View integration” on your integration’s page, not those of form 1: the guide calls both \
         pairs client ID and client secret",
        "The documents call the whole value of this header “code param”: it is `Authorization`",
    ]);
    let client_id = notion_client_id(settings, &mut notes);
    let (key, name) = (written(account.0), written(account.1));
    let code = written(&flow.code);
    let body = [
        "{\n  \"grant_type\": \"authorization_code\",\n  \"code\": ",
        &code,
        ",\n  \"external_account\": {\n    \"key\": ",
        &key,
        ",\n    \"name\": ",
        &name,
        "\n  }\n}",
    ];
    notes.push(if expired {
        "The documents only say that an error is returned: this is its form in RFC 6749, section 5.2".to_owned()
    } else {
        "The documents do not show `owner`: the one here is the Lab’s. They have one UUID for `bot_id` and `workspace_id`"
            .to_owned()
    });
    Exchange {
        title: "Your service asks for Notion’s access token",
        request: Request {
            from: Party::Service,
            to: Party::Notion,
            method: Method::Post,
            url: example::NOTION_TOKEN_URL.to_owned(),
            authorization: Some(Authorization::Basic { client_id }),
            headers: vec![("Notion-Version", example::TOKEN_VERSION.to_owned())],
            body: Body::Json(body.concat().into()),
        },
        response: if expired {
            Response::json(400, "{\n  \"error\": \"invalid_grant\"\n}".to_owned())
        } else {
            Response::json(200, notion_tokens())
        },
        notes,
    }
}

/// The ID under "View integration", or a placeholder.
fn notion_client_id(settings: &Settings, notes: &mut Vec<String>) -> String {
    let typed = settings.notion_client_id.trim();
    if typed.is_empty() {
        notes.push(format!(
            "`{}` is blank in your settings: `<NOTION_CLIENT_ID>` is a placeholder",
            Setting::NotionClientId.label()
        ));
        return "<NOTION_CLIENT_ID>".to_owned();
    }
    typed.to_owned()
}

/// The eight fields of Notion's answer.
fn notion_tokens() -> String {
    let parts = [
        "{\n  \"access_token\": \"",
        example::ACCESS_TOKEN,
        "\",\n  \"bot_id\": \"",
        example::WORKSPACE,
        "\",\n  \"duplicated_template_id\": null,\n  \"owner\": {\n    \"type\": \"workspace\",\n    \"workspace\": true\n  },\n  \
         \"token_type\": \"bearer\",\n  \"workspace_id\": \"",
        example::WORKSPACE,
        "\",\n  \"workspace_icon\": \"🍩\",\n  \"workspace_name\": \"My Team Workspace\"\n}",
    ];
    parts.concat()
}

/// The user allowed it: the browser returns.
pub fn redirect(flow: &Flow) -> Exchange {
    let pairs = [("code", &*flow.service_code), ("state", &*flow.state)];
    Exchange {
        title: "The user goes back to Notion with your code",
        request: visit(Party::Notion, with_query(example::REDIRECT_URI, &pairs)),
        response: Response::empty(),
        notes: notes(&[
            "This `code` is yours; `state` is Notion’s, sent back unchanged: a sentence says so, no table does",
            "The documents show no response",
        ]),
    }
}

/// The user did not allow it: the browser returns with an error.
pub fn refusal(flow: &Flow, service: &Service) -> Exchange {
    let mut pairs = vec![("error", &*service.denial)];
    if !service.denial_description.trim().is_empty() {
        pairs.push(("error_description", &service.denial_description));
    }
    pairs.push(("state", &flow.state));
    Exchange {
        title: "The user goes back to Notion with an error",
        request: visit(Party::Notion, with_query(example::REDIRECT_URI, &pairs)),
        response: Response::empty(),
        notes: notes(&[
            "The documents’ examples have no `state` here; RFC 6749, section 4.1.2.1, requires it",
            "The documents write this address in lower case",
        ]),
    }
}

/// Notion asks for the service's token. `given`: the number of tokens that the service has given before.
pub fn service_token(settings: &Settings, service: &Service, flow: &Flow, given: u32) -> Exchange {
    let code = ("code", Value::Text(flow.service_code.clone()));
    let mut exchange = from_service(settings, service, given, code, "authorization_code");
    exchange.title = "Notion asks for your access token";
    exchange.notes.push("The documents also write `redirect_uri` without `https://` here".to_owned());
    exchange
}

/// Notion asks the service for a new token.
pub fn refresh(settings: &Settings, service: &Service, given: u32) -> Exchange {
    let token = ("refresh_token", Value::Secret(Secret::RefreshToken));
    let mut exchange = from_service(settings, service, given, token, "refresh_token");
    exchange.title = "Notion asks for a new access token of yours";
    exchange.notes.extend(notes(&[
        "The documents say that the first request is form-encoded, and nothing of this one",
        "Their example of `refresh_token` is the `access_token` of the response before",
    ]));
    exchange
}

fn from_service(settings: &Settings, service: &Service, given: u32, by: (&'static str, Value), grant: &'static str) -> Exchange {
    let mut notes = Vec::new();
    let url = filled(settings, Setting::TokenUrl, &mut notes).to_owned();
    let client_id = filled(settings, Setting::ClientId, &mut notes);
    let text = |text: &str| Value::Text(text.to_owned());
    let fields = vec![
        by,
        ("client_id", text(client_id)),
        ("client_secret", Value::Secret(Secret::ClientSecret)),
        ("redirect_uri", text(example::REDIRECT_URI)),
        ("grant_type", text(grant)),
    ];
    Exchange {
        title: "",
        request: Request {
            from: Party::Notion,
            to: Party::Service,
            method: Method::Post,
            url,
            authorization: None,
            headers: Vec::new(),
            body: Body::Form(fields),
        },
        response: Response::json(200, service_tokens(service, given)),
        notes,
    }
}

/// A token that expires comes with a refresh token.
fn service_tokens(service: &Service, given: u32) -> String {
    let mut answer = format!("{{\n  \"access_token\": \"{}\"", example::another(example::ACCESS_TOKEN, given));
    let expires_in = service.expires_in.trim();
    if !expires_in.is_empty() {
        let refresh_token = example::another(example::REFRESH_TOKEN, given);
        let seconds = service.lifetime().map_or_else(|| written(expires_in), |seconds| seconds.to_string());
        _ = write!(answer, ",\n  \"refresh_token\": \"{refresh_token}\",\n  \"expires_in\": {seconds}");
    }
    answer.push_str("\n}");
    answer
}

/// The text of a setting, or the documents' example if it is blank.
pub(super) fn filled<'s>(settings: &'s Settings, setting: Setting, notes: &mut Vec<String>) -> &'s str {
    let text = settings.text(setting).trim();
    if text.is_empty() {
        notes.push(format!("`{}` is blank in your settings: this is the documents’ example", setting.label()));
        return setting.example();
    }
    text
}

fn visit(to: Party, url: String) -> Request {
    let (from, method) = (Party::Browser, Method::Get);
    Request { from, to, method, url, authorization: None, headers: Vec::new(), body: Body::Empty }
}
