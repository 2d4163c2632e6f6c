"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useWorkspace } from "@/features/workspaces/ui";
import { useApi, useTRPC } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { FormError } from "@/ui/form-error";
import { FormInPlace } from "@/ui/form-in-place";
import { formatDate, formatMoney, formatPersonDays } from "@/ui/format";
import { onDemand, useOnDemand } from "@/ui/on-demand";
import { Table, Td, Th } from "@/ui/table";
import type { BaselineRow } from "../queries";
import { DeletedBaselines } from "./deleted-baselines";

const makeForm = onDemand(() => import("./make-baseline"));
const comparison = onDemand(() => import("./comparison"));

/** Plans that were fixed, to be held against how it stands now. */
export function BaselinesCard({
  workspace,
  projectKey,
  base,
}: {
  workspace: string;
  projectKey: string;
  /** The project's address. */
  base: string;
}) {
  const trpc = useTRPC();
  const frame = useWorkspace(workspace);
  const of = { workspace, projectKey };
  const { data: baselines } = useSuspenseQuery(trpc.baselines.ofProject.queryOptions(of));
  const [compared, setCompared] = useState<string | null>(null);
  const { Component: Comparison } = useOnDemand(comparison, compared !== null);
  const chosen = baselines.standing.find(({ id }) => id === compared);
  const editable = frame.may("project.edit");
  return (
    <Card
      title="Baselines"
      hint="the plan as it was fixed, and what moved since"
      className="mt-4"
      actions={
        editable && (
          <div className="print:hidden">
            <FormInPlace part={makeForm} button={{ size: "sm", children: "Fix today's plan…" }}>
              {(Form, close) => (
                <Form workspace={workspace} projectId={baselines.projectId} onClose={close} />
              )}
            </FormInPlace>
          </div>
        )
      }
    >
      {baselines.standing.length === 0 ? (
        <p className="max-w-prose text-sm text-muted">
          None yet. Fix the plan when it is agreed: later you see how far finish, effort and cost moved from
          it, and which decision or edit moved them.
        </p>
      ) : (
        <Table label="Baselines" stacked>
          <thead>
            <tr>
              <Th>Name</Th>
              <Th>Fixed</Th>
              <Th numeric>Finish, P50</Th>
              <Th numeric>P80</Th>
              <Th numeric>Effort, P50</Th>
              <Th numeric>Cost, P50</Th>
              <Th>
                <span className="sr-only">Actions</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {baselines.standing.map((row) => (
              <Row
                key={row.id}
                workspace={workspace}
                currency={frame.currency}
                row={row}
                editable={editable}
                isCompared={row.id === compared}
                onCompare={() => setCompared(row.id === compared ? null : row.id)}
              />
            ))}
          </tbody>
        </Table>
      )}
      {chosen !== undefined && Comparison !== null && (
        <Comparison
          key={chosen.id}
          workspace={workspace}
          projectKey={projectKey}
          base={base}
          baseline={chosen}
          currency={frame.currency}
        />
      )}
      {editable && <DeletedBaselines workspace={workspace} deleted={baselines.deleted} />}
    </Card>
  );
}

function Row({
  workspace,
  currency,
  row,
  editable,
  isCompared,
  onCompare,
}: {
  workspace: string;
  currency: string;
  row: BaselineRow;
  editable: boolean;
  isCompared: boolean;
  onCompare: () => void;
}) {
  const api = useApi();
  const refer = useSubmit(api.baselines.setReference.mutate);
  const remove = useSubmit(api.baselines.delete.mutate);
  const { id: baselineId, name, version, isReference, figures, madeBy, madeOn } = row;
  return (
    <tr>
      <Td className="max-md:col-span-2 md:min-w-40">
        <span className="font-medium">{name}</span> {isReference && <Badge tone="accent">reference</Badge>}
        <FormError message={refer.message ?? remove.message} />
      </Td>
      <Td name="Fixed" className="text-muted">
        {formatDate(madeOn)} by {madeBy}
      </Td>
      <Td numeric name="Finish, P50" className="whitespace-nowrap">
        {formatDate(figures.finish.p50)}
      </Td>
      <Td numeric name="P80" className="whitespace-nowrap">
        {formatDate(figures.finish.p80)}
      </Td>
      <Td numeric name="Effort, P50">
        {formatPersonDays(figures.effortPersonDays.p50, { short: true })}
      </Td>
      <Td numeric name="Cost, P50">
        {formatMoney(figures.costMinor.p50, currency, { compact: true })}
      </Td>
      <Td className="max-md:col-span-2">
        <span className="flex flex-wrap gap-1.5 md:justify-end xl:flex-nowrap print:hidden">
          <Button
            size="sm"
            aria-expanded={isCompared}
            aria-label={`Compare ${name} with now`}
            onClick={onCompare}
          >
            {isCompared ? "Close" : "Compare with now"}
          </Button>
          {editable && (
            <>
              <Button
                size="sm"
                variant="ghost"
                pending={refer.pending}
                aria-label={
                  isReference
                    ? `Do not hold the forecast against ${name}`
                    : `Hold the forecast against ${name}`
                }
                onClick={() =>
                  void refer.submit((mutationId) => ({
                    workspace,
                    mutationId,
                    baselineId,
                    version,
                    isReference: !isReference,
                  }))
                }
              >
                {isReference ? "No reference" : "Make reference"}
              </Button>
              <Button
                size="sm"
                variant="ghost"
                pending={remove.pending}
                aria-label={`Delete ${name}`}
                onClick={() =>
                  void remove.submit((mutationId) => ({ workspace, mutationId, baselineId, version }))
                }
              >
                Delete
              </Button>
            </>
          )}
        </span>
      </Td>
    </tr>
  );
}
