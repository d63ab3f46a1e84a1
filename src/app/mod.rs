//! The page.

/// Puts the page into `<body>`.
pub fn mount() {}
