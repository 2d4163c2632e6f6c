import type { TaskPreviewInput } from "@/features/plans/queries";
import type { TaskRecord } from "@/planning";
import { type TaskPreviewAnswer, taskPreviewer } from "./preview-task";

export type PreviewQuestion =
  | { readonly kind: "plan"; readonly plan: TaskPreviewInput }
  | { readonly kind: "records"; readonly number: number; readonly records: readonly TaskRecord[] };

export type PreviewReply = { readonly number: number; readonly answer: TaskPreviewAnswer };

/** Enough to tell which way the finish moves; all runs follow unless something newer is asked meanwhile. */
const firstRuns = 200;
const allRuns = Number.POSITIVE_INFINITY;

let previewer: ReturnType<typeof taskPreviewer> | null = null;
let newest = 0;

addEventListener("message", ({ data }: MessageEvent<PreviewQuestion>) => {
  if (data.kind === "plan") {
    const own = taskPreviewer(data.plan);
    previewer = own;
    // Before anything is asked there is time to simulate what every answer is compared with.
    for (const runs of [firstRuns, allRuns]) setTimeout(() => own === previewer && own.before(runs));
    return;
  }
  newest = data.number;
  // Questions that came while one was answered are read first: only the newest is worth an answer.
  setTimeout(() => {
    if (previewer !== null && data.number === newest)
      answer(data.number, previewer.previewOf(data.records), firstRuns);
  });
});

function answer(number: number, preview: (runs: number) => TaskPreviewAnswer, runs: number): void {
  if (number !== newest) return;
  const found = preview(runs);
  postMessage({ number, answer: found } satisfies PreviewReply);
  if (found.kind === "figures" && !found.isRefined) setTimeout(() => answer(number, preview, allRuns));
}
