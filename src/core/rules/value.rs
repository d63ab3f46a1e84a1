//! Rules on the value.
