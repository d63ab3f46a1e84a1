import assert from "node:assert/strict";
import { test } from "node:test";
import { type ChangeSpec, EditorState } from "@codemirror/state";
import { Decoration, type DecorationSet, type EditorView, type ViewUpdate } from "@codemirror/view";
import { followed, found, moved, name, sign } from "../src/special";

interface Screen {
  from: number;
  to: number;
}

const stateOf = (doc: string) => EditorState.create({ doc, extensions: EditorState.lineSeparator.of("\n") });

/** The matcher reads this much of a view. */
const viewOf = (state: EditorState, screen: Screen = { from: 0, to: state.doc.length }) =>
  ({ state, viewport: screen, visibleRanges: [screen] }) as unknown as EditorView;

function places(signs: DecorationSet): [number, number][] {
  const all: [number, number][] = [];
  signs.between(0, 1e9, (from, to) => {
    all.push([from, to]);
  });
  return all;
}

/** Where the signs stand, each over one character. */
const marked = (doc: string) =>
  places(found(viewOf(stateOf(doc)))).map(([from, to]) => (assert.equal(to - from, 1), from));

/** Where they stand after a change, the screen on the same lines as before. */
function changed(doc: string, changes: ChangeSpec, screen: Screen = { from: 0, to: doc.length }) {
  const state = stateOf(doc);
  const tr = state.update({ changes });
  const then = { from: tr.changes.mapPos(screen.from, -1), to: tr.changes.mapPos(screen.to, 1) };
  const update = { changes: tr.changes, docChanged: true, viewportMoved: false, view: viewOf(tr.state, then) };
  const signs = followed(found(viewOf(state, screen)), update as unknown as ViewUpdate);
  return places(signs).map(([from, to]) => tr.state.sliceDoc(from, to));
}

test("what does not show by itself is marked", () => {
  assert.deepEqual(marked("plain é 漢 👍 \t\u00a0"), []);
  assert.deepEqual(marked("a\u0000b\u200e\u200b"), [1, 3, 4]);
  assert.deepEqual(marked("\ufeff{}\n\u00ad\u2028"), [0, 4, 5]);
});

test("a CR is marked but for a line's end", () => {
  assert.deepEqual(marked("a\r\nb\r\n"), []);
  assert.deepEqual(marked("a\rb\r\r\nc\r"), [1, 3]);
  assert.deepEqual(marked("\r\u200e\r\n"), [0, 1]);
});

test("half a pair is marked, a pair is not", () => {
  assert.deepEqual(marked("\ud83d👍\udc4d"), [0, 3]);
  assert.deepEqual(marked("\udc4d\ud83d"), [0, 1]);
});

test("the sign and its name", () => {
  assert.deepEqual([0, 13, 27, 0x7f, 0x200e].map(sign), ["␀", "␍", "␛", "•", "•"]);
  assert.equal(name(0x200e), "Left-to-right mark U+200E");
  assert.equal(name(7), "Control character U+0007");
  assert.equal(name(0xd83d), "Lone surrogate U+D83D");
});

test("the same set is moved, another is left as it is", () => {
  const { changes } = stateOf("abcdef").update({ changes: { from: 0, insert: "xx" } });
  const set = Decoration.set(Decoration.mark({ class: "m" }).range(3, 4));
  const other = Decoration.set(Decoration.mark({ class: "m" }).range(1, 2));
  assert.deepEqual(places(moved(set, set, changes)), [[5, 6]]);
  assert.equal(moved(set, other, changes), other);
});

test("signs follow a change outside the screen", () => {
  const doc = "first\nsecond\nab\u200ec\nd\u200b\nlast\nend";
  const screen = { from: doc.indexOf("ab"), to: doc.indexOf("\nlast") };
  const after = (changes: ChangeSpec) => changed(doc, changes, screen);
  assert.deepEqual(after({ from: 0, insert: "long line\n" }), ["\u200e", "\u200b"]);
  assert.deepEqual(after({ from: 0, insert: "x" }), ["\u200e", "\u200b"]);
  assert.deepEqual(after({ from: 1, to: 9 }), ["\u200e", "\u200b"]);
  assert.deepEqual(after({ from: doc.length, insert: "\n" }), ["\u200e", "\u200b"]);
  assert.deepEqual(after([{ from: 0, insert: "xyz" }, { from: doc.length, insert: "x" }]), ["\u200e", "\u200b"]);
  assert.deepEqual(after([{ from: 0, insert: "xyz" }, { from: screen.from, insert: "\u200f" }]), ["\u200f", "\u200e", "\u200b"]);
});

test("signs come and go with what is typed", () => {
  assert.deepEqual(changed("ab", { from: 1, insert: "\u200e" }), ["\u200e"]);
  assert.deepEqual(changed("a\u200eb\u200f", { from: 1, to: 2 }), ["\u200f"]);
  assert.deepEqual(changed("a\u200eb", { from: 1, to: 2, insert: "\n" }), []);
  assert.deepEqual(changed("a\u200e\nb", { from: 2, to: 3 }), ["\u200e"]);
});

test("what is typed behind a CR or half a pair decides about it", () => {
  assert.deepEqual(changed("a\r\nb", { from: 2, insert: "x" }), ["\r"]);
  assert.deepEqual(changed("a\rx\nb", { from: 2, to: 3 }), []);
  assert.deepEqual(changed("a\ud83d", { from: 2, insert: "\udc4d" }), []);
  assert.deepEqual(changed("a👍", { from: 2, to: 3 }), ["\ud83d"]);
});
