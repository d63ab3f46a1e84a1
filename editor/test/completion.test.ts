import assert from "node:assert/strict";
import { test } from "node:test";
import { gap, shown } from "../src/completion";

test("the quote in front of a name is matched and not shown", () => {
  // `"` alone, `"na`, `n`, and letters that lie apart.
  assert.deepEqual(shown([0, 1], 1, 9), []);
  assert.deepEqual(shown([0, 3], 1, 9), [0, 2]);
  assert.deepEqual(shown([0, 1], 0, 9), [0, 1]);
  assert.deepEqual(shown([0, 1, 4, 6], 1, 9), [3, 5]);
});

test("a name that is not shown has no letter marked", () => {
  assert.deepEqual(shown([7, 9], 0, 6), []);
  assert.deepEqual(shown([4, 9], 0, 6), [4, 6]);
});

test("what is typed next is the text of an attribute, or what belongs between quotes", () => {
  const text = '{"id": "status", "inline": {"enum": {"value": "Op\\"en", "section": "primary"}}}';
  const { from, to } = gap(text)!;
  assert.equal(text.slice(from, to), 'Op\\"en');
  assert.deepEqual(gap('"name": ""'), { from: 9, to: 9 });
  assert.equal(gap('"type": "inline"'), undefined);
});
