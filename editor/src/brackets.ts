/** The two brackets of a group or class of a pattern, shown when the cursor stands beside one of them. */

import { type EditorState, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";

/** The bracket that belongs to the one at `at`; `null` where none does, or where that sign is no bracket. */
export function partner(pattern: string, at: number): number | null {
  const open: number[] = [];
  let set = -1;
  for (let here = 0; here < pattern.length; here++) {
    const sign = pattern[here];
    let other: number | undefined;
    if (sign === "\\") here++;
    else if (set >= 0 && sign === "]") {
      other = set;
      set = -1;
    } else if (set >= 0) continue;
    else if (sign === "[") set = here;
    else if (sign === "(") open.push(here);
    else if (sign === ")") other = open.pop();
    if (other === undefined) continue;
    if (other === at) return here;
    if (here === at) return other;
  }
  return null;
}

const mark = Decoration.mark({ class: "cm-matchingBracket" });

function beside({ doc, selection: { main } }: EditorState): DecorationSet {
  if (!main.empty) return Decoration.none;
  // The bracket before the cursor is the one that was just typed.
  for (const at of [main.head - 1, main.head]) {
    if (!/[()[\]]/.test(doc.sliceString(at, at + 1))) continue;
    const other = partner(doc.toString(), at);
    if (other !== null) return Decoration.set([mark.range(at, at + 1), mark.range(other, other + 1)], true);
  }
  return Decoration.none;
}

export const brackets = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (held, tr) => (tr.docChanged || tr.selection ? beside(tr.state) : held),
  provide: (field) => EditorView.decorations.from(field),
});
