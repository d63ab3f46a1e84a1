/** The keys, beside those of search, folding and completion. */

import { acceptCompletion, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import {
  addCursorAbove, addCursorBelow, copyLineDown, copyLineUp, cursorMatchingBracket, deleteLine, indentLess, indentMore,
  indentSelection, insertBlankLine, moveLineDown, moveLineUp, selectLine, selectParentSyntax, simplifySelection, standardKeymap,
} from "@codemirror/commands";
import { foldKeymap, indentUnit, syntaxTree } from "@codemirror/language";
import type { EditorState } from "@codemirror/state";
import { type Command, type KeyBinding, keymap } from "@codemirror/view";

/** One step of the text's own indent. Within a string it would become part of the value, so there the whole line moves. */
const insertIndent: Command = ({ state, dispatch }) => {
  const whole = state.selection.ranges.some((range) => !range.empty || isInString(state, range.head));
  if (whole) return indentMore({ state, dispatch });
  dispatch(state.update(state.replaceSelection(state.facet(indentUnit)), { scrollIntoView: true, userEvent: "input" }));
  return true;
};

function isInString(state: EditorState, at: number): boolean {
  const { name, from, to } = syntaxTree(state).resolveInner(at, -1);
  return (name === "String" || name === "PropertyName") && from < at && at < to;
}

const lines: KeyBinding[] = [
  { key: "Alt-ArrowUp", run: moveLineUp, shift: copyLineUp },
  { key: "Alt-ArrowDown", run: moveLineDown, shift: copyLineDown },
  { key: "Shift-Mod-k", run: deleteLine },
  { key: "Mod-Enter", run: insertBlankLine },
  { key: "Mod-[", run: indentLess },
  { key: "Mod-]", run: indentMore },
  { key: "Mod-Alt-\\", run: indentSelection },
];

const selections: KeyBinding[] = [
  { key: "Mod-Alt-ArrowUp", run: addCursorAbove },
  { key: "Mod-Alt-ArrowDown", run: addCursorBelow },
  { key: "Escape", run: simplifySelection },
  { key: "Alt-l", mac: "Ctrl-l", run: selectLine },
  { key: "Mod-i", run: selectParentSyntax, preventDefault: true },
  { key: "Shift-Mod-\\", run: cursorMatchingBracket },
];

export const keys = keymap.of([
  { key: "Tab", run: acceptCompletion },
  { key: "Tab", run: insertIndent, shift: indentLess },
  ...closeBracketsKeymap,
  ...completionKeymap,
  ...foldKeymap,
  ...lines,
  ...selections,
  ...standardKeymap,
]);

/** Those of a field of one line: Tab is the page's. */
export const fieldKeys = keymap.of([{ key: "Escape", run: simplifySelection }, ...standardKeymap]);
