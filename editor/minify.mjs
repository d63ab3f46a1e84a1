/** Makes the script that loads the wasm smaller: Trunk calls this when a build is ready, in `TRUNK_STAGING_DIR`. */

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";

const folder = process.env.TRUNK_STAGING_DIR;
for (const name of readdirSync(folder).filter((name) => /^link-preview-lab-.*\.js$/.test(name))) {
  const file = join(folder, name);
  const { code } = transformSync(readFileSync(file, "utf8"), { minify: true, format: "esm", target: "es2022" });
  writeFileSync(file, code);
}
