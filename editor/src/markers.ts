/** One sign per line with problems, shaped by the worst of them. */

import { type Extension, RangeSet, RangeSetBuilder, type EditorState } from "@codemirror/state";
import { type EditorView, gutter, GutterMarker } from "@codemirror/view";
import { icon } from "./icon";
import type { Severity } from "./host";
import { problems } from "./problems";

const RANK: Record<Severity, number> = { info: 0, warning: 1, error: 2 };

class Sign extends GutterMarker {
  constructor(private readonly severity: Severity) {
    super();
  }
  override eq(other: Sign): boolean {
    return other.severity === this.severity;
  }
  override toDOM(): Node {
    const sign = icon(this.severity);
    sign.classList.add("problem-sign", `problem-${this.severity}`);
    return sign;
  }
}

const signs: Record<Severity, Sign> = { error: new Sign("error"), warning: new Sign("warning"), info: new Sign("info") };

function place(state: EditorState): RangeSet<GutterMarker> {
  const builder = new RangeSetBuilder<GutterMarker>();
  let line = -1;
  let worst: Severity = "info";
  const close = () => line >= 0 && builder.add(line, line, signs[worst]);
  for (const cursor = state.field(problems).marks.iter(); cursor.value; cursor.next()) {
    const severity: Severity = cursor.value.spec.severity;
    const start = state.doc.lineAt(cursor.from).from;
    if (start !== line) close();
    if (start !== line || RANK[severity] > RANK[worst]) worst = severity;
    line = start;
  }
  close();
  return builder.finish();
}

/** `open` is pressed on the sign of the line that begins at `from`. */
export function markers(open: (view: EditorView, from: number, to: number) => boolean): Extension {
  let of: RangeSet<GutterMarker> = RangeSet.empty;
  let held: unknown;
  return gutter({
    class: "problem-gutter",
    markers(view) {
      const now = view.state.field(problems).marks;
      if (now !== held) of = place(view.state);
      held = now;
      return of;
    },
    domEventHandlers: { mousedown: (view, line) => open(view, line.from, line.to) },
  });
}
