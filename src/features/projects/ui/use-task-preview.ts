import { useEffect, useRef, useState } from "react";
import type { TaskPreviewInput } from "@/features/plans/queries";
import type { TaskRecord } from "@/planning";
import type { TaskPreviewAnswer } from "./preview-task";
import type { PreviewQuestion, PreviewReply } from "./task-preview.worker";

/** Long enough that a number typed quickly is asked about once. */
export const typingPauseMilliseconds = 60;

/**
 * What records of tasks would do to the plan, simulated beside the page: first roughly, then as the server would. What has been
 * overtaken is not computed to its end and never shown. The records are another array only when they say something else: without
 * any the last answer stays, with null it is given up. Nothing is simulated before there is a plan.
 */
export function useTaskPreview(
  plan: TaskPreviewInput | undefined,
  records: readonly TaskRecord[] | null,
  pauseMilliseconds: number,
) {
  const worker = useRef<Worker | null>(null);
  const asked = useRef(0);
  const [answer, setAnswer] = useState<TaskPreviewAnswer | null>(null);
  const isThere = plan !== undefined;

  useEffect(() => {
    if (!isThere) return;
    const own = new Worker(new URL("./task-preview.worker.ts", import.meta.url), { type: "module" });
    own.addEventListener("message", ({ data }: MessageEvent<PreviewReply>) => {
      if (data.number === asked.current) setAnswer(data.answer);
    });
    worker.current = own;
    return () => own.terminate();
  }, [isThere]);

  useEffect(() => {
    if (plan !== undefined) worker.current?.postMessage({ kind: "plan", plan } satisfies PreviewQuestion);
  }, [plan]);

  useEffect(() => {
    if (records === null) {
      asked.current += 1;
      return setAnswer(null);
    }
    if (plan === undefined || records.length === 0) return;
    asked.current += 1;
    const number = asked.current;
    const timer = setTimeout(
      () => worker.current?.postMessage({ kind: "records", number, records } satisfies PreviewQuestion),
      pauseMilliseconds,
    );
    return () => clearTimeout(timer);
  }, [plan, records, pauseMilliseconds]);

  return answer;
}
