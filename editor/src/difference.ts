/** The smallest single replacement between two texts, and where a place goes in it. */

export interface Difference {
  from: number;
  to: number;
  insert: string;
}

export function difference(before: string, after: string): Difference | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  // Half a pair in the change would be drawn as two broken characters for a moment.
  if (start > 0 && isHigh(before.charCodeAt(start - 1))) start--;
  if (tail > 0 && isLow(before.charCodeAt(before.length - tail))) tail--;
  return { from: start, to: before.length - tail, insert: after.slice(start, after.length - tail) };
}

/**
 * Where `offset` of `before` is found again: inside the replaced stretch it stays behind the same
 * number of characters that are not white space, so that formatting keeps the cursor at its word.
 */
export function carry(before: string, { from, to, insert }: Difference, offset: number): number {
  if (offset <= from) return offset;
  if (offset >= to) return offset + insert.length - (to - from);
  let ink = inkOf(before, from, offset);
  let at = 0;
  for (; at < insert.length && ink > 0; at++) if (isInk(insert.charCodeAt(at))) ink--;
  return from + at;
}

function inkOf(text: string, from: number, to: number): number {
  let ink = 0;
  for (let at = from; at < to; at++) if (isInk(text.charCodeAt(at))) ink++;
  return ink;
}

const isInk = (unit: number) => unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09;
export const isHigh = (unit: number) => (unit & 0xfc00) === 0xd800;
export const isLow = (unit: number) => (unit & 0xfc00) === 0xdc00;
