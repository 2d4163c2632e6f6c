import { CircleCheck, CircleDashed, OctagonAlert, Rocket, TriangleAlert } from "lucide-react";
import type { Health, HealthState } from "@/planning";
import { healthNames, reasonText } from "./health-names";

const looks = {
  "off-track": { Icon: OctagonAlert, className: "text-warn font-medium" },
  "at-risk": { Icon: TriangleAlert, className: "text-warn" },
  "on-track": { Icon: CircleCheck, className: "text-ok" },
  "no-target": { Icon: CircleDashed, className: "text-muted" },
  launched: { Icon: Rocket, className: "text-muted" },
} satisfies Record<HealthState, unknown>;

/** How a project stands against its target and budget: a shape, a word, and what it misses. */
export function HealthMark({ health, currency }: { health: Health; currency: string }) {
  const { Icon, className } = looks[health.state];
  return (
    <>
      <span className={`inline-flex items-center gap-1.5 whitespace-nowrap ${className}`}>
        <Icon aria-hidden className="size-3.5 shrink-0" />
        {healthNames[health.state]}
      </span>
      {health.reasons.map((reason) => (
        <div key={reason.missed} className="text-xs whitespace-nowrap text-muted">
          {reasonText(reason, currency)}
        </div>
      ))}
      {health.state === "no-target" && (
        <div className="text-xs whitespace-nowrap text-muted">nor a budget</div>
      )}
    </>
  );
}
