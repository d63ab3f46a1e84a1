//! The table of all rules, family by family: each row with the check that looks for it.

use super::report::Report;
use super::{
    answer, attribute, envelope, hidden, json, link, operation, protocol, section, settings, shape, spelling, unknown_key, value,
};
use crate::core::project::Settings;
use crate::core::rule::Rule;
use crate::core::rules::answer::Heard;
use crate::core::rules::link::Linked;
use crate::core::rules::link::Together;
use crate::core::unfurl::{Attribute, Payload};

/// How a rule looks.
pub enum Check {
    /// Reported where the text does not parse; see [`syntax`](super::syntax).
    Text,
    /// Once for each payload.
    Payload(fn(&Payload, &mut Report)),
    /// Once for each attribute. Its findings follow from that attribute alone, so one that did not change is not asked
    /// about again.
    Attribute(AttributeCheck),
    /// Once for each link rule.
    LinkRule(fn(&Linked, &mut Report)),
    /// Once for all link rules together.
    LinkRules(fn(&Together, &mut Report)),
    /// Once for the settings.
    Settings(fn(&Settings, &mut Report)),
    /// Once for each answer of a callback.
    Answer(fn(&Heard, &mut Report)),
    /// Reported by whoever reads messages; see [`protocol`].
    Message,
}

pub type AttributeCheck = fn(&Payload, &Attribute, &mut Report);

/// Every rule with its check, in the order of the rule pages.
pub static CATALOG: &[(&Rule, Check)] = &[
    (&json::JSON_SYNTAX, Check::Text),
    (&json::JSON_DEPTH, Check::Text),
    (&json::JSON_DUPLICATE_KEY, Check::Payload(json::duplicate_keys)),
    (&shape::PAYLOAD_SHAPE, Check::Payload(shape::check)),
    (&unknown_key::UNKNOWN_KEY, Check::Payload(unknown_key::check)),
    (&envelope::MISSING_URI, Check::Payload(envelope::missing_uri)),
    (&envelope::URI_MISMATCH, Check::Payload(envelope::uri_mismatch)),
    (&operation::INVALID_OPERATION, Check::Payload(operation::invalid_operation)),
    (&operation::UNKNOWN_PATH, Check::Payload(operation::unknown_path)),
    (&operation::INVALID_ERROR, Check::Payload(operation::invalid_error)),
    (&envelope::ERROR_WITH_ATTRIBUTES, Check::Payload(envelope::error_with_attributes)),
    (&envelope::UPDATE_DROPS_ATTRIBUTE, Check::Payload(envelope::update_drops_attribute)),
    (&attribute::shape::ATTRIBUTE_SHAPE, Check::Attribute(attribute::shape::shape)),
    (&attribute::required::MISSING_TITLE, Check::Payload(attribute::required::missing_title)),
    (&attribute::required::MISSING_DEV, Check::Payload(attribute::required::missing_dev)),
    (&attribute::required::DEV_SHAPE, Check::Attribute(attribute::required::dev_shape)),
    (&attribute::identity::MISSING_ID, Check::Payload(attribute::identity::missing_ids)),
    (&attribute::identity::DUPLICATE_ID, Check::Payload(attribute::identity::duplicate_ids)),
    (&attribute::identity::MISSING_NAME, Check::Attribute(attribute::identity::missing_name)),
    (&attribute::carrier::MISSING_TYPE, Check::Attribute(attribute::carrier::missing_type)),
    (&attribute::carrier::UNKNOWN_TYPE, Check::Attribute(attribute::carrier::unknown_type)),
    (&attribute::carrier::UNDOCUMENTED_RELATION, Check::Attribute(attribute::carrier::relation)),
    (&attribute::carrier::TYPE_MISMATCH, Check::Attribute(attribute::carrier::mismatch)),
    (&attribute::sub_type::MISSING_SUB_TYPE, Check::Attribute(attribute::sub_type::missing)),
    (&attribute::sub_type::SEVERAL_SUB_TYPES, Check::Attribute(attribute::sub_type::several)),
    (&attribute::sub_type::UNKNOWN_SUB_TYPE, Check::Attribute(attribute::sub_type::unknown)),
    (&attribute::required::SEVERAL_TITLES, Check::Payload(attribute::required::several_titles)),
    (&value::kind::MISSING_VALUE, Check::Attribute(value::kind::missing)),
    (&value::kind::VALUE_TYPE, Check::Attribute(value::kind::kind)),
    (&value::color::INVALID_COLOR, Check::Attribute(value::color::invalid)),
    (&value::color::COLOR_RANGE, Check::Attribute(value::color::range)),
    (&value::color::COLOR_ALPHA, Check::Attribute(value::color::alpha)),
    (&value::date::INVALID_DATE, Check::Attribute(value::date::date)),
    (&value::date::INVALID_DATETIME, Check::Attribute(value::date::datetime)),
    (&value::date::DATETIME_OFFSET, Check::Attribute(value::date::offset)),
    (&value::text::BLANK_TEXT, Check::Attribute(value::text::blank)),
    (&value::text::LONG_TEXT, Check::Attribute(value::text::long)),
    (&hidden::HIDDEN_CHARACTER, Check::Attribute(hidden::in_attribute)),
    (&value::text::MARKUP_IN_TEXT, Check::Attribute(value::text::markup)),
    (&value::source::MISSING_SRC_URL, Check::Attribute(value::source::missing)),
    (&value::url::INVALID_SRC_URL, Check::Attribute(value::url::invalid)),
    (&value::url::INSECURE_SRC_URL, Check::Attribute(value::url::insecure)),
    (&value::url::MEDIA_EXTENSION, Check::Attribute(value::url::extension)),
    (&value::url::PRIVATE_HOST, Check::Attribute(value::url::private)),
    (&value::source::UNDOCUMENTED_PDF, Check::Attribute(value::source::pdf)),
    (&section::MISSING_SECTION, Check::Attribute(section::missing)),
    (&section::UNKNOWN_SECTION, Check::Attribute(section::unknown)),
    (&section::SECTION_NOT_ALLOWED, Check::Attribute(section::not_allowed)),
    (&section::CROWDED_SECTION, Check::Payload(section::crowded)),
    (&link::syntax::PATTERN_SYNTAX, Check::LinkRule(link::syntax::refused)),
    (&link::dress::DRESSED_PATTERN, Check::LinkRule(link::dress::dressed)),
    (&link::sample::SAMPLE_NOT_MATCHED, Check::LinkRule(link::sample::not_matched)),
    (&link::sample::EXCLUDED_SAMPLE_MATCHED, Check::LinkRule(link::sample::excluded_matched)),
    (&link::sample::EXPECTED_GROUP, Check::LinkRule(link::sample::expected)),
    (&link::sample::NO_SAMPLE, Check::LinkRule(link::sample::no_sample)),
    (&link::name::MISSING_RULE_NAME, Check::LinkRule(link::name::missing)),
    (&link::name::DUPLICATE_RULE_NAME, Check::LinkRules(link::name::duplicate)),
    (&link::host::PATTERN_NOT_ANCHORED, Check::LinkRule(link::host::not_anchored)),
    (&link::host::UNESCAPED_DOT, Check::LinkRule(link::host::unescaped_dot)),
    (&link::host::OUTSIDE_DOMAIN, Check::LinkRule(link::host::outside)),
    (&link::overlap::RULES_OVERLAP, Check::LinkRules(link::overlap::overlap)),
    (&link::slow::SLOW_PATTERN, Check::LinkRule(link::slow::slow)),
    (&link::escape::FLAG_DEPENDENT_ESCAPE, Check::LinkRule(link::escape::flag_dependent)),
    (&link::syntax::ENGINE_DEPENDENT, Check::LinkRule(link::syntax::engine_dependent)),
    (&link::placeholder::UNUSED_GROUP, Check::LinkRule(link::placeholder::unused)),
    (&link::placeholder::UNKNOWN_PLACEHOLDER, Check::LinkRule(link::placeholder::unknown)),
    (&link::placeholder::OPTIONAL_PLACEHOLDER, Check::LinkRule(link::placeholder::optional)),
    (&link::placeholder::LITERAL_PLACEHOLDER, Check::LinkRule(link::placeholder::literal)),
    (&link::placeholder::NUMBERED_PLACEHOLDER, Check::LinkRule(link::placeholder::numbered)),
    (&settings::field::MISSING_FIELD, Check::Settings(settings::field::missing)),
    (&settings::url::INVALID_URL, Check::Settings(settings::url::invalid)),
    (&settings::url::INSECURE_URL, Check::Settings(settings::url::insecure)),
    (&settings::url::UNREACHABLE_HOST, Check::Settings(settings::url::unreachable)),
    (&settings::url::URL_OUTSIDE_DOMAIN, Check::Settings(settings::url::outside)),
    (&settings::field::INVALID_DOMAIN, Check::Settings(settings::field::domain)),
    (&settings::field::INVALID_CLIENT_ID, Check::Settings(settings::field::client_id)),
    (&settings::field::SCOPE_SEPARATOR, Check::Settings(settings::field::scopes)),
    (&answer::status::NO_ANSWER, Check::Text),
    (&answer::status::ANSWER_STATUS, Check::Answer(answer::status::status)),
    (&answer::status::ANSWER_REDIRECT, Check::Answer(answer::status::redirect)),
    (&answer::status::ANSWER_SERVER_ERROR, Check::Answer(answer::status::server_error)),
    (&answer::body::ANSWER_CONTENT_TYPE, Check::Answer(answer::body::content_type)),
    (&answer::body::ANSWER_ENCODING, Check::Answer(answer::body::encoding)),
    (&answer::body::ANSWER_SIZE, Check::Answer(answer::body::size)),
    (&answer::body::ANSWER_BYTE_ORDER_MARK, Check::Answer(answer::body::byte_order_mark)),
    (&answer::body::ANSWER_EMPTY, Check::Answer(answer::body::empty)),
    (&answer::body::ANSWER_BARE_ATTRIBUTES, Check::Answer(answer::body::bare_attributes)),
    (&protocol::REDIRECT_URI, Check::Message),
    (&protocol::STATE_MISMATCH, Check::Message),
    (&protocol::MISSING_CODE, Check::Message),
    (&protocol::UNKNOWN_ERROR_CODE, Check::Message),
    (&protocol::OAUTH_ERROR, Check::Message),
    (&protocol::MISSING_ACCESS_TOKEN, Check::Message),
    (&protocol::MISSING_EXPIRES_IN, Check::Message),
    (&protocol::INVALID_EXPIRES_IN, Check::Message),
    (&protocol::INVALID_EXTERNAL_ACCOUNT, Check::Message),
    (&protocol::INVALID_AUTHORIZATION, Check::Message),
    (&protocol::MESSAGE_SHAPE, Check::Message),
    (&protocol::MISSING_PARAMETER, Check::Message),
    (&protocol::UNEXPECTED_VALUE, Check::Message),
    (&protocol::DUPLICATE_PARAMETER, Check::Message),
    (&protocol::UNKNOWN_PARAMETER, Check::Message),
    (&protocol::UUID_FORMAT, Check::Message),
    (&protocol::PERCENT_ESCAPE, Check::Message),
    (&protocol::UNDOCUMENTED_BODY, Check::Message),
    (&protocol::RAW_PLUS, Check::Message),
    (&protocol::DOCUMENTED_EXAMPLE, Check::Message),
    (&protocol::UNKNOWN_MESSAGE, Check::Message),
    (&protocol::SHELL_SYNTAX, Check::Message),
    (&protocol::UNREAD_PART, Check::Message),
];

/// Every rule, in the order of the rule pages.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    CATALOG.iter().map(|(rule, _)| *rule)
}

/// The rule of a name.
pub fn find(name: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.name == name)
}

/// The rule that was most likely meant by a name that no rule has.
pub fn nearest(name: &str) -> Option<&'static Rule> {
    let names: Vec<&'static str> = all().map(|rule| rule.name).collect();
    find(spelling::near(name, &names)?)
}
