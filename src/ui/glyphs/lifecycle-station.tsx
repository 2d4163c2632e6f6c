import clsx from "clsx";
import { Check, RotateCw } from "lucide-react";
import type { StationState } from "@/planning";
import { Link } from "../link";
import { type PhaseTone, toneVariable } from "./phase-tone";

/** A station of the rail: filled with a check when done, dotted where the project is, hollow ahead. */
export function LifecycleStation({ tone, state }: { tone: PhaseTone; state: StationState }) {
  const hue = toneVariable(tone);
  return (
    <span
      className="relative grid size-6 shrink-0 place-items-center rounded-full border-[2.5px] text-surface"
      style={{
        borderColor: state === "ahead" ? "var(--line-strong)" : hue,
        background: state === "done" ? hue : "var(--surface)",
      }}
    >
      {state === "done" && <Check aria-hidden="true" className="size-3.5" strokeWidth={3} />}
      {state === "current" && <span className="size-2.5 rounded-full" style={{ background: hue }} />}
    </span>
  );
}

export function StationName({
  href,
  name,
  state,
}: {
  href: string | undefined;
  name: string;
  state: StationState;
}) {
  const classes = clsx("text-sm font-semibold", state === "ahead" && "text-muted");
  const words = (
    <>
      {name}
      <span className="sr-only">, {{ done: "done", current: "current phase", ahead: "ahead" }[state]}</span>
    </>
  );
  if (href === undefined) return <span className={classes}>{words}</span>;
  return (
    <Link
      href={href}
      className={clsx(
        classes,
        "inline-flex min-h-6 items-center rounded hover:underline hover:underline-offset-4",
      )}
    >
      {words}
    </Link>
  );
}

/** The loop of a lying rail: an arc over the station, broken while it is ahead. */
export function LoopArc({ pass, ahead }: { pass: number; ahead: boolean }) {
  const reached = pass > 0 && !ahead;
  return (
    <svg
      viewBox="0 0 72 54"
      width="72"
      height="54"
      aria-hidden="true"
      className="pointer-events-none absolute -top-[38px] -left-6 hidden @xl:block"
    >
      <path
        d="M15.5 43.5C7 5.5 65 5.5 56.5 43.5"
        fill="none"
        stroke="var(--align)"
        strokeWidth="2"
        strokeLinecap="round"
        strokeDasharray={reached ? undefined : "1 4.5"}
      />
      {reached && (
        <path
          d="M52.2 39.3 56.4 44.4l5.2-4.2"
          fill="none"
          stroke="var(--align)"
          strokeWidth="2"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      )}
      {pass > 0 && (
        <text x="36" y="10" textAnchor="middle" fontSize="11" fontWeight="500" fill="var(--align)">
          pass {pass}
        </text>
      )}
    </svg>
  );
}

/** The loop of a standing rail, and what a screen reader says of it on both. */
export function LoopPill({ pass }: { pass: number }) {
  return (
    <span className="inline-flex items-center gap-1 rounded-full bg-align-soft px-1.5 text-xs text-align @xl:sr-only">
      <RotateCw aria-hidden="true" className="size-3" />
      pass {pass}
    </span>
  );
}
