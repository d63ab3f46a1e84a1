/** The parts of a wasm file. */

/** A section that says something to tools, as names or with what the file was made. */
export const CUSTOM = 0;

/** A number as WebAssembly writes it: seven bits a byte, the lowest ones first. */
export function written(number) {
  const bytes = [];
  for (; number > 127; number >>>= 7) bytes.push((number & 127) | 128);
  return [...bytes, number];
}

/** The number that begins at a place, and the place behind it. */
export function read(bytes, at) {
  let number = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    number |= (byte & 127) << shift;
    if (byte < 128) return [number >>> 0, at];
  }
}

/** The sections, behind the eight bytes that say what the file is. */
export function sections(wasm) {
  const found = [];
  for (let at = 8; at < wasm.length; ) {
    const [length, start] = read(wasm, at + 1);
    found.push({ id: wasm[at], content: wasm.subarray(start, start + length) });
    at = start + length;
  }
  return found;
}
