//! What can be typed at a place: keys, sub-types, the sections that fit. Works on text that does not parse.
