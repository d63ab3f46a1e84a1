/** Undo and redo belong to the page: its history covers more than this text. */

import { Prec } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";

export function history(travel: (view: EditorView, direction: "undo" | "redo") => void) {
  const undo = (view: EditorView) => (travel(view, "undo"), true);
  const redo = (view: EditorView) => (travel(view, "redo"), true);
  return [
    Prec.high(
      keymap.of([
        { key: "Mod-z", run: undo, shift: redo, preventDefault: true },
        { key: "Mod-y", run: redo, preventDefault: true },
      ]),
    ),
    // Menus, shaking a phone, and keyboards on a screen.
    EditorView.domEventHandlers({
      beforeinput(event, view) {
        if (event.inputType !== "historyUndo" && event.inputType !== "historyRedo") return false;
        event.preventDefault();
        return event.inputType === "historyUndo" ? undo(view) : redo(view);
      },
    }),
  ];
}
