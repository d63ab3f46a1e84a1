/** What the Lab is compared with: CodeMirror as anyone sets it up for JSON, and nothing else on the page. */

import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { bracketMatching, defaultHighlightStyle, foldGutter, foldKeymap, syntaxHighlighting } from "@codemirror/language";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";

const view = new EditorView({
  parent: document.body,
  extensions: [
    lineNumbers(),
    foldGutter(),
    history(),
    json(),
    syntaxHighlighting(defaultHighlightStyle),
    bracketMatching(),
    closeBrackets(),
    keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...foldKeymap]),
  ],
});

/** The part of the Lab's editor that the bench needs. */
bench.editors.payload = {
  setText: (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
  reveal(from, to) {
    view.dispatch({ selection: { anchor: from, head: to }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
    view.focus();
  },
};
Object.assign(document.documentElement.dataset, { ready: "true", editor: "ready" });
