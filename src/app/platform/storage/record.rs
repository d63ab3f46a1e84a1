//! A project as it is kept: `{id, name, edited, base, project, lastValid}`; `project` is the project's JSON text, `lastValid`
//! the last payload that parsed, `edited` and `base` are milliseconds.

use js_sys::{Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use crate::app::platform::clock;
use crate::app::state::Lab;
use crate::core::json;
use crate::core::project::{self, Project};

/// The names of what a page leaves begin so; the page and the project follow, so that no page overwrites what another left.
pub const MOMENT: &str = "link-preview-lab:moment";

thread_local! {
    /// Tells the pages of one browser apart.
    static PAGE: String = fresh_id();
}

#[derive(Debug, Clone)]
pub struct Record {
    pub id: String,
    pub name: String,
    pub edited: f64,
    /// `edited` of the record that this one follows.
    pub base: f64,
    pub project: String,
    pub last_valid: String,
    /// In which place of localStorage a page has left it.
    pub left: Option<String>,
}

impl Record {
    pub fn of(lab: Lab) -> Self {
        let project = lab.project.get_untracked();
        lab.held.with_value(|held| Self {
            id: held.id.to_string(),
            name: project.name.clone(),
            edited: clock::milliseconds(),
            base: held.edited,
            project: serde_json::to_string(&project::to_json(&project)).unwrap_or_default(),
            last_valid: held.last_valid.to_string(),
            left: None,
        })
    }

    pub fn to_js(&self) -> JsValue {
        let object = Object::new();
        let set = |key: &str, value: JsValue| Reflect::set(&object, &key.into(), &value).is_ok();
        set("id", self.id.as_str().into());
        set("name", self.name.as_str().into());
        set("edited", self.edited.into());
        set("base", self.base.into());
        set("project", self.project.as_str().into());
        set("lastValid", self.last_valid.as_str().into());
        object.into()
    }

    pub fn from_js(value: &JsValue) -> Option<Self> {
        let text = |key: &str| Reflect::get(value, &key.into()).ok()?.as_string();
        Some(Self {
            id: text("id")?,
            name: text("name")?,
            edited: number(value, "edited"),
            base: number(value, "base"),
            project: text("project")?,
            last_valid: text("lastValid")?,
            left: None,
        })
    }

    /// Under which name this page leaves it.
    pub fn moment(&self) -> String {
        PAGE.with(|page| [MOMENT, ":", page, ":", &self.id].concat())
    }

    /// The project that a record of this kind belongs to.
    pub fn of_moment(self) -> Self {
        Self { id: self.id.rsplit(':').next().unwrap_or_default().to_owned(), ..self }
    }

    /// The name of a project that stands beside that of another page.
    pub fn other_name(&self) -> String {
        [&self.name, " (other tab)"].concat()
    }

    /// Its id, the same whichever page puts it there.
    pub fn other_id(&self) -> String {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "milliseconds since 1970")]
        let edited = self.edited as u64;
        [&self.id, "-", &edited.to_string()].concat()
    }
}

/// A number of an object, 0 where there is none.
pub fn number(object: &JsValue, key: &str) -> f64 {
    Reflect::get(object, &key.into()).ok().and_then(|number| number.as_f64()).unwrap_or_default()
}

/// Unique enough: two are not made in one millisecond with one number of a milliard.
pub fn fresh_id() -> String {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "both are positive and far below 2^53")]
    let (now, chance) = (clock::milliseconds() as u64, (js_sys::Math::random() * 1e9) as u64);
    format!("{now}-{chance}")
}

/// Reads a project's JSON text. Not with `serde_json`: it refuses the escape of a lone surrogate.
pub fn read_project(text: &str) -> Result<Project, String> {
    let source = json::Source::new(text);
    let value = source.parse().map_err(|error| error.message)?;
    project::from_json(&json::to_serde(&value))
}
