//! Texts as people paste them, and what comes of them. The objects are written after the public documentation of each service.

use time::UtcDateTime;

use super::{Data, DataKind, Mapped, Role, Start, project_of_data, project_of_links, propose, recognize, shown};
use crate::core::analysis::analyze;
use crate::core::json::Source;
use crate::core::links::draft::Part;
use crate::core::profile::Profile;
use crate::core::project::Project;
use crate::core::severity::Severity;

mod any;
mod mapping;
mod texts;

fn data(text: &str) -> Data {
    match recognize(text) {
        Start::Data(data) => data,
        other => panic!("{other:?}"),
    }
}

/// Each line: the role, the path, and the text that is shown.
fn mapping(text: &str) -> Vec<String> {
    let data = data(text);
    let line = |mapped: &Mapped| {
        let path = mapped.path.as_deref().unwrap_or_default();
        format!("{} ← {path}: {}", mapped.role.name(), shown(&data, mapped.role, data.leaf(path).unwrap()))
    };
    propose(&data).iter().map(line).collect()
}

fn project(text: &str) -> Project {
    let data = data(text);
    project_of_data(&data, &propose(&data))
}

#[track_caller]
fn assert_valid(payload: &str) {
    let analysis = analyze(payload, Profile::Documented, UtcDateTime::UNIX_EPOCH);
    let errors: Vec<_> =
        analysis.diagnostics.iter().filter(|one| one.severity == Severity::Error).map(|one| &one.message).collect();
    assert!(errors.is_empty(), "{errors:?}\n{payload}");
}
