//! The page in a real browser; see the library's documentation.

mod typing;
