//! Severity, by shape as well as color.

use leptos::prelude::*;

use super::icon::{Icon, IconName};
use crate::core::severity::Severity;

#[component]
pub fn Sign(#[prop(into)] severity: Signal<Severity>) -> impl IntoView {
    let icon = Signal::derive(move || match severity.get() {
        Severity::Error => IconName::CircleX,
        Severity::Warning => IconName::Warning,
        Severity::Info => IconName::Info,
    });
    view! {
        <span class="sign" data-severity=move || severity.get().name()>
            <Icon name=icon/>
        </span>
    }
}
