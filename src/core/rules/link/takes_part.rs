//! Whether a named group takes part in every match of a pattern.
//!
//! In: a syntax tree and a name. Out: `true` if every path through the pattern contains a group with that name. It
//! works upwards from the groups, without recursion, because patterns nest without limit.

use crate::core::pattern::syntax::{NodeKind, Syntax};

pub fn takes_part(syntax: &Syntax, name: &str) -> bool {
    let parents = syntax.parents();
    let mut sure = vec![0_usize; syntax.nodes.len()];
    let mut open: Vec<usize> =
        syntax.numbers(name).filter_map(|number| syntax.groups.get(number - 1)).map(|group| group.node.0 as usize).collect();
    while let Some(node) = open.pop() {
        if node == syntax.root.0 as usize {
            return true;
        }
        let Some(parent) = parents.get(node).copied().flatten() else { continue };
        let kind = &syntax.node(parent).kind;
        let parent = parent.0 as usize;
        let Some(count) = sure.get_mut(parent) else { continue };
        *count += 1;
        let needed = match kind {
            NodeKind::Alternatives(choices) => choices.len(),
            NodeKind::Look { negated: true, .. } | NodeKind::Repeat { min: 0, .. } => continue,
            _ => 1,
        };
        // Propagated upwards once, however many children are certain.
        if *count == needed {
            open.push(parent);
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::takes_part;
    use crate::core::pattern::{Flags, Pattern};

    #[test]
    fn follows_every_way() {
        for (pattern, expected) in [
            ("(?<a>x)", true),
            ("^y((?:(?<a>x)))+$", true),
            ("(?<a>x)?", false),
            ("(?:(?<a>x)y){0,2}", false),
            ("(?:(?<a>x)y){1,2}", true),
            ("(?<a>x)|y", false),
            ("(?<a>x)|(?<a>y)", true),
            ("(?:(?<a>x)|(?<a>y)|)z", false),
            ("(?:(?<a>x)|(?<a>y))z", true),
            ("(?=(?<a>x))x", true),
            ("(?!(?<a>x))y", false),
            ("x", false),
        ] {
            let units: Vec<u16> = pattern.encode_utf16().collect();
            let pattern_read = Pattern::new(&units, Flags::default()).unwrap();
            assert_eq!(takes_part(&pattern_read.syntax, "a"), expected, "{pattern}");
        }
    }

    #[test]
    fn goes_up_a_deep_nest() {
        let text = format!("{}(?<a>x){}", "(?:".repeat(20_000), ")".repeat(20_000));
        let units: Vec<u16> = text.encode_utf16().collect();
        if let Ok(pattern) = Pattern::new(&units, Flags::default()) {
            assert!(takes_part(&pattern.syntax, "a"));
        }
    }
}
