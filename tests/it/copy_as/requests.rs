//! The requests of the documents' conversation, ones that no quoting likes, and any at all.

use link_preview_lab::core::integration::{Authorization, Body, Party, Request, Secret, Value};
use link_preview_lab::core::method::Method;
use proptest::prelude::*;

fn request(method: Method, url: &str, authorization: Option<Authorization>, body: Body) -> Request {
    let to = if method == Method::Get { Party::Browser } else { Party::Service };
    Request { from: Party::Notion, to, method, url: url.to_owned(), authorization, headers: Vec::new(), body }
}

pub fn callback() -> Request {
    let body = Body::Json(r#"{"uri":"https://acme.com/items/23487"}"#.into());
    request(Method::Post, "https://acme.com/notion/unfurl", Some(Authorization::Bearer(Secret::ServiceToken)), body)
}

fn to_notion(method: Method, url: &str, version: &str, authorization: Authorization, json: &str) -> Request {
    let headers = vec![("Notion-Version", version.to_owned())];
    let body = Body::Json(json.into());
    Request {
        from: Party::Service,
        to: Party::Notion,
        method,
        url: url.to_owned(),
        authorization: Some(authorization),
        headers,
        body,
    }
}

/// As the person's conversation goes.
pub fn documented() -> Vec<(&'static str, Request)> {
    let text = |text: &str| Value::Text(text.to_owned());
    let code = r#"{
  "grant_type": "authorization_code",
  "code": "e202e8c9-0990-40af-855f-ff8f872b1ec6",
  "external_account": {
    "key": "A83823453409384",
    "name": "Notion - team@makenotion.com"
  }
}"#;
    let update = r#"{
  "uri": "https://acme.com/items/23487",
  "operations": [
    {
      "path": ["attributes"],
      "set": [
        {
          "id": "title",
          "name": "Title",
          "type": "inline",
          "inline": { "title": { "value": "Zoë's NEW title 🎉", "section": "title" } }
        }
      ]
    }
  ]
}"#;
    let form = vec![
        ("code", text("WQtaEYNV9jfL4yr89KJA0thw")),
        ("client_id", text("mRkZGFjM")),
        ("client_secret", Value::Secret(Secret::ClientSecret)),
        ("redirect_uri", text("https://notion.so/externalIntegrationAuthCallback")),
        ("grant_type", text("authorization_code")),
    ];
    let basic = Authorization::Basic { client_id: "649374923749238479238479234792374".to_owned() };
    let bearer = Authorization::Bearer(Secret::NotionToken);
    let authorize = "https://acme.com/notion/authorize?code=e202e8c9&redirect_uri=https%3A%2F%2Fnotion.so%2Fexternal\
                     IntegrationAuthCallback&client_id=mRkZGFjM&response_type=code&state=x7";
    vec![
        ("authorize", request(Method::Get, authorize, None, Body::Empty)),
        ("oauth-token", to_notion(Method::Post, "https://api.notion.com/v1/oauth/token", "2022-06-28", basic, code)),
        ("token-form", request(Method::Post, "https://acme.com/notion/token", None, Body::Form(form))),
        ("callback", callback()),
        ("update", to_notion(Method::Patch, "https://api.notion.com/v1/external/object", "2021-08-16", bearer, update)),
        ("delete-preview", Request { method: Method::Delete, ..callback() }),
        ("delete-token", request(Method::Delete, "https://acme.com/notion/deletion", None, Body::Empty)),
    ]
}

/// One of each kind for each text that a shell might act upon.
pub fn nasty() -> Vec<(&'static str, Request)> {
    let texts = [
        ("an apostrophe", "The Link Preview's title"),
        ("apostrophes", "''a'''b'"),
        ("curved apostrophes", "Preview’s ‘x’ ‚y‛"),
        ("double quotes", "\"\"a\"\"\"b\""),
        ("curved double quotes", "“x” „y“"),
        ("dollar signs", "$HOME ${HOME} $(exit 1) $'x' $"),
        ("back-ticks", "`exit 1` ```"),
        ("backslashes", "\\ \\\\ C:\\new\\table \\' \\\" \\\\\" \\u0041 \\"),
        ("percent signs", "100% %PATH% %PATH %%PATH%% %41 %CLIENT_SECRET% %"),
        ("carets", "^ ^^ ^\" \"^ ^"),
        ("exclamation marks", "Hi! !! !x !$ \"!\""),
        ("operators", "a & b | c > d < e ; f && g || h (i) {j} [k] *?~#"),
        ("line breaks", "a\nb\r\nc\rd\n"),
        ("tabs", "\ta\tb\t"),
        ("control characters", "\u{1}\u{7}\u{8}\u{b}\u{c}\u{1b}[31m\u{7f}\u{85}"),
        ("beyond ASCII", "Zoë 日本語 العربية \u{202e}abc\u{202c} \u{feff} \u{2028}"),
        ("emoji", "😀 👩‍👩‍👧 🍩"),
        ("comments", "// # -- /* */ rem :: '''\"\"\" {{}} {0} <!-- -->"),
        ("the ends of texts", "'@\n\"@\nEOF\n'''\n`\n\"#"),
        ("spaces", "  a  b  "),
        ("nothing", ""),
    ];
    let mut requests: Vec<_> =
        texts.into_iter().flat_map(|(name, text)| nasty_with(text).map(|request| (name, request))).collect();
    let no_json = ["", " ", "{\"a\": 'b'", "it's `no` JSON: \"$x\" \\\"\n'@\n%PATH% & \\", "\"\\"];
    requests.extend(no_json.map(|json| ("no JSON", Request { body: Body::Json(json.into()), ..callback() })));
    let urls = [
        "https://acme.com",
        "https://acme.com?a=b",
        "https://acme.com/O'Brien/it's?q=it's#it's",
        "https://acme.com/a[0]/{b,c}/[1-3]?d[]=e&{f}",
        "https://acme.com/a%20b/%E2%9C%93?x=%2F%PATH%&y=%DEBUG%20&z=%zz%",
        "https://acme.com/a b\"c<d>e\\f^g|h`i?a b\"c<d>e\\f^g|h`i'j",
        "https://acme.com/ü/日本?q=😀&$HOME&$(exit 1)&!x&(y);*~@:,=+",
        " https://acme.com/trimmed ",
        "https://acme.com/a\tb\nc?d\re",
        "https://acme.com/?a=1&b=\\",
        "https://acme.com//a//",
    ];
    requests.extend(urls.map(|url| ("a URL", Request { url: url.to_owned(), ..callback() })));
    requests
}

fn nasty_with(text: &str) -> [Request; 3] {
    let json = serde_json::json!({ "uri": text, text: [text, 1.5, null, { "a": [] }] });
    let pretty = serde_json::to_string_pretty(&json).expect("a value is JSON");
    let form = vec![
        ("code", Value::Text(text.to_owned())),
        ("client_secret", Value::Secret(Secret::ClientSecret)),
        ("refresh_token", Value::Secret(Secret::RefreshToken)),
        ("state", Value::Text(text.repeat(2))),
    ];
    // A client id has neither control characters nor, where it is a user, colons.
    let client_id = text.chars().filter(|c| !c.is_ascii_control() && *c != ':').collect();
    let basic = Authorization::Basic { client_id };
    [
        Request { body: Body::Json(pretty.into()), ..callback() },
        Request { body: Body::Json(json.to_string().into()), authorization: Some(basic), ..callback() },
        Request { body: Body::Form(form), authorization: None, ..callback() },
    ]
}

/// Characters that some language acts upon are as frequent as all others together.
fn text() -> impl Strategy<Value = String> {
    let special = proptest::sample::select("'\"\\$`%^!&|<>(){}[]#@*?~;=+, \n\r\t\u{1b}\u{7f}’”😀é".chars().collect::<Vec<_>>());
    proptest::collection::vec(prop_oneof![special, any::<char>().prop_filter("NUL", |c| *c != '\0')], 0..24)
        .prop_map(|chars| chars.into_iter().collect())
}

pub fn anything() -> impl Strategy<Value = Request> {
    (text(), 0..3usize, text()).prop_map(|(text, kind, query)| {
        let [pretty, dense, form] = nasty_with(&text);
        let request = [pretty, dense, form].into_iter().nth(kind).expect("there are three");
        Request { url: format!("https://acme.com/a?q={}&z", query.replace(['#', '?'], "")), ..request }
    })
}
