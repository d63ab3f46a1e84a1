/** The person's edits on their way to the host, and the page's own edits on their way in. */

import { Annotation, type ChangeDesc, type ChangeSpec, EditorSelection, type Text, Transaction } from "@codemirror/state";
import { EditorView, type ViewUpdate } from "@codemirror/view";
import { carry, difference, type Difference, isHigh, isLow } from "./difference";
import type { Host } from "./host";

/** Marks an edit that the page made: it is not told back to the page. */
const own = Annotation.define<boolean>();

/** From this length on, the page hears of a change when the keys rest: it copies and checks the whole text. */
export const LARGE = 1_000_000;
/** Also where no frame comes, as in a tab that is not looked at. */
const PAUSE = 60;

let tasks: MessagePort | undefined;
const queue: (() => void)[] = [];

/** One channel for all: a new one for each key takes 0.1 ms of the frame that shows the letter. */
function nextTask(then: () => void): void {
  if (!tasks) {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => queue.shift()?.();
    tasks = port2;
  }
  queue.push(then);
  tasks.postMessage(null);
}

/** The letter first: what follows from it comes when the frame that shows it is out. */
const afterFrame = (then: () => void) => requestAnimationFrame(() => nextTask(then));

export class Delivery {
  /** What became of the text that the host knows. */
  private changes: ChangeDesc | undefined;
  private waiting: ReturnType<typeof setTimeout> | undefined;
  /** The next text of the page is an undo or a redo: the cursor goes to what it changed. */
  private travelling = false;

  constructor(private readonly host: Host) {}

  readonly extension = EditorView.updateListener.of((update) => this.updated(update));

  /** Whether something was typed that the host does not know. */
  isPending(): boolean {
    return this.changes !== undefined;
  }

  flush(view: EditorView): void {
    if (!this.changes) return;
    const { from, to, end } = changed(this.changes, view.state.doc);
    this.cancel();
    this.host.change(from, to, view.state.doc.sliceString(from, end, "\n"));
  }

  cancel(): void {
    clearTimeout(this.waiting);
    this.changes = undefined;
  }

  travel(view: EditorView, direction: "undo" | "redo"): void {
    this.flush(view);
    this.travelling = true;
    this.host[direction]();
  }

  /** What makes the editor's text this one, where it is another. */
  accept(view: EditorView, text: string) {
    this.cancel();
    const before = whole(view.state.doc);
    const change = difference(before, text);
    const spec = change && this.transaction(view, before, change);
    this.travelling = false;
    return spec;
  }

  private transaction(view: EditorView, before: string, change: Difference) {
    const end = change.from + change.insert.length;
    const { ranges, mainIndex } = view.state.selection;
    const place = (offset: number) => carry(before, change, offset);
    const moved = EditorSelection.create(ranges.map((r) => EditorSelection.range(place(r.anchor), place(r.head))), mainIndex);
    const travelled = this.travelling && view.hasFocus;
    const effects = view.hasFocus ? [EditorView.scrollIntoView(end, { y: "nearest", yMargin: 40 })] : [];
    return {
      changes: change as ChangeSpec,
      selection: travelled ? EditorSelection.cursor(end) : moved,
      annotations: [own.of(true), Transaction.addToHistory.of(false)],
      effects,
      filter: false,
    };
  }

  private updated(update: ViewUpdate): void {
    if (!update.docChanged || update.transactions.every((tr) => !tr.docChanged || tr.annotation(own))) return;
    const changes = this.changes ? this.changes.composeDesc(update.changes.desc) : update.changes.desc;
    this.travelling = false;
    this.cancel();
    this.changes = changes;
    this.waiting = setTimeout(() => this.flush(update.view), PAUSE);
    if (update.state.doc.length < LARGE) afterFrame(() => this.flush(update.view));
  }
}

export const whole = (doc: Text) => doc.sliceString(0, doc.length, "\n");

/**
 * One range around all changes: up to `from` the texts are the same, and from `to` of the text before and `end` of this
 * one on. It is empty where the changes took one another back.
 */
export function changed(changes: ChangeDesc, doc: Text) {
  let range: { from: number; to: number; end: number } | undefined;
  changes.iterChangedRanges((fromA, toA, _, toB) => {
    range = { from: range?.from ?? fromA, to: toA, end: toB };
  });
  let { from, to, end } = range ?? { from: 0, to: 0, end: 0 };
  // Half a pair would be another character on its way.
  if (from > 0 && isHigh(doc.sliceString(from - 1, from).charCodeAt(0))) from--;
  if (isLow(doc.sliceString(end, end + 1).charCodeAt(0))) {
    to++;
    end++;
  }
  return { from, to, end };
}
