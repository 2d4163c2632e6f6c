import type { Ranged, SelectionRule } from "@/planning";
import { tell, tellRough } from "@/planning";
import { formatMoney } from "@/ui/format";

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

export function tellRange({ value, low, high }: Ranged): string {
  return low === high ? tell(value) : `${tellRough(value)} (${tellRough(low)} to ${tellRough(high)})`;
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
