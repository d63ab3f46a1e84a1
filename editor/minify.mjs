/**
 * Makes the page with its style, the wasm and the script that loads it smaller: Trunk calls this when a build is ready, in
 * `TRUNK_STAGING_DIR`. Trunk's own `minify` gives up on that script.
 */

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";
import { shorten } from "./names.mjs";
import { ordered } from "./order.mjs";

const folder = process.env.TRUNK_STAGING_DIR;
const small = (text, loader) => transformSync(text, { minify: true, loader, target: "es2022", charset: "utf8" }).code.trim();

const files = readdirSync(folder);
const file = (pattern) => join(folder, files.find((name) => pattern.test(name)));

const [wasmFile, scriptFile] = [file(/^link-preview-lab-.*_bg\.wasm$/), file(/^link-preview-lab-.*\.js$/)];
const [wasm, script] = shorten(ordered(readFileSync(wasmFile)), readFileSync(scriptFile, "utf8"));
writeFileSync(wasmFile, wasm);
writeFileSync(scriptFile, small(script, "js"));

const pageFile = join(folder, "index.html");
/** What stands in `<pre>` counts to the letter, and the icons keep their licence. */
const spared = (piece) => piece.startsWith("<pre") || piece.includes("licence");
const page = readFileSync(pageFile, "utf8")
  .replace(/<style>(.*?)<\/style>/gs, (_, style) => `<style>${small(style, "css")}</style>`)
  .replace(/<pre.*?<\/pre>|<!--.*?-->|\n\s+/gs, (piece) => (spared(piece) ? piece : piece.startsWith("\n") ? "\n" : ""));
writeFileSync(pageFile, page);
