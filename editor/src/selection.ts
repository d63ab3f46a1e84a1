/**
 * Carets and selections. One of them is the browser's own: it costs no frame while nothing is typed, and phones put their
 * handles on it. The browser shows no second one, so several are drawn.
 */

import { Compartment, EditorState, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, rectangularSelection } from "@codemirror/view";
import type { Host } from "./host";

export function selections(): Extension {
  const drawn = new Compartment();
  const follow = EditorView.updateListener.of(({ state, view }) => {
    const several = state.selection.ranges.length > 1;
    const now = drawn.get(state) !== none;
    if (several !== now) view.dispatch({ effects: drawn.reconfigure(several ? drawSelection() : none) });
  });
  return [EditorState.allowMultipleSelections.of(true), rectangularSelection(), drawn.of(none), follow];
}

/** Tells the page where the person puts the cursor. Typing moves it too, but that is delivered as a change. */
export const pointing = (host: Host): Extension =>
  EditorView.updateListener.of((update) => {
    const put = update.transactions.some((tr) => tr.isUserEvent("select"));
    if (put && !update.docChanged) host.pointed?.(update.state.selection.main.head);
  });

const none: Extension = [];
