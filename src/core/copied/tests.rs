//! What people copy, and the request that it is.

use proptest::prelude::*;

use super::{Copied, What, read};

/// Method, URL, headers and body, one a line.
fn request(text: &str) -> String {
    let copied = read(text).unwrap_or_else(|| panic!("no code: {text}"));
    let faults: String = copied
        .faults
        .iter()
        .flat_map(|fault| ["\n! ".to_owned(), format!("{:?} ", fault.what), text[fault.span.start..fault.span.end].to_owned()])
        .collect();
    let Some(request) = copied.request else { return faults.trim_start().to_owned() };
    request.http().as_str().replacen(" HTTP/1.1", "", 1) + &faults
}

fn body(text: &str) -> String {
    read(text)
        .and_then(|copied| copied.request)
        .and_then(|request| request.body)
        .map(|body| body.as_str().to_owned())
        .unwrap_or_default()
}

#[track_caller]
fn each(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(request(text), *expected, "{text}");
    }
}

const TYPE: &str = "Content-Type: application/x-www-form-urlencoded";

#[test]
fn posix_words() {
    for (word, expected) in [
        (r"'a b'", "a b"),
        (r#""a\"b\\c\d""#, "a\"b\\c\\d"),
        (r"a\ b", "a b"),
        (r"'It'\''s'", "It's"),
        (r#"'It'"'"'s'"#, "It's"),
        (r"$'\u0021\x21\41\041'", "!!!!"),
        (r"$'\xc3\xa9\u00e9\U1f600\ud83d\ude00'", "éé😀😀"),
        (r"$'a\'b\\\n\t\e\z\xq'", "a'b\\\n\t\u{1b}\\z\\xq"),
        (r"$'\xff'", "\u{FFFD}"),
        (r#"'x '"$TOKEN"''"#, "x $TOKEN"),
        (r#""${TOKEN}$(cat 'a)' | b)$ $1""#, "$TOKEN$(cat 'a)' | b)$ $1"),
        ("\"a\\\nb\"", "ab"),
        ("a\\\nb", "ab"),
        ("''", ""),
    ] {
        assert_eq!(body(&format!("curl u -d {word} -H x:y")), expected, "{word}");
    }
}

#[test]
fn here_documents_and_pipes_are_the_input() {
    each(&[
        ("curl u -d @- <<'END'\n{\"a\": \"$x\"}\nEND\n", &format!("POST u\n{TYPE}\n\n{{\"a\": \"$x\"}}")),
        ("curl u --data-binary @- <<-END\n\t{\"a\": \"$x\\$\"}\n\tEND\n", &format!("POST u\n{TYPE}\n\n\t{{\"a\": \"$x$\"}}\n")),
        ("curl u --json @- <<< '{}'", "POST u\nContent-Type: application/json\nAccept: application/json\n\n{}"),
        ("echo '{}' | curl u -d @- | jq . > x 2>&1", &format!("POST u\n{TYPE}\n\n{{}}")),
        ("printf '%s' 'a\nb' |\ncurl u --data-binary @-\n", &format!("POST u\n{TYPE}\n\na\nb")),
        ("cat body.json | curl u -d @-", &format!("POST u\n{TYPE}\n\n\n! Computed cat body.json |\n! File @-")),
        ("curl u -d @body.json", &format!("POST u\n{TYPE}\n\n\n! File @body.json")),
    ]);
}

#[test]
fn words_around_a_command_are_left_out() {
    for text in [
        "$ curl u",
        "  me@host:~$ curl u",
        "PS C:\\Users\\me> curl.exe u",
        "C:\\>curl u",
        "time curl u",
        "TOKEN=x A=b curl u",
        "export TOKEN=x\n\ncurl u",
        "cd x && curl u",
        "```bash\n$ curl u\n```\n",
        "# ask\ncurl u # so",
        "/usr/bin/curl u",
        "curl u > file 2>/dev/null",
        "curl u | jq '.a && b'",
    ] {
        assert_eq!(request(text), "GET u", "{text}");
    }
    each(&[
        ("curl u && curl -X DELETE v", "GET u\n! Other curl -X DELETE v"),
        ("curl u; rm x", "GET u\n! Other rm x"),
        ("curl u?a=1&b=2", "GET u?a=1\n! Ampersand b=2"),
        ("curl u\n\nHTTP/1.1 200 OK\n", "GET u\n! Other HTTP/1.1 200 OK"),
        ("curl u \\ \n -X POST", "POST u\n! BlankBehindBackslash \\ "),
        ("curl u\n  -X POST v", "POST u\n! NextLine -X\n! Other v"),
        ("curl -d `{\"a\": \"it's\"}` u", &format!("POST u\n{TYPE}\n\n{{\"a\": \"it's\"}}\n! BackTicks `{{\"a\": \"it's\"}}`")),
        ("curl u -d 'a", &format!("POST u\n{TYPE}\n\na\n! OpenQuote 'a")),
        ("curl --nonsense u", "GET u\n! UnknownOption --nonsense"),
        ("curl -X POST", "! NoUrl "),
        ("curl u --next -X POST v", "GET u\n! Other --next"),
    ]);
    for text in [
        "",
        "curling u",
        "POST / HTTP/1.1\nUser-Agent: curl/8",
        "{\"a\": \"curl x\"}",
        "https://curl.se/?curl x",
        "see http there",
    ] {
        assert_eq!(read(text), None, "{text}");
    }
}

#[test]
fn options_of_curl() {
    each(&[
        ("curl -sX POST u", "POST u"),
        ("curl -kXDELETE u", "DELETE u"),
        ("curl -sd a u", &format!("POST u\n{TYPE}\n\na")),
        ("curl --request=POST u", "GET u\n! UnknownOption --request=POST"),
        ("curl -w '%{http_code}' --retry 3 -x p -e r -A a -b c=d u", "GET u\nReferer: r\nUser-Agent: a\nCookie: c=d"),
        ("curl --resolve a --cert b --connect-timeout 3 -m 4 -c jar -K conf u", "GET u\n! File conf"),
        ("curl -u a:b u", "GET u\nAuthorization: Basic YTpi"),
        ("curl -u \"a:$B\" u", "GET u\nAuthorization: Basic base64(a:$B)"),
        ("curl --oauth2-bearer t u", "GET u\nAuthorization: Bearer t"),
        ("curl -F a=b -F c='d;type=text/plain' u", "POST u\nContent-Type: multipart/form-data\n\na=b&c=d"),
        ("curl -F a=@file u", "POST u\nContent-Type: multipart/form-data\n\na=\n! File a=@file"),
        ("curl -G u?x --data-urlencode 'a=b c' -d d=e", "GET u?x&a=b%20c&d=e"),
        ("curl --data-urlencode 'a=b' --data-urlencode \"s=$S\" u", &format!("POST u\n{TYPE}\n\na=b&s=$S")),
        ("curl --data-urlencode =a+b --data-urlencode a@f u", &format!("POST u\n{TYPE}\n\na%2Bb&a=\n! File @f")),
        ("curl -I u", "HEAD u"),
        ("curl -T file u", "PUT u\n\n\n! File file"),
        ("curl --json '{}' -H 'Accept: x' u", "POST u\nAccept: x\nContent-Type: application/json\n\n{}"),
        ("curl --json '[1,' --json '2]' u", "POST u\nContent-Type: application/json\nAccept: application/json\n\n[1,2]"),
        ("curl -H 'X;' -H 'Y:' -H 'Content-Type:' -d a u", "POST u\nX: \n\na"),
        ("curl --compressed -L --globoff -- u", "GET u\nAccept-Encoding: deflate, gzip, br, zstd"),
        ("curl --url u --url-query a=b", "GET u?a=b"),
    ]);
}

#[test]
fn command_lines_of_windows() {
    let read = "POST https://a.b/\na: b\n\n{\"a\":\"b%20c\"}";
    each(&[
        (
            "curl ^\"https://a.b/^\" ^\r\n  -H ^\"a: b^\" ^\r\n  -X ^\"POST^\" ^\r\n  -H ^\"Content-Type:^\" --data-raw ^\"^{^\\^\"a^\\^\":^\\^\"b^%^20c^\\^\"^}^\"",
            read,
        ),
        ("curl \"https://a.b/\" -X POST -H \"a: b\" -H \"Content-Type:\" --data-raw \"{\"\"a\"\":\"\"b%20c\"\"}\"", read),
        ("curl.exe -X POST https://a.b/ -H \"a: b\" -H \"Content-Type:\" -d \"{\\\"a\\\":\\\"b%20c\\\"}\"", read),
        (
            "curl --header \"Authorization: Bearer %TOKEN%\" ^\n  \"https://a.b/%\"^P\"ATH%\"",
            "GET https://a.b/%PATH%\nAuthorization: Bearer $TOKEN",
        ),
        ("curl ^\n  \"u\" & dir", "GET u\n! Ampersand dir"),
    ]);
}

#[test]
fn power_shell() {
    let request = "POST https://a.b/u\nAuthorization: Bearer tok\nContent-Type: application/json\n\n{\"uri\":\"é\"}";
    each(&[
        (
            "$session = New-Object Microsoft.PowerShell.Commands.WebRequestSession\n$session.UserAgent = \"x\"\nInvoke-WebRequest -UseBasicParsing -Uri \"https://a.b/u\" `\n-Method \"POST\" `\n-WebSession $session `\n-Headers @{\n\"Authorization\"=\"Bearer tok\"\n} `\n-ContentType \"application/json\" `\n-Body ([System.Text.Encoding]::UTF8.GetBytes(\"{`\"uri`\":`\"$([char]233)`\"}\"))",
            request,
        ),
        (
            "$headers = New-Object \"System.Collections.Generic.Dictionary[[String],[String]]\"\n$headers.Add(\"Authorization\", \"Bearer tok\")\n$headers.Add(\"Content-Type\", \"application/json\")\n\n$body = @\"\n{`\"uri`\":`\"é`\"}\n\"@\n\n$response = Invoke-RestMethod 'https://a.b/u' -Method 'POST' -Headers $headers -Body $body\n$response | ConvertTo-Json",
            request,
        ),
        (
            "$p = @{ Uri = 'https://a.b/u'; Method = 'Post'; Headers = @{ Authorization = 'Bearer tok'; 'Content-Type'='application/json' }\n Body = (@{ uri = 'é' } | ConvertTo-Json -Compress) }\nirm @p",
            request,
        ),
        ("irm https://a.b/u", "GET https://a.b/u"),
        ("Invoke-RestMethod https://a.b/u -Method Post -Body @{a='b c'}", &format!("POST https://a.b/u\n{TYPE}\n\na=b%20c")),
        ("Invoke-RestMethod $url -Headers $h", "GET $url\n! Computed "),
        (
            "'{\"a\":1}' | curl.exe --request POST 'u' `\n  --header \"Authorization: Bearer $env:T\" `\n  --data-binary '@-'",
            &format!("POST u\nAuthorization: Bearer $T\n{TYPE}\n\n{{\"a\":1}}"),
        ),
        ("curl.exe -d '{\\\"a\\\":1}' 'it''s'", &format!("POST it's\n{TYPE}\n\n{{\"a\":1}}")),
        ("Invoke-RestMethod -Method Post", "! NoUrl "),
    ]);
}

#[test]
fn httpie() {
    each(&[
        (
            "http POST https://a.b/u Authorization:\"Bearer $T\" uri=https://a.b/1 n:=2 external_account[key]=A external_account[name]='B c'",
            "POST https://a.b/u\nAuthorization: Bearer $T\nContent-Type: application/json\n\n{\"uri\":\"https://a.b/1\",\"n\":2,\"external_account\":{\"key\":\"A\",\"name\":\"B c\"}}",
        ),
        ("http :3000/unfurl x==y", "GET http://localhost:3000/unfurl?x=y"),
        (
            "https -f a.b/t grant_type=x code='a b' -a id:secret",
            &format!("POST https://a.b/t\nAuthorization: Basic aWQ6c2VjcmV0\n{TYPE}\n\ngrant_type=x&code=a%20b"),
        ),
        ("http -A bearer -a tok DELETE a.b", "DELETE http://a.b\nAuthorization: Bearer tok"),
        ("echo '{\"a\":1}' | http PATCH a.b", "PATCH http://a.b\nContent-Type: application/json\n\n{\"a\":1}"),
        ("http --raw '{}' a.b data@file", "POST http://a.b\nContent-Type: application/json\n\n{}\n! File data@file"),
    ]);
}

#[test]
fn scripts() {
    let request = "POST https://a.b/u\nauthorization: Bearer tok\ncontent-type: application/json\n\n{\"uri\":\"é\\n\"}";
    each(&[
        (
            "fetch(\"https://a.b/u\", {\n  \"headers\": {\n    \"authorization\": \"Bearer tok\",\n    \"content-type\": \"application/json\"\n  },\n  \"body\": \"{\\\"uri\\\":\\\"\\u00e9\\\\n\\\"}\",\n  \"method\": \"POST\",\n  \"mode\": \"cors\"\n});",
            request,
        ),
        (
            "const myHeaders = new Headers();\nmyHeaders.append(\"authorization\", \"Bearer tok\");\nmyHeaders.append(\"content-type\", \"application/json\");\nconst raw = JSON.stringify({ uri: \"é\\n\" });\nconst requestOptions = {\n  method: \"POST\",\n  headers: myHeaders,\n  body: raw,\n  redirect: \"follow\"\n};\nfetch(\"https://a.b/u\", requestOptions)\n  .then((response) => response.text())",
            request,
        ),
        ("await fetch(`https://a.b/${path}`)", "GET https://a.b/$path"),
        (
            "fetch('u', {method: 'POST', body: new URLSearchParams({a: 'b c', s: process.env.S})})",
            &format!("POST u\n{TYPE}\n\na=b%20c&s=$S"),
        ),
        ("fetch('u', {method: 'POST', body: 'x'})", "POST u\nContent-Type: text/plain;charset=UTF-8\n\nx"),
        ("fetch('u', {body: make(), method: 'POST'})", "POST u\n! Computed "),
        (
            "import requests\nurl = \"https://a.b/u\"\npayload = json.dumps({\n  \"uri\": \"é\\n\"\n})\nheaders = {\n  'authorization': 'Bearer tok',\n  'content-type': 'application/json'\n}\nresponse = requests.request(\"POST\", url, headers=headers, data=payload)\nprint(response.text)",
            request,
        ),
        (
            "requests.post('u', json={'a': True, 'b': None}, auth=('id', os.environ['S']))",
            "POST u\nContent-Type: application/json\nAuthorization: Basic base64(id:$S)\n\n{\"a\":true,\"b\":null}",
        ),
        ("requests.post('u', data={'a': 'b'}, params={'c': 'd'})", &format!("POST u?c=d\n{TYPE}\n\na=b")),
        ("requests.get(f'https://a.b/{item}', headers={'X': r'\\n'})", "GET https://a.b/$item\nX: \\n"),
        (
            "let token = std::env::var(\"T\")?;\nlet response = reqwest::Client::new()\n    .patch(\"u\")\n    .bearer_auth(token)\n    .json(&serde_json::json!({\"a\": [1, \"x\"]}))\n    .send().await?;",
            "PATCH u\nAuthorization: Bearer $T\nContent-Type: application/json\n\n{\"a\":[1,\"x\"]}",
        ),
        ("fetch('u'); fetch('v')", "GET u\n! Other fetch('v')"),
        ("fetch(address())", "! NoUrl "),
    ]);
}

/// Each of them: a place in the text, and nothing panics.
fn holds(text: &str) {
    let Some(Copied { request, faults }) = read(text) else { return };
    for fault in faults {
        assert!(text.get(fault.span.start..fault.span.end).is_some(), "{fault:?}: {text}");
        assert!(fault.what != What::NoUrl || request.is_none(), "{text}");
    }
    let Some(http) = request.map(|request| request.http()) else { return };
    for at in 0..http.as_str().len().min(200) {
        let span = http.place(crate::core::text::Span::new(at, at + 1), text);
        assert!(text.get(span.start..span.end).is_some(), "{span:?}: {text}");
    }
}

#[test]
fn long_code_is_read() {
    for start in [
        "curl u ",
        "curl.exe 'u' ",
        "http u ",
        "fetch('u', ",
        "requests.post(",
        "Invoke-WebRequest ",
        "reqwest::x",
        "curl ^\"u^\" ",
    ] {
        for piece in [
            "'", "\"", "\\", "$(", "${", "`", "(", "{", "[", "a ", "a:", "a.b(", "+", "@{", "$a", "^", "%A%", "<<E\n", "<", "|",
            "&", "-d a ", "\n", "f'{", "#", "//", "é", "x=", "a[b]=c ",
        ] {
            holds(&format!("{start}{}", piece.repeat(30_000 / piece.len())));
        }
    }
}

const PIECES: &[&str] = &[
    "curl ",
    "curl.exe ",
    "http ",
    "fetch(",
    "requests.post(",
    "Invoke-WebRequest ",
    "reqwest::Client::new()",
    "-d ",
    "-H ",
    "-X",
    "--json ",
    "-u ",
    "-G ",
    "-T ",
    "@-",
    "@{",
    "'",
    "\"",
    "`",
    "\\",
    "^",
    "%A%",
    "$A",
    "$(",
    "${",
    "$'",
    "\\u00",
    "\\x",
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    "<<E\n",
    "E\n",
    "<<<",
    ">",
    "|",
    "&",
    ";",
    "\n",
    "\r\n",
    " ",
    "=",
    ":",
    ",",
    ".",
    "+",
    "#",
    "a",
    "é",
    "🙂",
    "x = ",
    "https://a/",
    "f\"{",
    "$x = ",
    "[char]33",
    "\u{FEFF}",
    "```\n",
];

proptest! {
    #[test]
    fn any_text_is_read(text in ".*") {
        holds(&text);
        holds(&format!("curl {text}"));
    }

    #[test]
    fn any_pieces_are_read(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..16)) {
        holds(&pieces.concat());
    }
}
