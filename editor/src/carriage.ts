/**
 * CRLF in a text whose lines end at LF alone: the CR stays in the text and out of the person's way.
 * The cursor never stands between the two, they are deleted together, and Enter writes both where
 * the first line has both.
 */

import { type ChangeSpec, EditorSelection, EditorState, type SelectionRange, type Text, type Transaction } from "@codemirror/state";
import { type Command, keymap } from "@codemirror/view";

const CR = "\r";

function isBetween(doc: Text, at: number): boolean {
  return at > 0 && at < doc.length && doc.sliceString(at - 1, at + 1) === "\r\n";
}

function hasCarriage(doc: Text): boolean {
  return doc.lines > 1 && doc.line(1).text.endsWith(CR);
}

/** What the person's edit left of a pair, or wrote of one. */
function mend(tr: Transaction): ChangeSpec[] {
  const before = tr.startState.doc;
  const mended: ChangeSpec[] = [];
  // A paste keeps the line ends that it brings.
  const writes = tr.isUserEvent("input") && !tr.isUserEvent("input.paste") && hasCarriage(before);
  tr.changes.iterChanges((fromA, toA, fromB, toB, inserted) => {
    const deletes = inserted.length === 0 && toA > fromA;
    if (deletes && isBetween(before, fromA)) mended.push({ from: fromB - 1, to: fromB });
    if (writes && inserted.lines > 1) mended.push(...carriages(tr.newDoc, fromB, toB));
    if (toA === fromA || !isBetween(before, toA)) return;
    // Delete at a line's end takes both; Enter takes the CR for white space, so it comes back.
    mended.push(deletes && toA - fromA === 1 ? { from: toB, to: toB + 1 } : { from: toB, insert: CR });
  });
  return mended;
}

function carriages(doc: Text, from: number, to: number): ChangeSpec[] {
  const missing: ChangeSpec[] = [];
  for (let line = doc.lineAt(from); line.to < to; line = doc.line(line.number + 1))
    if (!line.text.endsWith(CR)) missing.push({ from: line.to, insert: CR });
  return missing;
}

const pairs = EditorState.transactionFilter.of((tr) => {
  if (!tr.docChanged) return tr;
  const changes = mend(tr);
  return changes.length ? [tr, { changes, sequential: true }] : tr;
});

function outside(doc: Text, range: SelectionRange): SelectionRange {
  const head = isBetween(doc, range.head) ? range.head - 1 : range.head;
  const anchor = isBetween(doc, range.anchor) ? range.anchor - 1 : range.anchor;
  return head === range.head && anchor === range.anchor ? range : EditorSelection.range(anchor, head);
}

const cursor = EditorState.transactionFilter.of((tr) => {
  const selection = tr.newSelection;
  if (!tr.selection || !selection.ranges.some((r) => isBetween(tr.newDoc, r.head) || isBetween(tr.newDoc, r.anchor))) return tr;
  const ranges = selection.ranges.map((range) => outside(tr.newDoc, range));
  return [tr, { selection: EditorSelection.create(ranges, selection.mainIndex), sequential: true }];
});

/** Without this, the step to the right of a line's end would be taken back for ever. */
const step = (extend: boolean): Command => ({ state, dispatch }) => {
  const { main, ranges } = state.selection;
  if (ranges.length > 1 || !isBetween(state.doc, main.head + 1) || (!extend && !main.empty)) return false;
  const head = main.head + 2;
  dispatch(state.update({ selection: EditorSelection.range(extend ? main.anchor : head, head), scrollIntoView: true, userEvent: "select" }));
  return true;
};

export const carriage = [pairs, cursor, keymap.of([{ key: "ArrowRight", run: step(false), shift: step(true) }])];
