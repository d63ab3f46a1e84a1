/**
 * Bundles the code editor into `dist/`: `editor.js` is what it takes to type, `search.js` is fetched when somebody
 * searches. Both are made of the same packages; search takes them from the editor, which exports them in `shared.ts`.
 */

import { build } from "esbuild";

const settings = {
  bundle: true, minify: true, format: "esm", target: "es2022", legalComments: "none", charset: "utf8", logLevel: "warning",
};

const fromEditor = {
  name: "from-editor",
  setup: (bundle) => bundle.onResolve({ filter: /^@codemirror\/(state|view)$/ }, () => ({ path: "./editor.js", external: true })),
};

await Promise.all([
  build({ ...settings, entryPoints: ["src/editor.ts"], outfile: "dist/editor.js", external: ["./search.js"] }),
  build({ ...settings, entryPoints: ["src/search.ts"], outfile: "dist/search.js", plugins: [fromEditor] }),
]);
