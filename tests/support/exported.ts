import { strFromU8, unzipSync } from "fflate";
import { fromBase64 } from "lib0/buffer";
import { extractText, getDocumentProxy } from "unpdf";
import { z } from "zod";

const exportedFile = z.object({ name: z.string(), mediaType: z.string(), base64: z.string() });

export function isFile(answer: unknown): boolean {
  return exportedFile.safeParse(answer).success;
}

/** The words of an exported file, as somebody reads it: a PDF with each run of spaces as one. */
export async function exportedText(answer: unknown): Promise<string> {
  const { mediaType, base64 } = exportedFile.parse(answer);
  const bytes = fromBase64(base64);
  if (mediaType === "application/zip")
    return Object.values(unzipSync(bytes))
      .map((one) => strFromU8(one))
      .join();
  if (mediaType !== "application/pdf") return strFromU8(bytes);
  return (await pdfPages(bytes)).join(" ");
}

/** The words of each page. */
export async function pdfPages(bytes: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(bytes.slice()));
  return text.map((page) => page.replace(/\s+/g, " "));
}
