import assert from "node:assert/strict";
import { test } from "node:test";
import { SearchQuery } from "@codemirror/search";
import { EditorSelection, EditorState } from "@codemirror/state";
import { counted } from "../src/search";

const state = EditorState.create({ doc: "ab AB ab " + "x".repeat(2000) });
const count = (search: string, from = 0, to = 0, more = {}) =>
  counted(state, new SearchQuery({ search, ...more }), EditorSelection.range(from, to));

test("matches are counted, and which one is selected", () => {
  assert.equal(count(""), "");
  assert.equal(count("zz"), "No match");
  assert.equal(count("ab"), "3 matches");
  assert.equal(count("ab", 3, 5), "2 of 3");
  assert.equal(count("ab", 6, 8, { caseSensitive: true }), "2 of 2");
  assert.equal(count("a. ", 0, 0, { regexp: true }), "3 matches");
  assert.equal(count("(", 0, 0, { regexp: true }), "No pattern");
  assert.equal(count("x"), "999+ matches");
});
