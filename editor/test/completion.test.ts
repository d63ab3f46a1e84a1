import assert from "node:assert/strict";
import { test } from "node:test";
import { shown } from "../src/completion";

test("the quote in front of a name is matched and not shown", () => {
  // `"` alone, `"na`, `n`, and letters that lie apart.
  assert.deepEqual(shown([0, 1], 1), []);
  assert.deepEqual(shown([0, 3], 1), [0, 2]);
  assert.deepEqual(shown([0, 1], 0), [0, 1]);
  assert.deepEqual(shown([0, 1, 4, 6], 1), [3, 5]);
});
