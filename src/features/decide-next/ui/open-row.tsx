"use client";

import { BellRing, ListPlus, ListX } from "lucide-react";
import { phaseNames } from "@/planning";
import { DialogOnDemand } from "@/ui/dialog-on-demand";
import { formatDate, formatDays, formatMoney } from "@/ui/format";
import { DecisionDiamond } from "@/ui/glyphs/decision-diamond";
import { IconButton } from "@/ui/icon-button";
import { Link } from "@/ui/link";
import { onDemand } from "@/ui/on-demand";
import type { OpenDecision, OpenDecisions } from "../queries";
import { daysAgo, waitingWords } from "./waiting-words";

const nudgePanel = onDemand(() => import("./nudge-panel"));

/** One open decision: what leaving it open costs, whom it waits for, and what a lead can do about it. */
export function OpenRow({
  workspace,
  decision,
  asOf,
  widest,
  currency,
  mayNudge,
  onReview,
}: {
  workspace: string;
  decision: OpenDecision;
  asOf: string;
  widest: OpenDecisions["widest"];
  currency: string;
  mayNudge: boolean;
  onReview: (() => void) | null;
}) {
  const { nudge, dueOn, owner } = decision;
  const isOverdue = dueOn !== null && dueOn < asOf;
  const isOnList = decision.reviewEntryId !== null;
  const nudgedToday = nudge !== null && nudge.on === asOf && nudge.ownerId === owner.id;
  return (
    <li
      data-row={decision.id}
      className="relative grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1.5 border-b border-line px-3 py-2.5 last:border-b-0 focus-within:bg-sunk hover:bg-sunk md:grid-cols-[auto_minmax(0,1fr)_13rem_8.5rem_auto] md:items-start"
    >
      <span className="pt-0.5">
        <DecisionDiamond open size={14} />
      </span>
      <div className="min-w-0">
        <Link
          href={`/w/${workspace}/projects/${decision.project.key}/decisions/${decision.number}`}
          className="block font-medium [overflow-wrap:anywhere] outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
        >
          {decision.question}
        </Link>
        <p className="text-xs text-muted [overflow-wrap:anywhere]">
          {decision.project.name} · {phaseNames[decision.phase]} ·{" "}
          <span className="whitespace-nowrap">D-{decision.number}</span>
        </p>
        <p className="mt-1 text-sm [overflow-wrap:anywhere]">Waits for {waitingWords(decision)}</p>
        {nudge !== null && (
          <p className="text-xs text-muted">
            Nudged {daysAgo(nudge.on, asOf)} by {nudge.by}
          </p>
        )}
      </div>
      <dl className="grid gap-1 text-sm max-md:col-start-2">
        <Cost
          name="Days between options"
          value={`${formatDays(decision.spreadWorkingDays)} d`}
          share={decision.spreadWorkingDays / Math.max(widest.workingDays, 1)}
        />
        <Cost
          name="Money between options"
          value={formatMoney(decision.spreadMinor, currency, { compact: true })}
          share={decision.spreadMinor / Math.max(widest.minor, 1)}
        />
      </dl>
      <p className="text-sm text-muted tabular-nums max-md:col-start-2 md:text-right">
        {decision.ageDays} d old
        <span className={isOverdue ? "block font-medium text-warn" : "block"}>
          {dueOn === null ? "no due date" : `${isOverdue ? "was due" : "due"} ${formatDate(dueOn)}`}
        </span>
      </p>
      <div className="relative z-10 flex gap-0.5 max-md:col-start-2 max-md:-ml-2 md:w-[4.5rem] md:justify-end">
        {mayNudge && (
          <DialogOnDemand
            part={nudgePanel}
            trigger={
              <IconButton
                data-action="nudge"
                label={nudgedToday ? `${owner.name} was nudged today` : `Nudge ${owner.name}`}
              >
                <BellRing aria-hidden="true" className={nudgedToday ? "size-4 text-faint" : "size-4"} />
              </IconButton>
            }
          >
            {(Panel, dialog) => (
              <Panel {...dialog} workspace={workspace} decision={decision} nudgedToday={nudgedToday} />
            )}
          </DialogOnDemand>
        )}
        {onReview !== null && (
          <IconButton
            data-action="review"
            label={isOnList ? "Take off my review list" : "Put on my review list"}
            onClick={onReview}
          >
            {isOnList ? (
              <ListX aria-hidden="true" className="size-4 text-accent" />
            ) : (
              <ListPlus aria-hidden="true" className="size-4" />
            )}
          </IconButton>
        )}
      </div>
    </li>
  );
}

function Cost({ name, value, share }: { name: string; value: string; share: number }) {
  return (
    <div className="grid grid-cols-[1fr_auto] gap-x-2">
      <dt className="text-xs text-muted">{name}</dt>
      <dd className="tabular-nums">{value}</dd>
      <dd
        aria-hidden="true"
        className="col-span-2 h-[3px] rounded-full bg-accent opacity-55"
        style={{ width: `${Math.max(0, Math.min(1, share)) * 100}%` }}
      />
    </div>
  );
}
