import { memo } from "react";
import type { TimelineLink } from "./timeline-rows";
import type { TimelineScale } from "./timeline-scale";
import { linkPath } from "./timeline-shapes";

/** What waits for what: of one task, or of all that are in sight. Drawn over the rows, and never in the way of a pointer. */
export const TimelineLinks = memo(function TimelineLinks({
  links,
  scale,
  top,
  about,
  from,
  to,
}: {
  links: readonly TimelineLink[];
  scale: TimelineScale;
  top: number;
  /** The task whose links are drawn; null for all. */
  about: string | null;
  /** The rows in sight. */
  from: number;
  to: number;
}) {
  const seen = links.filter((link) =>
    about === null
      ? Math.max(link.from, link.to) >= from && Math.min(link.from, link.to) <= to
      : link.before === about || link.after === about,
  );
  if (seen.length === 0) return null;
  return (
    <svg
      aria-hidden="true"
      width="1"
      height="1"
      data-links={seen.length}
      className="pointer-events-none absolute left-(--names) z-[5] overflow-visible"
      style={{ top }}
    >
      <defs>
        {(["ink", "muted"] as const).map((tone) => (
          <marker
            key={tone}
            id={`arrow-${tone}`}
            viewBox="0 0 6 6"
            refX="5.5"
            refY="3"
            markerWidth="6"
            markerHeight="6"
            orient="auto"
          >
            <path d="M0 0L6 3L0 6Z" fill={`var(--${tone})`} />
          </marker>
        ))}
      </defs>
      {seen.map((link) => {
        const tone = link.isCritical ? "ink" : "muted";
        return (
          <path
            key={link.id}
            d={linkPath(scale, link)}
            fill="none"
            stroke={`var(--${tone})`}
            strokeWidth={link.isCritical ? 1.6 : 1.1}
            markerEnd={`url(#arrow-${tone})`}
          />
        );
      })}
    </svg>
  );
});
