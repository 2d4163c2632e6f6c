import type { WorkspaceStandards } from "../queries";
import { AcceleratorStandard } from "./accelerator-standard";
import { HolidaysStandard } from "./holidays-standard";
import { SharesStandard } from "./shares-standard";
import { correlationShares, loopShares } from "./simulation-shares";
import type { VersionOf } from "./version-of";

/** What holds for every plan as a whole: days off, the loop, what tasks share, the accelerator. */
export function PlanningStandards({
  workspace,
  standards,
  versionOf,
  editable,
}: {
  workspace: string;
  standards: WorkspaceStandards;
  versionOf: VersionOf;
  editable: boolean;
}) {
  const frame = { workspace, editable };
  const { holidays, loop, correlation, accelerator } = standards;
  return (
    <section aria-labelledby="standards-planning" className="mb-8">
      <h2 id="standards-planning" className="mb-2 text-lg font-semibold">
        Every plan
      </h2>
      <div className="grid grid-cols-1 items-start gap-3 xl:grid-cols-2">
        <HolidaysStandard {...frame} holidays={holidays} version={versionOf("planning", "holidays")} />
        <SharesStandard {...frame} of={loopShares} own={loop} version={versionOf("planning", "loop")} />
        <SharesStandard
          {...frame}
          of={correlationShares}
          own={correlation}
          version={versionOf("planning", "correlation")}
        />
        <AcceleratorStandard
          {...frame}
          accelerator={accelerator}
          version={versionOf("planning", "accelerator")}
        />
      </div>
    </section>
  );
}
