import type { WhatIfInput } from "@/features/plans/queries";
import type { WhatIf } from "@/planning";
import { type WhatIfAnswer, whatIfForecaster } from "./forecast-what-if";

export type WhatIfQuestion =
  | { readonly kind: "plan"; readonly plan: WhatIfInput }
  | { readonly kind: "what-if"; readonly number: number; readonly whatIf: WhatIf; readonly runs: number };

export type WhatIfReply = {
  readonly number: number;
  readonly isRefined: boolean;
  readonly answer: WhatIfAnswer;
};

/** Enough to show which way things move; all runs follow unless something newer is asked meanwhile. */
const firstRuns = 200;

let tell: ReturnType<typeof whatIfForecaster> | null = null;
let newest = 0;

addEventListener("message", ({ data }: MessageEvent<WhatIfQuestion>) => {
  if (data.kind === "plan") {
    tell = whatIfForecaster(data.plan);
    return;
  }
  newest = data.number;
  // Questions that came while one was answered are read first: only the newest is worth an answer.
  setTimeout(() => answer(data.number, data.whatIf, Math.min(firstRuns, data.runs), data.runs));
});

function answer(number: number, whatIf: WhatIf, runs: number, all: number): void {
  if (tell === null || number !== newest) return;
  const found = tell(whatIf, runs);
  const isRefined = runs >= all || found.kind === "refused";
  postMessage({ number, isRefined, answer: found } satisfies WhatIfReply);
  if (!isRefined) setTimeout(() => answer(number, whatIf, all, all));
}
