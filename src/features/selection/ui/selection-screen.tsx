"use client";

import { ProjectFrame } from "@/features/projects/ui";
import { useWorkspace } from "@/features/workspaces/ui";
import { formatCount } from "@/ui/format";
import { Link } from "@/ui/link";
import { Skeleton } from "@/ui/skeleton";
import type { Address } from "../address-rules";
import { Comparison } from "./comparison";
import { FallenOut } from "./fallen-out";
import { OwnModelCard } from "./own-model-card";
import { RequirementsCard } from "./requirements-card";
import { ShortlistCard } from "./shortlist-card";
import { useSelection } from "./use-selection";

/** Which models of the catalogue fit a project's brief, why the others don't, and whether to train one instead. */
export function SelectionScreen({
  workspace,
  projectKey,
  address,
}: {
  workspace: string;
  projectKey: string;
  /** What the page's address said when it was asked for. */
  address: Address;
}) {
  const frame = useWorkspace(workspace);
  const selection = useSelection(workspace, projectKey, address);
  const { data } = selection;
  const base = `/w/${workspace}/projects/${projectKey}`;
  return (
    <ProjectFrame workspace={workspace} projectKey={projectKey}>
      {data === undefined ? (
        <Skeleton className="h-96" />
      ) : (
        <div className="grid gap-5">
          <div>
            <h2 className="text-lg font-semibold">Which models fit the brief</h2>
            <p role="status" className="mt-1 text-muted">
              {formatCount(data.total, "model")} in the catalogue: {data.rows.length} on the shortlist,{" "}
              {data.total - data.rows.length} fell out.
            </p>
            <p className="mt-1 text-sm text-muted">
              What speaks for them goes to the{" "}
              <Link
                href={`${base}/phases/model-selection`}
                className="text-accent underline underline-offset-2"
              >
                decisions of model selection
              </Link>
              .
            </p>
          </div>
          <RequirementsCard base={base} data={data} selection={selection} />
          <ShortlistCard
            workspace={workspace}
            base={base}
            data={data}
            selection={selection}
            mayAdd={frame.may("decision.edit")}
            mayAsk={frame.may("decision.ask")}
          />
          <Comparison data={data} selection={selection} />
          <FallenOut data={data} />
          <OwnModelCard base={base} data={data} selection={selection} />
        </div>
      )}
    </ProjectFrame>
  );
}
