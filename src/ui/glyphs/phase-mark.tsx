import { type PhaseTone, toneVariable } from "./phase-tone";

/** A phase's hue beside its name. */
export function PhaseMark({ tone }: { tone: PhaseTone }) {
  return (
    <span
      aria-hidden="true"
      className="inline-block size-2 shrink-0 rounded-[2px]"
      style={{ background: toneVariable(tone) }}
    />
  );
}
