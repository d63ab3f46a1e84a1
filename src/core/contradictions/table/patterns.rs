//! Contradictions on patterns, sample URLs and placeholders.

use super::Place::{Pattern, Placeholders, Rule, Samples, Setting};
use super::{Contradiction, leaves_open, says};
use crate::core::contradictions::Document::{Guide, Reference};
use crate::core::place::Setting as Field;

// Headings of the documents.
const PAYLOAD: &str = "Unfurl attribute object for Link Previews";
const FORM_2: &str = "2. Fill out the Unfurling Domain & Patterns form";
const CALLBACK: &str = "1. Configure unfurl attributes";

pub const ROWS: &[Contradiction] = &[
    Contradiction {
        number: 29,
        title: "Dialect of patterns",
        places: &[Rule("pattern-syntax"), Rule("engine-dependent"), Pattern],
        sides: [
            says(Guide, FORM_2, "A Regex pattern that Notion can use to identify URLs"),
            leaves_open(Guide, FORM_2, "Open: dialect, flags, anchors, and upper and lower case."),
        ],
        lab: "The Lab reads patterns as JavaScript does without flags, as the example implies.",
    },
    Contradiction {
        number: 30,
        title: "Escaped colon",
        places: &[Rule("flag-dependent-escape")],
        sides: [
            says(Guide, FORM_2, r"^(?<site>https\:\/\/acme\.com)"),
            leaves_open(Guide, FORM_2, r"Open: the flags. JavaScript refuses `\:` with the flag `u` or `v`."),
        ],
        lab: r"The Lab accepts `\:` with a note that it depends on the flags.",
    },
    Contradiction {
        number: 31,
        title: "Group that is not used",
        places: &[Rule("unused-group")],
        sides: [says(Guide, FORM_2, r"(?<site>https\:\/\/acme\.com)"), says(Guide, FORM_2, r#""value": "Acme Item #$<itemNo>""#)],
        lab: "The Lab notes a group that no placeholder uses.",
    },
    Contradiction {
        number: 32,
        title: "Syntax of placeholders",
        places: &[Rule("unknown-placeholder"), Rule("numbered-placeholder"), Rule("literal-placeholder")],
        sides: [
            says(Guide, FORM_2, "placeholders, populated from Regex capture groups"),
            says(Guide, FORM_2, r##""value": "#$<itemNo>""##),
        ],
        lab: "The Lab fills `$<name>`, `$1`, `$&` and `$$` as JavaScript’s `replace` does, and notes the last three.",
    },
    Contradiction {
        number: 33,
        title: "Where placeholders work",
        places: &[Placeholders],
        sides: [
            says(Guide, FORM_2, "Each JSON object contains placeholders"),
            leaves_open(Guide, FORM_2, "Open: every example has them in a `value` only."),
        ],
        lab: "The Lab fills them in every string value, also in `src_url` and dates.",
    },
    Contradiction {
        number: 34,
        title: "“Any” sample URL",
        places: &[Rule("sample-not-matched"), Samples],
        sides: [
            says(Guide, FORM_2, "If the Regex pattern fails to match any sample URL"),
            leaves_open(Guide, FORM_2, "Open: whether it fails for one of them, or for all of them."),
        ],
        lab: "The Lab reports each sample that does not match, and names both readings: one of them, or all.",
    },
    Contradiction {
        number: 35,
        title: "One sample URL or several",
        places: &[Rule("no-sample"), Samples],
        sides: [
            says(Guide, FORM_2, "Sample URLs"),
            says(Guide, FORM_2, "An example URL that matches the pattern and triggers a Link Preview."),
        ],
        lab: "The Lab takes a list, and asks for at least one.",
    },
    Contradiction {
        number: 36,
        title: "Title and dev in placeholders",
        places: &[Rule("missing-title"), Rule("missing-dev"), Placeholders],
        sides: [
            says(Guide, FORM_2, "You can leave this blank as you set up OAuth"),
            says(Reference, PAYLOAD, "Every array must contain a title attribute and a dev attribute."),
        ],
        lab: "The Lab accepts placeholders without them and shows a note.",
    },
    Contradiction {
        number: 37,
        title: "Sub-domains",
        places: &[Rule("outside-domain"), Setting(Field::Domain)],
        sides: [
            says(Guide, FORM_2, "The root domain that maps to this integration."),
            leaves_open(Guide, FORM_2, "Open: whether a pattern may leave the domain, and whether sub-domains belong to it."),
        ],
        lab: "The Lab counts sub-domains as inside, and warns about every other host.",
    },
    Contradiction {
        number: 38,
        title: "URLs that the example refuses",
        places: &[Samples],
        sides: [
            says(Guide, FORM_2, r"^(?<site>https\:\/\/acme\.com)\/items\/(?<itemNo>\d+)$"),
            leaves_open(
                Guide,
                FORM_2,
                "Open: links with http, www, a slash at the end, a query or a fragment. The example matches none of them.",
            ),
        ],
        lab: "The Lab suggests them as test URLs under “Suggest edge cases”.",
    },
    Contradiction {
        number: 39,
        title: "Two patterns that match",
        places: &[Rule("rules-overlap")],
        sides: [
            says(Guide, FORM_2, "You can provide multiple patterns for one integration."),
            leaves_open(Guide, FORM_2, "Open: which pattern wins."),
        ],
        lab: "The Lab takes the first one in the list and warns.",
    },
    Contradiction {
        number: 40,
        title: "Example domains, and http",
        places: &[Setting(Field::CallbackUrl), Rule("url-outside-domain")],
        sides: [
            says(Guide, FORM_2, "https://acme.com/items/23487"),
            says(Guide, CALLBACK, r#""uri": "http://example.com/file/123""#),
        ],
        lab: "The Lab uses acme.com with https throughout its own examples.",
    },
];
