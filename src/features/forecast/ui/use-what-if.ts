import { useEffect, useRef, useState } from "react";
import type { WhatIfInput } from "@/features/plans/queries";
import type { WhatIf } from "@/planning";
import type { WhatIfQuestion, WhatIfReply } from "./what-if.worker";

/** Long enough that a number typed quickly is asked about once. */
const pauseMilliseconds = 60;

export type Asked = { readonly whatIf: WhatIf; readonly runs: number };

/**
 * The forecast as it would be, simulated beside the page: first roughly, then with all runs. What has been overtaken is never
 * shown; while nothing is asked, there is none. `asked` is another object only when it says something else.
 */
export function useWhatIf(plan: WhatIfInput | undefined, asked: Asked | null): WhatIfReply | null {
  const worker = useRef<Worker | null>(null);
  const last = useRef(0);
  const [reply, setReply] = useState<WhatIfReply | null>(null);

  useEffect(() => {
    if (plan === undefined) return;
    const own = new Worker(new URL("./what-if.worker.ts", import.meta.url), { type: "module" });
    own.addEventListener("message", ({ data }: MessageEvent<WhatIfReply>) => {
      if (data.number === last.current) setReply(data);
    });
    worker.current = own;
    own.postMessage({ kind: "plan", plan } satisfies WhatIfQuestion);
    return () => own.terminate();
  }, [plan]);

  useEffect(() => {
    last.current += 1;
    if (asked === null) return setReply(null);
    if (plan === undefined) return;
    const number = last.current;
    const timer = setTimeout(
      () => worker.current?.postMessage({ kind: "what-if", number, ...asked } satisfies WhatIfQuestion),
      pauseMilliseconds,
    );
    return () => clearTimeout(timer);
  }, [plan, asked]);

  return reply;
}
