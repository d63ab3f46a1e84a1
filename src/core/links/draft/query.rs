//! The query of a draft: the same parameters in all samples, one parameter that all share, or any query.

use super::kind::TextKind;
use super::name::camel;
use super::part::Part;
use super::sketch::Sketch;
use super::{Url, distinct};

const ENDS: &str = "&#";

type Parameter<'u> = (&'u str, Option<&'u str>);

pub fn write(sketch: &mut Sketch, urls: &[Url]) {
    let queries: Vec<Option<Vec<Parameter>>> = urls.iter().map(|url| url.query.map(parameters)).collect();
    let given: Vec<&[Parameter]> = queries.iter().flatten().map(Vec::as_slice).collect();
    let Some(first) = given.first() else { return sketch.assume("No query") };
    let exact = given.len() == urls.len();
    let any = exact && sketch.chosen(Part::Query, "any query");
    if exact && !any {
        let same = |other: &&[Parameter]| {
            other.len() == first.len() && other.iter().zip(*first).all(|(a, b)| a.0 == b.0 && a.1.is_some() == b.1.is_some())
        };
        if given.iter().all(same) {
            return in_order(sketch, first, &given);
        }
        let has = |query: &[Parameter], key: &str| query.iter().any(|(name, value)| *name == key && value.is_some());
        let shared = first.iter().find(|(key, _)| !key.is_empty() && given.iter().all(|query| has(query, key)));
        if let Some((key, _)) = shared {
            return anywhere(sketch, key, &given);
        }
    }
    sketch.push(r"(?:\?[^#]*)?");
    sketch.assume("Any query, or none");
}

fn parameters(query: &str) -> Vec<Parameter<'_>> {
    query.split('&').map(|pair| pair.split_once('=').map_or((pair, None), |(key, value)| (key, Some(value)))).collect()
}

fn in_order(sketch: &mut Sketch, first: &[Parameter], queries: &[&[Parameter]]) {
    for (at, (key, value)) in first.iter().enumerate() {
        sketch.push(if at == 0 { r"\?" } else { "&" });
        sketch.literal(key);
        if value.is_some() {
            sketch.push("=");
            let values: Vec<&str> = queries.iter().filter_map(|query| query.get(at)?.1).collect();
            value_of(sketch, Part::Value(at), key, &values);
        }
    }
    sketch.assume("Exactly these parameters of the query, in this order");
}

fn anywhere(sketch: &mut Sketch, key: &str, queries: &[&[Parameter]]) {
    sketch.push(r"\?(?:[^#]*&)?");
    sketch.literal(key);
    sketch.push("=");
    let values: Vec<&str> =
        queries.iter().filter_map(|query| query.iter().find(|(name, value)| *name == key && value.is_some())?.1).collect();
    value_of(sketch, Part::Value(0), key, &values);
    sketch.push("(?:&[^#]*)?");
    sketch.assume(&format!("The parameter `{key}` anywhere in the query, among any others"));
}

fn value_of(sketch: &mut Sketch, part: Part, key: &str, values: &[&str]) {
    let kind = TextKind::of(values);
    let distinct = distinct(values);
    let varies = sketch.varies(part, &distinct, kind.is_id());
    match distinct.as_slice() {
        [only] if !varies => sketch.literal(only),
        _ => {
            let name = sketch.group(&camel(key).unwrap_or_else(|| "value".to_owned()), &kind.pattern(values, ENDS));
            sketch.assume(&format!("`{name}` is {}", kind.words(values)));
        }
    }
}
