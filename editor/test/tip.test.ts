import assert from "node:assert/strict";
import { test } from "node:test";
import { EditorState } from "@codemirror/state";
import type { Explanation, Problem } from "../src/host";
import { problems, replaceProblems } from "../src/problems";
import { known } from "../src/tip";

const PATTERN = "^a\\d$";
const problem: Problem = { from: 1, to: 4, severity: "warning", rule: "r", message: "m", help: null, fixes: [] };

const state = (...given: Problem[]) => {
  const bare = EditorState.create({ doc: PATTERN, extensions: problems });
  return bare.update({ effects: replaceProblems.of(given) }).state;
};

const digit: Explanation = { from: 2, to: 4, text: "one digit" };
const explain = (offset: number) => (offset === 2 || offset === 3 ? digit : null);

test("the character on the pointer's side is explained", () => {
  const explained = (at: number, side: number) => known(state(), explain, at, side)?.explanation?.text;
  assert.equal(explained(2, 1), "one digit");
  assert.equal(explained(2, -1), undefined);
  assert.equal(explained(4, -1), "one digit");
  assert.equal(explained(4, 1), undefined);
});

test("at the end of the text, the character before it", () => {
  const asked: number[] = [];
  const noting = (offset: number) => (asked.push(offset), null);
  known(state(), noting, PATTERN.length, 1);
  known(EditorState.create({ extensions: problems }), noting, 0, 1);
  assert.deepEqual(asked, [PATTERN.length - 1]);
});

test("problem and explanation stand in one tip, as wide as the part explained", () => {
  const both = known(state(problem), explain, 3, 1);
  assert.deepEqual([both?.from, both?.to, both?.problems.length, both?.explanation?.text], [2, 4, 1, "one digit"]);
});

test("without an explanation the tip is as wide as the problem, without either there is none", () => {
  const alone = known(state(problem), undefined, 3, 1);
  assert.deepEqual([alone?.from, alone?.to, alone?.explanation], [1, 4, undefined]);
  assert.equal(known(state(problem), explain, 0, 1), null);
});

test("a part explained of a longer text ends with this one", () => {
  const long = known(state(), () => ({ from: 3, to: 99, text: "all" }), 3, 1);
  assert.deepEqual([long?.from, long?.to], [3, PATTERN.length]);
});
