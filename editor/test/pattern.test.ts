import assert from "node:assert/strict";
import { test } from "node:test";
import { EditorState } from "@codemirror/state";
import { brackets, partner } from "../src/brackets";
import { singleLine } from "../src/single-line";

const state = (doc: string, at = doc.length, selected = at) =>
  EditorState.create({ doc, selection: { anchor: at, head: selected }, extensions: [EditorState.lineSeparator.of("\n"), singleLine, brackets] });

/** `|` is the cursor afterwards. */
function paste(doc: string, text: string, at = doc.length): string {
  const after = state(doc, at).update(state(doc, at).replaceSelection(text)).state;
  const { head } = after.selection.main;
  return `${after.sliceDoc(0, head)}|${after.sliceDoc(head)}`;
}

test("line breaks stay outside, and nothing else does", () => {
  assert.equal(paste("ac", "b", 1), "ab|c");
  assert.equal(paste("^$", "\nhttps:\r\n\\/\n", 1), "^https:\\/|$");
  assert.equal(paste("", "\r a\t\u2028\u00a0\n"), " a\t\u2028\u00a0|");
  assert.equal(paste("ab", "\n", 1), "a|b");
  assert.equal(paste("", "\ud83d\n\ude00"), "\ud83d\ude00|");
});

test("line breaks of a text that was opened stay", () => {
  assert.equal(paste("a\nb", "c\n"), "a\nbc|");
});

test("the other bracket of a pair", () => {
  const cases: [string, number, number | null][] = [
    ["(a)", 0, 2],
    ["(a)", 2, 0],
    ["((a)b)", 0, 5],
    ["((a)b)", 3, 1],
    ["\\(a)", 3, null],
    ["(\\))", 0, 3],
    ["([)])", 0, 4],
    ["([)])", 1, 3],
    ["([)])", 2, null],
    ["[[]", 0, 2],
    ["[\\]]", 3, 0],
    ["(a", 0, null],
    ["(a", 1, null],
    ["]", 0, null],
  ];
  for (const [pattern, at, other] of cases) assert.equal(partner(pattern, at), other, `${pattern} at ${at}`);
});

test("the brackets beside the cursor are shown, the one before it first", () => {
  const shown = (doc: string, at: number, selected?: number) => {
    const moved = state(doc, 0).update({ selection: { anchor: at, head: selected ?? at } }).state;
    const found: number[] = [];
    moved.field(brackets).between(0, doc.length, (from) => void found.push(from));
    return found;
  };
  assert.deepEqual(shown("x(a)(b)", 1), [1, 3]);
  assert.deepEqual(shown("x(a)(b)", 4), [1, 3]);
  assert.deepEqual(shown("x(a)(b)", 7), [4, 6]);
  assert.deepEqual(shown("xy(a)", 1), []);
  assert.deepEqual(shown("(a)", 0, 1), []);
});
