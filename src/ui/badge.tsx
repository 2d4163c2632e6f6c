import clsx from "clsx";
import type { ReactNode } from "react";

export type Tone = "neutral" | "accent" | "ok" | "warn" | "scope" | "select" | "align" | "build";

export function Badge({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={clsx(
        "inline-flex items-center gap-1 rounded px-1.5 py-0.5 text-xs font-medium whitespace-nowrap",
        tones[tone],
      )}
    >
      {children}
    </span>
  );
}

const tones = {
  neutral: "bg-sunk text-muted",
  accent: "bg-accent-soft text-accent",
  ok: "bg-ok-soft text-ok",
  warn: "bg-warn-soft text-warn",
  scope: "bg-scope-soft text-scope",
  select: "bg-select-soft text-select",
  align: "bg-align-soft text-align",
  build: "bg-build-soft text-build",
} satisfies Record<Tone, string>;
