"use client";

import clsx from "clsx";
import {
  AtSign,
  BellRing,
  CalendarClock,
  Check,
  CircleAlert,
  CircleHelp,
  Clock,
  Diamond,
  type LucideIcon,
  Mail,
  MailOpen,
  MessageSquare,
  Milestone,
  SlidersHorizontal,
  SquareCheck,
  Undo2,
  UserRoundCheck,
  UserRoundPen,
} from "lucide-react";
import type { Ref } from "react";
import { formatDate } from "@/ui/format";
import { IconButton } from "@/ui/icon-button";
import { Link } from "@/ui/link";
import { RelativeTime } from "@/ui/time";
import type { InboxItem } from "../queries";
import { itemSentence, itemTitle } from "../telling-rules";
import { SnoozeMenu } from "./snooze-menu";
import type { Marks } from "./use-marks";

/** One subject: what is new about it, and what to do with it. */
export function ItemRow({
  workspace,
  item,
  link,
  onMark,
}: {
  workspace: string;
  item: InboxItem;
  /** The element that holds the focus of the row. */
  link: Ref<HTMLAnchorElement>;
  onMark: (marks: Marks, told?: string) => void;
}) {
  const isUnread = item.readAt === null && item.doneAt === null;
  const asleep = item.snoozedUntil !== null && item.snoozedUntil > new Date();
  const Icon = icons[item.kind] ?? Diamond;
  return (
    <li
      data-item={item.id}
      className="group relative grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 border-b border-line px-3 py-2.5 last:border-b-0 focus-within:bg-sunk hover:bg-sunk sm:grid-cols-[auto_minmax(0,1fr)_auto]"
    >
      <span className="flex items-center gap-2 self-start pt-0.5">
        <span
          aria-hidden="true"
          className={clsx("size-2 rounded-full", isUnread ? "bg-accent" : "bg-transparent")}
        />
        <Icon aria-hidden="true" className={clsx("size-4", isUnread ? "text-ink" : "text-faint")} />
      </span>
      <div className="min-w-0">
        <Link
          ref={link}
          href={`/w/${workspace}/${item.path}`}
          onClick={() => isUnread && onMark({ read: true })}
          className={clsx(
            "block [overflow-wrap:anywhere] outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent",
            isUnread ? "font-medium" : "text-muted",
          )}
        >
          {isUnread && <span className="sr-only">Unread: </span>}
          {itemTitle(item)}
        </Link>
        <p className="text-sm text-muted [overflow-wrap:anywhere]">
          {itemSentence(item)}
          {item.excerpt !== "" && <span className="text-ink"> — “{item.excerpt}”</span>}
        </p>
        <p className="mt-0.5 text-xs text-muted">
          {item.decision !== null && item.project !== null && `${item.project.name} · `}
          <RelativeTime at={item.at} />
          {asleep && item.snoozedUntil !== null && ` · back on ${formatDate(item.snoozedUntil)}`}
        </p>
      </div>
      {/* Above the link that covers the row. */}
      <div className="relative z-10 flex items-center gap-0.5 max-sm:col-start-2 max-sm:-ml-2 sm:self-center sm:opacity-0 sm:group-focus-within:opacity-100 sm:group-hover:opacity-100 sm:has-aria-expanded:opacity-100 pointer-coarse:opacity-100">
        <IconButton
          label={isUnread ? "Mark as read" : "Mark as unread"}
          onClick={() => onMark({ read: isUnread })}
        >
          {isUnread ? (
            <MailOpen aria-hidden="true" className="size-4" />
          ) : (
            <Mail aria-hidden="true" className="size-4" />
          )}
        </IconButton>
        {asleep ? (
          <IconButton label="Bring back now" onClick={() => onMark({ snoozedUntil: null }, "It is back")}>
            <Clock aria-hidden="true" className="size-4" />
          </IconButton>
        ) : (
          item.doneAt === null && (
            <SnoozeMenu
              onSnooze={(snoozedUntil) =>
                onMark({ read: true, snoozedUntil }, `Snoozed until ${formatDate(snoozedUntil)}`)
              }
            />
          )
        )}
        {item.doneAt === null ? (
          <IconButton label="Done" onClick={() => onMark({ done: true, read: true }, "Done")}>
            <Check aria-hidden="true" className="size-4" />
          </IconButton>
        ) : (
          <IconButton label="Not done yet" onClick={() => onMark({ done: false }, "It is back")}>
            <Undo2 aria-hidden="true" className="size-4" />
          </IconButton>
        )}
      </div>
    </li>
  );
}

const icons: Readonly<Record<string, LucideIcon>> = {
  mention: AtSign,
  reply: MessageSquare,
  comment: MessageSquare,
  waiting: CircleHelp,
  advice: CircleHelp,
  scores: SlidersHorizontal,
  review: CalendarClock,
  objection: CircleAlert,
  nudge: BellRing,
  task: SquareCheck,
  moved: Milestone,
  approval: CircleHelp,
  condition: SquareCheck,
  proposal: UserRoundPen,
  "proposal-taken": UserRoundCheck,
  "proposal-declined": UserRoundPen,
  "gate-passed": Milestone,
  "gate-conditions": Milestone,
  "gate-sent-back": Undo2,
};
