import type { TaskPreviewInput } from "@/features/plans/queries";
import type { TaskRecord } from "@/planning";
import { type TaskPreviewAnswer, taskPreviewer } from "./preview-task";

export type PreviewQuestion =
  | { readonly kind: "plan"; readonly plan: TaskPreviewInput }
  | { readonly kind: "record"; readonly number: number; readonly record: TaskRecord };

export type PreviewReply = { readonly number: number; readonly answer: TaskPreviewAnswer };

/** Enough to tell which way the finish moves; all runs follow unless something newer is asked meanwhile. */
const firstRuns = 200;

let preview: ReturnType<typeof taskPreviewer> | null = null;
let newest = 0;

addEventListener("message", ({ data }: MessageEvent<PreviewQuestion>) => {
  if (data.kind === "plan") {
    preview = taskPreviewer(data.plan);
    return;
  }
  newest = data.number;
  // Questions that came while one was answered are read first: only the newest is worth an answer.
  setTimeout(() => answer(data.number, data.record, firstRuns));
});

function answer(number: number, record: TaskRecord, runs: number): void {
  if (preview === null || number !== newest) return;
  const found = preview(record, runs);
  postMessage({ number, answer: found } satisfies PreviewReply);
  if (found.kind === "figures" && !found.isRefined)
    setTimeout(() => answer(number, record, Number.POSITIVE_INFINITY));
}
