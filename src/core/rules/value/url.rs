//! The address in `src_url`: absolute, secure, public, and of the right kind.

use crate::core::json::{self, ObjectProp, edit};
use crate::core::rule::{Family, Rule, rule};
use crate::core::rules::finding::Finding;
use crate::core::rules::place::{Leaf, carrier_pointer, head, is_blank, join, naming, quoted};
use crate::core::rules::report::Report;
use crate::core::severity::Severity;
use crate::core::unfurl::{Attribute, Payload, SubType};
use crate::core::url::{Refused, Url};

pub static INVALID_SRC_URL: Rule = rule! {
    name: "invalid-src-url",
    family: Family::Value,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "The `src_url` is not an absolute `http` or `https` URL.",
    why: "The address is loaded from another page than yours, where a relative one leads nowhere. Every documented address \
          is `https`; the Lab loads nothing from other schemes, such as `data:` and `javascript:`.",
    bad: payload![
        r#"{"id": "media", "name": "Media", "type": "embed", "embed": {"src_url": "/a.png", "image": {"section": "embed"}}}"#
    ],
    good: payload![
        r#"{"id": "media", "name": "Media", "type": "embed", "embed": {"src_url": "https://acme.com/a.png", "image": {"section": "embed"}}}"#
    ],
    document: "reference, Embed sub-type child objects",
};

pub static INSECURE_SRC_URL: Rule = rule! {
    name: "insecure-src-url",
    family: Family::Value,
    documented: Severity::Warning,
    wild: Severity::Warning,
    summary: "The `src_url` uses `http`.",
    why: "Notion's pages are `https`, and browsers block or warn of what a safe page loads by `http`.",
    bad: payload![
        r#"{"id": "media", "name": "Media", "type": "embed", "embed": {"src_url": "http://acme.com/a.png", "image": {"section": "embed"}}}"#
    ],
    good: payload![
        r#"{"id": "media", "name": "Media", "type": "embed", "embed": {"src_url": "https://acme.com/a.png", "image": {"section": "embed"}}}"#
    ],
    document: "reference, Embed sub-type child objects",
};

pub static MEDIA_EXTENSION: Rule = rule! {
    name: "media-extension",
    family: Family::Value,
    documented: Severity::Info,
    wild: Severity::Info,
    summary: "The `src_url` ends like a file of another kind than the sub-type.",
    why: "A video is not shown as an image. An address may say anything and still serve the right thing, so this is only a hint.",
    bad: payload![
        r#"{"id": "media", "name": "Media", "type": "embed", "embed": {"src_url": "https://acme.com/a.mp4", "image": {"section": "embed"}}}"#
    ],
    good: payload![
        r#"{"id": "media", "name": "Media", "type": "embed", "embed": {"src_url": "https://acme.com/a.mp4", "video": {"section": "embed"}}}"#
    ],
    document: "reference, Embed sub-type child objects",
};

pub static PRIVATE_HOST: Rule = rule! {
    name: "private-host",
    family: Family::Value,
    documented: Severity::Warning,
    wild: Severity::Warning,
    summary: "The `src_url` points into a private network.",
    why: "`localhost`, `.local` names and private addresses are only reached from your own machine or network. Nobody else can load \
          it.",
    bad: payload![
        r#"{"id": "media", "name": "Media", "type": "embed", "embed": {"src_url": "https://localhost:3000/a.png", "image": {"section": "embed"}}}"#
    ],
    good: payload![
        r#"{"id": "media", "name": "Media", "type": "embed", "embed": {"src_url": "https://acme.com/a.png", "image": {"section": "embed"}}}"#
    ],
    document: "reference, Embed sub-type child objects",
};

const EXTENSIONS: &[(SubType, &[&str])] = &[
    (SubType::Image, &["png", "jpg", "jpeg", "jfif", "gif", "apng", "webp", "avif", "svg", "bmp", "ico", "tif", "tiff", "heic"]),
    (SubType::Video, &["mp4", "webm", "mov", "m4v", "avi", "mkv", "ogv", "mpg", "mpeg", "wmv"]),
    // The documents' example of an audio is an `.mp4`.
    (SubType::Audio, &["mp3", "wav", "ogg", "oga", "opus", "m4a", "aac", "flac", "weba", "mp4", "webm"]),
    (SubType::Html, &["html", "htm", "xhtml"]),
    (SubType::Pdf, &["pdf"]),
];

/// The sub-type of an embed, and its `src_url`.
fn source<'n>(attribute: &Attribute<'n>) -> Option<(SubType, &'n ObjectProp<'n>)> {
    let sub_type = Leaf::of(attribute).map(|leaf| leaf.sub_type).filter(|sub_type| sub_type.is_embed())?;
    Some((sub_type, attribute.src_url()?))
}

/// As [`source`], if it is an http address.
fn address<'n>(attribute: &Attribute<'n>) -> Option<(SubType, Url<'n>)> {
    let (sub_type, property) = source(attribute)?;
    Some((sub_type, Url::parse(property.value.as_str()?).ok().filter(Url::is_http)?))
}

fn finding(attribute: &Attribute, message: String) -> Finding {
    let span = attribute.src_url().map_or_else(|| head(attribute), |property| property.value.span());
    Finding::new(span, join(&carrier_pointer(attribute), "src_url"), message)
}

pub fn invalid(_: &Payload, attribute: &Attribute, report: &mut Report) {
    let Some((_, property)) = source(attribute) else { return };
    let reason = match property.value.as_str() {
        None => format!("is {}, not a string", json::kind(&property.value)),
        Some(text) if is_blank(text) => "is blank".to_owned(),
        Some(text) => match reason(text) {
            Some(reason) => format!("is {}, {reason}", quoted(text)),
            None => return,
        },
    };
    let message = format!("`src_url` of {} {reason}", naming(attribute));
    let finding = finding(attribute, message);
    report.add(match property.value.as_str().map(str::trim).filter(|bare| self::reason(bare).is_none()) {
        Some(bare) => finding.help("Remove the white space").fix("Remove the white space", edit::replace(&property.value, bare)),
        None => finding.help("Write a full URL, such as `https://acme.com/a.png`"),
    });
}

/// Why a text is not an absolute `http` or `https` URL, as the end of a message.
pub fn reason(text: &str) -> Option<String> {
    Some(match Url::parse(text) {
        Ok(url) if url.is_http() => return None,
        Ok(url) => format!("whose scheme {} is neither `https` nor `http`", quoted(url.scheme)),
        Err(Refused::Blank) => "which is blank".to_owned(),
        Err(Refused::Space(0)) => "which starts with white space".to_owned(),
        Err(Refused::Space(at)) if text[at..].trim().is_empty() => "which ends with white space".to_owned(),
        Err(Refused::Space(_)) => "which contains white space".to_owned(),
        Err(Refused::Relative) => "which is not absolute: it has no scheme".to_owned(),
        Err(Refused::ProtocolRelative) => "which has no scheme before `//`".to_owned(),
        Err(Refused::NoAuthority(scheme)) if ["http", "https"].contains(&scheme.to_ascii_lowercase().as_str()) => {
            format!("where `{scheme}:` lacks its `//`")
        }
        Err(Refused::NoAuthority(scheme)) => format!("whose scheme {} is neither `https` nor `http`", quoted(scheme)),
        Err(Refused::Host("")) => "which has no host".to_owned(),
        Err(Refused::Host(host)) => format!("whose host {} is not valid", quoted(host)),
        Err(Refused::Port(port)) => format!("whose port {} is not valid", quoted(port)),
    })
}

pub fn insecure(_: &Payload, attribute: &Attribute, report: &mut Report) {
    if address(attribute).is_some_and(|(_, url)| url.is_insecure()) {
        let message = format!("`src_url` of {} uses `http`", naming(attribute));
        report.add(finding(attribute, message).help("Use `https`"));
    }
}

pub fn private(_: &Payload, attribute: &Attribute, report: &mut Report) {
    let Some((_, url)) = address(attribute).filter(|(_, url)| url.is_private()) else { return };
    let message =
        format!("Host {} in `src_url` of {} is reachable only from your own network", quoted(url.host), naming(attribute));
    report.add(finding(attribute, message).help("Use an address that everyone can reach"));
}

pub fn extension(_: &Payload, attribute: &Attribute, report: &mut Report) {
    let Some((sub_type, url)) = address(attribute) else { return };
    let Some(extension) = url.extension().map(str::to_ascii_lowercase) else { return };
    let mut kinds = EXTENSIONS.iter().filter(|(_, known)| known.contains(&extension.as_str())).map(|(kind, _)| *kind).peekable();
    let Some(first) = kinds.peek().copied() else { return };
    if kinds.any(|kind| kind == sub_type) {
        return;
    }
    let (is, wanted) = (sub_type.name(), first.name());
    let message = format!("`src_url` of {} ends in `.{extension}`, but its sub-type is `{is}`", naming(attribute));
    report.add(finding(attribute, message).help(format!("Use `{wanted}`, or the address of the {is}")));
}

#[cfg(test)]
mod tests {
    use crate::core::edit::apply;
    use crate::core::json::Source;
    use crate::core::profile::Profile;
    use crate::core::rules::{check, testing::marked};
    use crate::core::unfurl::Payload;

    #[test]
    fn wants_an_absolute_address() {
        marked(
            r#"
{"id": "a", "name": "A", "type": "embed", "embed": {"src_url": 1, "image": {"section": "avatar"}}},
                                                               ^ invalid-src-url: `src_url` of attribute `a` is a number, not a string
{"id": "b", "name": "B", "type": "embed", "embed": {"src_url": " ", "image": {"section": "identifier"}}},
                                                               ^^^ invalid-src-url: `src_url` of attribute `b` is blank
{"id": "c", "name": "C", "type": "embed", "embed": {"src_url": "data:image/png;base64,AA", "image": {"section": "identifier"}}},
                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^ invalid-src-url: `src_url` of attribute `c` is `data:image/png;base64,AA`, whose scheme `data` is neither `https` nor `http`
{"id": "d", "name": "D", "type": "embed", "embed": {"src_url": "//acme.com/a.png", "image": {"section": "identifier"}}},
                                                               ^^^^^^^^^^^^^^^^^^ invalid-src-url: `src_url` of attribute `d` is `//acme.com/a.png`, which has no scheme before `//`
{"id": "e", "name": "E", "type": "embed", "embed": {"src_url": "https://acme.com/a b.png", "image": {"section": "entity"}}}
                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^ invalid-src-url: `src_url` of attribute `e` is `https://acme.com/a b.png`, which contains white space
"#,
        );
    }

    #[test]
    fn takes_away_the_blanks_around_an_address() {
        let text = payload![
            r#"{"id": "a", "name": "A", "type": "embed", "embed": {"src_url": " https://acme.com/a.png", "image": {"section": "embed"}}}"#
        ];
        let root = Source::new(text).parse().unwrap();
        let found = check(&Payload::new(text, &root, false), Profile::Documented);
        assert_eq!(found[0].message, "`src_url` of attribute `a` is ` https://acme.com/a.png`, which starts with white space");
        assert_eq!(apply(text, &found[0].fixes[0].edits), text.replace("\" https", "\"https"));
    }

    #[test]
    fn hints_at_what_will_not_load() {
        marked(
            r#"
{"id": "a", "name": "A", "type": "embed", "embed": {"src_url": "http://192.168.0.1/a.PDF", "image": {"section": "embed"}}}
                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^ insecure-src-url: `src_url` of attribute `a` uses `http`
                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^ private-host: Host `192.168.0.1` in `src_url` of attribute `a` is reachable only from your own network
                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^ media-extension: `src_url` of attribute `a` ends in `.pdf`, but its sub-type is `image`
"#,
        );
        marked(
            r#"
{"id": "a", "name": "A", "type": "embed", "embed": {"src_url": "https://acme.com/a.mp4", "audio": {"section": "embed"}}}
"#,
        );
    }
}
