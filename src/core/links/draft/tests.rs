use super::draft;
