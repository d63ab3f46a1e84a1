/** The search of CodeMirror, and how many matches there are: a bundle of its own, see `build/bundle.mjs`. */

import { getSearchQuery, search, searchKeymap, type SearchQuery } from "@codemirror/search";
import { EditorState, type Extension, type SelectionRange } from "@codemirror/state";
import { ViewPlugin } from "@codemirror/view";

/** More are not counted: nobody reads the number. */
const MOST = 999;
/** From this length on, to look through the text takes too long for every key. */
const LARGE = 1_000_000;

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

/** What is typed into the panel is no part of the project: the browser undoes it. */
function ownUndo(event: Event) {
  const { key, ctrlKey, metaKey } = event as KeyboardEvent;
  if ((ctrlKey || metaKey) && /^[zy]$/i.test(key)) event.stopPropagation();
}

/** Stands behind the field in the panel, which CodeMirror makes and takes away. Counted again only where it may be another. */
const count = ViewPlugin.define((view) => {
  const words = document.createElement("span");
  words.className = "cm-search-count";
  words.setAttribute("role", "status");
  let seen: EditorState | undefined;
  const show = () => {
    const field = view.dom.querySelector(".cm-search [name=search]");
    if (!field) return;
    if (field.nextElementSibling !== words) {
      field.after(words);
      field.closest(".cm-search")?.addEventListener("keydown", ownUndo);
    }
    const { state } = view;
    const query = getSearchQuery(state);
    if (seen && seen.doc === state.doc && seen.selection.eq(state.selection) && getSearchQuery(seen).eq(query)) return;
    seen = state;
    words.textContent = state.doc.length < LARGE ? counted(state, query, state.selection.main) : "";
  };
  // A panel that has just been opened comes onto the page in this update too.
  const soon = () => queueMicrotask(show);
  soon();
  return { update: soon };
});

/** CodeMirror's own words are in lower case. */
const words = EditorState.phrases.of({
  next: "Next", previous: "Previous", all: "All", "match case": "Match case", regexp: "Pattern", "by word": "Whole words",
  replace: "Replace", "replace all": "Replace all", close: "Close",
});

export const keys = searchKeymap;
export const panel: Extension = [search({ top: true }), words, count];
