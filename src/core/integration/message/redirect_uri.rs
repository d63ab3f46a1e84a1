//! Notion's redirect URI: a constant with four spellings in the documents and a fifth in production.

use crate::core::url::{LenientUrl, Url};

/// Each with its source.
pub const SPELLINGS: [(&str, &str); 5] = [
    ("https://notion.so/externalIntegrationAuthCallback", "the constant, as two of the guide’s three tables spell it"),
    (
        "notion.so/externalIntegrationAuthCallback",
        "the constant without its scheme, as the guide’s token-request table and text spell it",
    ),
    ("http://notion.so/externalIntegrationAuthCallback", "the constant as the guide links it, with `http`"),
    ("https://notion.so/externalintegrationauthcallback", "the constant in lower case, as the guide’s error URLs spell it"),
    ("https://www.notion.so/externalintegrationauthcallback", "the constant as seen in production, not in the documents"),
];

/// The source of a spelling.
pub fn says(uri: &str) -> Option<&'static str> {
    SPELLINGS.into_iter().find_map(|(spelling, says)| (spelling == uri).then_some(says))
}

/// How another text differs from the constant, as the end of a message.
pub fn difference(uri: &str) -> &'static str {
    let (spelling, _) = SPELLINGS[0];
    // One of the spellings lacks the scheme.
    let whole = if LenientUrl::read(uri).scheme.is_none() { format!("https://{uri}") } else { uri.to_owned() };
    let (Ok(url), Ok(known)) = (Url::parse(&whole), Url::parse(spelling)) else { return "which is not a URL" };
    let host = url.host.to_ascii_lowercase();
    if host.strip_prefix("www.").unwrap_or(&host) != known.host || url.user.is_some() || url.port.is_some() {
        "whose host is not `notion.so`"
    } else if !url.path.eq_ignore_ascii_case(known.path) {
        "whose path is not `/externalIntegrationAuthCallback`"
    } else if url.query.is_some() || url.fragment.is_some() {
        "which has more after the constant"
    } else {
        "which no document spells so"
    }
}
