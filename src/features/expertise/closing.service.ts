import { Piscina } from "piscina";
import type { GapAnswer, GapOrder } from "@/planning";
import { AppError } from "@/platform/errors";

/** One works, the others wait; who comes when so many wait is asked to come again. */
const mostWaiting = 10;
const idleMs = 60_000;

/**
 * A thread at `thread` that works out what closes a gap, one question after the other. It is there while there is something to do.
 * Whoever does not wait for the answer any more, as when the page was left, stops the work.
 */
export function gapThread(thread: URL) {
  const threads = new Piscina<GapOrder, GapAnswer>({
    filename: thread.href,
    minThreads: 0,
    maxThreads: 1,
    maxQueue: mostWaiting,
    idleTimeout: idleMs,
  });
  return {
    async closeGap(order: GapOrder, signal: AbortSignal | undefined): Promise<GapAnswer> {
      if (threads.queueSize >= mostWaiting)
        throw new AppError(
          "TOO_MANY_REQUESTS",
          "TOO_MANY_SCHEDULES",
          "Many people are having dates worked out. Please try again in a minute.",
        );
      return await threads.run(order, signal === undefined ? {} : { signal }).catch((error: unknown) => {
        if (signal?.aborted)
          throw new AppError("UNAVAILABLE", "LEFT", "Nobody waits for this answer any more.");
        throw error;
      });
    },
    close: async () => await threads.destroy(),
  };
}
