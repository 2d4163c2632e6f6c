import type { ReactNode } from "react";
import { type SizingFigure, tell, tellFigure } from "@/planning";
import { formatDate } from "@/ui/format";
import type { SavedSizing } from "../queries";
import { inputName } from "./input-specs";

/** Why a kept calculation comes out otherwise today, and its figures of then and of today side by side. */
export function WhatChanged({ saved, children }: { saved: SavedSizing; children: ReactNode }) {
  const { now, figures, asOf, sizing } = saved;
  if (now === null) return null;
  return (
    <div className="mt-1 grid justify-items-start gap-2 rounded-md bg-warn-soft px-3 py-2 text-ink">
      {now.changed.map(({ input, kept, today }) => (
        <p key={input}>
          {inputName(sizing.calculation, input)}:{" "}
          {input === "accelerator" || input === "rentPerHour" ? "the workspace" : "the brief"} now says{" "}
          <b className="font-semibold">{tellValue(today)}</b>, it was {tellValue(kept)}.
        </p>
      ))}
      {now.changed.length === 0 && now.figures !== null && <p>The catalogue has changed since.</p>}
      {now.figures === null ? (
        <p>The catalogue can no longer make this calculation.</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard (WCAG 2.1.1)
        <section aria-label="Figures then and today" tabIndex={0} className="max-w-full overflow-x-auto">
          <table className="border-collapse text-left text-sm tabular-nums">
            <thead>
              <tr className="text-xs">
                <th scope="col" className="py-1 pr-4 font-medium">
                  Figure
                </th>
                <th scope="col" className="py-1 pr-4 font-medium">
                  {formatDate(asOf)}
                </th>
                <th scope="col" className="py-1 font-medium">
                  Today
                </th>
              </tr>
            </thead>
            <tbody>
              {namesOf(figures, now.figures).map((name) => (
                <tr key={name}>
                  <th scope="row" className="py-0.5 pr-4 font-normal">
                    {name}
                  </th>
                  <td className="py-0.5 pr-4">{cell(figures, name)}</td>
                  <td className="py-0.5 font-semibold">{cell(now.figures ?? [], name)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {children}
    </div>
  );
}

function namesOf(then: readonly SizingFigure[], today: readonly SizingFigure[]): string[] {
  return [...new Set([...then, ...today].map(({ name }) => name))];
}

function cell(figures: readonly SizingFigure[], name: string): string {
  const figure = figures.find((one) => one.name === name);
  return figure === undefined ? "–" : tellFigure(figure);
}

function tellValue(value: string | number | undefined): string {
  if (value === undefined) return "not said";
  return typeof value === "number" ? tell(value) : value;
}
