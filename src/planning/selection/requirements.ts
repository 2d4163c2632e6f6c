import type { Hosting, LicenceNeed, ScopingBrief } from "../scoping/brief";
import type { AcceleratorId } from "../sizing/catalogue/accelerators";
import type { Precision } from "../sizing/precision";

/** Number formats that a shortlist may be made for, from most memory to least. */
export const servedPrecisions = ["bf16", "fp8", "int4"] as const satisfies readonly Precision[];
export type ServedPrecision = (typeof servedPrecisions)[number];

/** What models are held against. Null: nobody has said, so it rules out none, and each that it might is told. */
export interface ModelRequirements {
  readonly requestsPerDay: number | null;
  readonly promptTokens: number | null;
  readonly outputTokens: number | null;
  /** Longest mean wait for the first token in the busiest hour. */
  readonly latencySeconds: number | null;
  readonly hosting: Hosting | null;
  readonly licence: LicenceNeed | null;
  /** What has to stay where, or is personal, in words; null while the brief lists no data. */
  readonly guardedData: readonly string[] | null;
  readonly languages: readonly string[];
  /** What a model of one's own would be served on, and at most how many for one copy of it. */
  readonly accelerator: AcceleratorId;
  readonly mostAccelerators: number;
  readonly precision: ServedPrecision;
  /** Rent of one accelerator; the catalogue's list price where null. */
  readonly usdPerAcceleratorHour: number | null;
  readonly mostUsdPerMonth: number | null;
}

/** Accelerators of one machine: over the links between machines the throughput is not what is computed. */
const usualMostAccelerators = 8;

/** What a brief asks of a model, with what the workspace plans on. */
export function requirementsOf(
  brief: ScopingBrief,
  around: Pick<ModelRequirements, "accelerator" | "usdPerAcceleratorHour">,
): ModelRequirements {
  return {
    requestsPerDay: positive(brief.requestsPerDay),
    promptTokens: positive(brief.tokensInPerRequest),
    outputTokens: positive(brief.tokensOutPerRequest),
    latencySeconds: positive(brief.latencySeconds),
    hosting: brief.hosting,
    licence: brief.licence,
    guardedData: guardedData(brief),
    languages: brief.languages,
    ...around,
    mostAccelerators: usualMostAccelerators,
    precision: "bf16",
    mostUsdPerMonth: null,
  };
}

function positive(figure: number | null): number | null {
  return figure !== null && figure > 0 ? figure : null;
}

function guardedData({ data }: ScopingBrief): readonly string[] | null {
  if (data.length === 0) return null;
  return data.flatMap(({ kind, residence, sensitivity }) => {
    const said = [
      residence === "" ? null : `kept in ${residence}`,
      sensitivity === "personal"
        ? "personal"
        : sensitivity === "special"
          ? "personal, of a special category"
          : null,
    ].filter((part) => part !== null);
    return said.length === 0 ? [] : [`“${kind}”, ${said.join(", ")}`];
  });
}

/** Limits that somebody tries out; what is left out is as the brief has it. */
export type TriedLimits = {
  readonly [Name in Exclude<keyof ModelRequirements, "guardedData" | "languages" | "usdPerAcceleratorHour">]?:
    | ModelRequirements[Name]
    | undefined;
};

/** The requirements with other limits; a rent that holds for one accelerator is not another's. */
export function withLimits(requirements: ModelRequirements, tried: TriedLimits): ModelRequirements {
  const given = Object.fromEntries(Object.entries(tried).filter(([, limit]) => limit !== undefined));
  const next: ModelRequirements = { ...requirements, ...given };
  return next.accelerator === requirements.accelerator ? next : { ...next, usdPerAcceleratorHour: null };
}
