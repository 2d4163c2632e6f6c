import type { HealthState } from "@/planning";

export const healthNames: Readonly<Record<HealthState, string>> = {
  "off-track": "Off track",
  "at-risk": "At risk",
  "on-track": "On track",
  "no-target": "No target",
  launched: "Launched",
};
