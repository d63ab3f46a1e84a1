//! The project: everything the person typed or chose.
//!
//! Texts are kept exactly as typed, unknown keys are kept, so what was saved comes back whole.

mod api_sample;
mod fields;
mod hidden;
mod id;
mod identity;
mod link_rule;
mod model;
mod place;
mod saved;
mod service;
mod settings;
mod urls;
mod version;

pub use api_sample::{ApiSample, MappedField};
pub use hidden::HiddenAttribute;
pub use id::{FreshIds, RuleId, UrlId, VersionId};
pub use link_rule::{LinkRule, Sample};
pub use model::Project;
pub use saved::{from_json, to_json};
pub use service::Service;
pub use settings::Settings;
pub use urls::UrlList;
pub use version::{MOST_VERSIONS, Version};
