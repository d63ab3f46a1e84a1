/** The search of CodeMirror, and how many matches there are: a bundle of its own, see `build.mjs`. */

import { getSearchQuery, search, searchKeymap, type SearchQuery } from "@codemirror/search";
import { EditorState, type Extension, type SelectionRange } from "@codemirror/state";
import { type EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";

/** More are not counted: nobody reads the number, and a text may have megabytes. */
const MOST = 999;

/** `3 of 12`; without a selected match `12 matches`. */
export function counted(state: EditorState, query: SearchQuery, selected: SelectionRange): string {
  if (!query.search) return "";
  if (!query.valid) return "No pattern";
  let all = 0;
  let place = 0;
  const matches = query.getCursor(state);
  for (let next = matches.next(); !next.done && all <= MOST; next = matches.next()) {
    all++;
    if (next.value.from === selected.from && next.value.to === selected.to) place = all;
  }
  const total = all > MOST ? `${MOST}+` : String(all);
  if (all === 0) return "No match";
  return place ? `${place} of ${total}` : `${total} ${all === 1 ? "match" : "matches"}`;
}

/** Stands behind the field in the panel, which CodeMirror makes and takes away. */
const count = ViewPlugin.define((view) => ({
  words: show(view, document.createElement("span")),
  update({ view }: ViewUpdate) {
    // A panel that has just been opened comes onto the page in this update too.
    queueMicrotask(() => show(view, this.words));
  },
}));

function show(view: EditorView, words: HTMLElement): HTMLElement {
  const field = view.dom.querySelector(".cm-search [name=search]");
  if (field && field.nextElementSibling !== words) field.after(words);
  words.className = "cm-search-count";
  words.setAttribute("role", "status");
  const said = field ? counted(view.state, getSearchQuery(view.state), view.state.selection.main) : "";
  if (words.textContent !== said) words.textContent = said;
  return words;
}

/** CodeMirror's own words are in lower case. */
const words = EditorState.phrases.of({
  next: "Next", previous: "Previous", all: "All", "match case": "Match case", regexp: "Pattern", "by word": "Whole words",
  replace: "Replace", "replace all": "Replace all", close: "Close",
});

export const keys = searchKeymap;
export const panel: Extension = [search({ top: true }), words, count];
