import type { ReactNode } from "react";
import { Callout } from "@/ui/callout";
import { type Fault, tellFault } from "../fault-rules";

/** What of a scenario does not fit the plan any more, since somebody changed the plan. Nothing while all of it does. */
export function FaultNote({
  title,
  faults,
  children,
}: {
  title: string;
  faults: readonly Fault[];
  /** The way out. */
  children?: ReactNode;
}) {
  if (faults.length === 0) return null;
  return (
    <Callout tone="warn" title={title}>
      <ul className="list-disc pl-4.5">
        {faults.map((fault) => (
          <li key={`${fault.kind} ${fault.what}`}>{tellFault(fault)}</li>
        ))}
      </ul>
      {children}
    </Callout>
  );
}
