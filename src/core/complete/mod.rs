//! What can be typed at a place of a payload: keys, sub-types, the sections that fit, whole attributes; in placeholders,
//! the groups of the pattern. And what the keys and values mean that are there.
//!
//! Goes in: the text, parsing or not, an offset, and the groups. Comes out: the range to replace and the texts for it.

mod candidate;
mod explain;
mod group;
mod offer;
mod scan;

use time::UtcDateTime;

use crate::core::text::Span;

pub use candidate::{Candidate, CandidateKind, Completions};
pub use explain::explain;
pub use group::{Group, groups};

/// What fits at an offset; `None` where nothing is known to fit. A payload has no groups, placeholders have [`groups`]. A new
/// attribute with a date starts with `now`.
pub fn complete(text: &str, offset: usize, groups: &[Group], now: UtcDateTime) -> Option<Completions> {
    let place = scan::place(text, offset)?;
    if let Some(completions) = group::at(&place, offset, groups) {
        return Some(completions);
    }
    let Span { start, end } = place.replaced;
    let mut options = offer::at(&place, now);
    if lacks_comma(&place, &text[end..]) {
        for option in &mut options {
            option.apply.push(',');
        }
    }
    (!options.is_empty()).then_some(Completions { from: start, to: end, options })
}

/// Whether another key or element follows the inserted text without a comma between them.
fn lacks_comma(place: &scan::Place, behind: &str) -> bool {
    let in_list = place.frame().is_some_and(scan::Frame::is_array);
    (place.is_key || in_list) && !place.has_colon && behind.trim_start().starts_with(['"', '{'])
}

#[cfg(test)]
mod tests {
    use time::UtcDateTime;

    use super::complete;

    /// Completes at `|`, and shows the text after each choice's label.
    fn labels(marked: &str) -> String {
        let offset = marked.find('|').unwrap();
        let text = marked.replacen('|', "", 1);
        complete(&text, offset, &[], UtcDateTime::UNIX_EPOCH)
            .map_or_else(String::new, |found| found.options.iter().map(|option| &*option.label).collect::<Vec<_>>().join(" "))
    }

    fn first(marked: &str) -> String {
        let offset = marked.find('|').unwrap();
        let text = marked.replacen('|', "", 1);
        let found = complete(&text, offset, &[], UtcDateTime::UNIX_EPOCH).unwrap();
        format!("{}{}{}", &text[..found.from], found.options[0].apply, &text[found.to..])
    }

    #[test]
    fn offers_the_keys_that_are_not_there_yet() {
        assert_eq!(labels(r#"[{"id": "a", "|"}]"#), "name type inline embed");
        assert_eq!(labels(r#"[{"id": "a", "|", "name": "A", "inline": {}}]"#), "type");
        assert_eq!(labels(r#"{"|"}"#), "uri operations");
        assert_eq!(labels(r#"{"uri": "", "operations": [{"|"}]}"#), "path set");
        assert_eq!(labels(r#"{"operations": [{"path": ["error"], "set": {"|"}}]}"#), "status message");
        assert_eq!(labels(r#"{"operations": [{"set": [{"|"}]}]}"#), "id name type inline embed");
    }

    #[test]
    fn offers_sub_types_and_their_keys() {
        assert_eq!(labels(r#"[{"inline": {"|"}}]"#), "color date datetime enum plain_text title");
        assert_eq!(labels(r#"[{"embed": {"|"}}]"#), "src_url audio html image pdf video");
        assert_eq!(labels(r#"[{"embed": {"image": {}, "|"}}]"#), "src_url");
        assert_eq!(labels(r#"[{"inline": {"enum": {"value": "x", "|"}}}]"#), "section color");
        assert_eq!(labels(r#"[{"embed": {"image": {"|"}}}]"#), "section");
        assert_eq!(labels(r#"[{"inline": {"color": {"value": {"r": 1, "|"}}}}]"#), "g b");
    }

    #[test]
    fn offers_only_sections_that_list_the_sub_type() {
        assert_eq!(labels(r#"[{"inline": {"date": {"section": "|"}}}]"#), "primary secondary");
        assert_eq!(labels(r#"[{"embed": {"image": {"section": |}}}]"#), "entity embed avatar identifier");
        assert_eq!(labels(r#"[{"inline": {"date": {"section": "se|c"#), "primary secondary");
    }

    #[test]
    fn offers_values_of_type_and_path() {
        assert_eq!(labels(r#"[{"type": "|", "embed": {}}]"#), "embed");
        assert_eq!(labels(r#"[{"type": "|"}]"#), "inline embed");
        assert_eq!(labels(r#"{"operations": [{"path": ["|"]}]}"#), "attributes error");
        assert_eq!(labels(r#"[{"name": "|"}]"#), "");
    }

    #[test]
    fn offers_dates_colors_files_and_ids() {
        assert_eq!(labels(r#"[{"inline": {"date": {"value": "|"}}}]"#), "1970-01-01 1970-01-02 1970-01-08");
        assert_eq!(labels(r#"[{"inline": {"datetime": {"value": |}}}]"#), "1970-01-01T00:00:00Z");
        assert!(labels(r#"[{"inline": {"enum": {"color": |}}}]"#).starts_with("Gray Brown Orange"));
        assert_eq!(
            first(r#"[{"inline": {"color": {"value": |}}}]"#),
            r#"[{"inline": {"color": {"value": {"r": 227, "g": 226, "b": 224}}}}]"#
        );
        assert!(labels(r#"[{"embed": {"src_url": "|", "video": {}}}]"#).starts_with("https://media.example/"));
        assert_eq!(labels(r#"[{"embed": {"src_url": "|", "pdf": {}}}]"#).split(' ').count(), 1);
        let ids = labels(r#"[{"id": "title"}, {"id": "|"}]"#);
        assert!(ids.starts_with("status") && !ids.contains("title"), "{ids}");
    }

    #[test]
    fn offers_whole_attributes_in_a_list() {
        assert!(labels("[|]").starts_with("Title Developer Status Label Price"));
        assert!(labels("[{\"id\": \"a\"}, t|]").starts_with("Title Developer"));
        assert!(first("[\n  |\n]").starts_with("[\n  {\n    \"id\": \"title\",\n"));
        // An id that is taken gets a number, and commas come where they are missing.
        let second = first("[\n  {\"id\": \"title\"} t| {}\n]");
        assert!(second.starts_with("[\n  {\"id\": \"title\"} , {\"id\": \"title2\""), "{second}");
        assert!(second.ends_with("}, {}\n]"), "{second}");
    }

    #[test]
    fn writes_what_is_missing_around_it() {
        assert_eq!(first(r#"[{"na|"}]"#), r#"[{"id": ""}]"#);
        assert_eq!(first(r#"[{"na|": 1}]"#), r#"[{"id": 1}]"#);
        assert_eq!(first(r"[{na|}]"), r#"[{"id": ""}]"#);
        assert_eq!(first(r#"[{"na|"#), r#"[{"id": """#);
        assert_eq!(first(r#"[{"embed": {"image": {"section": "|"}}}]"#), r#"[{"embed": {"image": {"section": "entity"}}}]"#);
    }

    #[test]
    fn puts_the_comma_in_front_of_what_follows() {
        assert_eq!(first(r#"[{"|" "name": "A"}]"#), r#"[{"id": "", "name": "A"}]"#);
        assert_eq!(first(r#"[{"i|": "a", "name": "A"}]"#), r#"[{"id": "a", "name": "A"}]"#);
        assert!(!first("[|]").ends_with(",]"));
    }

    #[test]
    fn reads_text_that_does_not_parse() {
        assert_eq!(labels(r#"[{"id": "a" "|"}"#), "name type inline embed");
        assert_eq!(labels(r#"[{"id": , {"id": "b", "inline": {"|"#), "color date datetime enum plain_text title");
    }

    #[test]
    fn offers_nothing_behind_a_whole_member() {
        assert_eq!(labels(r#"[{"id": "a" |}]"#), "");
        assert_eq!(labels(r#"[{"id" |: "a"}]"#), "");
        assert_eq!(labels(r"[] |"), "");
    }

    #[test]
    fn answers_at_every_offset_of_any_text() {
        let text = "\u{FEFF}[{'é': “x”, \"inline\" {\"🔨\": /* c */ [{\"section\": \"\\";
        for offset in (0..=text.len()).filter(|offset| text.is_char_boundary(*offset)) {
            let _ = complete(text, offset, &[], UtcDateTime::UNIX_EPOCH);
        }
    }
}
