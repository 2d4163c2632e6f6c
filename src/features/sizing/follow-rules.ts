import type { SizingInput } from "@/features/decisions/evidence.schema";
import type { FollowedInput } from "./schema";

/** What the project's brief and the workspace's rates say today. Null: nobody has settled it. */
export type Given = {
  readonly requestsPerDay: number | null;
  readonly promptTokens: number | null;
  readonly outputTokens: number | null;
  readonly latencySeconds: number | null;
  /** The accelerator that the workspace plans on, and what it pays for an hour of it. */
  readonly accelerator: string;
  readonly rentPerHour: number;
  readonly rentCurrency: string;
};

type Value = string | number | undefined;

/**
 * The values that a calculation may take over. The workspace's rate holds for its own accelerator alone, and where it is set against
 * list prices in US dollars only when it is in dollars, too.
 */
export function takenOver(
  calculation: SizingInput["calculation"],
  given: Given,
  accelerator: string,
): Readonly<Partial<Record<FollowedInput | "rentCurrency", Value>>> {
  const { rentPerHour, rentCurrency } = given;
  const ratesHold =
    accelerator === given.accelerator && (calculation !== "host-or-call" || rentCurrency === "USD");
  const settled = Object.entries({
    requestsPerDay: given.requestsPerDay,
    promptTokens: given.promptTokens,
    outputTokens: given.outputTokens,
    latencySeconds: given.latencySeconds,
  }).filter(([, value]) => value !== null && value > 0);
  return {
    ...Object.fromEntries(settled),
    accelerator: given.accelerator,
    ...(ratesHold ? { rentPerHour, rentCurrency } : {}),
  };
}

export type ChangedInput = { readonly input: FollowedInput; readonly kept: Value; readonly today: Value };

/** The calculation with what it follows as that stands today, and what of it has changed. */
export function broughtUpToDate(
  sizing: SizingInput,
  follows: readonly FollowedInput[],
  given: Given,
): { readonly sizing: unknown; readonly changed: readonly ChangedInput[] } {
  const kept: Readonly<Record<string, unknown>> = sizing;
  const accelerator = follows.includes("accelerator") ? given.accelerator : String(kept.accelerator ?? "");
  const today = takenOver(sizing.calculation, given, accelerator);
  const now: Record<string, unknown> = { ...kept };
  const changed: ChangedInput[] = [];
  for (const input of follows) {
    const value = today[input];
    const before = kept[input];
    const currencyChanged = input === "rentPerHour" && kept.rentCurrency !== today.rentCurrency;
    if (value === undefined || (value === before && !currencyChanged)) continue;
    now[input] = value;
    if (input === "rentPerHour") now.rentCurrency = today.rentCurrency;
    changed.push({
      input,
      kept: typeof before === "string" || typeof before === "number" ? before : undefined,
      today: value,
    });
  }
  return { sizing: now, changed };
}
