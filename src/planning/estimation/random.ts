/**
 * Luck by counting: the draw of run n in a stream is a hash of (seed, stream's name, n), not the next number of a
 * shared sequence. So a draw does not depend on what else is drawn: adding a task or permuting decisions leaves the
 * luck of every other task as it was, and two plans forecast with one seed differ by their plans alone.
 */
export type RandomStream = number;

export function randomStream(seed: number, name: string): RandomStream {
  const high = Math.floor(seed / 2 ** 32);
  return mixBits(hashText(name) ^ mixBits((seed | 0) ^ mixBits(high | 0)));
}

/** A uniform draw in (0, 1), never 0 or 1. */
export function uniformAt(stream: RandomStream, count: number): number {
  return ((mixBits((stream + Math.imul(count + 1, 0x9e3779b9)) | 0) >>> 0) + 0.5) / 2 ** 32;
}

/** FNV-1a over UTF-16 code units. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  }
  return hash;
}

/** A 32-bit finaliser with low bias, "triple32" of Chris Wellons' hash prospector (public domain). */
export function mixBits(value: number): number {
  let x = value;
  x = Math.imul(x ^ (x >>> 17), 0xed5ad4bb);
  x = Math.imul(x ^ (x >>> 11), 0xac4c1b51);
  x = Math.imul(x ^ (x >>> 15), 0x31848bab);
  return x ^ (x >>> 14);
}
