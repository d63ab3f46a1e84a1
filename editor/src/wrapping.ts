/** Long lines wrap where the screen is a phone's; elsewhere they scroll. */

import { Compartment } from "@codemirror/state";
import { EditorView, ViewPlugin } from "@codemirror/view";

const NARROW = "(max-width: 699.98px)";
const compartment = new Compartment();

const wrap = (narrow: boolean) => (narrow ? EditorView.lineWrapping : []);

const watch = ViewPlugin.define((view) => {
  const narrow = matchMedia(NARROW);
  const changed = () => view.dispatch({ effects: compartment.reconfigure(wrap(narrow.matches)) });
  narrow.addEventListener("change", changed);
  return { destroy: () => narrow.removeEventListener("change", changed) };
});

export const wrapping = () => [compartment.of(wrap(matchMedia(NARROW).matches)), watch];
