import { saveFile } from "./save-file";

/** Lets the browser save an SVG. */
export function saveSvg(name: string, svg: string): void {
  saveFile({ name: `${name}.svg`, mediaType: "image/svg+xml", base64: base64Of(svg) });
}

/** No browser draws a canvas of more than about this many dots in a direction. */
const dotsAtMost = 16_000;

/** The same drawn as a PNG, with twice as many dots for sharp screens as far as a canvas can hold them. */
export async function savePng(
  name: string,
  svg: string,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<void> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  const times = Math.min(2, dotsAtMost / Math.max(width, height));
  canvas.width = Math.round(width * times);
  canvas.height = Math.round(height * times);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const [, base64 = ""] = canvas.toDataURL("image/png").split(",");
  saveFile({ name: `${name}.png`, mediaType: "image/png", base64 });
}

/** Text as a file that begins with the mark by which spreadsheets know its encoding. */
export function saveCsv(name: string, csv: string): void {
  saveFile({ name: `${name}.csv`, mediaType: "text/csv;charset=utf-8", base64: base64Of(`\ufeff${csv}`) });
}

function base64Of(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
