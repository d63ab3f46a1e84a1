/**
 * What closes a tip, whoever opened it: Escape, a press outside of it, and the focus going somewhere outside of the editor.
 * The editor hears none of these where the tip or the page has the focus, so the whole page is listened to.
 */

import type { Extension } from "@codemirror/state";
import { closeHoverTooltips, type EditorView, hasHoverTooltips, ViewPlugin } from "@codemirror/view";

const TIP = ".cm-tooltip-hover";

/** Where a tip is open: closes it, and hands the focus that was in it back to the text. */
export function close(view: EditorView): void {
  const within = view.dom.querySelector(TIP)?.contains(view.root.activeElement);
  view.dispatch({ effects: closeHoverTooltips });
  if (within) view.focus();
}

export const dismissal: Extension = ViewPlugin.define((view) => {
  const page = view.dom.ownerDocument;
  const opened = () => hasHoverTooltips(view.state);
  const outside = (event: Event, place: Element | null) => !(event.target instanceof Node && place?.contains(event.target));
  const heard = new AbortController();
  // The capture phase: Escape closes the tip, and nothing else.
  const options = { capture: true, signal: heard.signal };
  page.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !opened()) return;
    event.preventDefault();
    event.stopPropagation();
    close(view);
  }, options);
  page.addEventListener("pointerdown", (event) => {
    if (opened() && outside(event, view.dom.querySelector(TIP))) close(view);
  }, options);
  page.addEventListener("focusin", (event) => {
    if (opened() && outside(event, view.dom)) close(view);
  }, options);
  return { destroy: () => heard.abort() };
});
