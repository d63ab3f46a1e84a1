//! What needs more than one file: real texts, whole payloads, the host program.

mod json_corpus;
