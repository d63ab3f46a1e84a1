// What this JavaScript engine says of a pattern and a URL.
//
// As a program: reads lines {"source","url","flags"} and answers each with one line, in order; {"slow":true} where the
// engine is not done in half a second.

import { createContext, Script } from "node:vm";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

// A pattern's error without the pattern, which Node repeats in it.
function complaint(error, source) {
  const text = error.message;
  const behind = text.lastIndexOf("/: ");
  const start = behind < 0 ? text.indexOf(": ") + 2 : behind + 3;
  return source === undefined ? text : text.slice(start);
}

export function answer({ source, url, flags = "" }) {
  let pattern;
  try {
    pattern = new RegExp(source, flags);
  } catch (error) {
    return { error: complaint(error, source) };
  }
  const found = pattern.exec(url);
  if (!found) return { matched: false };
  const captures = Array.from(found, (capture) => capture ?? null);
  const groups = Object.entries(found.groups ?? {}).map(([name, text]) => [name, text ?? null]);
  return { matched: true, index: found.index, captures, groups: Object.fromEntries(groups) };
}

// What a replacement text becomes in the place of the match.
export function replacement({ source, url, text }) {
  const pattern = new RegExp(source);
  const found = pattern.exec(url);
  const whole = url.replace(pattern, text);
  const behind = url.length - found.index - found[0].length;
  return whole.slice(found.index, whole.length - behind);
}

const context = createContext({ run: undefined });
const script = new Script("run()");

// Only a script with a timeout can be stopped in the middle of a match. It starts a thread, so many questions share one.
function inTime(questions) {
  context.run = () => questions.map(answer);
  try {
    return script.runInContext(context, { timeout: 500 });
  } catch (error) {
    if (error.code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") throw error;
    if (questions.length === 1) return [{ slow: true }];
    const half = questions.length >> 1;
    return [...inTime(questions.slice(0, half)), ...inTime(questions.slice(half))];
  }
}

function tell(questions) {
  process.stdout.write(inTime(questions).map((answer) => JSON.stringify(answer) + "\n").join(""));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  let questions = [];
  for await (const line of createInterface({ input: process.stdin })) {
    questions.push(JSON.parse(line));
    if (questions.length === 100) {
      tell(questions);
      questions = [];
    }
  }
  tell(questions);
}
