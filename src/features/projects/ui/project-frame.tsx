"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { phaseIds, phaseNames } from "@/planning";
import { useTRPC } from "@/platform/trpc/client";
import { formatDate } from "@/ui/format";
import { Link } from "@/ui/link";
import { NavLink } from "@/ui/nav-link";
import { PageHeader } from "@/ui/page-header";
import { PrivateMark } from "@/ui/private-mark";
import { TabBar } from "@/ui/tab-bar";
import { projectAddress } from "./map-data";

/** The head of every page of a project: what it is, and the way to its parts. */
export function ProjectFrame({
  workspace,
  projectKey,
  actions,
  children,
}: {
  workspace: string;
  projectKey: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const trpc = useTRPC();
  const { data: project } = useSuspenseQuery(trpc.projects.byKey.queryOptions({ workspace, projectKey }));
  const base = projectAddress(workspace, projectKey);
  return (
    <>
      <PageHeader
        eyebrow={
          <>
            <Link href={`/w/${workspace}/projects`} className="hover:underline">
              Projects
            </Link>{" "}
            · {project.key} · {project.template}
            {project.visibility === "private" && (
              <>
                {" · "}
                <PrivateMark />
              </>
            )}
          </>
        }
        title={project.name}
        subtitle={
          <>
            {project.summary !== "" && <p>{project.summary}</p>}
            <p className="mt-1 text-xs">
              Owner {project.owner.name}
              {project.teamName !== null && ` · ${project.teamName}`} · starts {formatDate(project.startsOn)}
              {project.targetOn !== null && ` · target ${formatDate(project.targetOn)}`}
            </p>
          </>
        }
        actions={actions}
      />
      <TabBar label="Project">
        <NavLink href={base} look="tab" exact>
          Overview
        </NavLink>
        <NavLink href={`${base}/brief`} look="tab">
          Brief
        </NavLink>
        {phaseIds.map((phase) => (
          <NavLink key={phase} href={`${base}/phases/${phase}`} look="tab">
            {phaseNames[phase]}
          </NavLink>
        ))}
        <NavLink href={`${base}/models`} look="tab">
          Models
        </NavLink>
        <NavLink href={`${base}/sizing`} look="tab">
          Size
        </NavLink>
        <NavLink href={`${base}/plan`} look="tab">
          Plan
        </NavLink>
        <NavLink href={`${base}/forecast`} look="tab">
          Forecast
        </NavLink>
        <NavLink href={`${base}/scenarios`} look="tab">
          Scenarios
        </NavLink>
      </TabBar>
      {children}
    </>
  );
}
