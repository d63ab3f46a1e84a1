// What this JavaScript engine says of a pattern and a URL.
// It runs in Node and in the shells of other engines.

// A pattern's error without the pattern, which Node repeats in it.
function complaint(error, source) {
  const text = error.message;
  const behind = text.lastIndexOf("/: ");
  const start = behind < 0 ? text.indexOf(": ") + 2 : behind + 3;
  return source === undefined ? text : text.slice(start);
}

export function answer({ source, url, flags = "" }) {
  let pattern;
  try {
    pattern = new RegExp(source, flags);
  } catch (error) {
    return { error: complaint(error, source) };
  }
  const found = pattern.exec(url);
  if (!found) return { matched: false };
  const captures = Array.from(found, (capture) => capture ?? null);
  const groups = Object.entries(found.groups ?? {}).map(([name, text]) => [name, text ?? null]);
  return { matched: true, index: found.index, captures, groups: Object.fromEntries(groups) };
}

// What a replacement text becomes in the place of the match.
export function replacement({ source, url, text }) {
  const pattern = new RegExp(source);
  const found = pattern.exec(url);
  const whole = url.replace(pattern, text);
  const behind = url.length - found.index - found[0].length;
  return whole.slice(found.index, whole.length - behind);
}
