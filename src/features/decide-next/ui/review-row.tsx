"use client";

import { ArrowDown, ArrowUp, Check, X } from "lucide-react";
import { Badge } from "@/ui/badge";
import { formatDate, formatDays, formatMoney } from "@/ui/format";
import { IconButton } from "@/ui/icon-button";
import { Link } from "@/ui/link";
import type { ReviewItem } from "../queries";
import { ReviewNote } from "./review-note";

export function ReviewRow({
  workspace,
  item,
  place,
  isLast,
  currency,
  onMove,
  onSettle,
}: {
  workspace: string;
  item: ReviewItem;
  place: number;
  isLast: boolean;
  currency: string;
  onMove: (direction: "up" | "down") => void;
  onSettle: (as: "reviewed" | "dropped") => void;
}) {
  return (
    <li
      data-row={item.id}
      className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-2 border-b border-line px-3 py-3 break-inside-avoid last:border-b-0 sm:grid-cols-[1.5rem_minmax(0,1fr)_auto]"
    >
      <span className="pt-px text-muted tabular-nums">{place}</span>
      <div className="min-w-0">
        <Link
          href={`/w/${workspace}/projects/${item.project.key}/decisions/${item.number}`}
          className="font-medium [overflow-wrap:anywhere] hover:underline"
        >
          {item.question}
        </Link>{" "}
        {item.state !== "open" && (
          <Badge>{item.chosen === null ? item.state : `decided: ${item.chosen}`}</Badge>
        )}
        <p className="text-sm text-muted [overflow-wrap:anywhere]">
          {item.project.name} · {item.ownerName}
          {item.state === "open" &&
            ` · ${formatDays(item.spreadWorkingDays)} d and ${formatMoney(item.spreadMinor, currency, { compact: true })} between options`}
          {item.dueOn !== null && ` · due ${formatDate(item.dueOn)}`}
        </p>
        <ReviewNote key={item.version} workspace={workspace} item={item} />
      </div>
      <div className="flex items-start gap-0.5 max-sm:col-start-2 max-sm:-ml-2 print:hidden">
        <IconButton label="Up" disabled={place === 1} onClick={() => onMove("up")}>
          <ArrowUp aria-hidden="true" className="size-4" />
        </IconButton>
        <IconButton label="Down" disabled={isLast} onClick={() => onMove("down")}>
          <ArrowDown aria-hidden="true" className="size-4" />
        </IconButton>
        <IconButton label="Reviewed" onClick={() => onSettle("reviewed")}>
          <Check aria-hidden="true" className="size-4" />
        </IconButton>
        <IconButton label="Take off my review list" onClick={() => onSettle("dropped")}>
          <X aria-hidden="true" className="size-4" />
        </IconButton>
      </div>
    </li>
  );
}
