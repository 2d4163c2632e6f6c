import type { MapDecision } from "@/ui/glyphs/lifecycle-map-data";

export const people = [
  "Mara Okafor",
  "Jonas Weber",
  "Li Na",
  "Priya Nair",
  "Tomás Silva",
  "Aiko Mori",
] as const;

const questions = [
  "Which use case first?",
  "One task or many?",
  "Which base model?",
  "May data leave the building?",
  "Fine-tune, or retrieval first?",
] as const;

/** Decisions of each phase: how many are decided, then how many are open. */
export function sampleDecisions(
  counts: readonly (readonly [decided: number, open: number])[],
): MapDecision[] {
  return counts.flatMap(([decided, open], phaseIndex) =>
    Array.from({ length: decided + open }, (_, place) => ({
      id: `${phaseIndex}-${place}`,
      phaseIndex,
      open: place >= decided,
      title: questions[(phaseIndex + place) % questions.length] ?? "",
      href: "#content",
    })),
  );
}
