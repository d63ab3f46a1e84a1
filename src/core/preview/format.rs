//! Dates and colours as people read them.
