/** Tells the host where the cursor stands, once a frame at most. */

import { type EditorView, ViewPlugin } from "@codemirror/view";
import type { Host } from "./host";

export function watchCursor(host: Host) {
  return ViewPlugin.define((view: EditorView) => {
    let frame = 0;
    const tell = () => {
      frame = 0;
      host.cursor(view.state.selection.main.head);
    };
    return {
      update(update) {
        if (frame || (!update.selectionSet && !update.docChanged)) return;
        frame = requestAnimationFrame(tell);
      },
      destroy: () => cancelAnimationFrame(frame),
    };
  });
}
