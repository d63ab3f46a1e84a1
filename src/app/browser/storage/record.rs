//! A project as it is kept: `{id, name, edited, base, inFlight, project, lastValid, untouched, deleted}`. `project` is the
//! project's JSON text, `lastValid` the last payload that parsed; `edited`, `base`, `inFlight` and `deleted` are milliseconds
//! since 1970.
//!
//! Only the id is required. A row that lost something else still holds work, so it is listed and can be saved as a file.

use js_sys::{JSON, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::app::browser::clock;

/// The prefix of what a closed page left. The page's id and the project's follow, so that no page overwrites what another
/// one left.
pub const MOMENT: &str = "link-preview-lab:moment";

#[derive(Debug, Clone)]
pub struct Record {
    pub id: String,
    pub name: String,
    pub edited: f64,
    /// `edited` of the record that this one follows.
    pub base: f64,
    /// `edited` of the record that was being saved when this one was made; 0 if none was.
    pub in_flight: f64,
    pub project: String,
    pub last_valid: String,
    /// Nothing was changed since it was made of a template: it is not listed, and goes when another project is opened.
    pub untouched: bool,
    /// When it was put into the bin; 0 where it is not in there.
    pub deleted: f64,
    /// The key of localStorage under which a page has left it.
    pub left: Option<String>,
}

impl Record {
    pub fn to_js(&self) -> JsValue {
        let object = Object::new();
        let set = |key: &str, value: JsValue| Reflect::set(&object, &key.into(), &value).is_ok();
        set("id", self.id.as_str().into());
        set("name", self.name.as_str().into());
        set("edited", self.edited.into());
        set("base", self.base.into());
        set("inFlight", self.in_flight.into());
        set("project", self.project.as_str().into());
        set("lastValid", self.last_valid.as_str().into());
        set("untouched", self.untouched.into());
        set("deleted", self.deleted.into());
        object.into()
    }

    pub fn from_js(value: &JsValue) -> Option<Self> {
        let text = |key: &str| Reflect::get(value, &key.into()).ok()?.as_string();
        Some(Self {
            id: text("id")?,
            name: text("name").unwrap_or_default(),
            edited: number(value, "edited"),
            base: number(value, "base"),
            in_flight: number(value, "inFlight"),
            project: text("project").unwrap_or_else(|| json(value, "project")),
            last_valid: text("lastValid").unwrap_or_default(),
            untouched: Reflect::get(value, &"untouched".into()).is_ok_and(|flag| flag.is_truthy()),
            deleted: number(value, "deleted"),
            left: None,
        })
    }

    /// The key under which a page leaves it.
    pub fn moment(&self, page: &str) -> String {
        format!("{MOMENT}:{page}:{}", self.id)
    }

    /// Back from [`Self::moment`] to the id of the project.
    pub fn of_moment(self) -> Self {
        Self { id: self.id.rsplit(':').next().unwrap_or_default().to_owned(), ..self }
    }

    /// The name of the separate copy that a conflict with another page creates.
    pub fn other_name(&self) -> String {
        format!("{} (other tab)", self.name)
    }

    /// The id of that separate copy. It does not depend on which page stores it.
    pub fn other_id(&self) -> String {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "milliseconds since 1970")]
        let edited = self.edited as u64;
        format!("{}-{edited}", self.id)
    }
}

/// A value of an object as JSON; "" where there is none.
fn json(object: &JsValue, key: &str) -> String {
    let written = Reflect::get(object, &key.into()).and_then(|value| JSON::stringify(&value));
    written.ok().and_then(|text| text.as_string()).unwrap_or_default()
}

/// A number of an object, 0 where there is none.
pub fn number(object: &JsValue, key: &str) -> f64 {
    Reflect::get(object, &key.into()).ok().and_then(|number| number.as_f64()).unwrap_or_default()
}

/// The time and a random number: two pages do not make the same one.
pub fn fresh_id() -> String {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "both are positive and far below 2^53")]
    let (now, chance) = (clock::milliseconds() as u64, (js_sys::Math::random() * 1e9) as u64);
    format!("{now}-{chance}")
}
