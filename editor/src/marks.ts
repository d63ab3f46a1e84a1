/** The spans that the host colours: groups of a pattern, their names in a text, and what the signs of a pattern are. */

import { type EditorState, type Range, StateEffect, StateField, type Text } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";
import type { Mark } from "./host";

const replace = StateEffect.define<readonly Mark[]>();

export const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(held, tr) {
    for (const effect of tr.effects) if (effect.is(replace)) return place(tr.newDoc, effect.value);
    return held.map(tr.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Nothing where the editor shows these already: most keys only move them, and it has done that by itself. */
export function marksShown(state: EditorState, given: readonly Mark[], changed: boolean): StateEffect<unknown>[] {
  return !changed && same(state.field(marks), place(state.doc, given)) ? [] : [replace.of(given)];
}

function place(doc: Text, given: readonly Mark[]): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  for (const { from, to, kind } of given) {
    const end = Math.min(to, doc.length);
    if (from < end) ranges.push(Decoration.mark({ class: kind }).range(from, end));
  }
  return Decoration.set(ranges, true);
}

/** `RangeSet.eq` looks at nothing that has a length. */
function same(a: DecorationSet, b: DecorationSet): boolean {
  const [one, other] = [a.iter(), b.iter()];
  for (; one.value && other.value; one.next(), other.next())
    if (one.from !== other.from || one.to !== other.to || !one.value.eq(other.value)) return false;
  return one.value === other.value;
}
