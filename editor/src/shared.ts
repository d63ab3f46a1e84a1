/** What `search.js` takes from `editor.js`. A name that is missing here shows where the browser's tests search. */

export {
  CharCategory, codePointAt, codePointSize, combineConfig, EditorSelection, EditorState, Facet, findClusterBreak, fromCodePoint,
  Prec, RangeSetBuilder, StateEffect, StateField,
} from "@codemirror/state";
export { Decoration, EditorView, getDialog, getPanel, runScopeHandlers, showDialog, showPanel, ViewPlugin } from "@codemirror/view";
