import { saveBlob } from "@/ui/save-file";
import { drawTimeline, type PictureColours, type TimelinePicture } from "./timeline-picture";

/** No browser draws a canvas of more than about this many pixels in a direction. */
const pixelsAtMost = 16_000;

/** Draws the timeline and lets the browser save it. A PNG has twice the pixels, as far as a canvas can hold them. */
export async function savePicture(picture: TimelinePicture, kind: "svg" | "png"): Promise<void> {
  const { svg, width, height } = drawTimeline(picture, lightColours());
  if (kind === "svg") {
    saveBlob(new Blob([svg], { type: "image/svg+xml" }), `${picture.name}.svg`);
    return;
  }
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const times = Math.min(2, pixelsAtMost / Math.max(width, height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * times);
  canvas.height = Math.round(height * times);
  const context = canvas.getContext("2d");
  context?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (context === null || blob === null) throw new Error("The canvas gave no picture.");
  saveBlob(blob, `${picture.name}.png`);
}

/** The tokens as they are on light pages, whatever this page looks like: paper is white. */
function lightColours(): PictureColours {
  const probe = document.createElement("span");
  probe.className = "light";
  document.body.append(probe);
  const of = (token: string) => {
    probe.style.color = `var(--${token})`;
    return getComputedStyle(probe).color;
  };
  const colours = {
    scope: of("scope"),
    select: of("select"),
    align: of("align"),
    build: of("build"),
    ink: of("ink"),
    muted: of("muted"),
    line: of("line"),
    accent: of("accent"),
    warn: of("warn"),
    sunk: of("sunk"),
  };
  probe.remove();
  return colours;
}
