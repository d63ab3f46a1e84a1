/**
 * What a problem says when it is pointed at, pressed or stepped to, and the buttons that mend it; under it what the host
 * says of the part that is pointed at.
 */

import { activateHover, EditorView, hoverTooltip, keymap, type Tooltip } from "@codemirror/view";
import type { EditorState, Extension, Transaction } from "@codemirror/state";
import { close, dismissal } from "./dismissal";
import type { Explanation, Host } from "./host";
import { icon } from "./icon";
import { markers } from "./markers";
import { type Found, problems, problemsAt, replaceProblems } from "./problems";

type Fix = (view: EditorView, problem: number, fix: number) => void;

function element(tag: string, className: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...children);
  return made;
}

/** Names stand in backticks. */
function prose(text: string): (Node | string)[] {
  return text.split("`").map((part, at) => (at % 2 ? element("code", "", part) : part));
}

function card(view: EditorView, { problem, index }: Found, fix: Fix): HTMLElement {
  const sign = icon(problem.severity);
  sign.classList.add("problem-sign");
  const body = element("div", "problem-body", element("p", "problem-message", ...prose(problem.message)));
  // A fix with the same words says it already.
  if (problem.help && !problem.fixes.includes(problem.help)) body.append(element("p", "problem-help", ...prose(problem.help)));
  if (problem.fixes.length) body.append(element("div", "problem-fixes", ...problem.fixes.map((title, at) => button(title, () => fix(view, index, at)))));
  body.append(element("p", "problem-rule", `${problem.severity === "info" ? "note" : problem.severity} · ${problem.rule}`));
  const made = element("section", `problem-card problem-${problem.severity}`);
  made.append(sign, body);
  return made;
}

function button(title: string, press: () => void): HTMLElement {
  const made = element("button", "problem-fix", ...prose(title)) as HTMLButtonElement;
  made.type = "button";
  made.addEventListener("click", press);
  return made;
}

/** What is known of the character on one side of a place. */
export interface Known {
  from: number;
  to: number;
  problems: Found[];
  explanation: Explanation | undefined;
}

export function known(state: EditorState, explain: Host["explain"], at: number, side: number): Known | null {
  const problems = problemsAt(state, at, at);
  // Behind the last character there is none to explain.
  const character = side < 0 || at === state.doc.length ? at - 1 : at;
  const explanation = (character >= 0 && explain?.(character)) || undefined;
  // Where a part is explained, its end closes the tip: the next part says something else.
  const places = explanation ? [explanation] : problems;
  if (!places.length) return null;
  const within = (at: number) => Math.min(at, state.doc.length);
  const from = within(Math.min(...places.map(({ from }) => from)));
  return { from, to: within(Math.max(...places.map(({ to }) => to))), problems, explanation };
}

function content(view: EditorView, { problems, explanation }: Known, fix: Fix): HTMLElement {
  const tip = element("div", "problem-tip", ...problems.map((one) => card(view, one, fix)));
  const lines = explanation?.text.split("\n").map((line) => element("p", "", ...prose(line)));
  if (lines) tip.append(element("section", "problem-card explanation", element("div", "problem-body", ...lines)));
  return tip;
}

/** The next problem behind the cursor, or before it. Past the last one the page goes on, in another text where there are several. */
function neighbour(view: EditorView, forward: boolean): Found | undefined {
  const head = view.state.selection.main.head;
  const all = problemsAt(view.state, 0, view.state.doc.length);
  return forward ? all.find(({ from }) => from > head) : all.findLast(({ from }) => from < head);
}

/** The tip speaks of this text and names its fixes by their place among these problems. */
const outdates = (tr: Transaction) => tr.docChanged || tr.effects.some((effect) => effect.is(replaceProblems));

/** `signs`: in a gutter too. */
export function tips(fixed: Fix, explain: Host["explain"], signs: boolean): Extension {
  const fix: Fix = (view, problem, at) => {
    close(view);
    view.focus();
    fixed(view, problem, at);
  };
  const tooltip = (view: EditorView, at: number, side: number): Tooltip | null => {
    const found = known(view.state, explain, at, side);
    return found && { pos: found.from, end: found.to, create: () => ({ dom: content(view, found, fix) }) };
  };
  const hover = hoverTooltip(tooltip, { hideOn: outdates });

  const open = (view: EditorView, at: number) =>
    activateHover(view, at, 1, { tooltip: hover, until: (tr) => tr.selection !== undefined });

  const go = (forward: boolean) => (view: EditorView) => {
    const found = neighbour(view, forward);
    if (!found) return false;
    view.dispatch({ selection: { anchor: found.from }, scrollIntoView: true, userEvent: "select", effects: EditorView.announce.of(found.problem.message) });
    open(view, found.from);
    return true;
  };

  /** Opens the tip under the cursor and goes into it. */
  const look = (view: EditorView) => {
    const { head } = view.state.selection.main;
    const found = known(view.state, explain, head, 1);
    if (!found) return false;
    open(view, head);
    if (found.explanation) view.dispatch({ effects: EditorView.announce.of(found.explanation.text) });
    // The tip is put on the page when the editor next measures.
    requestAnimationFrame(() => view.dom.querySelector<HTMLElement>(".problem-fix")?.focus());
    return true;
  };

  const press = (view: EditorView, from: number, to: number) => {
    const [first] = problemsAt(view.state, from, to).filter((found) => found.from >= from);
    if (first) open(view, first.from);
    return first !== undefined;
  };

  return [
    problems,
    hover,
    dismissal,
    signs ? markers(press) : [],
    keymap.of([
      { key: "F8", run: go(true), shift: go(false) },
      { key: "Mod-.", run: look, preventDefault: true },
    ]),
    // Fingers do not hover.
    EditorView.domEventObservers({
      click(event, view) {
        if ((event as PointerEvent).pointerType === "touch") open(view, view.state.selection.main.head);
      },
    }),
  ];
}
