import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import * as fontkit from "fontkit";

type Script = { readonly show: (words: string) => string; readonly isMissing: () => boolean };

/** What a font can't draw is shown as a question mark, and remembered, instead of as nothing. */
export function scriptOf({ has }: FontFile): Script {
  let missing = false;
  const show = (words: string) =>
    [
      ...words
        .toWellFormed()
        .normalize("NFC")
        .replace(/\p{Default_Ignorable_Code_Point}/gu, ""),
    ]
      .map((letter) => {
        const code = letter.codePointAt(0) ?? 0;
        if (letter === "\n" || has(code)) return letter;
        if (/\s/u.test(letter)) return " ";
        missing = true;
        return "?";
      })
      .join("");
  return { show, isMissing: () => missing };
}

/** The bytes of a document, once it has ended. */
export function collected(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    doc.on("data", (chunk: Buffer) => chunks.push(chunk));
    doc.on("end", () => resolve(new Uint8Array(Buffer.concat(chunks))));
    doc.on("error", reject);
  });
}

type FontFile = { readonly file: Buffer; readonly has: (codePoint: number) => boolean };

export const regular = once(() => fontFile("Geist-Regular.ttf"));
export const strong = once(() => fontFile("Geist-SemiBold.ttf"));

/** The fonts of the screens, from their package. Only the glyphs used go into a file. */
function fontFile(name: string): FontFile {
  const entry = createRequire(import.meta.url).resolve("geist/font/sans");
  const file = readFileSync(join(dirname(entry), "fonts/geist-sans", name));
  const font = fontkit.create(file);
  if (!("hasGlyphForCodePoint" in font)) throw new Error(`${name} is a collection of fonts.`);
  return { file, has: (codePoint) => font.hasGlyphForCodePoint(codePoint) };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
