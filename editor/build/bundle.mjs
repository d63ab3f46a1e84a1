/**
 * Bundles the code editor into `target/page/`: `editor.js` is all that typing needs, `search.js` loads at the first search.
 * Search imports the packages that both use from the editor, which exports them in `shared.ts`.
 */

import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { minify } from "terser";

const editor = fileURLToPath(new URL("..", import.meta.url));
const into = fileURLToPath(new URL("../../target/page/", import.meta.url));

const settings = { absWorkingDir: editor, bundle: true, write: false, format: "esm", target: "es2022", legalComments: "none", charset: "utf8", logLevel: "warning" };

const fromEditor = {
  name: "from-editor",
  setup: (bundle) => bundle.onResolve({ filter: /^@codemirror\/(state|view)$/ }, () => ({ path: "./editor.js", external: true })),
};

/** esbuild joins the modules; terser makes the result 3 KB smaller than esbuild would. */
async function bundle(name, more) {
  const { outputFiles: [whole] } = await build({ ...settings, ...more, entryPoints: [`src/${name}.ts`], outfile: `${into}${name}.js` });
  const { code } = await minify(whole.text, { module: true, ecma: 2020, compress: { passes: 2 }, format: { comments: false } });
  writeFileSync(`${into}${name}.js`, code);
}

mkdirSync(into, { recursive: true });
await Promise.all([bundle("editor", { external: ["./search.js"] }), bundle("search", { plugins: [fromEditor] })]);
