import { z } from "zod";
import type { ThreePoint } from "@/planning";
import type { Refusal } from "@/platform/trpc/client";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { formatDays } from "@/ui/format";

const current = z.object({
  current: z.object({ version: z.number(), content: z.record(z.string(), z.unknown()) }),
});
const threePoint = z.object({ optimistic: z.number(), mostLikely: z.number(), pessimistic: z.number() });

/** Somebody saved the same standard meanwhile: how theirs stands, and the way to save over it all the same. */
export function ConflictNote({
  refusal,
  onKeepMine,
}: {
  refusal: Refusal | null;
  onKeepMine: (version: number) => void;
}) {
  if (refusal?.code !== "STALE_VERSION") return null;
  const parsed = current.safeParse(refusal.details);
  if (!parsed.success) return null;
  const { version, content } = parsed.data.current;
  const said = Object.entries(content).flatMap(([field, value]) => tell(field, value));
  return (
    <Callout
      tone="warn"
      title={said.length === 0 ? "It now stands as the default says." : `It now says: ${said.join("; ")}.`}
    >
      <Button size="sm" onClick={() => onKeepMine(version)}>
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
};

function tell(field: string, value: unknown): string[] {
  const name = names[field];
  if (name === undefined || value === null) return [];
  const estimate = threePoint.safeParse(value);
  if (estimate.success) return [`${name} ${tellEstimate(estimate.data)}`];
  return typeof value === "string" || typeof value === "number" ? [`${name} ${value}`] : [];
}

const tellEstimate = ({ optimistic, mostLikely, pessimistic }: ThreePoint) =>
  [optimistic, mostLikely, pessimistic].map(formatDays).join(" – ");
