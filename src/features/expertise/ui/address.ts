import { disciplineIds, isExpertiseLevel, isIsoDate, isoDate } from "@/planning";
import { type CellInput, type DemandQuantile, demandQuantiles } from "../schema";

export type OpenCell = Omit<CellInput, "quantile">;

export type ExpertiseAddress = { readonly quantile: DemandQuantile; readonly open: OpenCell | null };

/** What an address shows: `?demand=p50&cell=2026-11-30:serving:3`. Whatever it does not know is left out. */
export function readExpertiseAddress(
  params: Readonly<Record<string, string | string[] | undefined>>,
): ExpertiseAddress {
  return {
    quantile: demandQuantiles.find((one) => one === params.demand) ?? "p80",
    open: typeof params.cell === "string" ? readCell(params.cell) : null,
  };
}

function readCell(text: string): OpenCell | null {
  const [week = "", id, number] = text.slice(0, 100).split(":");
  const discipline = disciplineIds.find((one) => one === id);
  const level = Number(number);
  if (!isIsoDate(week) || discipline === undefined || !isExpertiseLevel(level)) return null;
  return { weekOn: isoDate(week), discipline, level };
}

export function expertiseAddress(workspace: string, { quantile, open }: ExpertiseAddress): string {
  const params = [
    ...(quantile === "p80" ? [] : [`demand=${quantile}`]),
    ...(open === null ? [] : [`cell=${open.weekOn}:${open.discipline}:${open.level}`]),
  ];
  return `/w/${workspace}/expertise${params.length === 0 ? "" : `?${params.join("&")}`}`;
}
