//! A request as code: the code is run, and what arrives at a server is the request.

mod read_back;
mod requests;
mod server;
mod windows;

use std::io::{ErrorKind, Write};
use std::process::{Command, Stdio};

use link_preview_lab::core::integration::copy_as::{Language, code};
use link_preview_lab::core::integration::{Authorization, Body, Request, Secret, Value};
use proptest::test_runner::{Config as ProptestConfig, TestRunner};
use requests::{documented, nasty};
use server::{Arrived, Server};

/// A bearer token travels in a header, which holds ASCII only.
const SECRETS: [(&str, &str); 5] = [
    ("CLIENT_SECRET", "a'b\"c$`d%e\\f!g&h|i^j k😀ü"),
    ("NOTION_CLIENT_SECRET", "n'b\"c$`d%e\\f!g&h|i^j k😀ü"),
    ("SERVICE_TOKEN", "a'b\"c$`d%e\\f"),
    ("REFRESH_TOKEN", "r'\"$`%\\🍩\n+&="),
    ("NOTION_TOKEN", "$(exit 1) `exit 1` ${HOME}"),
];

/// cmd cannot carry double quotes in a variable, Windows PowerShell not in a token.
const WINDOWS_SECRETS: [(&str, &str); 6] = [
    ("CLIENT_SECRET", "a'b$`d\\f!g&h|i^j k😀ü"),
    ("NOTION_CLIENT_SECRET", "n'b$`d\\f!g&h|i^j k😀ü"),
    ("SERVICE_TOKEN", "a'b$`d&e|f"),
    ("REFRESH_TOKEN", "r'$`🍩+&="),
    ("NOTION_TOKEN", "$(exit 1) `exit 1` ${HOME}"),
    ("PATH", "C:\\Windows"),
];

fn secret<'s>(secrets: &[(&str, &'s str)], secret: Secret) -> &'s str {
    secrets.iter().find(|(name, _)| *name == secret.variable()).expect("every secret has a value").1
}

fn base64(text: &str) -> String {
    let letters: Vec<char> = ('A'..='Z').chain('a'..='z').chain('0'..='9').chain(['+', '/']).collect();
    let quartet = |bytes: &[u8]| -> Vec<char> {
        let bits = bytes.iter().chain(&[0, 0]).take(3).fold(0, |bits, byte| bits << 8 | usize::from(*byte));
        let letter = |at| if at <= bytes.len() { letters[bits >> (18 - 6 * at) & 63] } else { '=' };
        (0..4).map(letter).collect()
    };
    text.as_bytes().chunks(3).flat_map(quartet).collect()
}

/// `A` as `%41`.
fn percent_encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |encoded, byte| format!("{encoded}%{byte:02X}"))
}

/// `%41` as `A`.
fn percent_decoded(text: &str) -> Vec<u8> {
    let bytes = text.as_bytes();
    let mut decoded = Vec::new();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let escaped = text.get(at + 1..at + 3).and_then(|hex| u8::from_str_radix(hex, 16).ok()).filter(|_| *byte == b'%');
        decoded.push(escaped.unwrap_or(*byte));
        at += if escaped.is_some() { 3 } else { 1 };
    }
    decoded
}

fn form_decoded(body: &str) -> Vec<(Vec<u8>, Vec<u8>)> {
    let decoded = |text: &str| percent_decoded(&text.replace('+', " "));
    body.split('&')
        .map(|field| field.split_once('=').expect("a field has a value"))
        .map(|(k, v)| (decoded(k), decoded(v)))
        .collect()
}

/// What languages differ in.
#[derive(Clone, Copy, PartialEq)]
enum Json {
    /// Byte for byte.
    Exact,
    /// The same value, in ASCII.
    SameInAscii,
}

/// That the request arrived, as its own words would have it.
fn assert_arrived(request: &Request, arrived: &Arrived, secrets: &[(&str, &str)], json: Json) {
    assert_eq!(arrived.method, request.method.name());
    let address = request.url.trim().split('#').next().unwrap_or_default();
    let target = &address[address.find("://").map_or(0, |at| at + 3)..];
    let target = target.find(['/', '?']).map_or("", |at| &target[at..]);
    let slash = if target.starts_with('/') { "" } else { "/" };
    assert_eq!(percent_decoded(&arrived.target), percent_decoded(&[slash, target].concat()), "{}", arrived.target);
    assert!(arrived.target.bytes().all(|byte| byte.is_ascii_graphic()), "{}", arrived.target);
    let authorization = request.authorization.as_ref().map(|authorization| match authorization {
        Authorization::Bearer(token) => format!("Bearer {}", secret(secrets, *token)),
        Authorization::Basic { client_id } => {
            format!("Basic {}", base64(&format!("{client_id}:{}", secret(secrets, Secret::NotionClientSecret))))
        }
    });
    assert_eq!(arrived.header("authorization"), authorization.as_deref());
    assert_eq!(arrived.header("content-type"), request.body.content_type());
    for (name, value) in &request.headers {
        assert_eq!(arrived.header(name), Some(value.as_str()), "{name}");
    }
    match &request.body {
        Body::Empty => assert_eq!(arrived.body, b""),
        Body::Form(fields) => {
            let value = |value: &Value| match value {
                Value::Text(text) => text.clone().into_bytes(),
                Value::Secret(name) => secret(secrets, *name).into(),
            };
            let fields: Vec<_> = fields.iter().map(|(name, field)| (name.as_bytes().to_vec(), value(field))).collect();
            assert_eq!(form_decoded(std::str::from_utf8(&arrived.body).expect("a form is ASCII")), fields);
        }
        Body::Json(text) if json == Json::Exact => assert_eq!(String::from_utf8_lossy(&arrived.body), **text),
        Body::Json(text) => {
            assert!(arrived.body.is_ascii(), "{}", String::from_utf8_lossy(&arrived.body));
            // A text that is no JSON is none afterwards.
            let value = |json: &[u8]| serde_json::from_slice::<serde_json::Value>(json).ok();
            let expected = value(text.as_bytes());
            assert!(expected.is_none() || value(&arrived.body) == expected, "{}", String::from_utf8_lossy(&arrived.body));
        }
    }
}

/// What a program prints; `None` where it is not installed.
fn run(program: &str, arguments: &[String], input: &str) -> Option<String> {
    let mut command = Command::new(program);
    command.args(arguments).envs(SECRETS).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    for proxy in ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"] {
        command.env_remove(proxy);
    }
    let mut child = match command.spawn() {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            println!("skipped: no {program}");
            return None;
        }
        child => child.expect("the program starts"),
    };
    child.stdin.take().map(|mut stdin| stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().expect("the program ends");
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8(output.stdout).expect("the program prints UTF-8"))
}

/// Runs the code of all of them, one after the other, and looks at what arrives and at what is printed.
fn send(server: &Server, language: Language, requests: &[Request]) {
    let windows = matches!(language, Language::Cmd | Language::PowerShell);
    let codes: Vec<_> = requests.iter().map(|request| code(request, language)).collect();
    let printed = if windows { run_windows(language, &codes) } else { run_files(server, language, &codes) };
    let Some(printed) = printed else { return };
    for (request, code) in requests.iter().zip(codes) {
        // Shown where something fails.
        println!("{code}");
        let arrived = server.arrived().expect("something arrives");
        if windows {
            assert_arrived(request, &arrived, &WINDOWS_SECRETS, Json::SameInAscii);
        } else {
            assert_arrived(request, &arrived, &SECRETS, Json::Exact);
        }
    }
    assert_eq!(printed.matches("200").count(), requests.len(), "{printed}");
    assert_eq!(printed.matches("ok").count(), requests.len(), "{printed}");
}

/// In one process, since starting one takes longer than what it does here. In files, since a long text is no argument.
fn run_files(server: &Server, language: Language, codes: &[String]) -> Option<String> {
    let (program, option, script) = match language {
        Language::Bash => ("bash", "-c", "for file in \"$0\" \"$@\"; do bash \"$file\"; done"),
        Language::Python => ("python3", "-c", "import runpy, sys\nfor file in sys.argv[1:]: runpy.run_path(file)"),
        Language::Fetch => ("node", "-e", "(async () => { for (const file of process.argv.slice(1)) await import(file); })()"),
        _ => unreachable!("{} is not run from files", language.name()),
    };
    let port = server.address.rsplit(':').next().unwrap_or_default();
    let folder = format!("{}/copy_as_{port}", env!("CARGO_TARGET_TMPDIR"));
    std::fs::create_dir_all(&folder).expect("a folder can be made");
    let mut arguments = vec![option.to_owned(), script.to_owned()];
    for (index, code) in codes.iter().enumerate() {
        let file = format!("{folder}/{index}.mjs");
        std::fs::write(&file, code).expect("a file can be written");
        arguments.push(file);
    }
    let printed = run(program, &arguments, "");
    std::fs::remove_dir_all(folder).expect("a folder can be removed");
    printed
}

/// Taken apart as Windows does, then run.
fn run_windows(language: Language, codes: &[String]) -> Option<String> {
    let mut printed = String::new();
    for code in codes {
        let (command, input) = if language == Language::Cmd {
            let mut commands = windows::cmd(code, &WINDOWS_SECRETS);
            assert_eq!(commands.len(), 1, "{commands:?}");
            (commands.remove(0), String::new())
        } else {
            let (command, piped) = windows::powershell(code, &WINDOWS_SECRETS);
            assert!(!command.iter().any(|argument| argument.contains('"')), "Windows PowerShell loses quotes: {command:?}");
            assert!(piped.as_deref().unwrap_or_default().is_ascii(), "Windows PowerShell pipes ASCII: {piped:?}");
            (command, piped.map(|text| text + "\r\n").unwrap_or_default())
        };
        assert_eq!(command[0], if language == Language::Cmd { "curl" } else { "curl.exe" });
        printed += &run("curl", &command[1..], &input)?;
    }
    Some(printed)
}

fn at(server: &Server, mut request: Request) -> Request {
    let target = request.url.strip_prefix("https://acme.com").unwrap_or("/elsewhere").to_owned();
    request.url = server.address.clone() + &target;
    request
}

fn sends_all(language: Language) {
    let server = Server::start();
    let requests: Vec<_> = documented().into_iter().chain(nasty()).map(|(_, request)| at(&server, request)).collect();
    send(&server, language, &requests);
}

#[test]
fn bash_sends_it() {
    sends_all(Language::Bash);
}

#[test]
fn node_sends_it() {
    sends_all(Language::Fetch);
}

#[test]
fn python_sends_it() {
    sends_all(Language::Python);
}

#[test]
fn cmd_sends_it() {
    sends_all(Language::Cmd);
}

#[test]
fn powershell_sends_it() {
    sends_all(Language::PowerShell);
}

/// A long body is too long for cmd, which the code says; every other language sends it.
#[test]
fn long_bodies() {
    let server = Server::start();
    let text = "'\"\\$`😀 long\n".repeat(30_000);
    let mut request = at(&server, requests::callback());
    request.body = Body::Json(serde_json::to_string_pretty(&serde_json::json!({ "uri": text })).unwrap().into());
    for language in [Language::Bash, Language::Fetch, Language::Python, Language::PowerShell] {
        send(&server, language, std::slice::from_ref(&request));
    }
    assert!(code(&request, Language::Cmd).starts_with("rem too long"));
    assert!(!code(&requests::callback(), Language::Cmd).contains("rem "));
}

#[test]
fn what_cannot_be_sent_is_left_out_and_said() {
    let mut request = requests::callback();
    request.body = Body::Json("\"a\0b\"".into());
    let bash = code(&request, Language::Bash);
    assert!(bash.starts_with("# left out: NUL") && bash.contains("--data-raw '\"ab\"'"), "{bash}");
    request.body = Body::Empty;
    request.headers = vec![("Notion-Version", "2022\r\nX-Evil: 1\0ü".to_owned())];
    for language in Language::ALL {
        let code = code(&request, language);
        assert!(code.contains("2022X-Evil: 1") && !code.contains('\0') && !code.contains('ü'), "{code}");
        assert_eq!(code.contains("left out: characters"), language != Language::Http, "{code}");
    }
}

#[test]
fn anything_is_sent() {
    let server = Server::start();
    let config = ProptestConfig { cases: 2, failure_persistence: None, max_shrink_iters: 60, ..ProptestConfig::default() };
    let sent = TestRunner::new(config).run(&proptest::collection::vec(requests::anything(), 1..20), |requests| {
        let requests: Vec<_> = requests.into_iter().map(|request| at(&server, request)).collect();
        for language in [Language::Bash, Language::Fetch, Language::Python, Language::Cmd, Language::PowerShell] {
            send(&server, language, &requests);
        }
        Ok(())
    });
    sent.unwrap();
}

/// rustc reads every text as the text it was made of.
#[test]
fn rust_reads_its_texts() {
    let texts: Vec<String> = documented()
        .into_iter()
        .chain(nasty())
        .filter_map(|(_, request)| match request.body {
            Body::Json(json) => Some(json.to_string()),
            _ => None,
        })
        .chain(["a\"#b\"##c\\".to_owned(), "\u{202E}\u{2066}\r\0\u{7f}\u{1b}".to_owned(), "'\n\t{}".to_owned()])
        .collect();
    let literal = |text: &String| {
        let request = Request { body: Body::Json(text.as_str().into()), ..requests::callback() };
        let code = code(&request, Language::Rust);
        let (_, literal) = code.split_once("\n        .body(").unwrap();
        literal.rsplit_once(")\n        .send()?;").unwrap().0.to_owned()
    };
    let literals: Vec<_> = texts.iter().map(literal).collect();
    let path = format!("{}/copy_as_texts", env!("CARGO_TARGET_TMPDIR"));
    let program =
        format!("fn main() {{ for text in [{}] {{ println!(\"{{:02x?}}\", text.as_bytes()); }} }}", literals.join(",\n"));
    std::fs::write(path.clone() + ".rs", program).unwrap();
    let arguments = [path.clone() + ".rs", "-o".to_owned(), path.clone()];
    if run("rustc", &arguments, "").is_some() {
        let printed = run(&path, &[], "").unwrap();
        let expected: Vec<_> = texts.iter().map(|text| format!("{:02x?}", text.as_bytes())).collect();
        assert_eq!(printed.lines().collect::<Vec<_>>(), expected);
    }
}

#[test]
fn http_is_read_back() {
    for (name, request) in documented().into_iter().chain(nasty()) {
        let code = code(&request, Language::Http);
        let mut rest = code.as_bytes();
        let mut arrived = Arrived::read(&mut rest).expect("a head");
        arrived.body = rest.to_vec();
        assert_eq!(arrived.length(), rest.len(), "{name}");
        assert_eq!(arrived.header("host").map(|host| request.url.contains(host)), Some(true), "{name}");
        // The variables stand where their values would, the credentials in words.
        if let Some(Authorization::Basic { client_id }) = &request.authorization {
            let (_, value) = arrived.headers.iter_mut().find(|(name, _)| name == "authorization").unwrap();
            assert_eq!(*value, format!("Basic base64({client_id}:$NOTION_CLIENT_SECRET)"));
            *value = format!("Basic {}", base64(&format!("{client_id}:$NOTION_CLIENT_SECRET")));
        }
        let stand_ins = SECRETS.map(|(name, _)| (name, format!("${name}")));
        let stand_ins: Vec<_> = stand_ins.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_arrived(&request, &arrived, &stand_ins, Json::Exact);
    }
}

#[test]
fn the_documented_requests() {
    for (name, request) in documented() {
        let all: Vec<_> =
            Language::ALL.iter().map(|language| format!("=== {}\n{}", language.label(), code(&request, *language))).collect();
        insta::assert_snapshot!(name, all.join("\n"));
    }
}
