"use client";

import clsx from "clsx";
import type { ReactNode } from "react";
import type { PlanRecord } from "@/features/plans/record.schema";
import { useNames } from "@/features/workspaces/ui";
import { describeEffect, type OptionEffect } from "@/planning";
import { Badge } from "@/ui/badge";
import { formatDate, formatMoney, formatSignedDays, formatSignedMoney } from "@/ui/format";
import { ExpertiseDots } from "@/ui/glyphs/expertise-dots";
import { ForecastBar } from "@/ui/glyphs/forecast-bar";
import { Markdown } from "@/ui/markdown";

export type Option = {
  id: string;
  title: string;
  description: string;
  effects: readonly OptionEffect[];
  pros: readonly string[];
  cons: readonly string[];
  costOfChange: string;
  costOfChangeLevel: "low" | "medium" | "high" | null;
  version: number;
};

/** Where a day stands between the earliest P10 and the latest P95 of all options. */
export type Scale = (day: string) => number;

export function OptionCard({
  letter,
  option,
  preview,
  scale,
  chosen,
  agreeing,
  objecting,
  currency,
  evidence,
  discussion,
  actions,
}: {
  letter: string;
  option: Option;
  preview: PlanRecord | null;
  scale: Scale;
  chosen: boolean;
  agreeing: number;
  objecting: number;
  currency: string;
  /** What speaks for and against it. */
  evidence?: ReactNode;
  discussion: ReactNode;
  actions?: ReactNode;
}) {
  const { techniqueName } = useNames();
  return (
    <li
      className={clsx(
        "flex min-w-0 flex-col gap-3 rounded-lg border bg-surface px-4 py-3.5",
        chosen ? "border-accent ring-1 ring-accent" : "border-line",
      )}
    >
      <div className="flex flex-wrap items-start justify-between gap-2">
        <h3 className="min-w-0 font-semibold [overflow-wrap:anywhere]">
          {letter} · {option.title}
        </h3>
        {chosen && <Badge tone="accent">chosen</Badge>}
      </div>
      {option.description !== "" && (
        <div className="text-sm text-muted">
          <Markdown text={option.description} />
        </div>
      )}
      {evidence}
      <ul className="flex flex-wrap gap-1.5" aria-label="What it does to the plan">
        {option.effects.length === 0 && <li className="text-xs text-muted">Leaves the plan as it is</li>}
        {option.effects.map((effect) => {
          const words = describeEffect(effect, (minor) => formatMoney(minor, currency), techniqueName);
          return (
            <li key={words} className="rounded bg-sunk px-1.5 py-0.5 text-xs text-muted">
              {words}
            </li>
          );
        })}
      </ul>
      {preview !== null && (
        <div className="mt-auto grid gap-2">
          <dl className="grid grid-cols-[auto_1fr] items-center gap-x-3 gap-y-1 text-sm">
            <dt className="text-muted">Finish (P80)</dt>
            <dd className="tabular-nums">
              <Change
                value={preview.difference.finishP80WorkingDays}
                text={formatSignedDays(preview.difference.finishP80WorkingDays)}
              />{" "}
              <span className="text-muted">{formatDate(preview.after.finish.p80)}</span>
            </dd>
            <dt className="text-muted">Effort</dt>
            <dd className="tabular-nums">
              <Change
                value={preview.difference.effortPersonDays}
                text={formatSignedDays(preview.difference.effortPersonDays, "pd")}
              />
            </dd>
            <dt className="text-muted">Cost</dt>
            <dd className="tabular-nums">
              <Change
                value={preview.difference.costMinor}
                text={formatSignedMoney(preview.difference.costMinor, currency)}
              />
              {preview.difference.monthlyCostMinor !== 0 && (
                <span className="text-muted">
                  {" "}
                  {formatSignedMoney(preview.difference.monthlyCostMinor, currency)} a month
                </span>
              )}
            </dd>
            <dt className="text-muted">Expertise</dt>
            <dd>
              <ExpertiseDots level={preview.after.expertisePeak} />
            </dd>
          </dl>
          <ForecastBar
            tone="select"
            p10={scale(preview.after.finish.p10)}
            p50={scale(preview.after.finish.p50)}
            p80={scale(preview.after.finish.p80)}
            p95={scale(preview.after.finish.p95)}
            label={`With this option: P50 ${formatDate(preview.after.finish.p50)}, P80 ${formatDate(preview.after.finish.p80)}, P95 ${formatDate(preview.after.finish.p95)}`}
          />
        </div>
      )}
      <div className="flex flex-wrap items-center gap-2 text-xs text-muted">
        <span className="empty:hidden">
          {agreeing > 0 && `${agreeing} agree`}
          {agreeing > 0 && objecting > 0 && " · "}
          {objecting > 0 && <span className="text-warn">{objecting} object</span>}
        </span>
        {discussion}
        {actions !== undefined && <span className="ml-auto">{actions}</span>}
      </div>
    </li>
  );
}

function Change({ value, text }: { value: number; text: string }) {
  return (
    <span className={clsx("font-medium", value < -0.5 && "text-ok", value > 0.5 && "text-warn")}>{text}</span>
  );
}
