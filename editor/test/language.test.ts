import assert from "node:assert/strict";
import { test } from "node:test";
import { Text } from "@codemirror/state";
import { indentOf } from "../src/language";

const indent = (text: string) => indentOf(Text.of(text.split("\n")));

test("the text's own indent", () => {
  assert.equal(indent("[\n    {\n        1"), "    ");
  assert.equal(indent("[\n\t{"), "\t");
  assert.equal(indent("[\n  {"), "  ");
  assert.equal(indent("[1]"), "  ");
  assert.equal(indent("[\n\n \t\n   1"), "   ");
});
