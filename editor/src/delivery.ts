/** The person's edits on their way to the host, and the page's own edits on their way in. */

import { Annotation, type ChangeSpec, EditorSelection, type Text, Transaction } from "@codemirror/state";
import { EditorView, type ViewUpdate } from "@codemirror/view";
import { carry, difference, type Difference } from "./difference";
import type { Host } from "./host";

/** Marks an edit that the page made: it is not told back to the page. */
const own = Annotation.define<boolean>();

/** From this length on, a text goes to the page piece by piece: the whole takes longer than a key may. */
export const LARGE = 1_000_000;
const PIECE = 1_000_000;
/** Also where no frame comes, as in a tab that is not looked at. */
const PAUSE = 60;

const encoder = new TextEncoder();

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
  /** The text that the host knows: the last one delivered or set. */
  private known: string;
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private cache: { doc: Text; text: string } | undefined;
  /** The next text of the page is an undo or a redo: the cursor goes to what it changed. */
  private travelling = false;

  constructor(private readonly host: Host, text: string) {
    this.known = text;
  }

  readonly extension = EditorView.updateListener.of((update) => this.updated(update));

  text(doc: Text): string {
    if (this.cache?.doc !== doc) this.cache = { doc, text: doc.sliceString(0, doc.length, "\n") };
    return this.cache.text;
  }

  flush(view: EditorView): void {
    if (this.waiting === undefined) return;
    this.cancel();
    this.known = this.text(view.state.doc);
    this.host.change(encoder.encode(this.known));
  }

  /** As `flush`, with time for keys in between; a newer change takes its place. */
  private async flushInPieces(view: EditorView): Promise<void> {
    const { doc } = view.state;
    const pieces: string[] = [];
    const bytes: Uint8Array[] = [];
    for (let at = 0; at < doc.length; ) {
      await new Promise<void>(nextTask);
      if (this.waiting === undefined || view.state.doc !== doc) return;
      const end = at + PIECE < doc.length ? doc.lineAt(at + PIECE).to : doc.length;
      const piece = doc.sliceString(at, end, "\n");
      pieces.push(piece);
      bytes.push(encoder.encode(piece));
      at = end;
    }
    this.cancel();
    this.cache = { doc, text: pieces.join("") };
    this.known = this.cache.text;
    this.host.change(joined(bytes));
  }

  cancel(): void {
    clearTimeout(this.waiting);
    this.waiting = undefined;
  }

  travel(view: EditorView, direction: "undo" | "redo"): void {
    this.flush(view);
    this.travelling = true;
    this.host[direction]();
  }

  /** What makes the editor's text this one, where it is another; call `accepted` when that is dispatched. */
  accept(view: EditorView, text: string) {
    // The page repeats what it last heard while newer keys still wait: they win.
    if (this.waiting !== undefined && text === this.known) return;
    this.cancel();
    this.known = text;
    const before = this.text(view.state.doc);
    const change = difference(before, text);
    const spec = change && this.transaction(view, before, change);
    this.travelling = false;
    return spec;
  }

  accepted(view: EditorView): void {
    this.cache = { doc: view.state.doc, text: this.known };
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
    this.travelling = false;
    this.cancel();
    const large = update.state.doc.length >= LARGE;
    this.waiting = setTimeout(() => (large ? this.flushInPieces(update.view) : this.flush(update.view)), PAUSE);
    if (!large) afterFrame(() => this.flush(update.view));
  }
}

function joined(pieces: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
