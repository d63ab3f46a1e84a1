/**
 * Closes an open tip on Escape, on a press outside it, and when the focus leaves the editor. The editor gets no such events
 * while the tip or the page has the focus, so this listens to the whole document.
 */

import type { Extension } from "@codemirror/state";
import { closeHoverTooltips, type EditorView, hasHoverTooltips, ViewPlugin } from "@codemirror/view";

const TIP = ".cm-tooltip-hover";

/** Closes the open tip. If the tip had the focus, the text gets it back. */
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
