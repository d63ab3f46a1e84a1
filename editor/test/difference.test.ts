import assert from "node:assert/strict";
import { test } from "node:test";
import { carry, difference } from "../src/difference";

const apply = (before: string, after: string) => {
  const change = difference(before, after);
  return change ? before.slice(0, change.from) + change.insert + before.slice(change.to) : before;
};

test("equal texts have no difference", () => assert.equal(difference("[1]", "[1]"), null));

test("one replaced stretch, no longer than need be", () => {
  assert.deepEqual(difference("[1, 2]", "[1, 30, 2]"), { from: 4, to: 4, insert: "30, " });
  assert.deepEqual(difference("aaa", "aa"), { from: 2, to: 3, insert: "" });
  assert.deepEqual(difference("", "x"), { from: 0, to: 0, insert: "x" });
});

test("a pair of surrogates is replaced whole", () => {
  assert.deepEqual(difference("a😀b", "a😁b"), { from: 1, to: 3, insert: "😁" });
  assert.deepEqual(difference("\u{1f600}", "\u{1fa00}"), { from: 0, to: 2, insert: "\u{1fa00}" });
  // They share their second half only.
  assert.deepEqual(difference("\ud83d\ude00", "\ud83e\ude00"), { from: 0, to: 2, insert: "\ud83e\ude00" });
});

test("applied, it gives the second text, whatever the two are", () => {
  const units = ["a", "b", "\r", "\n", "\u0000", "\ufeff", "\u2028", "\ud83d", "\ude00", "😀"];
  let seed = 1;
  const next = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
  const text = () => Array.from({ length: next(9) }, () => units[next(units.length)]).join("");
  for (let round = 0; round < 5000; round++) {
    const [before, after] = [text(), text()];
    assert.equal(apply(before, after), after, JSON.stringify([before, after]));
  }
});

test("a place is carried along by what is in front of it", () => {
  const change = { from: 4, to: 4, insert: "30, " };
  assert.deepEqual([0, 4, 5, 6].map((at) => carry("[1, 2]", change, at)), [0, 4, 9, 10]);
});

test("formatting keeps the cursor at its word", () => {
  const before = '{"a":1,"b":2}';
  const after = '{\n  "a": 1,\n  "b": 2\n}';
  const change = difference(before, after);
  assert.ok(change);
  const at = carry(before, change, before.indexOf("b"));
  assert.equal(after.slice(at - 1, at + 2), '"b"');
});
