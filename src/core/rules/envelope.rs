//! Rules on the envelope.
