"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import type { ReactNode } from "react";
import { phases } from "@/planning";
import { useTRPC } from "@/platform/trpc/client";
import { formatDate } from "@/ui/format";
import { NavLink } from "@/ui/nav-link";
import { PageHeader } from "@/ui/page-header";
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
          </>
        }
        title={project.name}
        subtitle={project.summary}
        actions={actions}
      />
      <nav aria-label="Project" className="-mx-4 mb-5 overflow-x-auto px-4 sm:mx-0 sm:px-0">
        <div className="flex w-max min-w-full gap-5 border-b border-line">
          <NavLink href={base} look="tab" exact>
            Overview
          </NavLink>
          <NavLink href={`${base}/brief`} look="tab">
            Brief
          </NavLink>
          {phases.map((phase) => (
            <NavLink key={phase.id} href={`${base}/phases/${phase.id}`} look="tab">
              {phase.name}
            </NavLink>
          ))}
          <NavLink href={`${base}/plan`} look="tab">
            Plan
          </NavLink>
        </div>
      </nav>
      {children}
      <p className="mt-8 text-xs text-muted">
        Owner {project.owner.name} · starts {formatDate(project.startsOn)}
        {project.targetOn !== null && ` · target ${formatDate(project.targetOn)}`}
      </p>
    </>
  );
}
