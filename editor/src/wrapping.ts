/** Long lines wrap. In a large text they do so only where the screen is a phone's: to measure them would delay each key. */

import { Compartment } from "@codemirror/state";
import { EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";

const NARROW = "(max-width: 699.98px)";
/** From this length on, in UTF-16 units. */
const LARGE = 200_000;

const compartment = new Compartment();
const wrap = (wraps: boolean) => (wraps ? EditorView.lineWrapping : []);

const watch = ViewPlugin.fromClass(
  class {
    private readonly narrow = matchMedia(NARROW);
    private wraps: boolean;

    constructor(private readonly view: EditorView) {
      this.wraps = view.lineWrapping;
      this.narrow.addEventListener("change", this.follow);
      this.soon();
    }

    update(update: ViewUpdate) {
      if (update.docChanged) this.soon();
    }

    destroy() {
      this.narrow.removeEventListener("change", this.follow);
    }

    private readonly follow = () => {
      const wraps = this.narrow.matches || this.view.state.doc.length < LARGE;
      if (wraps === this.wraps) return;
      this.wraps = wraps;
      this.view.dispatch({ effects: compartment.reconfigure(wrap(wraps)) });
    };

    /** An update is no time for another one. */
    private soon() {
      const wraps = this.narrow.matches || this.view.state.doc.length < LARGE;
      if (wraps !== this.wraps) queueMicrotask(this.follow);
    }
  },
);

export const wrapping = () => [compartment.of(wrap(true)), watch];
