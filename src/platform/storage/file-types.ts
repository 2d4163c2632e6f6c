import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { fileTypeFromFile } from "file-type";
import { AppError } from "../errors";

/** What a file may be, told by the end of its name and borne out by its content. */
type FileType = {
  readonly mediaType: string;
  /** What the content says it is; null for text, which says nothing. */
  readonly signatures: readonly string[] | null;
};

const office = (mediaType: string, extension: string): FileType => ({
  mediaType,
  // Some programs pack them in an order that tells no more than that it is an archive.
  signatures: [extension, "zip"],
});
const text = (mediaType: string): FileType => ({ mediaType, signatures: null });
const binary = (mediaType: string, ...signatures: string[]): FileType => ({ mediaType, signatures });

const openXml = "application/vnd.openxmlformats-officedocument";

/** Everything that can be allowed. Nothing here runs in a browser: no HTML, no SVG, no XML. */
export const fileTypes: Readonly<Record<string, FileType>> = {
  pdf: binary("application/pdf", "pdf"),
  png: binary("image/png", "png", "apng"),
  jpg: binary("image/jpeg", "jpg"),
  jpeg: binary("image/jpeg", "jpg"),
  gif: binary("image/gif", "gif"),
  webp: binary("image/webp", "webp"),
  csv: text("text/csv"),
  tsv: text("text/tab-separated-values"),
  txt: text("text/plain"),
  md: text("text/markdown"),
  json: text("application/json"),
  jsonl: text("application/jsonl"),
  ipynb: text("application/x-ipynb+json"),
  yaml: text("application/yaml"),
  docx: office(`${openXml}.wordprocessingml.document`, "docx"),
  xlsx: office(`${openXml}.spreadsheetml.sheet`, "xlsx"),
  pptx: office(`${openXml}.presentationml.presentation`, "pptx"),
  odt: office("application/vnd.oasis.opendocument.text", "odt"),
  ods: office("application/vnd.oasis.opendocument.spreadsheet", "ods"),
  odp: office("application/vnd.oasis.opendocument.presentation", "odp"),
  zip: binary("application/zip", "zip"),
  parquet: binary("application/vnd.apache.parquet", "parquet"),
};

/** What a page may show in its place; everything else is only saved. */
export const shownInPlace: readonly string[] = ["image/png", "image/jpeg", "image/gif", "image/webp"];

const longestName = 120;

/** The name that a file is kept under: without folders, and without what no file system or reader can show. */
export function cleanFileName(given: string): string {
  const name = (given.toWellFormed().split(/[\\/]/).at(-1) ?? "")
    .normalize("NFC")
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "")
    .replaceAll(/[<>:"|?*]/g, "_")
    .replace(/^[\s.]+/, "")
    .trim();
  const extension = extensionOf(name);
  const stem = name.slice(0, name.length - extension.length - 1);
  return extension === "" ? "" : `${[...stem].slice(0, longestName - 10).join("")}.${extension}`;
}

/**
 * The media type of a file, when it is what its name says and that is allowed. Throws FILE_TYPE otherwise.
 */
export async function mediaTypeOf(path: string, name: string, allowed: readonly string[]): Promise<string> {
  const extension = extensionOf(name);
  const type = allowed.includes(extension) ? fileTypes[extension] : undefined;
  if (type === undefined)
    throw refused(`Files of this kind are not accepted. Accepted are: ${allowed.join(", ")}.`);
  const found = await fileTypeFromFile(path);
  const fits =
    type.signatures === null
      ? found === undefined && (await isPlainText(path))
      : found !== undefined && type.signatures.includes(found.ext);
  if (!fits) throw refused(`The content of this file is not that of a ${extension} file.`);
  return type.mediaType;
}

function extensionOf(name: string): string {
  return /^.+\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? "";
}

function refused(message: string): AppError {
  return new AppError("INVALID", "FILE_TYPE", message);
}

/** Well-formed UTF-8 without control characters, and no document for a browser under another name. */
async function isPlainText(path: string): Promise<boolean> {
  if (await beginsAsMarkup(path)) return false;
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) {
      if (controlCharacters.test(decoder.decode(chunk, { stream: true }))) return false;
    }
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controlCharacters = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f]/;
const markup = /^\s*<(!doctype|!--|\?xml|html|head|body|svg|script|iframe)\b/i;

async function beginsAsMarkup(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1024), 0, 1024, 0);
    return markup.test(buffer.toString("utf8", 0, bytesRead).replace(/^\ufeff/, ""));
  } finally {
    await file.close();
  }
}
