//! Contradictions on attributes, their values and their sections.

use super::Place::{Help, Rule, Section};
use super::{Contradiction, leaves_open, says};
use crate::core::contradictions::Document::Reference;

// Headings of the documents.
const PAYLOAD: &str = "Unfurl attribute object for Link Previews";
const OBJECT: &str = "The unfurl attribute object";
const INLINE: &str = "Inline sub-type objects";
const DEV: &str = "The dev attribute";
const EMBED: &str = "Embed sub-type child objects";
const SECTIONS: &str = "The section value";

pub const ROWS: &[Contradiction] = &[
    Contradiction {
        number: 1,
        title: "Type `relation`",
        places: &[Rule("undocumented-relation")],
        sides: [says(Reference, PAYLOAD, r#""type": "relation""#), says(Reference, OBJECT, "type … inline … embed")],
        lab: "The Lab accepts a relation with a note, and does not draw it.",
    },
    Contradiction {
        number: 2,
        title: "`mention` in section `primary`",
        places: &[Rule("undocumented-relation")],
        sides: [
            says(Reference, PAYLOAD, r#""mention": { "section": "primary""#),
            says(Reference, SECTIONS, "The first subheading section. … enum, date, datetime, plain_text"),
        ],
        lab: "The Lab accepts `mention` in a relation. It takes it for a part of the data, not for the Mention of a page.",
    },
    Contradiction {
        number: 3,
        title: "Example without `type`",
        places: &[Rule("missing-type")],
        sides: [
            says(Reference, PAYLOAD, r#""id": "media", "name": "Embed", "embed": {"#),
            says(Reference, OBJECT, "Each unfurl attribute object contains the following values: … type … inline … embed"),
        ],
        lab: "The Lab warns, draws the attribute by the key that is there, and offers to add `type`.",
    },
    Contradiction {
        number: 4,
        title: "Sub-type `pdf`",
        places: &[Rule("undocumented-pdf")],
        sides: [
            says(Reference, SECTIONS, "audio, html, image, pdf, video"),
            leaves_open(Reference, EMBED, "The table has audio, html, image and video, and no pdf."),
        ],
        lab: "The Lab accepts `pdf` with a note, and draws a tile for the file.",
    },
    Contradiction {
        number: 5,
        title: "Text in the avatar",
        places: &[Section("avatar")],
        sides: [
            says(Reference, SECTIONS, "The picture found on the bottom left of a Link Preview."),
            says(Reference, SECTIONS, "image, plain_text"),
        ],
        lab: "The Lab accepts both, and draws a text as initials.",
    },
    Contradiction {
        number: 6,
        title: "Picture in the identifier",
        places: &[Section("identifier")],
        sides: [
            says(Reference, SECTIONS, "The subheading found on the bottom of a Link Preview and on the left side of a Mention."),
            says(Reference, SECTIONS, "image, plain_text"),
        ],
        lab: "The Lab accepts both, and draws a small picture there.",
    },
    Contradiction {
        number: 7,
        title: "Color as a picture",
        places: &[Section("entity")],
        sides: [
            says(Reference, SECTIONS, "The small picture found in the subheading of a Link Preview and in a Mention."),
            says(Reference, SECTIONS, "color, image"),
        ],
        lab: "The Lab accepts both, and draws a color as a swatch.",
    },
    Contradiction {
        number: 8,
        title: "Embeds outside the section `embed`",
        places: &[Section("embed")],
        sides: [
            says(
                Reference,
                SECTIONS,
                "The large space where the content of an embed attribute type is displayed in a Link Preview.",
            ),
            says(Reference, EMBED, r#""image": { "section": "avatar" }"#),
        ],
        lab: "The Lab takes the section that the attribute names, whatever its type.",
    },
    Contradiction {
        number: 9,
        title: "Section of an image",
        places: &[Section("avatar")],
        sides: [
            says(Reference, EMBED, r#""image": { "section": "avatar" }"#),
            says(Reference, EMBED, r#""video": { "section": "embed" }"#),
        ],
        lab: "The Lab accepts an image in every section that lists it, and suggests `embed`, which has the most room.",
    },
    Contradiction {
        number: 10,
        title: "Audio in a video file",
        places: &[Rule("media-extension")],
        sides: [
            says(Reference, EMBED, "Audio from a source URL."),
            says(Reference, EMBED, r#""src_url": "https://s3.us-east-3.amazonaws.com/12345.mp4", "audio""#),
        ],
        lab: "The Lab accepts `.mp4` for audio and for video.",
    },
    Contradiction {
        number: 11,
        title: "Example addresses that cannot load",
        places: &[Section("embed")],
        sides: [
            says(Reference, EMBED, "https://s3.us-east-3.amazonaws.com/12345.png"),
            leaves_open(
                Reference,
                EMBED,
                "No public region is known by the name us-east-3, so no example with this host can load.",
            ),
        ],
        lab: "The Lab ships its own pictures for the templates, and says when a picture cannot be loaded.",
    },
    Contradiction {
        number: 12,
        title: "What makes an attribute the title",
        places: &[Rule("missing-title")],
        sides: [
            says(Reference, PAYLOAD, "Every array must contain a title attribute and a dev attribute."),
            says(Reference, INLINE, "An unfurl attribute object of this type must be included in every payload"),
        ],
        lab: "The Lab goes by the sub-type `title`, whatever the id.",
    },
    Contradiction {
        number: 13,
        title: "What makes an attribute `dev`",
        places: &[Rule("missing-dev"), Rule("dev-shape")],
        sides: [
            says(Reference, DEV, "must also include a dev attribute … It takes the following format"),
            says(Reference, DEV, r#""id": "dev", "name": "Developer Name", "type": "inline", "inline": { "plain_text""#),
        ],
        lab: "The Lab goes by the id `dev`, since the rest is an ordinary text in `secondary`.",
    },
    Contradiction {
        number: 14,
        title: "Several attributes in one section",
        places: &[Rule("crowded-section"), Rule("several-titles")],
        sides: [
            says(Reference, PAYLOAD, r#""value": "2022-01-11T19:53:18.829Z", "section": "secondary""#),
            says(Reference, DEV, r#""value": "Acme Inc", "section": "secondary""#),
        ],
        lab: "The Lab keeps the payload’s order. Where there is room for one, it draws the last and notes the others.",
    },
    Contradiction {
        number: 15,
        title: "What a duplicate id overrides",
        places: &[Rule("duplicate-id")],
        sides: [
            says(Reference, OBJECT, "the latter attribute overrides the value of the first"),
            leaves_open(
                Reference,
                OBJECT,
                "Open: what three of them do, whether section and type are replaced too, and which position stays.",
            ),
        ],
        lab: "The Lab warns, and draws the later attribute whole, at its own place.",
    },
    Contradiction {
        number: 16,
        title: "A third key in `enum`",
        places: &[Rule("invalid-color")],
        sides: [
            says(
                Reference,
                INLINE,
                "The values of the key are the value to display and the section of the Link Preview where the value is rendered.",
            ),
            says(Reference, INLINE, "A string value and optional color object."),
        ],
        lab: "The Lab accepts `color` in an `enum` and checks it like any color.",
    },
    Contradiction {
        number: 17,
        title: "`enum` outside `primary`",
        places: &[Rule("section-not-allowed")],
        sides: [
            says(Reference, SECTIONS, "The first subheading section. … enum, date, datetime, plain_text"),
            says(Reference, SECTIONS, "The second subheading section. … date, datetime, plain_text"),
        ],
        lab: "The Lab warns in Strict and notes in Lenient, since integrations in production do it. It draws the pill either way.",
    },
    Contradiction {
        number: 18,
        title: "Range of a color",
        places: &[Rule("invalid-color"), Rule("color-range"), Rule("color-alpha")],
        sides: [
            says(Reference, INLINE, "A color with r, b, g values."),
            leaves_open(Reference, INLINE, "Open: the range, whether fractions are allowed, and transparency."),
        ],
        lab: "The Lab expects whole numbers from 0 to 255, and warns about anything else and about alpha.",
    },
    Contradiction {
        number: 19,
        title: "Form of dates",
        places: &[Rule("invalid-date"), Rule("invalid-datetime"), Rule("datetime-offset")],
        sides: [
            says(Reference, INLINE, r#"A date. … { "value": "2022-01-11""#),
            says(Reference, INLINE, r#"A datetime. … { "value": "2022-01-11T19:53:18.829Z""#),
        ],
        lab: "The Lab accepts ISO 8601 as in the two examples, and warns about a time without an offset.",
    },
    Contradiction {
        number: 20,
        title: "White space and length of texts",
        places: &[Rule("long-text")],
        sides: [
            says(Reference, INLINE, "Any plain text content."),
            says(Reference, PAYLOAD, r"in Notion!\n Maybe an open item?"),
        ],
        lab: r"The Lab breaks lines at `\n`, and notes long texts. The limits are the Lab’s own.",
    },
    Contradiction {
        number: 21,
        title: "What `name` is for",
        places: &[Rule("missing-name")],
        sides: [
            says(Reference, OBJECT, "A human readable name describing the attribute."),
            leaves_open(Reference, SECTIONS, "No section shows a name, and no picture does."),
        ],
        lab: "The Lab warns in Strict when it is missing, and shows it as a tooltip.",
    },
    Contradiction {
        number: 22,
        title: "Spelling of ids",
        places: &[Rule("missing-id")],
        sides: [says(Reference, PAYLOAD, r#""id": "itemId""#), says(Reference, PAYLOAD, r#""id": "updated_at""#)],
        lab: "The Lab accepts any id that is not blank.",
    },
    Contradiction {
        number: 23,
        title: "Rows without a description",
        places: &[Rule("type-mismatch")],
        sides: [
            says(Reference, OBJECT, "type … inline … embed … inline … embed … object"),
            says(Reference, OBJECT, r#"name … string … A human readable name describing the attribute. … "Title""#),
        ],
        lab: "The Lab expects a key that is named like the type, as in every other example.",
    },
    Contradiction {
        number: 24,
        title: "Where an embed has its value",
        places: &[Rule("missing-src-url")],
        sides: [
            says(Reference, INLINE, "The values of the key are the value to display and the section"),
            says(Reference, EMBED, "All embed sub-type objects contain: a src_url field that is a link to the embed"),
        ],
        lab: "The Lab expects `src_url` beside the sub-type of an embed, and offers to rename `value`.",
    },
    Contradiction {
        number: 25,
        title: "Order of the subheadings",
        places: &[Section("entity"), Section("identifier"), Section("primary"), Section("secondary")],
        sides: [
            says(Reference, SECTIONS, "The first subheading section."),
            says(Reference, SECTIONS, "The subheading found on the bottom of a Link Preview"),
        ],
        lab: "The Lab draws `entity`, `primary` and `secondary` in one line below the title, and `identifier` at the bottom.",
    },
    Contradiction {
        number: 26,
        title: "What a Mention shows",
        places: &[Section("primary"), Section("secondary")],
        sides: [
            says(Reference, PAYLOAD, "a miniature version of a Link Preview that uses the same data"),
            says(Reference, SECTIONS, "The sections of a Mention"),
        ],
        lab: "The Lab shows entity, identifier and title in a Mention, the three that the text names there.",
    },
    Contradiction {
        number: 27,
        title: "Example and its picture",
        places: &[Section("embed")],
        sides: [
            says(
                Reference,
                PAYLOAD,
                r#"the following payload creates the example Link Preview and Mention above … "section": "embed""#,
            ),
            says(Reference, PAYLOAD, "1242 Example Link Preview in a Notion workspace"),
        ],
        lab: "The Lab draws the embed of the example. A picture of 1242 × 246 pixels has no room for it.",
    },
    Contradiction {
        number: 28,
        title: "Lost pictures and unfinished sentences",
        places: &[Help],
        sides: [
            says(Reference, EMBED, "1228 An example Link Preview that embeds an image of Kermit the Frog"),
            leaves_open(
                Reference,
                "",
                "A newer copy of the page has an unfinished sentence: “There are a number of optional attributes developers cannot.”",
            ),
        ],
        lab: "The Lab goes by the text and the tables alone.",
    },
];
