use super::Links;
