//! Any language: the core writes English whatever the machine speaks, and the page takes any language that a browser names.

use std::process::Command;

use link_preview_lab::core::preview::format::{date, full, relative};
use time::UtcDateTime;

/// What `navigator.language` and `LANG` were seen to be, and what nobody should write there.
const TAGS: [&str; 34] = [
    "en-US",
    "en-GB-oxendict",
    "de-CH",
    "de-AT-1996",
    "fr-CA",
    "pt-BR",
    "es-419",
    "it",
    "nl",
    "pl",
    "tr",
    "ru",
    "uk",
    "el",
    "he",
    "ar",
    "ar-EG-u-nu-latn",
    "fa",
    "ur",
    "hi",
    "bn",
    "ta",
    "th",
    "th-TH-u-ca-buddhist",
    "ja-JP-u-ca-japanese",
    "ko",
    "vi",
    "zh-Hant-TW",
    "zh-CN",
    "sr-Latn",
    "zz-ZZ",
    "i-klingon",
    "x-private",
    "root",
];
const NO_TAGS: [&str; 14] =
    ["", "C", "C.UTF-8", "POSIX", "en_US", "en_US.UTF-8", "en-US@posix", "x", "-", "*", "undefined", "🙂", "a\0b", "<b>"];

fn all() -> Vec<String> {
    let long = ["a".repeat(1_000), "en-".repeat(333), "x-".to_owned() + &"a-".repeat(499), "é".repeat(1_000)];
    TAGS.into_iter().chain(NO_TAGS).map(str::to_owned).chain(long).collect()
}

/// The program names no locale, so its answer is the same under any.
#[test]
fn the_core_writes_english_everywhere() {
    let file = format!("{}/tests/fixtures/every-section.json", env!("CARGO_MANIFEST_DIR"));
    let mut seen = Vec::new();
    for tag in all().iter().filter(|tag| !tag.contains('\0')) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_link-preview-lab"));
        command.args(["render", "--now", "2022-01-14T20:00:00Z", &file]);
        command.envs(["LANG", "LC_ALL", "LC_TIME", "LC_NUMERIC", "LANGUAGE"].map(|name| (name, tag)));
        let output = command.output().expect("it runs");
        assert!(output.status.success(), "{tag}");
        seen.push(output.stdout);
    }
    seen.dedup();
    assert_eq!(seen.len(), 1);
}

#[test]
fn the_ends_of_the_calendar_have_words() {
    let moments = ["0000-01-01T00:00:00Z", "0000-01-01T00:00:00+14:00", "1969-12-31T23:59:59Z", "9999-12-31T23:59:59-14:00"];
    let nows = ["0000-01-01T00:00:00Z", "2022-01-14T20:00:00Z", "9999-12-31T23:59:59Z"];
    for now in nows {
        let now = link_preview_lab::core::preview::format::instant(now).unwrap_or(UtcDateTime::UNIX_EPOCH);
        for text in moments {
            assert_eq!(relative(text, now).is_some(), full(text).is_some(), "{text}");
            assert!(relative(text, now).is_none_or(|away| !away.english().is_empty()), "{text}");
        }
    }
    assert_eq!(date("0000-01-01").as_deref(), Some("Jan 1, 0"));
    assert_eq!(date("9999-12-31").as_deref(), Some("Dec 31, 9999"));
}

/// `app/browser/locale.rs` asks `Intl.getCanonicalLocales` for the language, and takes `en-US` where that throws. Node has
/// the same `Intl`: it must take whatever was canonical.
#[test]
fn intl_formats_in_whatever_is_canonical() {
    const SCRIPT: &str = r#"
        const date = new Date(Date.UTC(2022, 0, 11, 19, 53));
        const written = [];
        for (const tag of JSON.parse(process.argv[1])) {
            let language;
            try { language = Intl.getCanonicalLocales(tag)[0] ?? "en-US"; } catch { language = "en-US"; }
            const day = new Intl.DateTimeFormat([language], { dateStyle: "medium", timeZone: "UTC" }).format(date);
            const moment = new Intl.DateTimeFormat([language], { dateStyle: "long", timeStyle: "short", timeZone: "UTC" }).format(date);
            const away = new Intl.RelativeTimeFormat([language], { numeric: "auto" });
            const relative = ["minute", "hour", "day", "month", "year"].map(unit => away.format(-3, unit));
            written.push([day, moment, ...relative].every(text => text.length > 0) ? language : "nothing");
        }
        console.log(JSON.stringify(written));
    "#;
    let tags = serde_json::to_string(&all()).expect("JSON");
    let Ok(output) = Command::new("node").args(["-e", SCRIPT, &tags]).output() else { return };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let written: Vec<String> = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(written.len(), all().len());
    let of = |tag: &str| &*written[all().iter().position(|one| one == tag).expect("in the list")];
    for tag in ["", "C", "en_US.UTF-8", "en-US@posix", "x", "🙂"] {
        assert_eq!(of(tag), "en-US", "{tag}");
    }
    assert_eq!((of("zh-Hant-TW"), of("de-CH"), of("he")), ("zh-Hant-TW", "de-CH", "he"));
}
