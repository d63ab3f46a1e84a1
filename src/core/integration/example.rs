//! The values that the documents use as examples, and what is constant in the protocol.
//!
//! In: an example and how often it was used before. Out: one that looks alike, so that a flow that is played again shows
//! which values are fresh each time. It is no randomness: the same run has the same values.

/// As the table of the authorization URL has it; the documents spell it in three further ways.
pub const REDIRECT_URI: &str = "https://notion.so/externalIntegrationAuthCallback";
pub const NOTION_TOKEN_URL: &str = "https://api.notion.com/v1/oauth/token";
pub const OBJECT_URL: &str = "https://api.notion.com/v1/external/object";
/// `Notion-Version` of the request for a token.
pub const TOKEN_VERSION: &str = "2022-06-28";
/// `Notion-Version` of an update.
pub const OBJECT_VERSION: &str = "2021-08-16";
/// Seconds that Notion's code is valid.
pub const CODE_LIVES: u64 = 600;

/// Notion's, in the authorization URL.
pub const CODE: &str = "614846ff-b061-4eac-a511-fc20c3f0838a";
pub const STATE: &str = "tga@YNV9cfw4yrv0thw";
/// The service's own, in the redirect.
pub const SERVICE_CODE: &str = "WQtaEYNV9jfL4yr89KJA0thw";
pub const ACCESS_TOKEN: &str = "ABC";
pub const REFRESH_TOKEN: &str = "XYZ";
/// Stands for the bot and for the workspace.
pub const WORKSPACE: &str = "3d592781-2dcc-4d4b-bcf3-776a2a7ad7b8";

/// The example itself in the first run, 0; in later ones, letters of the same kinds. What follows a hyphen stays: in a
/// UUID, version and variant stand there.
pub fn another(example: &str, run: u32) -> String {
    let mut turn = run.wrapping_mul(0x9E37_79B1);
    let mut before = ' ';
    let mut fresh = String::with_capacity(example.len());
    for letter in example.chars() {
        turn = turn.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let kept = run == 0 || before == '-';
        fresh.push(if kept { letter } else { turned(letter, turn >> 16) });
        before = letter;
    }
    fresh
}

/// Another letter of its kind; hexadecimal digits stay hexadecimal.
fn turned(letter: char, by: u32) -> char {
    let (first, last) = match letter {
        '0'..='9' => ('0', '9'),
        'a'..='f' => ('a', 'f'),
        'g'..='z' => ('g', 'z'),
        'A'..='Z' => ('A', 'Z'),
        _ => return letter,
    };
    let (first, last) = (u32::from(first), u32::from(last));
    char::from_u32(first + (u32::from(letter) - first + by) % (last - first + 1)).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_run_has_values_of_its_own() {
        for example in [CODE, STATE, SERVICE_CODE] {
            let mut seen: Vec<String> = (0..500).map(|run| another(example, run)).collect();
            assert_eq!(seen[0], example);
            seen.sort();
            seen.dedup();
            assert_eq!(seen.len(), 500, "{example}");
        }
        for run in 0..50 {
            assert_ne!(another(ACCESS_TOKEN, run), another(ACCESS_TOKEN, run + 1));
        }
    }

    #[test]
    fn another_example_looks_alike() {
        let kind = |letter: char| match letter {
            '0'..='9' => 'n',
            'a'..='f' => 'h',
            'g'..='z' => 'l',
            'A'..='Z' => 'L',
            other => other,
        };
        for run in 0..50 {
            let code = another(CODE, run);
            assert_eq!((code.get(14..15), code.get(19..20)), (Some("4"), Some("a")), "{code}");
            for example in [CODE, STATE, SERVICE_CODE, ACCESS_TOKEN] {
                assert!(another(example, run).chars().map(kind).eq(example.chars().map(kind)));
            }
        }
        assert_eq!(another("é-\u{1F600}a", 0), "é-\u{1F600}a");
    }
}
