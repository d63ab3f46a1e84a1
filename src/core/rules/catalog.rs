//! The table of all rules, family by family.

use super::{Rule, answer, attribute, envelope, json, link, operation, section, shape, spelling, unknown_key, value};

/// Every rule, in the order of the rule pages.
pub static RULES: &[&Rule] = &[
    &json::JSON_SYNTAX,
    &json::JSON_DEPTH,
    &json::JSON_DUPLICATE_KEY,
    &shape::PAYLOAD_SHAPE,
    &unknown_key::UNKNOWN_KEY,
    &envelope::MISSING_URI,
    &envelope::URI_MISMATCH,
    &operation::INVALID_OPERATION,
    &operation::UNKNOWN_PATH,
    &operation::INVALID_ERROR,
    &envelope::ERROR_WITH_ATTRIBUTES,
    &envelope::UPDATE_DROPS_ATTRIBUTE,
    &attribute::ATTRIBUTE_SHAPE,
    &attribute::MISSING_TITLE,
    &attribute::MISSING_DEV,
    &attribute::DEV_SHAPE,
    &attribute::MISSING_ID,
    &attribute::DUPLICATE_ID,
    &attribute::MISSING_NAME,
    &attribute::MISSING_TYPE,
    &attribute::UNKNOWN_TYPE,
    &attribute::UNDOCUMENTED_RELATION,
    &attribute::TYPE_MISMATCH,
    &attribute::MISSING_SUB_TYPE,
    &attribute::SEVERAL_SUB_TYPES,
    &attribute::UNKNOWN_SUB_TYPE,
    &attribute::SEVERAL_TITLES,
    &value::MISSING_VALUE,
    &value::VALUE_TYPE,
    &value::INVALID_COLOR,
    &value::COLOR_RANGE,
    &value::COLOR_ALPHA,
    &value::INVALID_DATE,
    &value::INVALID_DATETIME,
    &value::DATETIME_OFFSET,
    &value::BLANK_TEXT,
    &value::LONG_TEXT,
    &value::MARKUP_IN_TEXT,
    &value::MISSING_SRC_URL,
    &value::INVALID_SRC_URL,
    &value::INSECURE_SRC_URL,
    &value::MEDIA_EXTENSION,
    &value::PRIVATE_HOST,
    &value::UNDOCUMENTED_PDF,
    &section::MISSING_SECTION,
    &section::UNKNOWN_SECTION,
    &section::SECTION_NOT_ALLOWED,
    &section::CROWDED_SECTION,
    &link::PATTERN_SYNTAX,
    &link::SAMPLE_NOT_MATCHED,
    &link::EXCLUDED_SAMPLE_MATCHED,
    &link::EXPECTED_GROUP,
    &link::NO_SAMPLE,
    &link::MISSING_RULE_NAME,
    &link::DUPLICATE_RULE_NAME,
    &link::PATTERN_NOT_ANCHORED,
    &link::UNESCAPED_DOT,
    &link::OUTSIDE_DOMAIN,
    &link::RULES_OVERLAP,
    &link::SLOW_PATTERN,
    &link::FLAG_DEPENDENT_ESCAPE,
    &link::ENGINE_DEPENDENT,
    &link::UNUSED_GROUP,
    &link::UNKNOWN_PLACEHOLDER,
    &link::OPTIONAL_PLACEHOLDER,
    &link::LITERAL_PLACEHOLDER,
    &link::NUMBERED_PLACEHOLDER,
    &answer::NO_ANSWER,
    &answer::ANSWER_STATUS,
    &answer::ANSWER_REDIRECT,
    &answer::ANSWER_SERVER_ERROR,
    &answer::ANSWER_CONTENT_TYPE,
    &answer::ANSWER_ENCODING,
    &answer::ANSWER_SIZE,
    &answer::ANSWER_EMPTY,
    &answer::ANSWER_BARE_ATTRIBUTES,
];

/// The rule of a name.
pub fn find(name: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.name == name)
}

/// The rule that was most likely meant by a name that is none.
pub fn nearest(name: &str) -> Option<&'static Rule> {
    let names: Vec<&'static str> = RULES.iter().map(|rule| rule.name).collect();
    find(spelling::near(name, &names)?)
}
