//! Pretty-printing: two spaces, and every token of the person kept as it was written (numbers, escapes, doubled keys).
