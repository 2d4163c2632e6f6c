import { useEffect, useRef, useState } from "react";
import type { TaskPreviewInput } from "@/features/plans/queries";
import type { TaskRecord } from "@/planning";
import type { TaskPreviewAnswer } from "./preview-task";
import type { PreviewQuestion, PreviewReply } from "./task-preview.worker";

/** Long enough that a number typed quickly is asked about once. */
const pauseMilliseconds = 60;

/**
 * What a record would do to the plan, simulated beside the page: first roughly, then as the server would. What has been
 * overtaken is not computed to its end and never shown. The record is another object only when it says something else.
 */
export function useTaskPreview(plan: TaskPreviewInput | undefined, record: TaskRecord) {
  const worker = useRef<Worker | null>(null);
  const asked = useRef(0);
  const [answer, setAnswer] = useState<TaskPreviewAnswer | null>(null);

  useEffect(() => {
    if (plan === undefined) return;
    const own = new Worker(new URL("./task-preview.worker.ts", import.meta.url), { type: "module" });
    own.addEventListener("message", ({ data }: MessageEvent<PreviewReply>) => {
      if (data.number === asked.current) setAnswer(data.answer);
    });
    worker.current = own;
    own.postMessage({ kind: "plan", plan } satisfies PreviewQuestion);
    return () => own.terminate();
  }, [plan]);

  useEffect(() => {
    asked.current += 1;
    if (plan === undefined) return;
    const number = asked.current;
    const timer = setTimeout(
      () => worker.current?.postMessage({ kind: "record", number, record } satisfies PreviewQuestion),
      pauseMilliseconds,
    );
    return () => clearTimeout(timer);
  }, [plan, record]);

  return answer;
}
