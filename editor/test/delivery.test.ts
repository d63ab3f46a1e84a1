import assert from "node:assert/strict";
import { test } from "node:test";
import { ChangeSet, type ChangeSpec, Text } from "@codemirror/state";
import { changed } from "../src/delivery";

/** The same numbers at every run. */
function numbers(seed: number) {
  return (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
}

const PIECES = ["", "a", "line\n", "é", "🙂", "\ud83d", "\ude42", "\r\n", '"x": {'];

/** What crosses the border: UTF-8, which has no half pairs. */
const wellFormed = (text: string) => new TextDecoder().decode(new TextEncoder().encode(text));

test("the host that follows each edit has the editor's text", () => {
  const next = numbers(7);
  const piece = () => PIECES[next(PIECES.length)] ?? "";
  for (let round = 0; round < 300; round++) {
    let doc = Text.of("[\n  1, 🙂\n]".split("\n"));
    let host = wellFormed(doc.toString());
    for (let step = 0; step < 10; step++) {
      const before = doc;
      let changes = ChangeSet.empty(doc.length);
      for (let edit = next(3); edit >= 0; edit--) {
        const specs: ChangeSpec[] = [];
        for (let at = next(5); at <= doc.length; at += 1 + next(8)) {
          const to = Math.min(doc.length, at + next(3));
          specs.push({ from: at, to, insert: piece() });
          at = to;
        }
        const made = ChangeSet.of(specs, doc.length);
        doc = made.apply(doc);
        changes = changes.compose(made);
      }
      const { from, to, end } = changed(changes.desc, doc);
      const insert = wellFormed(doc.sliceString(from, end, "\n"));
      host = host.slice(0, from) + insert + host.slice(to);
      assert.equal(host, wellFormed(doc.toString()), JSON.stringify([before.toString(), doc.toString(), from, to, end]));
    }
  }
});

test("edits that take one another back are an empty one", () => {
  const there = ChangeSet.of({ from: 1, insert: "x" }, 3);
  const back = ChangeSet.of({ from: 1, to: 2 }, 4);
  assert.deepEqual(changed(there.compose(back).desc, Text.of(["abc"])), { from: 0, to: 0, end: 0 });
});
