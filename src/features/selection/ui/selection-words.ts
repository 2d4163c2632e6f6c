import type { Ranged, SelectionRule } from "@/planning";
import { tell, tellRough } from "@/planning";
import { formatCount, formatMoney } from "@/ui/format";

export const ruleNames = {
  licence: "The licence forbids the use",
  context: "The context is too short",
  hosting: "It can't be used where it has to run",
  accelerators: "It does not fit the accelerators",
  latency: "It answers too slowly",
  price: "It costs too much",
} as const satisfies Record<SelectionRule, string>;

const noBreakSpace = "\u00a0";

/** `tellUsd(162.4)` → "$162"; cents below a hundred. */
export function tellUsd(usd: number): string {
  return formatMoney(usd < 100 ? Math.round(usd * 100) : Math.round(usd) * 100, "USD");
}

export function tellUsdRange({ value, low, high }: Ranged): string {
  return low === high ? tellUsd(value) : `${tellUsd(value)} (${tellUsd(low)} to ${tellUsd(high)})`;
}

/** `tellAccelerators({ value: 4, low: 2, high: 8 })` → "4 accelerators (2 to 8)" */
export function tellAccelerators({ value, low, high }: Ranged): string {
  const counted = formatCount(value, "accelerator");
  return low === high ? counted : `${counted} (${tell(low)} to ${tell(high)})`;
}

const threeDigits = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 3 });

/** What is known within a factor of two, in no more digits than it deserves: `tellEstimate(25_372)` → "25,400" */
export function tellEstimate(value: number): string {
  return threeDigits.format(value);
}

/** The ends of a range: "12,700 to 50,700" */
export function tellEnds({ low, high }: Ranged): string {
  return `${tellEstimate(low)} to ${tellEstimate(high)}`;
}

/** `tellGigabytes(16.9e9)` → "16.9 GB" */
export function tellGigabytes(bytes: number): string {
  return `${tellRough(bytes / 1e9)}${noBreakSpace}GB`;
}

/** `tellParameters(8.03e9)` → "8.03 billion" */
export function tellParameters(parameters: number): string {
  return parameters < 1e9
    ? `${tellRough(parameters / 1e6)} million`
    : `${tellRough(parameters / 1e9)} billion`;
}
