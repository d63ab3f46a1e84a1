/** The soft mark behind the attribute that the drawing points at. */

import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";

export const setHighlight = StateEffect.define<{ from: number; to: number }>();

const mark = Decoration.mark({ class: "pointed" });

export const highlight = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, tr) {
    let now = marks.map(tr.changes);
    for (const effect of tr.effects)
      if (effect.is(setHighlight)) {
        const { from, to } = effect.value;
        now = from < to ? Decoration.set(mark.range(from, to)) : Decoration.none;
      }
    return now;
  },
  provide: (field) => EditorView.decorations.from(field),
});
