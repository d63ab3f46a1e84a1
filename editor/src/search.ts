/** The search of CodeMirror: a bundle of its own, see `build.mjs`. */

import { search, searchKeymap } from "@codemirror/search";

export const keys = searchKeymap;
export const panel = search({ top: true });
