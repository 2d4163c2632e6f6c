"use client";

import { useQuery } from "@tanstack/react-query";
import clsx from "clsx";
import { MessageSquare } from "lucide-react";
import { useState } from "react";
import { PartThreads } from "@/features/comments/ui";
import { useTRPC } from "@/platform/trpc/client";
import { Card } from "@/ui/card";
import { Dialog } from "@/ui/dialog";
import { formatCount, formatPercent } from "@/ui/format";
import { cellPlace, moveInGrid } from "@/ui/grid-keys";
import { letterOf } from "@/ui/option-letter";
import { Table, Td, Th } from "@/ui/table";
import {
  type CellScores,
  formatScore,
  type Matrix,
  type MatrixCell,
  type Scoring,
  type ScoringCriterion,
  shareOf,
  tellScale,
  type Weights,
} from "./scoring-data";
import type { ScoringThreads } from "./scoring-threads";

type Place = { readonly row: number; readonly column: number };

/** What was scored, option by criterion: the median counts; below it the mean and the spread. */
export function ScoringMatrix({
  workspace,
  scoring,
  matrix,
  weights,
  threads,
  order,
}: {
  workspace: string;
  scoring: Scoring;
  matrix: Matrix;
  weights: Weights;
  threads: ScoringThreads;
  /** Options as they rank. */
  order: readonly string[];
}) {
  const [opened, setOpened] = useState<Place | null>(null);
  const [active, setActive] = useState<Place>({ row: 0, column: 0 });
  const { options, criteria } = scoring;
  const places = order.map((id) => options.findIndex((option) => option.id === id));
  return (
    <Card
      title="The matrix"
      hint="median in bold, then mean and lowest to highest; ≠ marks who is a quarter of the scale or more from the others"
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys of the cells come up to here */}
      <div
        onKeyDown={(event) =>
          moveInGrid(event, { rows: places.length, columns: criteria.length }, { enter: false })
        }
      >
        <Table label="Scores by option and criterion" stacked>
          <thead>
            <tr>
              <Th className="sticky left-0 z-10 bg-surface">Option</Th>
              {criteria.map((criterion) => (
                <Th
                  key={criterion.id}
                  title={tellScale(criterion)}
                  className="min-w-24 align-bottom !whitespace-normal"
                >
                  <span className="block text-ink">{criterion.name}</span>
                  <span className="font-normal">
                    {formatPercent(shareOf(weights, criterion.id))}
                    {criterion.unit === "" ? "" : ` · ${criterion.unit}`}
                  </span>
                </Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {places.map((place, row) => (
              <tr key={order[row]}>
                <th
                  scope="row"
                  className="sticky left-0 z-10 min-w-40 border-b border-line bg-surface px-2.5 py-1.5 text-left font-medium max-md:static max-md:col-span-2 max-md:border-0 max-md:p-0"
                >
                  <span className="text-muted">{letterOf(place)}</span> {options[place]?.title}
                </th>
                {criteria.map((criterion, column) => (
                  <Td key={criterion.id} name={criterion.name} className="!p-0.5">
                    <CellButton
                      cell={matrix.cells[place]?.[column] ?? null}
                      label={`${options[place]?.title}, ${criterion.name}`}
                      members={matrix.members}
                      threads={threads.ofCell({ optionId: order[row] ?? "", criterionId: criterion.id })}
                      at={{ row, column }}
                      reachable={active.row === row && active.column === column}
                      onReach={setActive}
                      onOpen={setOpened}
                    />
                  </Td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
      {opened !== null && (
        <CellDialog
          workspace={workspace}
          scoring={scoring}
          round={matrix.round}
          option={options[places[opened.row] ?? 0]}
          criterion={criteria[opened.column]}
          threads={threads}
          onClose={() => setOpened(null)}
        />
      )}
    </Card>
  );
}

function CellButton({
  cell,
  label,
  members,
  threads,
  at,
  reachable,
  onReach,
  onOpen,
}: {
  cell: MatrixCell;
  label: string;
  members: Matrix["members"];
  threads: number;
  at: Place;
  reachable: boolean;
  onReach: (at: Place) => void;
  onOpen: (at: Place) => void;
}) {
  return (
    <button
      type="button"
      {...cellPlace(at.row, at.column)}
      tabIndex={reachable ? 0 : -1}
      aria-label={`${label}: ${tellCell(cell, members)}${threads === 0 ? "" : `; ${formatCount(threads, "thread")}`}`}
      onFocus={() => onReach(at)}
      onClick={() => onOpen(at)}
      style={cell === null ? undefined : shade(cell.agreement)}
      className={clsx(
        "grid min-h-10 w-full content-center rounded px-2 py-1 text-left text-sm tabular-nums hover:outline hover:outline-line-strong",
        cell === null && "text-muted",
      )}
    >
      {cell === null ? (
        <span className="flex items-baseline justify-between gap-2">
          not scored <ThreadsMark threads={threads} />
        </span>
      ) : (
        <>
          <span className="flex items-baseline justify-between gap-2">
            <b className="font-semibold">{formatScore(cell.score)}</b>
            <span className="text-xs">
              {cell.differ > 0 && `≠ ${cell.differ}`}
              {cell.notes > 0 && ` ✎ ${cell.notes}`} <ThreadsMark threads={threads} />
            </span>
          </span>
          <span className="text-xs whitespace-nowrap">
            ⌀ {formatScore(cell.mean)} · {formatScore(cell.lowest)}–{formatScore(cell.highest)}
          </span>
        </>
      )}
    </button>
  );
}

function ThreadsMark({ threads }: { threads: number }) {
  if (threads === 0) return null;
  return (
    <span className="text-xs whitespace-nowrap">
      <MessageSquare aria-hidden="true" className="inline size-3" /> {threads}
    </span>
  );
}

export function tellCell(cell: MatrixCell, members: Matrix["members"]): string {
  if (cell === null) return "nobody scored it";
  const named = cell.farthest.map((place) => members[place]?.name ?? "").join(", ");
  const more = cell.differ > cell.farthest.length ? ` and ${cell.differ - cell.farthest.length} more` : "";
  const differ = cell.differ === 0 ? "" : `; ${named}${more} differ`;
  return `median ${formatScore(cell.score)}, mean ${formatScore(cell.mean)}, from ${formatScore(cell.lowest)} to ${formatScore(cell.highest)}, ${cell.members} of ${members.length} scored${differ}${
    cell.notes === 0 ? "" : `; ${formatCount(cell.notes, "note")}`
  }`;
}

/** The less members agree, the warmer. */
function shade(agreement: number | null) {
  const apart = agreement === null ? 0 : 1 - agreement;
  return { background: `color-mix(in srgb, var(--warn) ${Math.round(apart * 22)}%, var(--surface))` };
}

function CellDialog({
  workspace,
  scoring,
  round,
  option,
  criterion,
  threads,
  onClose,
}: {
  workspace: string;
  scoring: Scoring;
  round: number;
  option: Scoring["options"][number] | undefined;
  criterion: ScoringCriterion | undefined;
  threads: ScoringThreads;
  onClose: () => void;
}) {
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.scoring.cell.queryOptions({
      workspace,
      projectKey: scoring.project.key,
      number: scoring.number,
      round,
      optionId: option?.id ?? "",
      criterionId: criterion?.id ?? "",
    }),
  );
  if (option === undefined || criterion === undefined) return null;
  const place = { optionId: option.id, criterionId: criterion.id };
  return (
    <Dialog
      title={`${option.title} · ${criterion.name}`}
      description={tellScale(criterion)}
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      footer={
        <PartThreads
          about={{ kind: "cell", ...place }}
          name={`${criterion.name} of ${option.title}`}
          threads={threads.ofCell(place)}
          onLeave={onClose}
        />
      }
    >
      {data?.sealed === false ? (
        <Scores scores={data.scores} words={criterion.words} />
      ) : (
        <p className="min-h-24 text-sm text-muted">Looking up who scored what…</p>
      )}
    </Dialog>
  );
}

function Scores({ scores, words }: { scores: CellScores; words: readonly string[] }) {
  const sorted = scores.toSorted((a, b) => (b.score ?? -Infinity) - (a.score ?? -Infinity));
  if (sorted.length === 0) return <p className="text-sm text-muted">Nobody scored this.</p>;
  return (
    <ul className="grid text-sm">
      {sorted.map(({ id, name, score, note }) => (
        <li key={id} className="border-t border-line py-1.5 first:border-0">
          <span className="flex justify-between gap-4">
            <span>{name}</span>
            <span className="tabular-nums">
              {score === null ? "can't judge" : `${formatScore(score)} ${words[score - 1] ?? ""}`}
            </span>
          </span>
          {note !== "" && <span className="block text-muted [overflow-wrap:anywhere]">{note}</span>}
        </li>
      ))}
    </ul>
  );
}
