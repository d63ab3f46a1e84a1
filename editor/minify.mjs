/**
 * Makes the page's style and the script that loads the wasm smaller: Trunk calls this when a build is ready, in
 * `TRUNK_STAGING_DIR`. Trunk's own `minify` gives up on that script.
 */

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";

const folder = process.env.TRUNK_STAGING_DIR;
const small = (text, loader) => transformSync(text, { minify: true, loader, target: "es2022", charset: "utf8" }).code.trim();

function rewrite(name, change) {
  const file = join(folder, name);
  writeFileSync(file, change(readFileSync(file, "utf8")));
}

for (const name of readdirSync(folder)) {
  if (/^link-preview-lab-.*\.js$/.test(name)) rewrite(name, (script) => small(script, "js"));
}
rewrite("index.html", (page) => page.replace(/<style>(.*?)<\/style>/gs, (_, style) => `<style>${small(style, "css")}</style>`));
