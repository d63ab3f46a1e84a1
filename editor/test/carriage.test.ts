import assert from "node:assert/strict";
import { test } from "node:test";
import { deleteCharBackward, deleteCharForward, insertNewlineAndIndent } from "@codemirror/commands";
import { EditorState, type StateCommand } from "@codemirror/state";
import type { Command, EditorView } from "@codemirror/view";
import { carriage } from "../src/carriage";

/** `|` is the cursor, before and after. */
function run(marked: string, command: StateCommand | Command): string {
  const at = marked.indexOf("|");
  let state = EditorState.create({
    doc: marked.replace("|", ""),
    selection: { anchor: at },
    extensions: [EditorState.lineSeparator.of("\n"), carriage],
  });
  // These commands read the state and nothing else of a view.
  command({ state, dispatch: (tr: { state: EditorState }) => (state = tr.state) } as unknown as EditorView);
  const { head } = state.selection.main;
  const text = state.doc.toString();
  return `${text.slice(0, head)}|${text.slice(head)}`;
}

const type = (text: string): StateCommand => ({ state, dispatch }) => (dispatch(state.update(state.replaceSelection(text), { userEvent: "input.type" })), true);
const select = (anchor: number): StateCommand => ({ state, dispatch }) => (dispatch(state.update({ selection: { anchor } })), true);

test("the cursor stands before the pair, not in it", () => {
  assert.equal(run("|a\r\nb", select(2)), "a|\r\nb");
  assert.equal(run("|a\r\nb", select(3)), "a\r\n|b");
  assert.equal(run("|a\rb", select(2)), "a\r|b");
});

test("the pair is deleted together", () => {
  assert.equal(run("a\r\n|b", deleteCharBackward), "a|b");
  assert.equal(run("a|\r\nb", deleteCharForward), "a|b");
  assert.equal(run("a\n|b", deleteCharBackward), "a|b");
  assert.equal(run("a|\nb", deleteCharForward), "a|b");
});

test("Enter writes what the text has", () => {
  assert.equal(run("a|\r\nb", insertNewlineAndIndent), "a\r\n|\r\nb");
  assert.equal(run("a\r\nb|c", insertNewlineAndIndent), "a\r\nb\r\n|c");
  assert.equal(run("a|\nb", insertNewlineAndIndent), "a\n|\nb");
});

test("what is typed before the pair stays before it", () => {
  assert.equal(run("a|\r\nb", type("x")), "ax|\r\nb");
});
