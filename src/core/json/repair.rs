//! Almost-JSON (comments, trailing commas, single quotes, missing commas …) to JSON.
