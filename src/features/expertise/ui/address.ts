import { disciplineIds, isExpertiseLevel, isIsoDate, isoDate } from "@/planning";
import { type CellInput, type DemandQuantile, demandQuantiles } from "../schema";

export type OpenCell = Omit<CellInput, "quantile">;

export type ExpertiseAddress = {
  readonly quantile: DemandQuantile;
  readonly open: OpenCell | null;
  /** Whose expertise is listed: a team's id, or everybody's. */
  readonly team: string | null;
};

/** What an address shows: `?demand=p50&cell=2026-11-30:serving:3&team=0197e6a0-…`. Whatever it does not know is left out. */
export function readExpertiseAddress(
  params: Readonly<Record<string, string | string[] | undefined>>,
): ExpertiseAddress {
  return {
    quantile: demandQuantiles.find((one) => one === params.demand) ?? "p80",
    open: typeof params.cell === "string" ? readCell(params.cell) : null,
    team: typeof params.team === "string" && /^[0-9a-f-]{36}$/.test(params.team) ? params.team : null,
  };
}

function readCell(text: string): OpenCell | null {
  const [week = "", id, number] = text.slice(0, 100).split(":");
  const discipline = disciplineIds.find((one) => one === id);
  const level = Number(number);
  if (!isIsoDate(week) || discipline === undefined || !isExpertiseLevel(level)) return null;
  return { weekOn: isoDate(week), discipline, level };
}

export function expertiseAddress(workspace: string, { quantile, open, team }: ExpertiseAddress): string {
  const params = [
    ...(quantile === "p80" ? [] : [`demand=${quantile}`]),
    ...(open === null ? [] : [`cell=${open.weekOn}:${open.discipline}:${open.level}`]),
    ...(team === null ? [] : [`team=${team}`]),
  ];
  return `/w/${workspace}/expertise${params.length === 0 ? "" : `?${params.join("&")}`}`;
}
