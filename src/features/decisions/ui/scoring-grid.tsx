"use client";

import clsx from "clsx";
import { memo, useCallback, useRef, useState } from "react";
import { PartThreads } from "@/features/comments/ui";
import { cellOf } from "@/planning";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { ConfirmDialog } from "@/ui/confirm-dialog";
import { controlClasses } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { formatCount } from "@/ui/format";
import { cellPlace, moveInGrid } from "@/ui/grid-keys";
import { letterOf } from "@/ui/option-letter";
import { Table, Td, Th } from "@/ui/table";
import { toast } from "@/ui/toast-queue";
import { ScoreCellBar } from "./scoring-cell-bar";
import { type Scoring, type ScoringRound, tellScale } from "./scoring-data";
import { cantJudge, emptyCell, scoreIn } from "./scoring-draft";
import type { ScoringThreads } from "./scoring-threads";
import { useScoreDraft } from "./use-score-draft";

const savedWords = {
  untouched: "",
  saving: "Saving your draft…",
  saved: "Your draft is kept. Nobody else can see it, or that there is one.",
  failed: "Your draft could not be kept on the server. It is still here.",
} as const;

/** Scoring each option by each criterion: arrows, digits and Enter are enough. */
export function ScoringGrid({
  workspace,
  scoring,
  round,
  threads,
}: {
  workspace: string;
  scoring: Scoring;
  round: ScoringRound;
  threads: ScoringThreads;
}) {
  const api = useApi();
  const { draft, cells, saved, change } = useScoreDraft(workspace, scoring, round);
  const [active, setActive] = useState({ row: 0, column: 0 });
  const note = useRef<HTMLInputElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const discuss = useRef<HTMLSpanElement>(null);
  const given = new Set(scoring.mine.given.map(cellOf));
  const { options, criteria } = scoring;
  const missing = options.length * criteria.length - given.size - cells.length;
  const handIn = useSubmit(api.scoring.handIn.mutate, () => toast.success("Your scores are handed in"));
  const size = { rows: options.length, columns: criteria.length };
  const write = useRef(change);
  write.current = change;
  const type = useCallback(
    (optionId: string, criterionId: string, text: string, before: string) =>
      write.current({ optionId, criterionId }, { text, note: before }),
    [],
  );
  const reach = useCallback((row: number, column: number) => setActive({ row, column }), []);
  const option = options[active.row];
  const criterion = criteria[active.column];
  const title = `${letterOf(active.row)} ${option?.title} · ${criterion?.name}`;
  const place = option && criterion ? { optionId: option.id, criterionId: criterion.id } : null;
  const cell = place === null ? emptyCell : (draft.get(cellOf(place)) ?? emptyCell);
  const discussion = place !== null && (
    <span ref={discuss} className="contents">
      <PartThreads
        about={{ kind: "cell", ...place }}
        name={`${criterion?.name} of ${option?.title}`}
        threads={threads.ofCell(place)}
      />
    </span>
  );
  const backToCell = () =>
    grid.current?.querySelector<HTMLElement>(`[data-cell="${active.row}:${active.column}"]`)?.focus();
  return (
    <section aria-labelledby="my-scores" className="grid min-w-0 grid-cols-1 gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id="my-scores" className="text-sm font-semibold">
          Your scores{" "}
          <span className="font-normal text-muted">
            round {round.number} · arrows move, digits score, x means you can't judge, n writes a note, d
            discusses
          </span>
        </h2>
        <p role="status" className={clsx("text-xs", saved === "failed" ? "text-warn" : "text-muted")}>
          {savedWords[saved]}
        </p>
      </div>
      <FormError message={handIn.message} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys of the cells come up to here */}
      <div
        ref={grid}
        className="min-w-0 rounded-lg border border-line bg-surface"
        onKeyDown={(event) => {
          if (moveInGrid(event, size, { enter: true })) return;
          const inCell = event.target instanceof HTMLElement && event.target.dataset.cell !== undefined;
          if (!inCell || event.ctrlKey || event.metaKey || event.altKey) return;
          if (event.key === "n") {
            event.preventDefault();
            note.current?.focus();
          }
          if (event.key === "d") {
            event.preventDefault();
            discuss.current?.querySelector("button")?.click();
          }
        }}
      >
        <Table label="Your scores, by option and criterion" stacked>
          <thead>
            <tr>
              <Th className="sticky left-0 z-10 bg-surface">Option</Th>
              {criteria.map((column) => (
                <Th key={column.id} className="min-w-28 align-bottom !whitespace-normal">
                  <span className="block font-medium text-ink">{column.name}</span>
                  <span className="block font-normal">{tellScale(column)}</span>
                </Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {options.map((line, row) => (
              <tr key={line.id}>
                <th
                  scope="row"
                  className="sticky left-0 z-10 min-w-40 border-b border-line bg-surface px-2.5 py-1.5 text-left font-medium max-md:static max-md:col-span-2 max-md:border-0 max-md:p-0"
                >
                  <span className="text-muted">{letterOf(row)}</span> {line.title}
                </th>
                {criteria.map((column, index) => {
                  const key = cellOf({ optionId: line.id, criterionId: column.id });
                  const current = draft.get(key) ?? emptyCell;
                  return (
                    <Td key={column.id} name={column.name} className="!py-1">
                      <ScoreInput
                        row={row}
                        column={index}
                        optionId={line.id}
                        criterionId={column.id}
                        label={`${column.name} of ${line.title}`}
                        judged={column.words.length > 0}
                        text={given.has(key) ? "given" : current.text}
                        note={current.note}
                        given={given.has(key)}
                        reachable={active.row === row && active.column === index}
                        onType={type}
                        onReach={reach}
                      />
                    </Td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
      {place !== null && given.has(cellOf(place)) && (
        <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
          {title} {discussion}
        </p>
      )}
      {place !== null && criterion !== undefined && !given.has(cellOf(place)) && (
        <ScoreCellBar
          title={title}
          criterion={criterion}
          cell={cell}
          discussion={discussion}
          onChange={(changed) => change(place, changed)}
          noteRef={note}
          onLeave={backToCell}
        />
      )}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-sm text-muted" aria-live="polite">
          {missing === 0 ? "Everything is scored." : `${formatCount(missing, "score")} to go.`} You see what
          others scored once you hand in yours.
        </p>
        <ConfirmDialog
          title="Hand in your scores?"
          description={`They stay as they are until the next round, and you see what the others handed in.${
            round.finished.length === 0 ? " You are the first." : ""
          }`}
          confirm="Hand in"
          cancel="Keep scoring"
          variant="primary"
          onConfirm={() =>
            void handIn.submit((mutationId) => ({ workspace, mutationId, roundId: round.id, cells }))
          }
          trigger={
            <Button variant="primary" pending={handIn.pending} disabled={missing > 0}>
              Hand in my scores
            </Button>
          }
        />
      </div>
    </section>
  );
}

const ScoreInput = memo(function ScoreInput({
  row,
  column,
  optionId,
  criterionId,
  label,
  judged,
  text,
  note,
  given,
  reachable,
  onType,
  onReach,
}: {
  row: number;
  column: number;
  optionId: string;
  criterionId: string;
  label: string;
  judged: boolean;
  text: string;
  note: string;
  given: boolean;
  reachable: boolean;
  onType: (optionId: string, criterionId: string, text: string, note: string) => void;
  onReach: (row: number, column: number) => void;
}) {
  const unread = !given && text !== "" && scoreIn(text, judged) === undefined;
  return (
    <span className="relative block">
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        {...cellPlace(row, column)}
        aria-label={note === "" ? label : `${label}, with a note`}
        {...(unread ? { "aria-invalid": true } : {})}
        readOnly={given}
        tabIndex={reachable ? 0 : -1}
        value={given ? "handed in" : text}
        onFocus={(event) => {
          onReach(row, column);
          event.target.select();
        }}
        onChange={(event) => {
          const typed = event.target.value;
          const skips = /[x\-–]$/i.test(typed) && !/\d/.test(typed);
          onType(optionId, criterionId, skips ? cantJudge : typed, note);
        }}
        className={clsx(controlClasses, "h-8 min-w-16 text-center tabular-nums", given && "text-muted")}
      />
      {note !== "" && (
        <span aria-hidden="true" className="absolute top-1 right-1 size-1.5 rounded-full bg-accent" />
      )}
    </span>
  );
});
