//! Takes known keys out of a JSON object, each of the wanted type; what remains is unknown and kept.
//!
//! In: an object and its path. Out: values, or a sentence that says which key is not as wanted. An absent key is
//! `None`; what stands in for it is the caller's business.

use serde_json::{Map, Value};

use crate::core::json;

pub struct Fields {
    /// Empty for the project itself, else ``settings`` or `rules[1]`.
    path: String,
    rest: Map<String, Value>,
}

impl Fields {
    pub fn new(path: String, rest: Map<String, Value>) -> Self {
        Self { path, rest }
    }

    /// The keys that nobody took.
    pub fn rest(self) -> Map<String, Value> {
        self.rest
    }

    pub fn take(&mut self, key: &str) -> Option<Value> {
        self.rest.shift_remove(key)
    }

    pub fn text(&mut self, key: &str) -> Result<Option<String>, String> {
        let path = self.path_of(key);
        self.take(key).map(|value| text(&path, value)).transpose()
    }

    pub fn texts(&mut self, key: &str) -> Result<Vec<String>, String> {
        let path = self.path_of(key);
        let mut texts = Vec::new();
        for (index, item) in self.list(key, "an array of strings")?.into_iter().enumerate() {
            texts.push(text(&format!("{path}[{index}]"), item)?);
        }
        Ok(texts)
    }

    /// A whole number, 0 or more.
    pub fn number(&mut self, key: &str) -> Result<Option<usize>, String> {
        let path = self.path_of(key);
        let number = |value: Value| value.as_u64().and_then(|number| usize::try_from(number).ok());
        self.take(key).map(|value| number(value.clone()).ok_or_else(|| mismatch(&path, &value, "a whole number"))).transpose()
    }

    pub fn object(&mut self, key: &str) -> Result<Option<Fields>, String> {
        let path = self.path_of(key);
        self.take(key).map(|value| object(path, value)).transpose()
    }

    pub fn objects(&mut self, key: &str) -> Result<Vec<Fields>, String> {
        let path = self.path_of(key);
        let mut objects = Vec::new();
        for (index, item) in self.list(key, "an array of objects")?.into_iter().enumerate() {
            objects.push(object(format!("{path}[{index}]"), item)?);
        }
        Ok(objects)
    }

    /// A value by its name; `all` are the values there are.
    pub fn choice<T: Copy>(&mut self, key: &str, all: &[T], name: fn(T) -> &'static str) -> Result<Option<T>, String> {
        let path = self.path_of(key);
        let Some(given) = self.text(key)? else { return Ok(None) };
        let found = all.iter().copied().find(|one| name(*one) == given);
        let wanted = || all.iter().map(|one| format!("`{}`", name(*one))).collect::<Vec<_>>().join(", ");
        found.map(Some).ok_or_else(|| format!("`{path}` is `{given}`, one of {} is wanted", wanted()))
    }

    /// An object of objects whose values are strings, or null for a group that takes no part.
    pub fn captures(&mut self, key: &str) -> Result<Map<String, Value>, String> {
        let path = self.path_of(key);
        let Some(fields) = self.object(key)? else { return Ok(Map::new()) };
        for (url, groups) in &fields.rest {
            let path = format!("{path}[{}]", json::written(url));
            let Value::Object(groups) = groups else { return Err(mismatch(&path, groups, "an object")) };
            let wrong = groups.iter().find(|(_, text)| !text.is_string() && !text.is_null());
            if let Some((group, value)) = wrong {
                return Err(mismatch(&format!("{path}.{group}"), value, "a string or null"));
            }
        }
        Ok(fields.rest)
    }

    fn list(&mut self, key: &str, wanted: &str) -> Result<Vec<Value>, String> {
        match self.take(key) {
            None => Ok(Vec::new()),
            Some(Value::Array(items)) => Ok(items),
            Some(other) => Err(mismatch(&self.path_of(key), &other, wanted)),
        }
    }

    pub fn path_of(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }
}

pub fn mismatch(path: &str, value: &Value, wanted: &str) -> String {
    let given = match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    };
    format!("`{path}` is {given}, {wanted} is wanted")
}

fn text(path: &str, value: Value) -> Result<String, String> {
    match value {
        Value::String(text) => Ok(text),
        other => Err(mismatch(path, &other, "a string")),
    }
}

fn object(path: String, value: Value) -> Result<Fields, String> {
    match value {
        Value::Object(rest) => Ok(Fields::new(path, rest)),
        other => Err(mismatch(&path, &other, "an object")),
    }
}
