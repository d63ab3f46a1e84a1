// Answers in the shell of another engine, as node.mjs does in V8: `jsc -m` for JavaScriptCore, `gjs -m` for SpiderMonkey.
// Neither can stop a match, so no answer is "slow".

import { answer } from "./answer.mjs";

async function reader() {
  // jsc reads bytes; these two turn them into UTF-8.
  if (typeof readline === "function") return () => decodeURIComponent(escape(readline())) || null;
  const { default: Gio } = await import("gi://Gio");
  const input = Gio.DataInputStream.new(Gio.UnixInputStream.new(0, false));
  return () => input.read_line_utf8(null)[0];
}

const next = await reader();
for (let line = next(); line !== null; line = next()) print(JSON.stringify(answer(JSON.parse(line))));
