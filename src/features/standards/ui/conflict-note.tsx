import { z } from "zod";
import type { ThreePoint } from "@/planning";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { formatCount, formatDays, formatPercent } from "@/ui/format";
import type { OtherStandard } from "./use-standard";

const threePoint = z.object({ optimistic: z.number(), mostLikely: z.number(), pessimistic: z.number() });

/** Somebody saved the same standard meanwhile: how theirs stands, and the way to save over it all the same. */
export function ConflictNote({
  theirs,
  onKeepMine,
}: {
  theirs: OtherStandard | null;
  onKeepMine: () => void;
}) {
  if (theirs === null) return null;
  const said = Object.entries(theirs.content).flatMap(([field, value]) => tell(field, value));
  return (
    <Callout
      tone="warn"
      title={said.length === 0 ? "It now stands as the default says." : `It now says: ${said.join("; ")}.`}
    >
      <Button size="sm" onClick={onKeepMine}>
        Keep mine, then save over it
      </Button>
    </Callout>
  );
}

const names: Readonly<Record<string, string>> = {
  effortPersonDays: "effort",
  durationWorkingDays: "duration",
  discipline: "discipline",
  level: "level",
  name: "name",
  summary: "description",
  inclusion: "in plans",
  deliverable: "deliverable",
  days: "holidays",
  accelerator: "accelerator",
};

const shares: Readonly<Record<string, string>> = {
  chanceOfFurtherPass: "chance of another pass",
  laterPassShare: "a later pass takes",
  teamShareOfDataWork: "from the team in work on data",
  dataShareOfDataWork: "from the data in work on data",
  teamShareOfOtherWork: "from the team in other work",
};

function tell(field: string, value: unknown): string[] {
  const share = shares[field];
  if (share !== undefined && typeof value === "number") return [`${share} ${formatPercent(value)}`];
  const name = names[field];
  if (name === undefined || value === null) return [];
  const estimate = threePoint.safeParse(value);
  if (estimate.success) return [`${name} ${tellEstimate(estimate.data)}`];
  if (Array.isArray(value)) return value.length === 0 ? [] : [`${name} ${formatCount(value.length, "day")}`];
  return typeof value === "string" || typeof value === "number" ? [`${name} ${value}`] : [];
}

const tellEstimate = ({ optimistic, mostLikely, pessimistic }: ThreePoint) =>
  [optimistic, mostLikely, pessimistic].map(formatDays).join(" – ");
