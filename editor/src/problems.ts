/** The problems as the editor holds them: in text order, marked, and moved along by edits. */

import { type EditorState, Prec, type Range, StateEffect, StateField, type Text, type Transaction } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";
import type { Problem } from "./host";

/** More marks than this help nobody; the page lists them all. */
const SHOWN = 500;

interface Problems {
  /** As the page gave them, moved along by edits: a fix is named by its place here. */
  given: readonly Problem[];
  marks: DecorationSet;
}

export interface Found {
  problem: Problem;
  index: number;
  from: number;
  to: number;
}

export const replaceProblems = StateEffect.define<readonly Problem[]>();

/**
 * Nothing where the editor shows these already: most keys only move them, and it has done that by itself. Of other words
 * nothing is drawn before somebody asks for them, so they need no step either.
 */
export function problemsShown(state: EditorState, given: readonly Problem[], changed: boolean): StateEffect<unknown>[] {
  const held = state.field(problems);
  if (changed || !sameMarks(held.given, given)) return [replaceProblems.of(given)];
  held.given = given;
  return [];
}

export const problems = StateField.define<Problems>({
  create: () => ({ given: [], marks: Decoration.none }),
  update(held, tr) {
    for (const effect of tr.effects) if (effect.is(replaceProblems)) return place(tr.newDoc, effect.value);
    return tr.docChanged && held.given.length ? follow(held, tr) : held;
  },
  // Around all other marks: a line under the whole text is one element then, and not one in each of them.
  provide: (field) => Prec.lowest(EditorView.decorations.from(field, (held) => held.marks)),
});

/** Those with a mark that touches the range, in text order. */
export function problemsAt(state: EditorState, from: number, to: number): Found[] {
  const found: Found[] = [];
  const { given, marks } = state.field(problems);
  marks.between(from, to, (markFrom, markTo, { spec }) => {
    const problem = given[spec.index];
    if (problem) found.push({ problem, index: spec.index, from: markFrom, to: markTo });
  });
  return found;
}

function follow(held: Problems, { changes }: Transaction): Problems {
  // Problems of a text that is not here yet may lie behind the end of this one.
  const moved = (at: number, side: number) => changes.mapPos(Math.min(at, changes.length), side);
  const given = held.given.map((problem) => ({ ...problem, from: moved(problem.from, 1), to: moved(problem.to, -1) }));
  return { given, marks: held.marks.map(changes) };
}

function place(doc: Text, given: readonly Problem[]): Problems {
  const order = given.map((_, index) => index).sort((a, b) => (given[a]?.from ?? 0) - (given[b]?.from ?? 0));
  const ranges: Range<Decoration>[] = [];
  for (const index of order.slice(0, SHOWN)) {
    const problem = given[index];
    if (!problem) continue;
    ranges.push(mark(doc, problem, index));
  }
  return { given, marks: Decoration.set(ranges, true) };
}

/** A problem of many lines is marked on its first: an underlined screen says nothing. */
function mark(doc: Text, problem: Problem, index: number): Range<Decoration> {
  const at = Math.max(0, Math.min(problem.from, doc.length));
  const line = doc.lineAt(at);
  let from = at;
  let to = Math.max(from, Math.min(problem.to, line.to));
  // Nothing to underline at the end of a line: the character before it stands in.
  if (from === to && to < line.to) to++;
  else if (from === to && from > line.from) from--;
  const severity = problem.severity;
  const decoration =
    from === to
      ? Decoration.line({ class: `problem-line problem-${severity}`, index, severity })
      : Decoration.mark({ class: `problem-mark problem-${severity}`, index, severity });
  return decoration.range(from, to);
}

function sameMarks(a: readonly Problem[], b: readonly Problem[]): boolean {
  return a.length === b.length && a.every((one, at) => one.from === b[at]?.from && one.to === b[at]?.to && one.severity === b[at]?.severity);
}
