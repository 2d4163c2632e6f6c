import type { ReactNode } from "react";
import { type PhaseTone, toneVariable } from "./phase-tone";

/** A phase's hue beside its name. */
export function PhaseMark({ tone, children }: { tone: PhaseTone; children?: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span
        aria-hidden="true"
        className="inline-block size-2 shrink-0 rounded-[2px]"
        style={{ background: toneVariable(tone) }}
      />
      {children}
    </span>
  );
}
