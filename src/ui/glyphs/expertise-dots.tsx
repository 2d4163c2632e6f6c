import type { ExpertiseLevel } from "@/planning";

const names = { 1: "Low", 2: "Medium", 3: "Medium-High", 4: "High" } as const satisfies Record<
  ExpertiseLevel,
  string
>;

/** An expertise level as one to four filled dots. */
export function ExpertiseDots({ level, label }: { level: ExpertiseLevel; label?: string }) {
  return (
    <svg
      viewBox="0 0 42 10"
      width="42"
      height="10"
      role="img"
      aria-label={label ?? `Expertise ${names[level]}, ${level} of 4`}
      className="inline-block shrink-0"
    >
      {[0, 1, 2, 3].map((place) => (
        <circle
          key={place}
          cx={6 + place * 10}
          cy="5"
          r="3.4"
          fill={place < level ? "var(--ink)" : "none"}
          stroke={place < level ? "var(--ink)" : "var(--faint)"}
        />
      ))}
    </svg>
  );
}
