import assert from "node:assert/strict";
import { test } from "node:test";
import { EditorState } from "@codemirror/state";
import type { Mark } from "../src/host";
import { marks, marksShown } from "../src/marks";

function marked(doc: string, given: Mark[]): EditorState {
  const bare = EditorState.create({ doc, extensions: marks });
  return bare.update({ effects: marksShown(bare, given, false) }).state;
}

function shown(state: EditorState): string[] {
  const found: string[] = [];
  state.field(marks).between(0, state.doc.length, (from, to, { spec }) => {
    found.push(`${spec.class} ${state.sliceDoc(from, to)}`);
  });
  return found;
}

test("spans carry their classes, in text order", () => {
  const given = [
    { from: 4, to: 6, kind: "code-escape" },
    { from: 0, to: 7, kind: "group-1" },
  ];
  assert.deepEqual(shown(marked("(ab(\\d))", given)), ["group-1 (ab(\\d)", "code-escape \\d"]);
});

test("what lies outside the text is left out", () => {
  const given = [
    { from: 1, to: 99, kind: "group-1" },
    { from: 3, to: 3, kind: "group-2" },
    { from: 50, to: 60, kind: "group-3" },
  ];
  assert.deepEqual(shown(marked("abc", given)), ["group-1 bc"]);
});

test("edits move the spans along", () => {
  const state = marked("(a)(b)", [{ from: 0, to: 3, kind: "group-1" }, { from: 3, to: 6, kind: "group-2" }]);
  const edited = (changes: { from: number; to?: number; insert?: string }) => shown(state.update({ changes }).state);
  assert.deepEqual(edited({ from: 0, insert: "^" }), ["group-1 (a)", "group-2 (b)"]);
  assert.deepEqual(edited({ from: 2, insert: "xx" }), ["group-1 (axx)", "group-2 (b)"]);
  assert.deepEqual(edited({ from: 3, insert: "-" }), ["group-1 (a)", "group-2 (b)"]);
  assert.deepEqual(edited({ from: 0, to: 3 }), ["group-2 (b)"]);
});

test("the same spans again change nothing, others do", () => {
  const given = [{ from: 0, to: 1, kind: "group-1" }];
  const state = marked("ab", given);
  const effects = (of: EditorState, given: Mark[]) => marksShown(of, given, false).length;
  assert.equal(effects(state, given), 0);
  const moved = state.update({ changes: { from: 0, insert: "^" } }).state;
  assert.equal(effects(moved, [{ from: 1, to: 2, kind: "group-1" }]), 0);
  assert.equal(effects(moved, given), 1);
  assert.equal(effects(state, [{ from: 0, to: 1, kind: "group-2" }]), 1);
  assert.equal(effects(state, []), 1);
});

test("with another text they are placed in that one", () => {
  const state = marked("ab", [{ from: 0, to: 1, kind: "group-1" }]);
  const effects = marksShown(state, [{ from: 2, to: 4, kind: "group-2" }], true);
  assert.deepEqual(shown(state.update({ changes: { from: 0, to: 2, insert: "(a)(b)" }, effects }).state), ["group-2 )("]);
});
