//! Values in code: texts, numbers, tables and lists, as JSON and as a form.

use super::encode;
use super::traced::Traced;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    Text(Traced),
    /// A number or a word of JSON, as it is written.
    Plain(Traced),
    Object(Vec<(Traced, Value)>),
    List(Vec<Value>),
    /// Nobody knows it here; the place where it stands.
    Unknown(usize),
}

/// How much the values of names may weigh in all, wherever they are used.
pub fn budget(source: &str) -> usize {
    source.len() * 2 + 100_000
}

/// What a value weighs besides its text.
const NODE: usize = 64;

impl Value {
    pub fn weight(&self) -> usize {
        NODE + match self {
            Self::Text(text) | Self::Plain(text) => text.as_str().len(),
            Self::Object(fields) => fields.iter().map(|(name, value)| name.as_str().len() + value.weight()).sum(),
            Self::List(items) => items.iter().map(Self::weight).sum(),
            Self::Unknown(_) => 0,
        }
    }

    pub fn text(&self) -> Option<&Traced> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// As compact JSON.
    pub fn json(&self) -> Traced {
        let mut json = Traced::default();
        self.push_json(&mut json);
        json
    }

    fn push_json(&self, out: &mut Traced) {
        match self {
            Self::Text(text) => push_string(text, out),
            Self::Plain(text) => out.append(text),
            Self::Object(fields) => {
                let at = fields.first().map_or(0, |(name, _)| name.start());
                out.push('{', at);
                for (number, (name, value)) in fields.iter().enumerate() {
                    if number > 0 {
                        out.push(',', name.start());
                    }
                    push_string(name, out);
                    out.push(':', name.start());
                    value.push_json(out);
                }
                out.push('}', at);
            }
            Self::List(items) => {
                out.push('[', 0);
                for (number, item) in items.iter().enumerate() {
                    if number > 0 {
                        out.push(',', 0);
                    }
                    item.push_json(out);
                }
                out.push(']', 0);
            }
            Self::Unknown(at) => out.push_str("null", *at),
        }
    }

    /// The pairs of an object, or of a list of pairs, as a form.
    pub fn form(&self) -> Option<Traced> {
        let mut form = Traced::default();
        for (name, value) in self.pairs()? {
            let value = match value {
                Self::Text(text) | Self::Plain(text) => text.clone(),
                _ => return None,
            };
            if !form.is_empty() {
                form.push('&', name.start());
            }
            form.append(&encode::pair(&name, &value));
        }
        Some(form)
    }

    pub fn pairs(&self) -> Option<Vec<(Traced, Value)>> {
        match self {
            Self::Object(fields) => Some(fields.clone()),
            Self::List(items) => items
                .iter()
                .map(|item| match item {
                    Self::List(pair) => match &pair[..] {
                        [Self::Text(name), value] => Some((name.clone(), value.clone())),
                        _ => None,
                    },
                    _ => None,
                })
                .collect(),
            _ => None,
        }
    }
}

fn push_string(text: &Traced, out: &mut Traced) {
    out.push('"', text.start());
    out.append(&text.mapped(|piece| {
        let quoted = serde_json::to_string(piece).unwrap_or_default();
        quoted.trim_start_matches('"').strip_suffix('"').map_or(quoted.clone(), str::to_owned)
    }));
    out.push('"', text.start());
}
