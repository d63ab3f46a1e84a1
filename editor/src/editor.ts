/** The editors of JSON and of patterns: CodeMirror 6 behind the few calls that the page makes. */

import { closeBrackets } from "@codemirror/autocomplete";
import { bracketMatching, codeFolding, foldGutter, indentOnInput } from "@codemirror/language";
import { EditorSelection, EditorState, type Extension } from "@codemirror/state";
import {
  dropCursor, EditorView, highlightActiveLine, highlightActiveLineGutter, lineNumbers, placeholder,
} from "@codemirror/view";
import { brackets } from "./brackets";
import { carriage } from "./carriage";
import { completion } from "./completion";
import { Delivery, LARGE, whole } from "./delivery";
import { highlight, setHighlight } from "./highlight";
import { history } from "./history";
import type { Editor, Host, Options } from "./host";
import { fieldKeys, keys } from "./keys";
import { language } from "./language";
import { marks, marksShown } from "./marks";
import { problemsShown } from "./problems";
import { searching } from "./searching";
import { pointing, selections } from "./selection";
import { singleLine } from "./single-line";
import { specials } from "./special";
import { tips } from "./tip";
import { wrapping } from "./wrapping";

export * from "./shared";
export type { Completions, Editor, Explanation, Host, Mark, Option, Options, Over, Problem, Severity } from "./host";

export function create(parent: HTMLElement, options: Options, host: Host): Editor {
  const delivery = new Delivery(host);
  const place = clamp(options.text.length);
  parent.dataset.language = options.language;
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: options.text,
      selection: EditorSelection.range(place(options.from ?? 0), place(options.to ?? options.from ?? 0)),
      extensions: [
        // Only LF ends a line for the editor, so CRLF and a lone CR stay in the text as they came.
        EditorState.lineSeparator.of("\n"),
        options.language === "pattern" ? pattern(delivery, host) : json(delivery, host),
        delivering(delivery),
        attributes(options.label),
        shown,
      ],
    }),
  });

  const within = () => clamp(view.state.doc.length);
  return {
    show: (text, over) => shielded(() => {
      const change = text === undefined ? undefined : delivery.accept(view, text);
      const effects = over ? [...problemsShown(view.state, over.problems, !!change), ...marksShown(view.state, over.marks, !!change)] : [];
      // Together: each step makes the browser lay out the text, which takes long where it is long.
      if (change || effects.length) view.dispatch({ ...change, effects: [...effects, ...(change?.effects ?? [])] });
    }) || whole(view.state.doc) === text,
    reveal: (from, to) => void shielded(() => {
      const selection = EditorSelection.range(within()(from), within()(to));
      view.dispatch({ selection, effects: EditorView.scrollIntoView(selection, { y: "center" }) });
      view.focus();
    }),
    highlight: (from, to, show) => void shielded(() => {
      const [start, end] = [within()(from), within()(to)];
      const scroll = show ? [EditorView.scrollIntoView(start, { y: "nearest", yMargin: 24 })] : [];
      view.dispatch({ effects: [setHighlight.of({ from: start, to: end }), ...scroll] });
    }),
    focus: () => view.focus(),
    cursor: () => view.state.selection.main.head,
    text: () => whole(view.state.doc),
    isPending: () => delivery.isPending(),
    flush: () => delivery.flush(view),
    destroy() {
      delivery.cancel();
      view.destroy();
    },
  };
}

/** The page calls in the middle of its own work, which must not end here: what goes wrong is reported as in an event. Whether nothing did. */
function shielded(step: () => void): boolean {
  try {
    step();
    return true;
  } catch (error) {
    reportError(error);
    return false;
  }
}

const json = (delivery: Delivery, host: Host): Extension => [
  language,
  carriage,
  indentOnInput(),
  closeBrackets(),
  keys,
  searching(),
  completion(host, LARGE, (view) => delivery.flush(view)),
  // Before the numbers: the signs stand left of them.
  tipping(delivery, host, true),
  lineNumbers(),
  codeFolding({ placeholderText: "…" }),
  foldGutter(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  bracketMatching(),
  selections(),
  pointing(host),
  placeholder("Paste or type JSON here"),
  wrapping(),
  description("Tab indents. To leave, press Escape, then Tab. F8 goes to the next problem."),
];

const pattern = (delivery: Delivery, host: Host): Extension => [
  singleLine,
  fieldKeys,
  brackets,
  placeholder("Type a pattern here"),
  tipping(delivery, host, false),
  description("F8 goes to the next problem. Control or Command with a full stop explains the part at the cursor."),
];

/** What the person sees besides the text. */
const shown: Extension = [specials, dropCursor(), marks, highlight];

const delivering = (delivery: Delivery): Extension => [
  delivery.extension,
  history((view, direction) => delivery.travel(view, direction)),
];

const tipping = (delivery: Delivery, host: Host, signs: boolean): Extension => {
  const fix = (view: EditorView, problem: number, at: number) => {
    delivery.flush(view);
    host.fix(problem, at);
  };
  return tips(fix, host.explain && ((offset) => host.explain?.(offset)), signs);
};

const description = (text: string) => EditorView.contentAttributes.of({ "aria-description": text });

const attributes = (label: string): Extension =>
  EditorView.contentAttributes.of({
    "aria-label": label,
    // What is editable takes the focus anyway; this says so to tools that look for it.
    tabindex: "0",
    spellcheck: "false",
    autocorrect: "off",
    autocapitalize: "off",
  });

const clamp = (length: number) => (offset: number) => Math.max(0, Math.min(Math.trunc(offset) || 0, length));
