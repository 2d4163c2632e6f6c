/** A decision: hollow while open, filled when decided, struck through when superseded. */
export function DecisionDiamond({
  state,
  size = 16,
}: {
  state: "open" | "decided" | "superseded";
  size?: number;
}) {
  const label = { open: "Open decision", decided: "Decided", superseded: "Superseded decision" }[state];
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      role="img"
      aria-label={label}
      className="inline-block shrink-0"
    >
      <path
        d="M8 1.6 14.4 8 8 14.4 1.6 8z"
        fill={state === "decided" ? "var(--ink)" : "none"}
        stroke={{ open: "var(--accent)", decided: "var(--ink)", superseded: "var(--faint)" }[state]}
        strokeWidth="1.8"
        strokeLinejoin="round"
      />
      {state === "superseded" && <path d="M3.5 12.5 12.5 3.5" stroke="var(--faint)" strokeWidth="1.6" />}
    </svg>
  );
}
