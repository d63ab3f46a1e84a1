//! Rules on the attribute.
