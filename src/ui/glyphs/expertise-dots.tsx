import type { ExpertiseLevel } from "@/planning";

const names = { 1: "Low", 2: "Medium", 3: "Medium-High", 4: "High" } as const satisfies Record<
  ExpertiseLevel,
  string
>;

/** An expertise level as one to four filled dots. */
export function ExpertiseDots({
  level,
  label = `Expertise ${names[level]}, ${level} of 4`,
}: {
  level: ExpertiseLevel;
  /** What a screen reader says; null where words beside it say it. */
  label?: string | null;
}) {
  const dots = (
    <svg viewBox="0 0 42 10" width="42" height="10" aria-hidden="true" className="block">
      {[0, 1, 2, 3].map((place) => (
        <circle
          key={place}
          cx={6 + place * 10}
          cy="5"
          r="3.4"
          fill={place < level ? "var(--ink)" : "none"}
          stroke={place < level ? "var(--ink)" : "var(--line-strong)"}
        />
      ))}
    </svg>
  );
  if (label === null) return dots;
  return (
    <span role="img" aria-label={label} title={label} className="inline-block shrink-0">
      {dots}
    </span>
  );
}
