/** A text of one line: what is typed, pasted or dropped comes in without its line breaks, and nothing else is changed. */

import { type ChangeSpec, EditorState } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";

const BREAKS = /[\r\n]+/g;

const unbroken = EditorState.transactionFilter.of((tr) => {
  const breaks: ChangeSpec[] = [];
  tr.changes.iterChanges((_fromA, _toA, from, _to, inserted) => {
    for (const { 0: found, index } of inserted.sliceString(0, inserted.length, "\n").matchAll(BREAKS))
      breaks.push({ from: from + index, to: from + index + found.length });
  });
  return breaks.length ? [tr, { changes: breaks, sequential: true }] : tr;
});

const nothing = () => true;

export const singleLine = [
  unbroken,
  keymap.of([{ key: "Enter", run: nothing, shift: nothing }]),
  EditorView.lineWrapping,
  EditorView.contentAttributes.of({ "aria-multiline": "false", enterkeyhint: "done" }),
];
