import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector, mergeUpdates } from "yjs";

// A text that several people write at once, as bytes: a beginning, and changes that merge in whatever order they arrive (Yjs, a
// conflict-free replicated data type after Nicolaescu et al. 2016, "Near Real-Time Peer-to-Peer Shared Editing").

const name = "text";
const firstAuthor = 1;

/** The change that makes the first words. The same words give the same bytes, so that it merges with itself. */
export function beginningOf(words: string): Uint8Array {
  const doc = new Doc();
  doc.clientID = firstAuthor;
  if (words !== "") doc.getText(name).insert(0, words);
  return encodeStateAsUpdate(doc);
}

/** The first words and every change since, as one. */
export function stateOf(firstWords: string, changes: readonly Uint8Array[]): Uint8Array {
  return mergeUpdates([beginningOf(firstWords), ...changes]);
}

export function wordsOf(state: Uint8Array): string {
  return textOf(docOf(state)).toString();
}

export function textOf(doc: Doc) {
  return doc.getText(name);
}

/** What the words are after a change, or null for a change that is none: broken, incomplete, or of more than plain words. */
export function wordsAfter(state: Uint8Array, change: Uint8Array): string | null {
  const doc = docOf(state);
  try {
    applyUpdate(doc, change);
  } catch {
    return null;
  }
  const isComplete = doc.store.pendingStructs === null && doc.store.pendingDs === null;
  const isAlone = [...doc.share.keys()].every((key) => key === name);
  const parts: { insert?: unknown; attributes?: object }[] = textOf(doc).toDelta();
  const isPlain = parts.every((part) => typeof part.insert === "string" && part.attributes === undefined);
  return isComplete && isAlone && isPlain ? textOf(doc).toString() : null;
}

/** The change that makes these the words, leaving alone what is the same at both ends; null when nothing differs. */
export function changeTo(state: Uint8Array, words: string): Uint8Array | null {
  const doc = docOf(state);
  const text = textOf(doc);
  const before = text.toString();
  if (before === words) return null;
  const seen = encodeStateVector(doc);
  const same = sameEnds(before, words);
  doc.transact(() => {
    text.delete(same.start, before.length - same.start - same.end);
    text.insert(same.start, words.slice(same.start, words.length - same.end));
  });
  return encodeStateAsUpdate(doc, seen);
}

/** The state in which the text last said these words, but for space at its ends; null when it never did. */
export function lastStateSaying(
  words: string,
  firstWords: string,
  changes: readonly Uint8Array[],
): Uint8Array | null {
  const doc = docOf(beginningOf(firstWords));
  const says = () => textOf(doc).toString().trim() === words.trim();
  let found = says() ? encodeStateAsUpdate(doc) : null;
  for (const change of changes) {
    applyUpdate(doc, change);
    if (says()) found = encodeStateAsUpdate(doc);
  }
  return found;
}

function docOf(state: Uint8Array): Doc {
  const doc = new Doc();
  applyUpdate(doc, state);
  return doc;
}

/** How many characters two texts share at the start and at the end, never half of a surrogate pair. */
function sameEnds(a: string, b: string): { start: number; end: number } {
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a[start] === b[start]) start += 1;
  if (isHighSurrogate(a, start - 1)) start -= 1;
  let end = 0;
  while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  if (isHighSurrogate(a, a.length - end - 1)) end -= 1;
  return { start, end: Math.max(0, end) };
}

function isHighSurrogate(text: string, place: number): boolean {
  const unit = text.charCodeAt(place);
  return unit >= 0xd800 && unit <= 0xdbff;
}
