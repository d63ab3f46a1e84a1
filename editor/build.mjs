/**
 * Bundles the code editor into `dist/`: `editor.js` is what it takes to type, `search.js` is fetched when somebody
 * searches. Both are made of the same packages; search takes them from the editor, which exports them in `shared.ts`.
 */

import { mkdirSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { minify } from "terser";

const settings = { bundle: true, write: false, format: "esm", target: "es2022", legalComments: "none", charset: "utf8", logLevel: "warning" };

const fromEditor = {
  name: "from-editor",
  setup: (bundle) => bundle.onResolve({ filter: /^@codemirror\/(state|view)$/ }, () => ({ path: "./editor.js", external: true })),
};

/** esbuild puts the parts together; terser makes the whole 3 KB smaller than esbuild would. */
async function bundle(name, more) {
  const { outputFiles: [whole] } = await build({ ...settings, ...more, entryPoints: [`src/${name}.ts`], outfile: `dist/${name}.js` });
  const { code } = await minify(whole.text, { module: true, ecma: 2020, compress: { passes: 2 }, format: { comments: false } });
  writeFileSync(`dist/${name}.js`, code);
}

mkdirSync("dist", { recursive: true });
await Promise.all([bundle("editor", { external: ["./search.js"] }), bundle("search", { plugins: [fromEditor] })]);
