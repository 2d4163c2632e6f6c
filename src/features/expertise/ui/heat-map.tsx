import clsx from "clsx";
import { useState } from "react";
import { disciplineName, expertiseLevelName, type IsoDate } from "@/planning";
import { formatCount, formatDate, formatPersonDays } from "@/ui/format";
import { ExpertiseDots } from "@/ui/glyphs/expertise-dots";
import { cellPlace, moveInGrid } from "@/ui/grid-keys";
import { Link } from "@/ui/link";
import type { ExpertiseWeeks } from "../queries";
import { type ExpertiseAddress, expertiseAddress } from "./address";

type Row = ExpertiseWeeks["rows"][number];
type Cell = Row["cells"][number];

/** Demand against people, a column for each week. Arrows go from cell to cell, Enter opens what a cell is made of. */
export function HeatMap({
  workspace,
  weeks,
  rows,
  address,
}: {
  workspace: string;
  weeks: readonly IsoDate[];
  rows: readonly Row[];
  address: ExpertiseAddress;
}) {
  const [reached, setReached] = useState("0:0");
  // Plans change while one looks: a row that was reached may be gone.
  const active = Number(reached.split(":")[0]) < rows.length ? reached : "0:0";
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys of the links inside
    <div
      className="relative overflow-x-auto"
      onKeyDown={(event) => moveInGrid(event, { rows: rows.length, columns: weeks.length }, { enter: false })}
      onFocus={({ target }) => {
        if (target.dataset.cell !== undefined) setReached(target.dataset.cell);
      }}
    >
      <table className="border-separate border-spacing-0.5 text-xs tabular-nums">
        <caption className="sr-only">Expertise by week: person-days asked for and person-days short</caption>
        <thead>
          <tr className="text-muted">
            <th scope="col" className="sticky left-0 z-1 bg-surface pr-2 text-left align-bottom font-normal">
              Discipline and level
            </th>
            {weeks.map((week, at) => (
              <th key={week} scope="col" className="min-w-11 px-0.5 align-bottom font-normal">
                <span className="block">{monthOf(week) === monthOf(weeks[at - 1]) ? "" : monthOf(week)}</span>
                <span aria-hidden="true">{dayOf(week)}</span>
                <span className="sr-only">Week of {formatDate(week)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, rowAt) => (
            <tr key={`${row.discipline} ${row.level}`}>
              <th
                scope="row"
                className="sticky left-0 z-1 max-w-32 bg-surface pr-2 text-left font-normal sm:max-w-none sm:whitespace-nowrap"
              >
                <span className="flex flex-wrap items-center justify-between gap-x-3">
                  <span>{disciplineName(row.discipline)}</span>
                  <span className="flex items-center gap-2">
                    <ExpertiseDots level={row.level} />
                    <span
                      className={clsx(
                        "w-14 whitespace-nowrap text-muted",
                        row.ablePeople === 0 && "text-warn!",
                      )}
                    >
                      {row.ablePeople === 0 ? "nobody" : formatCount(row.ablePeople, "able", "able")}
                    </span>
                  </span>
                </span>
              </th>
              {row.cells.map((cell, at) => {
                const weekOn = weeks[at];
                if (weekOn === undefined) return null;
                const open = { weekOn, discipline: row.discipline, level: row.level };
                const isOpen = sameCell(address.open, open);
                const place = cellPlace(rowAt, at);
                return (
                  <td key={weekOn} className="p-0">
                    <Link
                      {...place}
                      tabIndex={place["data-cell"] === active ? 0 : -1}
                      href={expertiseAddress(workspace, { ...address, open: isOpen ? null : open })}
                      scroll={false}
                      aria-current={isOpen ? "true" : undefined}
                      aria-label={tell(row, cell, weekOn)}
                      title={tell(row, cell, weekOn)}
                      style={shade(cell)}
                      className={clsx(
                        "grid h-7 min-w-11 place-items-center rounded px-0.5 whitespace-nowrap hover:underline pointer-coarse:h-9",
                        cell.short > 0 && "font-semibold",
                        isOpen && "outline-2 outline-offset-1 outline-accent",
                      )}
                    >
                      {figureOf(cell)}
                    </Link>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const monthOf = (week: IsoDate | undefined) =>
  week === undefined ? "" : formatDate(week, { withYear: false }).replace(/^\d+ /, "");
const dayOf = (week: IsoDate) => String(Number(week.slice(8)));

function sameCell(one: ExpertiseAddress["open"], other: ExpertiseAddress["open"]): boolean {
  return (
    one !== null &&
    other !== null &&
    one.weekOn === other.weekOn &&
    one.discipline === other.discipline &&
    one.level === other.level
  );
}

/** What is short, marked; otherwise what is asked. */
function figureOf({ demand, short }: Cell): string {
  if (demand === 0) return "·";
  return short > 0 ? `▲\u00a0${tidy(short)}` : tidy(demand);
}

/** One decimal, so that a column stays narrow; what opens says the hundredths. */
function tidy(personDays: number): string {
  if (personDays < 0.05) return "<0.1";
  return personDays < 9.95 ? String(Math.round(personDays * 10) / 10) : String(Math.round(personDays));
}

function tell(
  { discipline, level, ablePeople }: Row,
  { demand, supply, short }: Cell,
  week: IsoDate,
): string {
  const named = `${disciplineName(discipline)}, ${expertiseLevelName(level)}, week of ${formatDate(week)}`;
  const able = `${formatPersonDays(supply)} of ${formatCount(ablePeople, "person", "people")} at this level or above`;
  if (demand === 0) return `${named}: nothing asked, ${able}`;
  return `${named}: ${formatPersonDays(demand)} asked, ${able}; ${short > 0 ? `${formatPersonDays(short)} short` : "no gap"}`;
}

/** Two hues that are told apart by everybody, and never without the mark: what is short, and how much of the people's time is asked. */
function shade({ demand, supply, short }: Cell): { background: string; color: string } {
  if (demand === 0) return { background: "var(--sunk)", color: "var(--muted)" };
  const hue = short > 0 ? "var(--warn)" : "var(--select)";
  const strength = short > 0 ? 14 + 26 * (short / demand) : 7 + 30 * Math.min(1, demand / (supply || 1));
  return {
    background: `color-mix(in srgb, ${hue} ${Math.round(strength)}%, var(--surface))`,
    color: "var(--ink)",
  };
}
