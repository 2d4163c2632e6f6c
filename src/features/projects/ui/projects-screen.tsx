"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useWorkspace } from "@/features/workspaces/ui";
import { useTRPC } from "@/platform/trpc/client";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { formatCount, formatDate } from "@/ui/format";
import { LifecycleMap } from "@/ui/glyphs/lifecycle-map";
import { Link } from "@/ui/link";
import { PageHeader } from "@/ui/page-header";
import { PrivateMark } from "@/ui/private-mark";
import { DeletedProjects } from "./deleted-projects";
import { GateMarks } from "./gate-marks";
import { mapProps, projectAddress } from "./map-data";

export function ProjectsScreen({ workspace }: { workspace: string }) {
  const trpc = useTRPC();
  const frame = useWorkspace(workspace);
  const { data: projects } = useSuspenseQuery(trpc.projects.list.queryOptions({ workspace }));
  const create = frame.may("project.create") && (
    <Button asChild variant="primary">
      <Link href={`/w/${workspace}/projects/new`}>New project</Link>
    </Button>
  );
  return (
    <>
      <PageHeader title="Projects" subtitle={formatCount(projects.length, "project")} actions={create} />
      {projects.length === 0 ? (
        <EmptyState
          title="No projects yet"
          description="A project begins from a template: it brings the techniques and the decisions its kind usually needs, and a first forecast."
          action={create}
        />
      ) : (
        <ul className="grid gap-3 md:grid-cols-2 2xl:grid-cols-3">
          {projects.map((project) => (
            <li
              key={project.id}
              className="relative grid gap-2 rounded-lg border border-line bg-surface p-4 shadow-card hover:border-line-strong"
            >
              <div className="flex items-baseline justify-between gap-3">
                <h2 className="min-w-0 font-semibold">
                  <Link
                    href={projectAddress(workspace, project.key)}
                    className="after:absolute after:inset-0"
                  >
                    {project.name}
                  </Link>
                  {project.visibility === "private" && <PrivateMark className="ml-1.5" />}
                </h2>
                <span className="text-xs text-muted">{project.key}</span>
              </div>
              <p className="line-clamp-2 text-sm text-muted">{project.summary}</p>
              <LifecycleMap size="row" {...mapProps(workspace, project)} />
              <p className="text-sm text-muted">
                {project.launchedAt !== null
                  ? `Launched ${formatDate(project.launchedAt)}`
                  : project.forecast === null
                    ? ""
                    : `P50 ${formatDate(project.forecast.finish.p50)} · P80 ${formatDate(project.forecast.finish.p80)}`}
                {" · "}
                {formatCount(
                  project.decisions.filter((decision) => decision.state === "open").length,
                  "open decision",
                )}
                {" · "}
                {project.owner.name}
              </p>
              <GateMarks project={project} />
            </li>
          ))}
        </ul>
      )}
      {frame.may("project.delete") && <DeletedProjects workspace={workspace} />}
    </>
  );
}
