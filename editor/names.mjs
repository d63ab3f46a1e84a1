/**
 * Gives what the wasm and its script call one another short names.
 *
 * In: the bytes of the one and the text of the other, as wasm-bindgen wrote them. Out: both with other names. wasm-bindgen's
 * end in hashes, which do not compress: 4 KB of the page. Names are replaced in the script word by word, so it must not
 * be minified yet; the names of a module of its own, as a snippet, stay.
 */

import { CUSTOM, sections, written } from "./wasm.mjs";

/** Under this name the script gives its functions to the wasm; snippets have longer paths. */
const MODULE = /^\.\/[^/]+_bg\.js$/;
const SHORT_MODULE = ".";
const IMPORTS = 2;
const EXPORTS = 7;

const named = (...names) => Buffer.concat(names.flatMap((name) => [Buffer.from(written(Buffer.byteLength(name))), Buffer.from(name)]));

/** Replaces texts in a section, each behind the one before: what stands between them is not read. */
function replaced(section, pairs) {
  const parts = [];
  let from = 0;
  for (const [old, fresh] of pairs) {
    const at = section.indexOf(old, from);
    if (at < 0) throw new Error(`the wasm does not hold ${old}`);
    parts.push(section.subarray(from, at), fresh);
    from = at + old.length;
  }
  return Buffer.concat([...parts, section.subarray(from)]);
}

/** `a` to `z`, `aa` and so on; with a dollar in front none is a word of the script. */
const letters = (number) => (number < 26 ? "" : letters(Math.floor(number / 26) - 1)) + String.fromCharCode(97 + (number % 26));

export function shorten(wasm, script) {
  const module = new WebAssembly.Module(wasm);
  const imports = WebAssembly.Module.imports(module).filter((one) => MODULE.test(one.module));
  const exports = WebAssembly.Module.exports(module).map((one) => one.name);
  // `main` and `memory` are words that the script may use otherwise.
  const long = new Set([...imports.map((one) => one.name), ...exports].filter((name) => name.includes("_")));
  const fresh = new Map([...long].map((name, index) => [name, `$${letters(index)}`]));
  const changes = {
    [IMPORTS]: imports.map(({ module, name }) => [named(module, name), named(SHORT_MODULE, fresh.get(name) ?? name)]),
    [EXPORTS]: exports.map((name) => [named(name), named(fresh.get(name) ?? name)]),
  };
  const parts = [wasm.subarray(0, 8)];
  // What tools wrote for one another nobody reads any more.
  for (const { id, content } of sections(wasm).filter(({ id }) => id !== CUSTOM)) {
    const section = replaced(content, changes[id] ?? []);
    parts.push(Buffer.from([id, ...written(section.length)]), section);
  }
  const words = script.replace(/[\w$]+/g, (word) => fresh.get(word) ?? word);
  const whole = imports.length > 0 ? words.replaceAll(JSON.stringify(imports[0].module), JSON.stringify(SHORT_MODULE)) : words;
  return [Buffer.concat(parts), whole];
}
