/** A decision: hollow while open, filled when decided, struck through when superseded. */
export function DecisionDiamond({
  open,
  superseded = false,
  size = 16,
  label,
}: {
  open: boolean;
  superseded?: boolean;
  size?: number;
  /** What a screen reader says instead of the state; null where words beside it say it. */
  label?: string | null;
}) {
  const state = superseded ? "superseded" : open ? "open" : "decided";
  const { fill, stroke, words } = looks[state];
  const diamond = (
    <svg viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" className="block shrink-0">
      <path
        d="M8 1.6 14.4 8 8 14.4 1.6 8z"
        fill={fill}
        stroke={stroke}
        strokeWidth="1.8"
        strokeLinejoin="round"
      />
      {superseded && <path d="M2.6 13.4 13.4 2.6" stroke={stroke} strokeWidth="1.6" strokeLinecap="round" />}
    </svg>
  );
  if (label === null) return diamond;
  return (
    <span role="img" aria-label={label ?? words} className="inline-block shrink-0">
      {diamond}
    </span>
  );
}

/** A decision that nobody has asked yet: dashed, as what is not there. The words beside it say so. */
export function SuggestionDiamond({ size = 16 }: { size?: number }) {
  return (
    <svg viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" className="block shrink-0">
      <path
        d="M8 1.6 14.4 8 8 14.4 1.6 8z"
        fill="none"
        stroke="var(--muted)"
        strokeWidth="1.4"
        strokeDasharray="2.2 1.8"
      />
    </svg>
  );
}

const looks = {
  open: { fill: "var(--surface)", stroke: "var(--accent)", words: "Open decision" },
  decided: { fill: "var(--ink)", stroke: "var(--ink)", words: "Decided" },
  superseded: { fill: "none", stroke: "var(--faint)", words: "Superseded decision" },
} as const;
