import assert from "node:assert/strict";
import { test } from "node:test";
import { shown } from "../src/completion";

test("the quote in front of a name is matched and not shown", () => {
  // `"` alone, `"na`, `n`, and letters that lie apart.
  assert.deepEqual(shown([0, 1], 1, 9), []);
  assert.deepEqual(shown([0, 3], 1, 9), [0, 2]);
  assert.deepEqual(shown([0, 1], 0, 9), [0, 1]);
  assert.deepEqual(shown([0, 1, 4, 6], 1, 9), [3, 5]);
});

test("other words that find a choice are matched and not shown", () => {
  assert.deepEqual(shown([0, 3, 5, 9], 0, 4), [0, 3]);
  assert.deepEqual(shown([2, 9], 0, 4), [2, 4]);
});
