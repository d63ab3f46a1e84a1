//! Rules on the section.
