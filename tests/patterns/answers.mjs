// Writes answers.jsonl and replacements.jsonl: the tables with this JavaScript engine's answers.
//
// Run again after a change of table.mjs: node tests/patterns/answers.mjs

import { writeFileSync } from "node:fs";

import { answer, replacement } from "./answer.mjs";
import { replacements, table } from "./table.mjs";

function write(name, rows) {
  const lines = rows.map((row) => JSON.stringify(row) + "\n");
  writeFileSync(new URL(name, import.meta.url), lines.join(""));
  console.log(`${name}: ${rows.length} rows`);
}

const questions = table.flatMap(([source, ...urls]) => {
  const [source_, flags] = Array.isArray(source) ? source : [source, ""];
  return (urls.length ? urls : [""]).map((url) => ({ source: source_, url, flags }));
});
write("answers.jsonl", questions.map((row) => ({ ...row, ...answer(row) })));

const texts = replacements.flatMap(([source, url, ...texts]) => texts.map((text) => ({ source, url, text })));
write("replacements.jsonl", texts.map((row) => ({ ...row, result: replacement(row) })));
