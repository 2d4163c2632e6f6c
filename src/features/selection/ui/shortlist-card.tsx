"use client";

import { useState } from "react";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { Field } from "@/ui/field";
import { formatCount } from "@/ui/format";
import { Select } from "@/ui/select";
import { Table, Th } from "@/ui/table";
import { inOrder, mostCompared, type Sorting, sortings } from "../address-rules";
import type { ShortlistAnswer, ShortlistRow } from "../queries";
import { MakeOptionDialog } from "./make-option-dialog";
import { ModelRow } from "./model-row";
import type { Selection } from "./use-selection";
import { WeightFields } from "./weight-fields";

const sortingNames = {
  rank: "Rank by the weights",
  price: "Lowest price",
  size: "Most parameters",
  context: "Longest context",
  memory: "Least memory",
  newest: "Newest",
  "mmlu-pro": "Highest MMLU-Pro",
  name: "Name",
} as const satisfies Record<Sorting, string>;

const firstRows = 12;

/** The models that did not fall out, in rows on a wide screen and blocks on a small one. */
export function ShortlistCard({
  workspace,
  base,
  data,
  selection,
  mayAdd,
  mayAsk,
}: {
  workspace: string;
  base: string;
  data: ShortlistAnswer;
  selection: Selection;
  mayAdd: boolean;
  mayAsk: boolean;
}) {
  const { view, change, isBehind } = selection;
  const [all, setAll] = useState(false);
  const [chosen, setChosen] = useState<ShortlistRow | null>(null);
  const shown = inOrder(data.rows, view.sort).filter(({ id }) => !view.hidden.has(id));
  const hidden = data.rows.filter(({ id }) => view.hidden.has(id));
  const visible = all ? shown : shown.slice(0, firstRows);
  const listed = (field: string, ids: readonly string[]) =>
    change(field, ids.length === 0 ? null : ids.join(","));
  const compared = view.compared.filter((id) => data.rows.some((row) => row.id === id));
  if (data.rows.length === 0)
    return (
      <Card title="Shortlist">
        <EmptyState
          title="Every model fell out"
          description="Below is why. Try out one other limit at a time above: each is there because the brief asks it, and the brief can change too."
        />
      </Card>
    );
  return (
    <Card title="Shortlist" hint={formatCount(data.rows.length, "model")}>
      <div className="mb-3 flex flex-wrap items-end gap-x-5 gap-y-3">
        <div className="w-full sm:w-56">
          <Field label="In the order of">
            <Select
              value={view.sort}
              onChange={({ target: { value } }) => change("sort", value === "rank" ? null : value)}
            >
              {sortings.map((value) => (
                <option key={value} value={value}>
                  {sortingNames[value]}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        <details className="min-w-0 flex-1 text-sm">
          <summary className="w-fit cursor-pointer rounded py-1.5 font-medium hover:text-ink">
            What counts, and how much
          </summary>
          <WeightFields selection={selection} silent={data.silent} />
        </details>
      </div>
      {!data.isRanked && (
        <p className="mb-2 text-sm text-muted">
          Not ranked: no criterion counts that tells these models apart.
        </p>
      )}
      <div aria-busy={isBehind} className={isBehind ? "opacity-60" : undefined}>
        <Table label="Shortlist of models" stacked className="text-sm">
          <thead>
            <tr>
              <Th>Model</Th>
              <Th>Place of {data.rows.length}</Th>
              <Th>Licence</Th>
              <Th numeric>Context, tokens</Th>
              <Th numeric>Memory, {data.now.precision}</Th>
              <Th numeric>Requests a day and copy</Th>
              <Th numeric>Called, a month</Th>
              <Th numeric>Served, a month</Th>
              <Th>
                <span className="sr-only">What to do</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {visible.map((row) => {
              const isCompared = compared.includes(row.id);
              return (
                <ModelRow
                  key={row.id}
                  row={row}
                  of={data.rows.length}
                  isCompared={isCompared}
                  mayCompare={isCompared || compared.length < mostCompared}
                  onCompare={() =>
                    listed(
                      "compare",
                      isCompared ? compared.filter((id) => id !== row.id) : [...compared, row.id],
                    )
                  }
                  onHide={() => listed("hide", [...view.hidden, row.id])}
                  onChoose={mayAdd ? () => setChosen(row) : null}
                />
              );
            })}
          </tbody>
        </Table>
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-3 text-sm">
        {shown.length > firstRows && (
          <Button size="sm" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? `Show the first ${firstRows}` : `Show all ${shown.length}`}
          </Button>
        )}
        {hidden.length > 0 && (
          <p className="text-muted">
            Hidden: {hidden.map(({ name }) => name).join(", ")}.{" "}
            <button
              type="button"
              className="text-accent underline underline-offset-2"
              onClick={() => listed("hide", [])}
            >
              Show them again
            </button>
          </p>
        )}
      </div>
      <p className="mt-3 max-w-4xl text-xs text-muted">
        Prices are in US dollars for a month of 365 / 12 days of these requests. Calling: tokens times list
        price, without discounts; nothing is estimated. Serving: rented day and night, the range being from
        twice the computed throughput to half of it, which was not measured against anything. Latency is held
        against the mean wait for the first token. Places span what missing figures could still turn.
      </p>
      {chosen !== null && (
        <MakeOptionDialog
          workspace={workspace}
          base={base}
          row={chosen}
          data={data}
          limits={selection.limits}
          mayAsk={mayAsk}
          onClose={() => setChosen(null)}
        />
      )}
    </Card>
  );
}
