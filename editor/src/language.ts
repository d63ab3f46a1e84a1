/** JSON: its grammar, the classes that the sheet colours, and the indent that the text itself uses. */

import { json } from "@codemirror/lang-json";
import { indentUnit, syntaxHighlighting } from "@codemirror/language";
import { EditorState, type Text } from "@codemirror/state";
import { tagHighlighter, tags } from "@lezer/highlight";

/** Brackets, colons and commas have the colour of text: an element around each would double what the browser lays out. */
const colours = tagHighlighter([
  { tag: tags.propertyName, class: "code-key" },
  { tag: tags.string, class: "code-string" },
  { tag: tags.number, class: "code-number" },
  { tag: [tags.bool, tags.null], class: "code-atom" },
]);

/** The first indented line decides; an array of objects shows it within three lines. */
export function indentOf(doc: Text): string {
  for (let number = 2; number <= Math.min(doc.lines, 12); number++) {
    const indent = /^(?:\t| {1,8})(?=\S)/.exec(doc.line(number).text.slice(0, 16));
    if (indent) return indent[0];
  }
  return "  ";
}

export const language = [
  json(),
  syntaxHighlighting(colours),
  indentUnit.compute(["doc"], (state) => indentOf(state.doc)),
  EditorState.tabSize.of(4),
];
