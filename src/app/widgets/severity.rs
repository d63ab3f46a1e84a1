//! Severity, told by shape and word as well as colour.

use leptos::prelude::*;

use crate::app::icon::{LuCircleX, LuInfo, LuTriangleAlert, icon};
use crate::core::diagnostic::Severity;

pub fn sign(severity: Severity) -> impl IntoView {
    let data = match severity {
        Severity::Error => LuCircleX,
        Severity::Warning => LuTriangleAlert,
        Severity::Info => LuInfo,
    };
    view! { <span class="sign" data-severity=severity.name()>{icon(data)}</span> }
}
