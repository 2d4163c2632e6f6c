import type { HealthReason, HealthState } from "@/planning";
import { formatCount, formatMoney } from "@/ui/format";

export const healthNames: Readonly<Record<HealthState, string>> = {
  "off-track": "Off track",
  "at-risk": "At risk",
  "on-track": "On track",
  "no-target": "No target",
  launched: "Launched",
};

/** `P80 12 days late` */
export function reasonText(reason: HealthReason, currency: string): string {
  return reason.missed === "target"
    ? `P${reason.quantile} ${formatCount(reason.daysLate, "day")} late`
    : `P${reason.quantile} ${formatMoney(reason.overMinor, currency, { compact: true })} over budget`;
}
