//! JSON as a list of its values: scalars of an object, as deep as people look.

use super::leaf::{Leaf, Scalar};
use crate::core::json::{Object, Value};

/// Below, an API repeats itself.
const DEEPEST: usize = 8;
/// Of lists inside the object; one label or two say what a third would.
const MOST_ELEMENTS: usize = 3;
/// The values that people can choose from.
const MOST_LEAVES: usize = 300;
/// The values that are looked at.
const MOST_READ: usize = 5000;

/// The values of an object, or of the first object of a list.
pub fn leaves(root: &Value) -> Vec<Leaf> {
    leaves_in(root, "")
}

/// As [`leaves`], with something before every path.
pub fn leaves_in(root: &Value, before: &str) -> Vec<Leaf> {
    let mut reading = Reading::default();
    match root {
        Value::Object(object) => reading.object(object, before, &[]),
        Value::Array(array) => {
            let first = array.elements.iter().enumerate().find_map(|(at, value)| Some((at, value.as_object()?)));
            if let Some((at, object)) = first {
                reading.object(object, &format!("{before}[{at}]"), &[]);
            }
        }
        _ => {}
    }
    shallowest(reading.found)
}

#[derive(Default)]
struct Reading {
    found: Vec<Leaf>,
}

impl Reading {
    fn object(&mut self, object: &Object, path: &str, names: &[&str]) {
        for property in &object.properties {
            let name = property.name.as_str();
            let names = [names, &[name]].concat();
            self.value(&property.value, &join(path, name), &names);
        }
    }

    fn value(&mut self, value: &Value, path: &str, names: &[&str]) {
        if names.len() > DEEPEST || self.found.len() >= MOST_READ {
            return;
        }
        match value {
            Value::Object(object) => self.object(object, path, names),
            Value::Array(array) => {
                for (at, element) in array.elements.iter().take(MOST_ELEMENTS).enumerate() {
                    self.value(element, &format!("{path}[{at}]"), names);
                }
            }
            Value::String(text) => self.leaf(path, text.as_str(), Scalar::Text, names),
            Value::Number(number) => self.leaf(path, number.text, Scalar::Number, names),
            Value::Boolean(literal) if literal.value => self.leaf(path, "true", Scalar::True, names),
            Value::Boolean(_) => self.leaf(path, "false", Scalar::False, names),
            Value::Null(_) => {}
        }
    }

    fn leaf(&mut self, path: &str, text: &str, scalar: Scalar, names: &[&str]) {
        if !text.trim().is_empty() {
            self.found.push(Leaf::new(path.to_owned(), text.to_owned(), scalar, names));
        }
    }
}

/// Of too many values, those nearest to the root, in text order.
fn shallowest(mut leaves: Vec<Leaf>) -> Vec<Leaf> {
    let mut depths: Vec<usize> = leaves.iter().map(|leaf| leaf.keys.len()).collect();
    depths.sort_unstable();
    if let Some(deepest) = depths.get(MOST_LEAVES) {
        leaves.retain(|leaf| leaf.keys.len() <= *deepest);
        leaves.truncate(MOST_LEAVES.max(depths.partition_point(|depth| depth < deepest)));
    }
    leaves
}

fn join(path: &str, name: &str) -> String {
    let plain = !name.is_empty() && !name.contains(['.', '[', ']']);
    match (plain, path.is_empty()) {
        (true, true) => name.to_owned(),
        (true, false) => format!("{path}.{name}"),
        (false, _) => format!("{path}[{}]", crate::core::json::written(name)),
    }
}
