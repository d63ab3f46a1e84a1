/** What can be typed here. The host knows; this asks it, and shows the answer. */

import {
  autocompletion, type Completion, type CompletionContext, type CompletionResult, insertCompletionText, pickedCompletion,
} from "@codemirror/autocomplete";
import { syntaxTree } from "@codemirror/language";
import type { EditorView } from "@codemirror/view";
import type { Host, Option } from "./host";

/** What may be typed on before the host is asked again. */
const GOING_ON = /^"?[\w-]*$/;

/** The part of a choice that the person types next: the text of an attribute, or what belongs between empty quotes. */
export function gap(text: string): { from: number; to: number } | undefined {
  const found = /"(?:value|src_url)": "((?:[^"\\]|\\.)*)"/.exec(text) ?? /"()"/.exec(text);
  if (!found) return undefined;
  const to = found.index + found[0].length - 1;
  return { from: to - found[1]!.length, to };
}

/** `tail` is as much as the choice takes the place of behind the cursor; the list is matched with what stands before it only. */
const apply = (text: string, tail: number) => (view: EditorView, completion: Completion, from: number, to: number) => {
  const edit = insertCompletionText(view.state, text, from, Math.min(to + tail, view.state.doc.length));
  const left = gap(text);
  const selection = left ? { anchor: from + left.from, head: from + left.to } : edit.selection;
  view.dispatch({ ...edit, ...(selection && { selection }), annotations: pickedCompletion.of(completion) });
};

/** The quote is typed before the name, so the list has to match it too, unseen. */
function offered(option: Option, quote: string, tail: number): Completion {
  return {
    label: `${quote}${option.label} ${option.also}`.trimEnd(),
    displayLabel: option.label,
    apply: apply(option.apply, tail),
    detail: option.detail,
    type: option.kind,
    ...(option.info && { info: option.info }),
  };
}

/** The matched ranges, each a start and an end, as far as they are visible: the first `hidden` letters and those after the next `length` are not. */
export function shown(matched: readonly number[], hidden: number, length: number): number[] {
  const places = matched.map((at) => Math.min(length, Math.max(0, at - hidden)));
  return places.filter((_, at) => places[at - (at % 2)] !== places[at - (at % 2) + 1]);
}

/** A text of several words is nobody's name; what stands for a group may come in the middle of one. */
const COMPLETED = /^"?\S*$|\$<?[^\s<>]*$/;

function wanted({ state, pos, explicit }: CompletionContext, large: number): boolean {
  if (explicit) return true;
  const { name, from } = syntaxTree(state).resolveInner(pos, -1);
  if (state.doc.length >= large) return false;
  if (name === "String" || name === "PropertyName") return COMPLETED.test(state.sliceDoc(from, pos));
  return /["\w]/.test(state.sliceDoc(pos - 1, pos));
}

/** In texts from `large` on, only when asked: the host reads the whole text. `deliver` gives it the present one. */
export function completion(host: Host, large: number, deliver: (view: EditorView) => void) {
  const source = (context: CompletionContext): CompletionResult | null => {
    if (!wanted(context, large)) return null;
    if (context.view) deliver(context.view);
    const { doc } = context.state;
    const answer = host.complete(context.pos);
    if (!answer?.options.length) return null;
    const quote = doc.sliceString(answer.from, answer.from + 1) === '"' ? '"' : "";
    return {
      from: answer.from,
      options: answer.options.map((option) => offered(option, quote, Math.max(0, answer.to - context.pos))),
      validFor: GOING_ON,
      getMatch: ({ displayLabel }, matched = []) => shown(matched, quote.length, displayLabel?.length ?? 0),
    };
  };
  return autocompletion({
    override: [source],
    icons: false,
    optionClass: ({ type }) => `option-${type}`,
    // What matches as well as another stays in the host's order: what is needed first comes first.
    compareCompletions: () => 0,
  });
}
