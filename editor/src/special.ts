/**
 * Characters that do not show by themselves: each is drawn as a sign that can be seen.
 *
 * CodeMirror has this as well. When its host changes the text far from the screen, though, its `MatchDecorator` hands the
 * marks back where they stood before, on other characters or on a line's end. Here they follow every change.
 */

import type { ChangeDesc, Extension } from "@codemirror/state";
import {
  Decoration, type DecorationSet, type EditorView, MatchDecorator, ViewPlugin, type ViewUpdate, WidgetType,
} from "@codemirror/view";

/** Those that do not show by themselves; a CR before its LF is no surprise, and a lone surrogate is one. */
const SPECIAL = new RegExp(
  "[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u200b\\u200e\\u200f\\u2028\\u2029\\u202d\\u202e" +
    "\\u2066\\u2067\\u2069\\ufeff\\ufff9-\\ufffc\\ud800-\\udfff]|\\r(?!$)",
  "gu",
);

const NAMES: Readonly<Record<number, string>> = {
  0x0000: "Null",
  0x000d: "Carriage return",
  0x00ad: "Soft hyphen",
  0x200b: "Zero-width space",
  0x200e: "Left-to-right mark",
  0x200f: "Right-to-left mark",
  0x2028: "Line separator",
  0x2029: "Paragraph separator",
  0x202d: "Left-to-right override",
  0x202e: "Right-to-left override",
  0xfeff: "Byte-order mark",
};

/** Unicode has pictures for the first 32 only. */
export const sign = (code: number) => (code < 32 ? String.fromCharCode(0x2400 + code) : "•");

export function name(code: number): string {
  const kind = NAMES[code] ?? (code >= 0xd800 && code <= 0xdfff ? "Lone surrogate" : "Control character");
  return `${kind} U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}

class Sign extends WidgetType {
  constructor(readonly code: number) {
    super();
  }

  override eq(other: Sign): boolean {
    return other.code === this.code;
  }

  override toDOM(): HTMLElement {
    const span = document.createElement("span");
    span.className = "cm-specialChar";
    span.textContent = sign(this.code);
    span.title = name(this.code);
    span.setAttribute("aria-label", span.title);
    return span;
  }

  /** A click puts the cursor beside it. */
  override ignoreEvent(): boolean {
    return false;
  }
}

/** Whole lines are searched again: what comes next decides about a CR and about half a pair. */
const matcher = new MatchDecorator({
  regexp: SPECIAL,
  decoration: ([character]) => Decoration.replace({ widget: new Sign(character.charCodeAt(0)) }),
});

export const found = (view: EditorView): DecorationSet => matcher.createDeco(view);

export const followed = (held: DecorationSet, update: ViewUpdate): DecorationSet =>
  moved(held, matcher.updateDeco(update, held), update.changes);

/** The matcher hands back the very same set where it left out a change; what it did move is another one. */
export const moved = (before: DecorationSet, after: DecorationSet, changes: ChangeDesc): DecorationSet =>
  after === before ? before.map(changes) : after;

export const specials: Extension = ViewPlugin.define(
  (view) => ({
    signs: found(view),
    update(update: ViewUpdate) {
      this.signs = followed(this.signs, update);
    },
  }),
  { decorations: ({ signs }) => signs },
);
