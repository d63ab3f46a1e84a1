/** Stands before the Lab's `editor.js` while it is measured: the same editors, with a clock around the page's callback. */

import { create as createItself } from "./editor-itself.js";

export * from "./editor-itself.js";

export function create(parent, options, host) {
  const editor = createItself(parent, options, { ...host, change: bench.timed(host.change) });
  bench.editors[parent.dataset.editor] = editor;
  return editor;
}
