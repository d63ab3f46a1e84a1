//! JSON Pointers (RFC 6901) as text.

/// The pointer with another step.
pub fn join(pointer: &str, step: &str) -> String {
    let mut joined = String::with_capacity(pointer.len() + 1 + step.len());
    joined.push_str(pointer);
    push(&mut joined, step);
    joined
}

/// Adds a step to a pointer.
pub fn push(pointer: &mut String, step: &str) {
    pointer.push('/');
    for c in step.chars() {
        match c {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            _ => pointer.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn escapes_its_own_signs() {
        assert_eq!(super::join("/0", "a/b~c"), "/0/a~1b~0c");
    }
}
