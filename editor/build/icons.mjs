/** Writes the page's icons, taken from the Lucide set, as one sprite: `target/page/icons.svg`, inlined into the page. */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

const NAMES = [
  "app-window", "arrow-down", "arrow-left", "arrow-right", "arrow-up", "braces", "calendar", "check", "chevron-down", "circle-check", "circle-dashed", "circle-help", "circle-play",
  "circle-x", "clock", "columns-2", "contrast", "copy", "download", "external-link", "eye", "eye-off", "file-text", "film", "folder", "grip-vertical", "history", "image", "image-off", "info",
  "layout-template", "list-plus", "list-video", "lock", "moon", "music", "palette", "pin", "plus", "rectangle-horizontal", "redo-2", "search", "send", "smartphone", "step-back",
  "step-forward", "sun", "sun-moon", "tag", "trash-2", "triangle-alert", "type", "undo-2", "wand-sparkles", "x",
];

const into = new URL("../../target/page/", import.meta.url);
const from = new URL("../node_modules/lucide-static/icons/", import.meta.url);

function symbol(name) {
  const [, inside] = readFileSync(new URL(`${name}.svg`, from), "utf8").match(/<svg[^>]*>(.*)<\/svg>/s);
  return `<symbol id="icon-${name}" viewBox="0 0 24 24">${inside.replace(/\s*\n\s*/g, "")}</symbol>`;
}

mkdirSync(into, { recursive: true });
const sprite = `<!-- Lucide, ISC licence --><svg class="sprite" aria-hidden="true">${NAMES.map(symbol).join("")}</svg>`;
writeFileSync(new URL("icons.svg", into), sprite);
