/** The mark: a decision on the rail. */
export function Logo({ size = 22 }: { size?: number }) {
  return (
    <svg viewBox="0 0 22 22" width={size} height={size} aria-hidden="true" className="shrink-0">
      <rect width="22" height="22" rx="6" fill="var(--ink)" />
      <g fill="none" stroke="var(--paper)" strokeWidth="1.6" strokeLinejoin="round">
        <path d="M3.6 11h3M15.4 11h3" strokeLinecap="round" />
        <path d="M11 6.6 15.4 11 11 15.4 6.6 11z" />
      </g>
    </svg>
  );
}
