"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useWorkspace } from "@/features/workspaces/ui";
import { phaseIds, phaseNames } from "@/planning";
import { useApi, useTRPC } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { formatCount } from "@/ui/format";
import { Kbd } from "@/ui/kbd";
import { Select } from "@/ui/select";
import { toast } from "@/ui/toast-queue";
import type { OpenDecision } from "../queries";
import { asOpenQuery, type NextAddress, nextAddress, pageSize } from "./address";
import { OpenRow } from "./open-row";
import { useRowKeys } from "./use-row-keys";

const orders = [
  { id: "days", name: "Days between options" },
  { id: "money", name: "Money between options" },
  { id: "age", name: "Age" },
  { id: "due", name: "Due date" },
] as const;

/** The open decisions, the dearest to leave open first, with whom each waits for. */
export function OpenList({ workspace, address }: { workspace: string; address: NextAddress }) {
  const trpc = useTRPC();
  const router = useRouter();
  const { may, currency, membershipId } = useWorkspace(workspace);
  const [limit, setLimit] = useState(pageSize);
  const { data } = useQuery(
    trpc.decideNext.open.queryOptions(
      { workspace, ...asOpenQuery(address, limit) },
      { placeholderData: keepPreviousData },
    ),
  );
  const list = useRef<HTMLOListElement>(null);
  const review = useReviewMark(workspace);
  const mayNudge = may("decision.nudge");
  useRowKeys(list, {
    n: (row) => row.querySelector<HTMLElement>("[data-action=nudge]")?.click(),
    r: (row) => row.querySelector<HTMLElement>("[data-action=review]")?.click(),
  });
  if (data === undefined) return null;
  const go = (change: Partial<NextAddress>) => router.push(nextAddress(workspace, { ...address, ...change }));
  return (
    <>
      <div className="mb-3 grid grid-cols-2 gap-3 max-md:*:nth-[-n+2]:col-span-2 md:grid-cols-[1.5fr_1fr_1fr_1fr]">
        <Field label="In the order of">
          <Select
            value={address.order}
            onChange={(event) =>
              go({ order: orders.find(({ id }) => id === event.target.value)?.id ?? "days" })
            }
          >
            {orders.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Choice
          label="Project"
          value={address.projectKey}
          choices={data.projects}
          onChoose={(projectKey) => go({ projectKey })}
        />
        <Choice
          label="Owner"
          value={address.ownerId}
          choices={data.owners}
          onChoose={(ownerId) => go({ ownerId })}
        />
        <Choice
          label="Phase"
          value={address.phase}
          choices={phaseIds.map((id) => ({ id, name: phaseNames[id] }))}
          onChoose={(phase) => go({ phase: phaseIds.find((id) => id === phase) ?? null })}
        />
      </div>
      <FormError message={review.message} />
      <p className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        <span role="status">
          {data.total === data.of
            ? formatCount(data.of, "open decision")
            : `${data.total} of ${formatCount(data.of, "open decision")}`}
        </span>
        {mayNudge && (
          <span className="hidden items-center gap-1 sm:inline-flex">
            <Kbd>j</Kbd> <Kbd>k</Kbd> move · <Kbd>n</Kbd> nudge · <Kbd>r</Kbd> review list
          </span>
        )}
      </p>
      {data.decisions.length === 0 ? (
        <EmptyState
          title={data.of === 0 ? "Nothing waits for a decision" : "None of these"}
          description={
            data.of === 0
              ? "When somebody asks a question in a project, it stands here until it is decided."
              : "No open decision is of this project, owner and phase."
          }
        />
      ) : (
        <ol
          ref={list}
          aria-label="Open decisions"
          className="overflow-hidden rounded-lg border border-line bg-surface shadow-card"
        >
          {data.decisions.map((decision) => (
            <OpenRow
              key={decision.id}
              workspace={workspace}
              decision={decision}
              asOf={data.asOf}
              widest={data.widest}
              currency={currency}
              mayNudge={mayNudge && decision.owner.id !== membershipId}
              onReview={may("review.keep") ? () => void review.toggle(decision) : null}
            />
          ))}
        </ol>
      )}
      {data.decisions.length < data.total && limit < 1_000 && (
        <Button className="mt-3" onClick={() => setLimit(Math.min(limit + pageSize, 1_000))}>
          Show more
        </Button>
      )}
    </>
  );
}

function Choice({
  label,
  value,
  choices,
  onChoose,
}: {
  label: string;
  value: string | null;
  choices: readonly { readonly id: string; readonly name: string }[];
  onChoose: (id: string | null) => void;
}) {
  return (
    <Field label={label}>
      <Select
        value={value ?? ""}
        onChange={(event) => onChoose(event.target.value === "" ? null : event.target.value)}
      >
        <option value="">All</option>
        {choices.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** Puts a decision on the person's review list, or takes it off again. */
function useReviewMark(workspace: string) {
  const api = useApi();
  const keep = useSubmit(api.decideNext.keepForReview.mutate, () =>
    toast.success("It is on your review list."),
  );
  const drop = useSubmit(api.decideNext.settleReview.mutate, () =>
    toast.success("It is off your review list."),
  );
  return {
    message: keep.message ?? drop.message,
    toggle: async ({ id: decisionId, reviewEntryId }: OpenDecision) => {
      if (reviewEntryId === null) {
        await keep.submit((mutationId) => ({ workspace, mutationId, decisionId }));
        return;
      }
      await drop.submit((mutationId) => ({ workspace, mutationId, reviewEntryId, as: "dropped" }));
    },
  };
}
