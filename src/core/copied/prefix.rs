//! What stands in front of code where people copy it: a fence, a language's name, a prompt.

/// Words that every code has that sends a request.
const CLIENTS: [&str; 12] =
    ["curl", "CURL", "http ", "https ", "xh ", "fetch(", "requests.", "urllib", "reqwest", "Invoke-", "iwr ", "irm "];

const METHODS: [&str; 7] = ["GET", "POST", "PATCH", "DELETE", "PUT", "HEAD", "OPTIONS"];

/// Where code begins; `None` where the text can be none.
pub fn code(text: &str) -> Option<usize> {
    if !CLIENTS.iter().any(|client| text.contains(client)) {
        return None;
    }
    let trimmed = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
    let mut at = text.len() - trimmed.len();
    if trimmed.starts_with("```") {
        at += trimmed.find('\n')? + 1;
    }
    let rest = &text[at..];
    let is_message = rest.split_whitespace().next().is_some_and(|word| {
        let is_url = word.split_once("://").is_some_and(|(scheme, _)| scheme.bytes().all(|byte| byte.is_ascii_alphabetic()));
        let is_header =
            word.strip_suffix(':').is_some_and(|name| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'));
        is_url || is_header || word.starts_with("HTTP") || METHODS.contains(&word)
    });
    // JSON, a header, a URL and HTTP are no code, whatever words they hold.
    (!rest.starts_with(['{', '<']) && !is_message).then(|| at + prompt(rest))
}

/// `$ `, `PS C:\> `, `C:\>`, `user@host:~$ `
fn prompt(text: &str) -> usize {
    let line = text.lines().next().unwrap_or_default();
    let windows = line.find('>').filter(|end| line[..*end].contains(":\\") && !line[..*end].contains(['"', '\'']));
    let posix = ["$ ", "% ", "# "].into_iter().filter_map(|sign| line.find(sign)).min();
    let posix = posix.filter(|at| line[..*at].is_empty() || line[..*at].contains('@') && !line[..*at].contains([' ', '"', '\'']));
    match (windows, posix) {
        (Some(end), _) => end + 1,
        // A comment looks like the prompt of root.
        (None, Some(at)) if !line.starts_with("# ") => at + 2,
        _ => 0,
    }
}
