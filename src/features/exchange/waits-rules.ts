import type { LinkKind } from "@/planning";

/** How a task waits for another, as a file names that one: by key, by name. */
export type Wait = { readonly on: string; readonly kind: LinkKind; readonly lagWorkingDays: number };

const short = {
  "finish-to-start": "FS",
  "start-to-start": "SS",
  "finish-to-finish": "FF",
} as const satisfies Record<LinkKind, string>;

const long: Readonly<Record<string, LinkKind>> = {
  FS: "finish-to-start",
  SS: "start-to-start",
  FF: "finish-to-finish",
};

/** `collect/label SS+2; collect/clean`: the way of planning tools, without the kind where it is the usual one. */
export function tellWaits(waits: readonly Wait[]): string {
  return waits.map(tellWait).join("; ");
}

function tellWait({ on, kind, lagWorkingDays }: Wait): string {
  if (kind === "finish-to-start" && lagWorkingDays === 0) return on;
  const sign = lagWorkingDays > 0 ? "+" : "";
  return `${on} ${short[kind]}${lagWorkingDays === 0 ? "" : `${sign}${lagWorkingDays}`}`;
}

const withKind = /^(.*\S)\s+(FS|SS|FF|SF)(?:\s*([+-])\s*(\d+(?:\.\d+)?(?:e-?\d+)?)\s*d?)?$/i;

/** Reads what `tellWaits` writes. Throws nothing: what can't be understood is a fault. */
export function readWaits(cell: string): { readonly waits: readonly Wait[]; readonly faults: string[] } {
  const waits: Wait[] = [];
  const faults: string[] = [];
  for (const part of cell.split(";").map((text) => text.trim())) {
    if (part === "") continue;
    const [, on, kind, sign = "+", days = "0"] = withKind.exec(part) ?? [];
    if (on === undefined || kind === undefined) {
      waits.push({ on: part, kind: "finish-to-start", lagWorkingDays: 0 });
      continue;
    }
    const known = long[kind.toUpperCase()];
    if (known === undefined) {
      faults.push(`“${part}”: Phasewise has no start-to-finish. Write FS, SS or FF.`);
      continue;
    }
    const lagWorkingDays = Number(`${sign}${days}`);
    if (Math.abs(lagWorkingDays) > 1_000) faults.push(`“${part}”: please keep to 1,000 working days.`);
    else waits.push({ on, kind: known, lagWorkingDays: lagWorkingDays === 0 ? 0 : lagWorkingDays });
  }
  return { waits, faults };
}
