"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { Printer } from "lucide-react";
import { useLayoutEffect, useRef } from "react";
import { useWorkspace } from "@/features/workspaces/ui";
import { useApi, useTRPC } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { FormError } from "@/ui/form-error";
import { formatCount } from "@/ui/format";
import { Kbd } from "@/ui/kbd";
import { toast } from "@/ui/toast-queue";
import type { ReviewItem } from "../queries";
import { ReviewRow } from "./review-row";
import { useRowKeys } from "./use-row-keys";

/** What the lead means to talk over next, in their order; on paper it is the list alone. */
export function ReviewList({ workspace }: { workspace: string }) {
  const trpc = useTRPC();
  const api = useApi();
  const { currency } = useWorkspace(workspace);
  const { data: items } = useSuspenseQuery(trpc.decideNext.reviewList.queryOptions({ workspace }));
  const list = useRef<HTMLOListElement>(null);
  const focusNext = useRef<number | null>(null);
  const move = useSubmit(api.decideNext.moveReview.mutate);
  const settle = useSubmit(api.decideNext.settleReview.mutate, () => toast.success("It is off your list."));

  const moved = (item: ReviewItem, direction: "up" | "down") => {
    const at = items.indexOf(item) + (direction === "up" ? -1 : 1);
    focusNext.current = Math.max(0, Math.min(at, items.length - 1));
    void move.submit((mutationId) => ({
      workspace,
      mutationId,
      reviewEntryId: item.id,
      direction,
    }));
  };
  const settled = (item: ReviewItem, as: "reviewed" | "dropped") => {
    focusNext.current = items.indexOf(item);
    void settle.submit((mutationId) => ({
      workspace,
      mutationId,
      reviewEntryId: item.id,
      as,
    }));
  };
  const itemOf = (row: HTMLElement) => items.find(({ id }) => id === row.dataset.row);
  const on = (act: (item: ReviewItem) => void) => (row: HTMLElement) => {
    const item = itemOf(row);
    if (item !== undefined) act(item);
  };
  useRowKeys(list, {
    r: on((item) => settled(item, "reviewed")),
    u: on((item) => moved(item, "up")),
    d: on((item) => moved(item, "down")),
  });
  // Where a row has gone, or gone to, the focus goes along.
  const standing = items.map(({ id }) => id).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list is what it waits for
  useLayoutEffect(() => {
    const wanted = focusNext.current;
    if (wanted === null) return;
    focusNext.current = null;
    const rows = list.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [];
    rows[Math.min(wanted, rows.length - 1)]?.querySelector("a")?.focus();
  }, [standing]);

  if (items.length === 0) {
    return (
      <EmptyState
        title="Nothing on your review list"
        description="Put open decisions on it that you want to talk over, with a note; only you see it. Reviewed ones leave it."
      />
    );
  }
  return (
    <div className="max-w-4xl">
      <FormError message={settle.message ?? move.message} />
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2 text-sm text-muted">
        <span>
          {formatCount(items.length, "decision")}
          <span className="hidden sm:inline print:hidden">
            {" · "}
            <Kbd>r</Kbd> reviewed · <Kbd>u</Kbd> up · <Kbd>d</Kbd> down
          </span>
        </span>
        <Button
          size="sm"
          className="print:hidden"
          icon={<Printer aria-hidden="true" className="size-4" />}
          onClick={() => window.print()}
        >
          Print
        </Button>
      </div>
      <ol
        ref={list}
        aria-label="My review list"
        className="overflow-hidden rounded-lg border border-line bg-surface shadow-card print:shadow-none"
      >
        {items.map((item, index) => (
          <ReviewRow
            key={item.id}
            workspace={workspace}
            item={item}
            place={index + 1}
            isLast={index === items.length - 1}
            currency={currency}
            onMove={(direction) => moved(item, direction)}
            onSettle={(as) => settled(item, as)}
          />
        ))}
      </ol>
    </div>
  );
}
