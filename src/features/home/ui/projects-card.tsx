import { HealthMark } from "@/features/portfolio/ui";
import { mapProps, projectAddress } from "@/features/projects/ui";
import { Card } from "@/ui/card";
import { formatCount, formatDateRange } from "@/ui/format";
import { LifecycleMap } from "@/ui/glyphs/lifecycle-map";
import { RelativeTime } from "@/ui/time";
import type { HomeProject } from "../queries";
import { AllLink, Row, Rows } from "./rows";

/** Projects as the portfolio draws them, in few words. */
export function ProjectsCard({
  workspace,
  currency,
  title,
  projects,
  left,
}: {
  workspace: string;
  currency: string;
  title: string;
  projects: readonly HomeProject[];
  /** How many more there are. */
  left: number;
}) {
  return (
    <Card
      title={title}
      actions={
        <AllLink href={`/w/${workspace}/projects`}>{left > 0 ? `${left} more` : "all projects"}</AllLink>
      }
    >
      {projects.length === 0 ? (
        <p className="text-sm text-muted">
          You own no project, and no task of yours runs this week. Projects that you work on are here.
        </p>
      ) : (
        <Rows label={title}>
          {projects.map((project) => (
            <Row
              key={project.id}
              href={projectAddress(workspace, project.key)}
              title={project.name}
              about={
                <>
                  {project.launchedAt === null
                    ? `${formatDateRange(project.finish.p50, project.finish.p95)} (P50–P95) · ${formatCount(project.openDecisions, "open decision")}`
                    : "launched"}{" "}
                  · <RelativeTime at={project.changedAt} />
                </>
              }
              aside={
                <div className="shrink-0 text-right text-xs">
                  <HealthMark health={project.health} currency={currency} />
                </div>
              }
            >
              <div className="mt-1.5">
                <LifecycleMap size="row" {...mapProps(workspace, project)} />
              </div>
            </Row>
          ))}
        </Rows>
      )}
    </Card>
  );
}
