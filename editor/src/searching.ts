/** Search, fetched when it is asked for: nobody needs it in order to type. */

import { Compartment, type Extension } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";

/** The keys that open it or search on, as `search.js` binds them, and whether they do something else with Shift. */
const KEYS = { "Mod-f": false, F3: true, "Mod-g": true, "Mod-Shift-l": false, "Mod-Alt-g": false, "Mod-d": false };

export function searching(): Extension {
  const place = new Compartment();
  const pressed = (key: string, way: "run" | "shift") => (view: EditorView) => {
    fetched(view, place).then(
      (bindings) => bindings.find((binding) => binding.key === key)?.[way]?.(view),
      () => view.dispatch({ effects: EditorView.announce.of("Search could not be loaded") }),
    );
    return true;
  };
  const bindings = Object.entries(KEYS).map(([key, shifted]) => ({
    key,
    run: pressed(key, "run"),
    ...(shifted && { shift: pressed(key, "shift") }),
    preventDefault: true,
  }));
  return place.of(keymap.of(bindings));
}

/** Replaces the keys that waited for search with search itself. */
async function fetched(view: EditorView, place: Compartment) {
  const { keys, panel } = await import("./search.js");
  view.dispatch({ effects: place.reconfigure([keymap.of(keys), panel]) });
  return keys;
}
